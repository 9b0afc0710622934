"""Shares of right claims, counted on annotated documents."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.writing.confidence import ALL, DOUBT, UNKNOWN, confidence
from kualik.engine.facts import Claim, Document, Entity, Reading, Schema, Stance
from tools import calibrate_reading
from tools.calibrate_reading import Case, brier, fitted, gap, judged, main, shares

TEXT = "Aida Bekova, 54, and Erlan Omarov came to Osh."
GOLD = {
    "id": "x1", "lang": "en", "text": TEXT,
    "facts": [{"kind": "person", "name": "Aida Bekova", "age": 45, "at": [0, 15]}],
}  # fmt: skip


def claim(entity: str, name: str, value: str, start: int, *, sure: float | None = None) -> Claim:
    """Claim something, as sure as its rule is unless told otherwise."""
    usual = confidence("english-rules/2", "person.named", property_=name)
    return Claim(
        entity=entity, property=name, value=value, stance=Stance.ASSERTS, voice=("publisher",), start=start,
        end=start + 5, quote=TEXT[start : start + 5], method="english-rules/2:person.named",
        confidence=usual if sure is None else sure, id=f"{entity}{name}",
    )  # fmt: skip


def reading() -> Reading:
    """Two people of whom the gold knows one, and her age otherwise."""
    return Reading(
        document=Document(id="sha256:x1", media_type="text/plain", text=TEXT, language="en"),
        entities=(
            Entity(id="e1", schema=Schema.PERSON, name="Aida Bekova"),
            Entity(id="e2", schema=Schema.PERSON, name="Erlan Omarov"),
            Entity(id="e3", schema=Schema.ORGANIZATION, name="Osh"),
        ),
        claims=(
            claim("e1", "name", "Aida Bekova", 0),
            claim("e1", "age", "54", 13),
            claim("e2", "name", "Erlan Omarov", 21, sure=0.0),
            claim("e3", "name", "Osh", 42),
        ),
    )


def test_a_claim_is_right_if_its_fact_is_and_its_slot_agrees() -> None:
    """What the gold cannot judge, such as the name of a body, is left out; what the reader doubted is told apart."""
    found = [(one.property, one.right, one.doubtful) for one in judged(reading(), GOLD)]

    assert found == [("name", True, False), ("age", False, False), ("name", False, True)]


def case(number: int, *, rule: str = "person.named", right: bool = True, doubtful: bool = False) -> Case:
    """Make a judged claim."""
    return Case(document=f"d{number}", language="english", rule=rule, property="name", doubtful=doubtful, right=right)


def test_shares_of_few_cases_are_drawn_towards_the_wider_class() -> None:
    """One wrong of one is not nought, and a hundred right of a hundred are nearly all."""
    counted = shares([*(case(n) for n in range(100)), case(100, rule="person.rare", right=False)])

    assert counted["english", "person.named", "name"][0] > 0.97
    assert 0.7 < counted["english", "person.rare", "name"][0] < 0.95
    assert counted["english", "person.rare", "name"][1] == 1


def test_doubted_claims_have_a_share_of_their_own() -> None:
    """They do not spoil their rule's."""
    counted = shares([*(case(n) for n in range(50)), *(case(n, right=False, doubtful=True) for n in range(50))])

    assert counted["english", "person.named", "name"][0] > 0.9
    assert counted["english", DOUBT, ALL][0] < 0.2


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abc"), st.booleans()), max_size=60))
def test_shares_are_shares_and_every_claim_is_guessed_once(told: list[tuple[int, str, bool]]) -> None:
    """By documents other than its own; with none, the low guess."""
    found = [case(number, rule=rule, right=right) for number, rule, right in told]
    guesses = fitted(found)

    assert all(0 <= share <= 1 for share, _ in shares(found).values())
    assert sorted(right for *_, right in guesses) == sorted(one.right for one in found)
    assert all(guess == UNKNOWN for guess, _, _ in fitted([case(1)]))


def test_the_errors_are_nought_for_guesses_that_are_right() -> None:
    """And what they should be for others."""
    assert gap([(1.0, True), (0.0, False)]) == brier([(1.0, True), (0.0, False)]) == 0
    assert gap([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0
    assert gap([(0.9, False)]) == pytest.approx(0.9)
    assert brier([(0.5, True), (0.5, False)]) == 0.25


def test_the_table_is_written_and_its_errors_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the form that the readers read."""
    monkeypatch.setattr(calibrate_reading, "extract", lambda document: replace(reading(), document=document))
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(GOLD | {"id": f"x{n}"}) + "\n" for n in range(10)), encoding="utf-8")
    main([str(gold), "--to", str(tmp_path / "table.tsv")])
    head, *rows = (tmp_path / "table.tsv").read_text(encoding="utf-8").splitlines()

    assert head == "language\trule\tproperty\tshare\tcases"
    assert any(row.startswith("english\tperson.named\tname\t0.") and row.endswith("\t10") for row in rows)
    assert "10 documents, 30 claims, 10 right" in capsys.readouterr().out
