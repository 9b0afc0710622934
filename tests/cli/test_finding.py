"""What `kualik find` prints."""

import pytest

from kualik.cli import finding
from kualik.cli.naming import short
from tests.cases.casting import Story, keeper
from tests.cli.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A report with a held son without a name."""
    made = Story("Sons of the steppe\nHer son got 10 years, Gulnur said.")
    son = made.person(description="son of Gulnur")
    made.held(son, state="prison", sentence="P10Y")
    return made.propose()


def test_each_kind_of_hit_says_why(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """Persons with custody marked as only proposed, titles, passages with their place."""
    assert finding.run(by=keeper(), words="son", limit=5, as_json=False) == 0
    out = capsys.readouterr().out

    assert "K-000001  son of Gulnur  prison, 10 years (proposed, not yet accepted)  [1 document]" in out
    assert f"document {short(story.document.pk)}  Sons of the steppe" in out
    assert f"passage in document {short(story.document.pk)} Sons of the steppe, " in out
    assert out.count("found by: ") == 3


def test_json_holds_the_same(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    """One object, with ids as text and offsets that fit."""
    told = run(capsys, "find", "Gulnur", "--json").json

    assert told["people"][0]["person"] == "K-000001"
    (passage,) = told["passages"]
    assert passage["document"] == str(story.document.pk)
    assert story.text[passage["start"] : passage["end"]] == "Gulnur"
