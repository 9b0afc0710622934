"""`kualik count --from-casebook`."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings import actions
from kualik.cases.findings.captures import Chosen, capture
from kualik.cases.findings.models import Count, CountState
from kualik.cases.ledger.models import Entry
from kualik.cli.counting import told_first
from tests.cases.casting import NOW, keeper, worker
from tests.cases.findings.listing import asked, lists, named
from tests.cli.running import run

pytestmark = pytest.mark.django_db
HERE = ("count", "--from-casebook", "--method", "a")


def test_what_is_not_known_stands_before_any_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """Then the lists with their sizes, then the report; the run is kept and logged."""
    lists()
    ran = run(capsys, *HERE, "--population", "people held in the valley")

    assert ran.code == 0
    assert ran.out.startswith("Of 5 people who fit, this is not known:\n  name: of 0 of all 5")
    assert ran.out.index("Court Archive: 3 people") < ran.out.index("At least 5 people are named")
    assert Count.objects.get().title == "people held in the valley"
    assert list(Entry.objects.order_by("-seq").values_list("kind", flat=True)[:2]) == ["count:reported", "count:asked"]


def test_json_has_the_lists_and_what_is_missing_beside_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    """With the id of the count."""
    lists()
    told = run(capsys, *HERE, "--where", "place=ghulja", "--only", "Steppe Post", "--only", "Court Archive", "--json")

    assert told.json["listed"] == 4
    assert [one["name"] for one in told.json["casebook"]["lists"] if one["chosen"]] == ["Court Archive", "Steppe Post"]
    assert told.json["count"] == str(Count.objects.get().pk)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--where", "shoeSize=44"), 1, "write PROPERTY=VALUE"),
        (("--where", "place=Atlantis"), 1, "nobody who fits is on any list"),
        (("--same", "A"), 2, "write OTHER=ONE"),
    ],
)
def test_what_cannot_be_counted_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, told: str
) -> None:
    """And nothing is kept."""
    lists()
    ran = run(capsys, *HERE, *words)

    assert ran.code == code
    assert told in " ".join(ran.err.replace("│", " ").split())
    assert Count.objects.count() == 0


def test_a_reader_may_not_ask(capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal says which role is missing."""
    lists()
    worker("dana", Role.READER)
    ran = run(capsys, *HERE, as_="dana")

    assert ran.code == 1
    assert "editor" in ran.err


def test_what_waits_is_counted_by_the_worker(capsys: pytest.CaptureFixture[str]) -> None:
    """Also what a dead worker had begun."""
    named("Steppe Post", ["Serik Almasuly"])
    asked()
    asked()
    actions.lease_count(worker="nobody:dead", at=NOW, seconds=60)
    ran = run(capsys, "work", "--once")

    assert ran.code == 0
    assert set(Count.objects.values_list("state", flat=True)) == {CountState.DONE}


def test_a_count_that_cannot_be_made_is_told_by_the_worker(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, and the reason."""
    lists()
    count = asked()
    Count.objects.filter(pk=count.pk).update(attempts=99)
    ran = run(capsys, "work", "--once")

    assert ran.code == 1
    assert f"the count {count.pk} was broken off" in ran.err


def test_lists_that_come_from_others_are_told() -> None:
    """With how many of their documents."""
    named("Valley Committee", ["Serik Almasuly"])
    named("Steppe Post", ["Dana Erlanqyzy"], voice=("Valley Committee",))
    lines = list(told_first(capture(viewer=keeper(), chosen=Chosen()).known))

    assert "  Steppe Post: documents that count for Valley Committee, whose they are: 1" in lines
