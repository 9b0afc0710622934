"""Why a claim is there."""

from kualik.engine.extracting.why import why
from kualik.engine.facts import Claim, Document, Entity, Reading, Schema, Stance
from kualik.engine.facts.claims import NOBODY, Spoken

TEXT = "Aida Bekova said her son was in a camp. It was said that he was ill. Osh is far.\nNurlan: I saw him."
SAID = "Aida Bekova said her son was in a camp"


def claim(name: str, words: str, *voice: str, method: str = "person") -> Claim:
    """Claim something."""
    start = TEXT.index(words)
    return Claim(
        entity="e1", property=name, value="x", stance=Stance.ASSERTS, voice=("Chuy Dispatch", *voice), start=start,
        end=start + len(words), quote=words, method=method, confidence=0.5, id=f"{name} {words}",
    )  # fmt: skip


def told(*claims: Claim) -> dict[str, tuple[str, str, str]]:
    """Say why, by the claims' properties."""
    spoken = (Spoken(start=TEXT.index("I saw"), end=len(TEXT), speaker="Nurlan"),)
    document = Document(id="sha256:0", media_type="text/plain", text=TEXT, spoken=spoken)
    reading = Reading(document=document, entities=(Entity(id="e1", schema=Schema.PERSON, name="x"),), claims=claims)
    return {
        one.property: (found.rule, found.voice, found.passage) for one in claims for found in [why(reading)[one.id]]
    }


def test_it_says_rule_voice_and_passage() -> None:
    """A claim in what somebody says has their voice because it stands there."""
    found = told(claim("content", SAID, "Aida Bekova"), claim("state", "in a camp", "Aida Bekova"))

    assert found["state"] == (
        "a person read it",
        "Aida Bekova, by way of Chuy Dispatch: it stands in what they say, [0:38], a person read it",
        "“in a camp” [29:38]",
    )
    assert found["content"][1] == "Aida Bekova, by way of Chuy Dispatch: found as the one who speaks in this passage"


def test_a_claim_of_the_document_itself_says_so() -> None:
    """Nobody else was found."""
    assert told(claim("place", "Osh"))["place"][1].startswith("the document itself")


def test_an_unnamed_speaker_is_called_that() -> None:
    """Not by our word for nobody."""
    voice = told(claim("content", "It was said that he was ill", NOBODY))["content"][1]

    assert voice.startswith("somebody who is not named, by way of")


def test_the_author_of_a_message_and_a_narrator_are_told_apart() -> None:
    """By the form of the document, and by nothing else."""
    assert "a message or answer of theirs" in told(claim("state", "saw him", "Nurlan"))["state"][1]
    assert "they tell the document" in told(claim("state", "Osh", "Nurlan"))["state"][1]


def test_of_statements_within_each_other_the_narrowest_is_named() -> None:
    """It is the one whose voice the claim has."""
    outer = claim("content", TEXT[:80], "Aida Bekova")
    inner = claim("outer", SAID, "Aida Bekova")
    found = told(outer, claim("content", SAID, "Aida Bekova"), claim("state", "camp", "Aida Bekova"), inner)

    assert "[0:38]" in found["state"][1]
