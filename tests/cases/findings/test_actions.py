"""Which of several values is published: chosen, with a reason, and taken back."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.findings import actions, queries
from kualik.cases.findings.captures import Chosen
from kualik.cases.findings.errors import NoChoice, NotAValue, NothingToCount
from kualik.cases.findings.models import Choice, Count
from kualik.cases.ledger.models import Entry
from kualik.cases.people.models import Person
from tests.cases.casting import NOW, Story, keeper, later, worker
from tests.cases.findings.listing import asked, lists

pytestmark = pytest.mark.django_db
SENTENCE = "Custody.sentence"


@pytest.fixture
def serik() -> Person:
    """Somebody of whom one report says two sentences, both accepted."""
    story = Story("Serik Almasuly got 10 years, Marat said; 12, said Sholpan.")
    one = story.person("Serik Almasuly")
    custody = story.held(one, voice=("Marat",), state="prison", sentence="P10Y")
    story.say(custody, "sentence", "P12Y", voice=("Sholpan",))
    return story.accept().who(one)


def chosen(person: Person) -> str | None:
    """Read off the case what is chosen for the sentence."""
    shown = queries.case(viewer=keeper(), person=person)
    (known,) = [one for one in shown.episodes[0].known if one.property == SENTENCE]
    return known.choice.value if known.choice else None


def test_a_choice_is_shown_beside_the_dispute_and_a_later_one_replaces_it(serik: Person) -> None:
    """The dispute stays; each choice is one entry."""
    before = Entry.objects.count()
    actions.choose(by=keeper(), at=NOW, person=serik, property=SENTENCE, value="P10Y", why="the verdict says so")
    assert chosen(serik) == "P10Y"
    actions.choose(by=keeper(), at=later(1), person=serik, property=SENTENCE, value="P12Y", why="the appeal did")

    assert chosen(serik) == "P12Y"
    assert Choice.objects.count() == 2
    assert Entry.objects.count() == before + 2


def test_a_choice_is_taken_back_once(serik: Person) -> None:
    """Then nothing is chosen."""
    actions.choose(by=keeper(), at=NOW, person=serik, property=SENTENCE, value="P10Y", why="w")
    actions.unchoose(by=keeper(), at=later(1), person=serik, property=SENTENCE)

    assert chosen(serik) is None
    with pytest.raises(NoChoice):
        actions.unchoose(by=keeper(), at=later(2), person=serik, property=SENTENCE)


def test_only_a_value_that_somebody_gives_can_be_chosen(serik: Person) -> None:
    """The refusal lists what there is, and leaves no entry."""
    before = Entry.objects.count()

    with pytest.raises(NotAValue) as refused:
        actions.choose(by=keeper(), at=NOW, person=serik, property=SENTENCE, value="P11Y", why="in between")

    assert set(refused.value.known) == {"P10Y", "P12Y"}
    assert Entry.objects.count() == before


def test_readers_choose_nothing(serik: Person) -> None:
    """It takes an editor or a publisher."""
    with pytest.raises(NotAllowed):
        actions.choose(by=worker("reader", Role.READER), at=NOW, person=serik, property=SENTENCE, value="P10Y", why="w")


def test_only_editors_and_publishers_ask_how_many() -> None:
    """A refusal leaves no count and no entry."""
    lists()
    reader = worker("dana", Role.READER)
    before = Entry.objects.count()

    with pytest.raises(NotAllowed):
        asked(by=reader)
    assert (Count.objects.count(), Entry.objects.count()) == (0, before)


def test_every_question_leaves_an_entry_whatever_comes_of_it() -> None:
    """With the seed and a commitment to the table, and no name; the second with another entry."""
    lists()
    asked()
    asked(chosen=Chosen(lists=("Steppe Post", "Court Archive")))
    entries = [one.details for one in Entry.objects.filter(kind="count:asked").order_by("seq")]

    assert [one["seed"] for one in entries] == [1, 1]
    assert entries[0]["table"] != entries[1]["table"]
    assert "Steppe" not in str(entries)


def test_there_must_be_somebody_to_count() -> None:
    """The refusal says what to do."""
    with pytest.raises(NothingToCount, match="accept claims of custody"):
        asked()


def test_a_count_is_leased_once_and_by_name() -> None:
    """Two workers never make one; what a dead one held is free again."""
    lists()
    first, second = asked(), asked()

    assert actions.lease_count(worker="a", at=NOW, seconds=60, only=second) == second
    assert actions.lease_count(worker="b", at=NOW, seconds=60) == first
    assert actions.lease_count(worker="c", at=NOW, seconds=60) is None
    assert actions.release_counts(workers=["a"]) == 1
    assert actions.lease_count(worker="c", at=NOW, seconds=60) == second
