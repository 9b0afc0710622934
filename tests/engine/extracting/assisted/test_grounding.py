"""What of an answer stands in the text."""

from kualik.engine.extracting.assisted.answering import Answer, ProposedCustody, ProposedPerson, ProposedStatement
from kualik.engine.extracting.assisted.grounding import Dropped, Grounded, ground
from kualik.engine.extracting.spans import Span
from kualik.engine.facts import Document, Stance

TEXT = (
    "Serik Omarov, a teacher, spoke on Monday. “They took my brother Erlan in May 2019,” he said. "
    "Erlan was sentenced to 9 years in Osh.\n\nThe mayor was silent."
)


def grounded(**told: object) -> Grounded:
    """Ground one answer about TEXT."""
    document = Document(id="sha256:0", media_type="text/plain", text=TEXT, language="en")
    return ground(document, [(Span(start=0, end=len(TEXT)), Answer(**told))])  # type: ignore[arg-type]  # what a test says


def statement(**changed: str) -> ProposedStatement:
    """Propose what he said."""
    told = {"quote": "They took my brother Erlan in May 2019", "verb": "said", "speaker": "Serik Omarov"}
    return ProposedStatement(**({"stance": "asserts"} | told | changed))


def test_a_speaker_in_the_sentence_before_is_kept() -> None:
    """The passage is the quotation's own sentence, from its first word to the verb."""
    (kept,) = grounded(statements=(statement(),)).statements

    assert (kept.speaker.text, kept.stance) == ("Serik Omarov", Stance.ASSERTS)
    assert TEXT[kept.span.start : kept.span.end] == "They took my brother Erlan in May 2019,” he said"
    assert TEXT[kept.content.start : kept.content.end] == "They took my brother Erlan in May 2019"


def test_each_reason_is_counted_by_itself() -> None:
    """Words, verb, speaker, stance, person."""
    held = ProposedCustody(quote="Erlan was sentenced", who="The mayor", state="prison")
    found = grounded(
        statements=(
            statement(quote="They took nobody"), statement(verb="wept"), statement(speaker="The mayor"),
            statement(speaker="he"), statement(speaker="Erlan"), statement(stance="sings"),
        ),
        custody=(held, ProposedCustody(quote="Erlan was sentenced", who="Erlan", state="in space")),
        persons=(ProposedPerson(quote="The mayor", name="Almaz"),),
        malformed=3,
    )  # fmt: skip

    assert [len(kept) for kept in (found.statements, found.custody, found.persons)] == [0, 0, 0]
    assert found.dropped == {
        Dropped.QUOTE: 2, Dropped.VERB: 1, Dropped.SPEAKER: 3, Dropped.FORM: 5, Dropped.WHO: 1,
    }  # fmt: skip


def test_values_are_read_by_our_grammars_in_their_own_sentence() -> None:
    """A date of another sentence is none of this custody."""
    told = ProposedCustody(
        quote="Erlan was sentenced to 9 years", who="Erlan", state="prison", sentence="9 years", since="May 2019",
        place="Osh",
    )  # fmt: skip
    found = grounded(custody=(told,))
    (kept,) = found.custody

    assert (kept.sentence and kept.sentence.text, kept.since, kept.place and kept.place.text) == ("P9Y", None, "Osh")
    assert found.values == 1


def test_an_age_that_does_not_stand_by_the_name_is_left_out() -> None:
    """The name is kept."""
    found = grounded(persons=(ProposedPerson(quote="Serik Omarov, a teacher", name="Serik Omarov", age="41"),))

    assert [(one.name.text, one.age) for one in found.persons] == [("Serik Omarov", None)]
    assert found.values == 1
