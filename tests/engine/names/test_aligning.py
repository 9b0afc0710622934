"""Part against part. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.aligning import align, nearness

NAMES = st.sampled_from(
    [
        "Khalida Aqytkhan",
        "Халида Ақытханқызы",
        "Nur Ali",
        "哈丽达·阿合特汗",
        "Aigul",
        "Serik Bolatuly Omar",
        "",
        "Ali Ali",
    ]
)


def test_parts_meet_whatever_their_order() -> None:
    """Family name first or last."""
    alignment = align("Khalida Aqytkhan", "Ақытхан Халида")

    assert sorted((pair.a.text, pair.b.text) for pair in alignment.pairs) == [
        ("aqytkhan", "ақытхан"),
        ("khalida", "халида"),
    ]
    assert alignment.worst == pytest.approx(1.0)


def test_what_has_no_partner_is_left_over() -> None:
    """A patronymic that only one name has; the share is of sounds."""
    alignment = align("Serik Bolatuly Omar", "Serik Omar")

    assert [part.text for part in alignment.unpaired] == ["bolatuly"]
    assert alignment.left_over == pytest.approx(5 / 14)


def test_another_fathers_name_is_told() -> None:
    """Both are patronymics and far apart; a family name says nothing of the father."""
    assert align("Serik Bolatuly", "Serik Qanatuly").fathers_differ
    assert not align("Serik Bolatuly", "Serik Bolatovich").fathers_differ
    assert not align("Serik Bolatov", "Serik Qanatov").fathers_differ


@given(NAMES, NAMES)
def test_every_figure_is_a_share_and_symmetric(a: str, b: str) -> None:
    """0 to 1, whichever name comes first."""
    one, other = align(a, b), align(b, a)

    for figure in ("letters", "bones", "worst", "joined", "left_over"):
        assert 0 <= getattr(one, figure) <= 1 + 1e-9
        assert getattr(one, figure) == pytest.approx(getattr(other, figure))
    assert one.fathers_differ == other.fathers_differ


def test_nearness_of_the_same_is_one() -> None:
    """Even where there is no consonant."""
    assert nearness("aia", "aia") == (1.0, 1.0, 1.0)
    assert nearness("aia", "bat")[2] < 0.5
