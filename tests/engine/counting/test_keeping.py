"""Reports that are kept and read again."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kualik.engine.counting import DamagedRecord, Question, Report, pack, unpack
from kualik.engine.counting.premises import WithoutPremises
from tests.engine.counting.reports import QUESTION, answered, refused


@pytest.mark.parametrize("report", [answered(), refused()], ids=["answered", "refused"])
def test_a_report_is_the_same_after_it_was_kept(report: Report) -> None:
    """Through JSON, phrases with their figures and all."""
    assert unpack(Report, json.loads(json.dumps(pack(report), allow_nan=False))) == report


def test_a_question_too() -> None:
    """With the figure that others claim."""
    assert unpack(Question, json.loads(json.dumps(pack(QUESTION)))) == QUESTION
    assert unpack(Question, pack(replace(QUESTION, claimed=None))).claimed is None


@pytest.mark.parametrize("damage", ["listed", "premises", "provenance"])
def test_what_lacks_something_is_refused(damage: str) -> None:
    """By name, not by a traceback."""
    kept: dict[str, Any] = pack(answered())
    del kept[damage]

    with pytest.raises(DamagedRecord, match=damage):
        unpack(Report, kept)


def test_assumptions_cannot_be_taken_out_of_what_was_kept() -> None:
    """A figure without them is not read either."""
    kept: dict[str, Any] = pack(answered())
    kept["premises"]["assumptions"] = []

    with pytest.raises(WithoutPremises):
        unpack(Report, kept)
