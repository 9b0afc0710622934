"""What `kualik show` prints of a case."""

import pytest

from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings import queries
from kualik.cases.people.actions import judge, undo
from kualik.cases.people.models import Verdict
from kualik.cli.naming import short
from kualik.cli.showing import chain, lines
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import NOW, Story, keeper, later
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A mother tells of two sons; the ministry denies; she took part in a protest of unknown year."""
    made = Story(
        "Relatives rally\nKhalida Serikbai, 68, said her two sons had been sentenced to 22 and 10 years. "
        "The ministry denies that they are held. The protest was on 8 February."
    )
    mother = made.person("Khalida Serikbai", roles=("protester",))
    made.say(mother, "age", "68")
    for sentence in ("P22Y", "P10Y"):
        son = made.person(description="son of Khalida Serikbai")
        made.held(son, voice=("Khalida Serikbai",), state="prison", sentence=sentence)
        made.kin(mother, son, "son", voice=("Khalida Serikbai",))
    denial = made.thing(Schema.STATEMENT)
    made.say(denial, "content", "they are held", voice=("The ministry",), stance=Stance.DENIES)
    protest = made.thing(Schema.PROTEST)
    made.say(protest, "eventType", "protest")
    made.say(protest, "date", "XXXX-02-08")
    return made.propose()


def text(story: Story, id_: str = "e1") -> str:
    """Print the case of somebody."""
    return "\n".join(lines(queries.case(viewer=keeper(), person=story.who(id_))))


def test_two_nameless_sons_stand_under_kin_with_their_sentences_and_who_says_so(story: Story) -> None:
    """The chain of voices runs from the page to the mother; the denial is beside it."""
    shown = text(story)

    assert "K-000002  son: son of Khalida Serikbai (proposed, not yet accepted)\n    prison, 22 years" in shown
    assert "K-000003  son: son of Khalida Serikbai (proposed, not yet accepted)\n    prison, 10 years" in shown
    assert "according to The Steppe Post ← Khalida Serikbai" in shown
    assert "The Steppe Post ← The ministry denies: they are held" in shown
    assert "XXXX-02-08  protest (date)" in shown


def test_everything_proposed_is_marked_and_nothing_accepted_is(story: Story) -> None:
    """Accepting takes every mark away."""
    mark = "(proposed, not yet accepted)"
    assert mark in text(story)

    claims.accept(by=keeper(), at=NOW, claims=list(Claim.objects.values_list("pk", flat=True)))

    assert mark not in text(story)
    assert "Age: 68 – unattributed\n    published by: The Steppe Post" in text(story)
    assert "Sentence: 22 years – single witness\n      says so: The Steppe Post ← Khalida Serikbai" in text(story, "e2")


def test_every_passage_is_printed_with_document_and_offsets(story: Story) -> None:
    """Whoever reads it can look it up."""
    shown = text(story)

    start = story.text.index("68")
    assert f"{start}-{start + 2}; document {short(story.document.pk)}; claim " in shown
    assert "“68”" in shown


def test_judgements_are_printed_with_their_ids_and_undone_ones_say_so(story: Story) -> None:
    """`kualik judge undo` takes the id."""
    made = judge(
        by=keeper(),
        at=NOW,
        left=story.mention("e2"),
        right=story.mention("e5"),
        verdict=Verdict.NEGATIVE,
        why="two sentences",
    )
    undo(by=keeper(), at=later(1), judgement=made, why="a slip")

    shown = text(story, "e2")

    assert "not the same, Aigerim, 2026-03-01: two sentences – undone by Aigerim: a slip" in shown
    assert f"judgement {made.pk}" in shown


def test_a_dispute_and_its_denial_are_printed() -> None:
    """In capitals, with who denies and what stands against it."""
    story = Story("Serik got 10 years, Marat said, 12 said Sholpan, and the court denies 10.")
    custody = story.held(story.person("Serik Almasuly"), voice=("Marat",), state="prison", sentence="P10Y")
    story.say(custody, "sentence", "P12Y", voice=("Sholpan",))
    story.say(custody, "sentence", "P10Y", voice=("the court",), stance=Stance.DENIES)

    shown = text(story.accept())

    assert "Sentence: 10 years – single witness, DISPUTED" in shown
    assert "denies it: The Steppe Post ← the court" in shown
    assert "against it stands: P12Y" in shown


def test_json_is_one_object_with_the_same_case(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """Ids are text, dates ISO, absent things null."""
    told = run(capsys, "show", "K-1", "--json").json

    assert told["person"] == "K-000001"
    assert [one["custody"][0]["sentence"] for one in told["kin"]] == ["P22Y", "P10Y"]
    assert told["timeline"][0]["earliest"] is None
    for one in told["passages"]:
        assert story.text[one["start"] : one["end"]] == one["quote"]


def test_a_chain_runs_from_the_page_to_the_witness() -> None:
    """With an arrow to where it comes from."""
    assert chain(["RFE/RL", "Khalida"]) == "RFE/RL ← Khalida"


def test_an_event_of_which_only_a_date_is_known_is_shown_in_its_own_words() -> None:
    """A type and a day say nothing of what happened."""
    story = Story("Serik Almasuly was taken off a bus on 3 May 2018, a driver said.")
    story.person("Serik Almasuly")
    seen = story.thing(Schema.INCIDENT)
    story.say(seen, "eventType", "other")
    story.say(seen, "summary", "Serik Almasuly was taken off a bus")
    story.say(seen, "date", "2018-05-03")

    assert "other, 2018-05-03, “Serik Almasuly was taken off a bus" in text(story.propose())


def test_kin_are_shown_with_every_sentence_that_is_told_of_them() -> None:
    """Not with one of them as if it were sure."""
    story = Story("Gulnur said her son got 10 years; Marat said 12.")
    mother, son = story.person("Gulnur Asan"), story.person(description="son of Gulnur Asan")
    custody = story.held(son, voice=("Gulnur",), state="prison", sentence="P10Y")
    story.say(custody, "sentence", "P12Y", voice=("Marat",))
    story.kin(mother, son, "son")

    assert "prison, 10 or 12 years (disputed)" in text(story.accept())
