"""A model's answers about a document, from one end to the other without a server."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.assisted import Answer, add_answers
from kualik.engine.extracting.assisted.answering import ProposedCustody, ProposedPerson, ProposedStatement
from kualik.engine.extracting.spans import Span
from kualik.engine.facts import Document, Reading

TEXT = "Aida Bekova, 54, said her son Erlan was sentenced to 9 years. “He is innocent,” Aida said.\nOfficials refused."
WORDS = st.sampled_from(
    [*TEXT.split(), "Aida Bekova", "her son Erlan", "9 years", "“He is innocent,”", "", "Beijing", "\0"]
)
STATEMENTS = st.builds(
    ProposedStatement, quote=WORDS, verb=WORDS, speaker=WORDS, stance=st.sampled_from(["asserts", "denies", "?"])
)
CUSTODY = st.builds(
    ProposedCustody, quote=WORDS, who=WORDS, state=st.sampled_from(["prison", "?"]), speaker=WORDS, sentence=WORDS,
    since=WORDS, place=WORDS,
)  # fmt: skip
PERSONS = st.builds(ProposedPerson, quote=WORDS, name=WORDS, age=WORDS)
ANSWERS = st.builds(
    Answer, statements=st.lists(STATEMENTS, max_size=4).map(tuple), custody=st.lists(CUSTODY, max_size=4).map(tuple),
    persons=st.lists(PERSONS, max_size=4).map(tuple),
)  # fmt: skip


@given(ANSWERS)
def test_whatever_a_model_answers_passages_fit_and_speakers_are_in_the_text(answer: Answer) -> None:
    """Nothing is believed that does not stand there."""
    document = Document(id="sha256:0", media_type="text/plain", text=TEXT, language="en")
    assisted = add_answers(Reading(document=document), [(Span(start=0, end=len(TEXT)), answer)], model="toy")

    for claim in assisted.reading.claims:
        assert TEXT[claim.start : claim.end] == claim.quote != ""
        assert all(voice in TEXT for voice in claim.voice[1:])
    ids = {entity.id for entity in assisted.reading.entities}
    assert {claim.entity for claim in assisted.reading.claims} == ids
