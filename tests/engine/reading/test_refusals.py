"""Tests of saying why a file is not read."""

from kualik.engine.reading.refusals import ADVICE, Refusal, Refused


def test_every_reason_has_advice() -> None:
    """Nobody is left without a next step."""
    assert set(ADVICE) == set(Refusal)


def test_a_refusal_says_where_what_and_what_next() -> None:
    """The message is whole by itself, and its pieces can be shown apart."""
    refused = Refused(Refusal.ENCRYPTED, detail="a PDF with a password", where="page 2").about("list.pdf")

    assert str(refused) == (
        "list.pdf: page 2: encrypted (a PDF with a password). Save a copy without a password, and add that."
    )
    assert (refused.reason, refused.file, refused.where) == (Refusal.ENCRYPTED, "list.pdf", "page 2")


def test_advice_of_its_own_goes_before_the_usual() -> None:
    """A reader that knows better says so."""
    assert str(Refused(Refusal.UNKNOWN_TYPE, detail="RTF", advice="Save it as DOCX.")) == (
        "unknown type (RTF). Save it as DOCX."
    )
