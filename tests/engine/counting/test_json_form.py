"""The contract of `kualik count --json`."""

import json

from kualik.engine.counting.json_form import as_json
from tests.engine.counting.reports import answered, refused

KEYS = {"estimate", "low", "high", "assumptions", "diagnostics", "refusal", "estimator"}


def test_every_estimator_has_all_its_keys() -> None:
    """A refused one too; and what is written is JSON that any reader takes."""
    for report in (answered(), refused()):
        written = json.loads(json.dumps(as_json(report), allow_nan=False))

        assert written["estimators"]
        assert all(one.keys() >= KEYS for one in written["estimators"])
        assert written["listed"] == report.listed


def test_a_headline_carries_its_assumptions() -> None:
    """Whoever copies it alone copies them."""
    headline = json.loads(json.dumps(as_json(answered())["headline"]))

    assert (headline["low"], headline["high"]) == (1900, 2100)
    assert headline["exact"]["low"] >= 1900
    assert headline["assumptions"]


def test_without_a_headline_there_is_a_refusal_with_its_reason() -> None:
    """One string for whoever reads one, a list for whoever counts them."""
    written = as_json(refused())

    assert written["headline"] is None
    assert "on two lists" in str(written["refusal"])
    assert written["linkage"]["said"] == "linkage error not assessed"  # type: ignore[index]  # a dictionary, as just made
