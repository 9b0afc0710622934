"""Readings as programs take them and as people see them."""

from dataclasses import replace

from kualik.cli.readings import as_plain, clean, shown
from kualik.engine.extracting.why import Why
from kualik.engine.facts import Claim, Document, Entity, Reading, Schema, Stance

TEXT = "Aida Bekova was taken away."


def reading(**document: object) -> Reading:
    """A reading with one claim."""
    claim = Claim(
        entity="e1", property="name", value="Aida Bekova", stance=Stance.ASSERTS, voice=("Osh Post",), start=0, end=11,
        quote="Aida Bekova", method="person", confidence=1.0, id="c1",
    )  # fmt: skip
    return Reading(
        document=Document(id="sha256:0", media_type="text/plain", text=TEXT, language="en", **document),  # type: ignore[arg-type]  # what a test says
        entities=(Entity(id="e1", schema=Schema.PERSON, name="Aida Bekova"),),
        claims=(claim,),
    )


def lines(read: Reading, *, with_why: bool = False) -> list[str]:
    """What people see."""
    return [line.plain for line in shown(read, with_why=with_why)]


def test_why_is_told_when_asked_for_and_else_not() -> None:
    """In JSON beside the method, for eyes beneath the claim."""
    assert "why" not in as_plain(reading())["claims"][0]
    assert set(as_plain(reading(), with_why=True)["claims"][0]["why"]) == set(Why.__slots__)
    assert not any("rule:" in line for line in lines(reading()))
    assert "      rule: a person read it" in lines(reading(), with_why=True)


def test_the_documents_warnings_are_shown() -> None:
    """What could not be read is not passed over."""
    assert "  one page was dark" in lines(reading(warnings=("one page was dark",)))


def test_nothing_found_is_said() -> None:
    """And where no reader is there for the language."""
    nothing = Reading(document=Document(id="sha256:0", media_type="text/plain", text="…", language="en"))

    assert "  nothing was found" in lines(nothing)
    elsewhere = replace(nothing, document=replace(nothing.document, language="ja"))
    assert "  there is no reader for this language yet" in lines(elsewhere)


def test_what_a_stranger_wrote_cannot_steer_the_terminal() -> None:
    """Escapes are blanks."""
    assert clean("a\x1b[31m\n b") == "a [31m b"
