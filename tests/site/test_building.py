"""A public release as static pages: nothing that runs, nothing from elsewhere, nothing secret, whole or not at all."""

import re
import shutil
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import NoReturn

import pytest

from kualik.cases.releases import actions, queries
from kualik.cases.releases.models import Consent
from kualik.site import building
from kualik.site.building import MARK, NotForThePublic, NotOurFolder, build
from tests.cases.casting import keeper, later
from tests.cases.releases.releasing import SECRETS, UNNAMED, approved, case
from tests.exports.canaries import found, heard
from tests.exports.releasing import person, release


class Page(HTMLParser):
    """A page as its elements and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data


def pages(folder: Path) -> dict[str, Page]:
    """Read every page of a site."""
    return {path.name: Page(path) for path in sorted(folder.glob("*.html"))}


def test_there_is_an_index_and_a_page_for_each_person(tmp_path: Path) -> None:
    """Every link leads to a page that is there."""
    built = build(release(person(10), person(20, "")), tmp_path / "site")

    site = pages(tmp_path / "site")
    assert set(site) == {"index.html", f"{10:032x}.html", f"{20:032x}.html"}
    links = [attrs["href"] for page in site.values() for tag, attrs in page.elements if tag in {"a", "link"}]
    assert all(link and (link.startswith("#") or (tmp_path / "site" / link).is_file()) for link in links)
    assert built.files == len(list((tmp_path / "site").iterdir()))
    assert "10 years" in site[f"{10:032x}.html"].text
    assert "A person whose name is not shown" in site[f"{20:032x}.html"].text


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    """No script, no address of another host, no inline style, and a policy that forbids them."""
    build(release(person(10)), tmp_path / "site")

    for page in pages(tmp_path / "site").values():
        tags = {tag for tag, _attrs in page.elements}
        assert not tags & {"script", "iframe", "object", "embed", "form", "img", "style"}
        assert not any(name.startswith("on") or name == "style" for _tag, attrs in page.elements for name in attrs)
        policies = [attrs["content"] for _tag, attrs in page.elements if "http-equiv" in attrs]
        assert policies
        assert "default-src 'none'" in str(policies[0])
    for path in (tmp_path / "site").iterdir():
        assert not re.search(r"https?://|@import|url\(", path.read_text(encoding="utf-8")), path.name


def test_a_page_can_be_read_by_everybody(tmp_path: Path) -> None:
    """Language and direction, one main, one first heading, a way past the top, headers of rows and columns."""
    build(release(person(10)), tmp_path / "site", language="ug")

    for page in pages(tmp_path / "site").values():
        tags = [tag for tag, _attrs in page.elements]
        attrs = dict(page.elements)
        assert (attrs["html"]["lang"], attrs["html"]["dir"]) == ("ug", "rtl")
        assert tags.count("main") == tags.count("h1") == tags.count("title") == 1
        assert all("scope" in attrs for tag, attrs in page.elements if tag == "th")
        assert any(attrs.get("href") == "#content" for _tag, attrs in page.elements)
    named = [attrs for _tag, attrs in pages(tmp_path / "site")["index.html"].elements if attrs.get("lang") == "kk-Cyrl"]
    assert named
    assert named[0]["dir"] == "ltr"


def test_text_is_text(tmp_path: Path) -> None:
    """What looks like markup in a name or a title is shown, not obeyed."""
    nasty = "<script>alert(1)</script>&\"'"
    build(release(person(10, nasty), title=nasty), tmp_path / "site")

    for page in pages(tmp_path / "site").values():
        assert "script" not in {tag for tag, _attrs in page.elements}
        assert nasty in page.text


def test_whoever_has_the_pages_can_check_them(tmp_path: Path) -> None:
    """The digest is the SHA-256 of one file, and a list has those of all others."""
    frozen = release(person(10))
    built = build(frozen, tmp_path / "site")
    folder = tmp_path / "site"

    assert sha256((folder / MARK).read_bytes()).hexdigest() == built.digest == frozen.digest
    assert frozen.digest in (folder / "README.txt").read_text(encoding="utf-8")
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    others = {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    assert set(listed) == others
    assert all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in listed.items())


def test_building_again_replaces_the_site_and_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    """Whoever was taken out is gone."""
    build(release(person(10), person(20)), tmp_path / "site")
    build(release(person(10)), tmp_path / "site")

    assert not (tmp_path / "site" / f"{20:032x}.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_same_release_gives_the_same_bytes(tmp_path: Path) -> None:
    """A diff of two sites shows what changed in the release, and nothing else."""
    for name in ("one", "two"):
        build(release(person(10)), tmp_path / name)

    contents = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert contents[0] == contents[1]


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """A slip of the keyboard must not delete somebody's files."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Dear …")

    with pytest.raises(NotOurFolder):
        build(release(person(10)), tmp_path / "letters")

    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]


def test_a_broken_off_build_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing beside it."""
    build(release(person(10)), tmp_path / "site")
    before = (tmp_path / "site" / "index.html").read_bytes()

    def fail(*_paths: Path) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "_put_in_place", fail)
    with pytest.raises(OSError, match="No space"):
        build(release(person(20)), tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    """A server shows the folder; a link turned into a folder would leave those who withdrew on its pages."""
    served = tmp_path / "served"
    build(release(person(10), person(20)), served)
    (tmp_path / "site").symlink_to(served)

    build(release(person(10)), tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert set(pages(served)) == {"index.html", f"{10:032x}.html"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["served", "site"]


def test_where_the_new_site_cannot_be_put_in_place_the_old_one_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second step fails after the first."""
    site = tmp_path / "site"
    build(release(person(10)), site)
    before = (site / MARK).read_bytes()
    rename = Path.rename

    def second_fails(self: Path, target: Path) -> Path:
        if target == site and not self.name.endswith(".old"):
            raise OSError(28, "no space left")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(OSError, match="no space left"):
        build(release(person(20)), site)

    assert (site / MARK).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_broken_off_build_put_aside_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    """The old pages may hold somebody who withdrew; folders of others are left alone."""
    build(release(person(10)), tmp_path / ".site.abc.old")
    (tmp_path / ".site.notes.old").mkdir()
    (tmp_path / ".site.notes.old" / "notes.txt").write_text("ours")

    build(release(person(20)), tmp_path / "site")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.notes.old", "site"]


def test_old_pages_that_cannot_be_removed_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever publishes must know that they lie there."""
    build(release(person(10)), tmp_path / "site")

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise OSError(13, "not permitted", str(path))

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(OSError, match="not permitted") as told:
        build(release(person(20)), tmp_path / "site")

    assert str(told.value.filename).endswith(".old")


def test_what_is_for_lawyers_gets_no_site(tmp_path: Path) -> None:
    """Pages are for the public only."""
    with pytest.raises(NotForThePublic):
        build(release(person(10), audience="lawyers"), tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_a_dispute_is_marked_in_words(tmp_path: Path) -> None:
    """Not by colour alone."""
    build(release(person(10)), tmp_path / "site")

    assert pages(tmp_path / "site")[f"{10:032x}.html"].text.count("disputed") == 2  # the mark, and the note on it


@pytest.mark.django_db
def test_no_secret_stands_on_any_page(tmp_path: Path) -> None:
    """Canaries stand in every field that may not leave; the whole site is searched, file names too."""
    made = approved(case().who("e1"))
    build(queries.frozen(viewer=keeper(), release=made.pk), tmp_path / "site")

    for path in (tmp_path / "site").iterdir():
        content = path.name.encode() + b"\n" + path.read_bytes()
        assert found(content, SECRETS) == [], path.name
        if path.suffix in {".html", ".json"}:
            assert heard(content, UNNAMED) == [], path.name
    assert "Serik Almasuly" in pages(tmp_path / "site")["index.html"].text


@pytest.mark.django_db
def test_a_withdrawn_consent_is_gone_from_the_next_build(tmp_path: Path) -> None:
    """And the site gives no reason."""
    made = approved(case().who("e1"))
    actions.withdraw_consent(by=keeper(), at=later(1), consent=Consent.objects.get())
    build(queries.frozen(viewer=keeper(), release=made.pk), tmp_path / "site")

    assert all(b"Serik" not in path.read_bytes() for path in (tmp_path / "site").iterdir())
