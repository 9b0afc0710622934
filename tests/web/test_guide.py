"""The guide as pages of the house."""

from pathlib import Path

import pytest
from django.utils.html import escape

from kualik.web import guide

WRITTEN = Path(__file__).parents[2] / "docs" / "guide"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of the test's own."""
    monkeypatch.setattr(guide, "PACKED", tmp_path)
    guide.chapters.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def _read_anew() -> object:
    yield
    guide.chapters.cache_clear()


def test_every_chapter_that_is_written_is_there() -> None:
    """With its first heading as its title."""
    assert set(guide.chapters()) == {path.stem for path in WRITTEN.glob("*.md")}
    assert next(iter(guide.chapters().values())).title.startswith("First steps")


def test_every_link_and_picture_of_the_guide_leads_somewhere() -> None:
    """To a chapter, to a heading on the page, or to a picture that is there."""
    for chapter in guide.chapters().values():
        for part in chapter.body.split('href="')[1:]:
            address = part.partition('"')[0]
            path, _hash, anchor = address.partition("#")
            meant = guide.chapters()[path.strip("/").rpartition("/")[2]] if path else chapter
            assert not anchor or anchor in {one.anchor for one in meant.sections}, (chapter.name, address)
        for part in chapter.body.split('src="')[1:]:
            assert guide.picture(part.partition('"')[0].rpartition("/")[2])


def test_markup_that_is_not_ours_is_shown_and_not_obeyed(written: Path) -> None:
    """Only the keycap of a key stands as markup."""
    wild = "<script>alert(1)</script>"
    (written / "wild.md").write_text(f"# Wild\n\nPress <kbd>j</kbd> {wild}\n\n{wild}\n\n[x](javascript:alert(1))\n")

    body = guide.chapters()["wild"].body

    assert "<kbd>j</kbd>" in body
    assert "<script" not in body
    assert escape("<script>") in body
    assert 'href="javascript' not in body


def test_what_is_searched_is_found_in_headings_first(written: Path) -> None:
    """Then in what stands below them, in any case of letters, with its anchor."""
    (written / "a.md").write_text("# Aye\n\nOf consent in passing.\n\n## Other\n\nNothing.\n")
    (written / "b.md").write_text("# Bee\n\n## Whose Consent?\n\nThe family's.\n")

    assert [one.title for one in guide.found("CONSENT")] == ["Whose Consent?", "Aye"]
    assert guide.found("consent")[0].address == "/help/b/#whose-consent"
    assert guide.found("consent nowhere") == []
    assert guide.found("  ") == []


@pytest.mark.parametrize("name", ["../releases.md", "nothing.png", "", "releases.md"])
def test_only_the_guides_own_pictures_are_found(name: str) -> None:
    """No other file by any way of writing."""
    assert guide.picture(name) is None
    assert guide.picture("home.png") == WRITTEN / "pictures" / "home.png"
