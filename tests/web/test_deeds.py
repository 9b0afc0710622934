"""What the ledger says was done, in words."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import timezone, translation

from kualik.cases.accounts.models import User
from kualik.cases.ledger.models import Entry
from kualik.engine.facts import Status
from kualik.web import deeds

CASES = Path(deeds.__file__).parents[1] / "cases"
KIND = re.compile(r"[a-z]+:[a-z]+(-[a-z]+)*")
PERSON = "7b0c1c2e-7c37-4c2b-9b5e-5a7f2f6f3a01"


def entry(kind: str, /, **details: object) -> Entry:
    return Entry(
        seq=1, at=timezone.now(), actor=User(username="keeper"), kind=kind, about=f"person:{PERSON}", details=details
    )


def written() -> set[str]:
    """Every text of the casebook's actions that looks like the kind of an entry."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CASES.rglob("*.py")]
    texts = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KIND.fullmatch(node.value)
    }
    return (texts - deeds.MANY) | {f"claim:{status.value}" for status in Status if status != Status.PROPOSED}


def test_every_deed_that_the_casebook_writes_down_has_words() -> None:
    """A kind that is new needs its sentence; one that is written no more needs none."""
    assert written() == {*deeds.SAID, *deeds.COUNTED, "claim:reopened"}


def test_every_deed_can_be_chosen_by_its_noun() -> None:
    """The list of choices leaves none out."""
    assert {kind.partition(":")[0] for kind in written()} == set(deeds.NOUNS)


@pytest.mark.parametrize(
    ("kind", "details", "said"),
    [
        ("claim:accepted", {"claims": ["1"]}, "Accepted 1 claim"),
        ("claim:accepted", {"claims": ["1", "2", "3", "4"]}, "Accepted 4 claims"),
        ("claim:proposed", {"made": {"1": "x", "2": "y"}}, "2 claims were read from it"),
        ("events:taken", {"rows": 12}, "Took a working table of 12 events"),
        ("account:granted", {"role": "editor"}, "Gave the role “Editor”"),
        ("account:language-set", {"language": "ug"}, "Chose the language: Uyghur"),
        ("source:classified", {"was": "internal", "became": "sealed"}, "Changed who may know of a source to: Sealed"),
        ("source:classified", {"source:1": {}}, "Changed who may know of several sources"),
        ("count:asked", {}, "Asked for a count"),
        ("something:new", {}, "something:new"),
    ],
)
def test_a_deed_is_said_in_a_sentence(kind: str, details: dict[str, object], said: str) -> None:
    """With how many, and with what of its details makes it clear."""
    assert deeds.in_words(entry(kind, **details)) == said


def test_a_deed_is_said_in_the_readers_language() -> None:
    """In the plural form that the number asks for."""
    with translation.override("ru"):
        said = [deeds.in_words(entry("claim:accepted", claims=[""] * number)) for number in (1, 2, 5)]

    assert said == ["Принято 1 утверждение", "Принято 2 утверждения", "Принято 5 утверждений"]


def test_what_it_is_about_leads_to_its_page() -> None:
    """Where it has one."""
    one = deeds.thing_of(f"person:{PERSON}")
    assert one is not None
    assert (one.word, one.address) == ("Person", f"/people/{PERSON}/")
    claim = deeds.thing_of("claim:1")
    assert claim is not None
    assert claim.address == ""


@pytest.mark.parametrize("about", [*sorted(deeds.MANY), "nothing", ""])
def test_what_is_about_many_things_has_no_page(about: str) -> None:
    """Nor has what is not known."""
    assert deeds.thing_of(about) is None


def test_an_id_that_is_none_breaks_nothing() -> None:
    """The entry is shown without a link."""
    thing = deeds.thing_of("document:not-an-id")

    assert thing is not None
    assert thing.address == ""


def test_long_details_are_cut() -> None:
    """Ten thousand ids make no page; how many there are is said."""
    facts = dict(deeds.deed_of(entry("claim:accepted", claims=[str(one) for one in range(10_000)])).facts)

    assert facts["claims"].endswith("19 … (10000)")
