"""One way to write an entry, known beforehand."""

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.ledger.canonical import GENESIS, Row, canonical, hash_of, stamp

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner),
    max_leaves=20,
)


def test_the_form_is_that_of_rfc_8785() -> None:
    """Keys sorted, no spaces, letters as they are in UTF-8, control letters in the short form."""
    written = canonical({"b": [True, None, -7], "a": "Ұ\u20ac\n\u0007", "A": {"z": 0}})

    assert written == b'{"A":{"z":0},"a":"\xd2\xb0\xe2\x82\xac\\n\\u0007","b":[true,null,-7]}'


@given(PLAIN)
def test_the_order_of_keys_does_not_matter(value: object) -> None:
    """The same content has the same form, in whichever order it was put together."""

    def turned(one: object) -> object:
        if isinstance(one, dict):
            return {key: turned(one[key]) for key in reversed(list(one))}
        return [turned(inner) for inner in one] if isinstance(one, list) else one

    assert canonical(value) == canonical(turned(value))  # type: ignore[arg-type]  # generated, of the right kinds


@pytest.mark.parametrize("value", [0.5, {"a": 1.0}, [b"bytes"], {"ключ": 1}, datetime(2024, 2, 8, tzinfo=UTC)])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    """Fractions, bytes, moments and keys beyond ASCII have no place in an entry."""
    with pytest.raises(TypeError):
        canonical(value)  # type: ignore[arg-type]  # that is the point


def test_a_moment_is_written_in_utc_to_the_microsecond() -> None:
    """Almaty's noon is seven in the morning; a moment without a zone is none."""
    almaty = timezone(timedelta(hours=5))

    assert stamp(datetime(2024, 2, 8, 12, tzinfo=almaty)) == "2024-02-08T07:00:00.000000+00:00"
    with pytest.raises(ValueError, match="time zone"):
        stamp(datetime(2024, 2, 8, 12))  # noqa: DTZ001 (that is the point)


def test_the_hash_is_of_everything_but_itself() -> None:
    """A known answer, written out by hand."""
    row = Row(
        seq=1,
        at="2024-02-08T07:00:00.000000+00:00",
        actor="a",
        kind="source:added",
        about="source:x",
        details={},
        previous=GENESIS,
        hash="",
    )
    by_hand = (
        '{"about":"source:x","actor":"a","at":"2024-02-08T07:00:00.000000+00:00","details":{},'
        f'"kind":"source:added","previous":"{GENESIS}","seq":1}}'
    )

    assert hash_of(row) == sha256(by_hand.encode()).hexdigest()
