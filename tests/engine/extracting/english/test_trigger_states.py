"""States somebody is in."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.trigger_states import READERS


def test_a_thing_that_is_missing_is_nobody_who_disappeared() -> None:
    """Ledgers may be missing too, but a state needs its subject."""
    parsed = parse("A heading\n\nRemain calm.")
    assert not [read(parsed, one.i) for read in READERS for one in parsed.words if read(parsed, one.i)]
