"""The guide of docs/guide as pages of the house: read once, rendered without any markup but its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["Chapter", "Section", "chapters", "found", "picture"]

PACKED = Path(__file__).parent / "guide"  # where a wheel carries it
WRITTEN = Path(__file__).parents[3] / "docs" / "guide"  # where it is written
ORDER = (
    "first-steps", "a-day", "home", "add-documents", "claims", "findings", "who-is-who", "events", "map", "find",
    "counting", "releases", "members", "ledger", "settings", "language-model", "commands",
)  # fmt: skip
"""The order in which somebody new reads; chapters that it leaves out follow by name."""

LINK = re.compile(r"(?P<chapter>[a-z-]+)\.md(?P<anchor>#[\w-]+)?")
PICTURE = re.compile(r"pictures/(?P<name>[\w-]+\.png)")
KEYCAP = frozenset({"<kbd>", "</kbd>"})  # the only markup that the guide may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it, to be searched."""

    chapter: str
    anchor: str
    title: str
    words: str

    @property
    def address(self) -> str:
        """Where it stands."""
        return reverse("chapter", args=[self.chapter]) + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A page of the guide. The first of its sections is the page's own title."""

    name: str
    body: SafeString
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.sections[0].title


@cache
def chapters() -> dict[str, Chapter]:
    """Read the whole guide, in the order in which somebody new reads it."""
    folder = PACKED if PACKED.is_dir() else WRITTEN
    names = {path.stem: path for path in sorted(folder.glob("*.md"))}
    order = [*(name for name in ORDER if name in names), *(name for name in names if name not in ORDER)]
    return {name: _chapter(name, names[name].read_text(encoding="utf-8")) for name in order}


def found(words: str) -> list[Section]:
    """Find the sections that hold every word, those that hold them in their heading first."""
    asked = _plain(words).split()
    every = [section for chapter in chapters().values() for section in chapter.sections]
    titled = [one for one in every if asked and all(word in _plain(one.title) for word in asked)]
    told = [one for one in every if asked and all(word in _plain(f"{one.title} {one.words}") for word in asked)]
    return [*titled, *(one for one in told if one not in titled)]


def picture(name: str) -> Path | None:
    """Find one of the guide's own pictures; None where there is none of that name."""
    folder = (PACKED if PACKED.is_dir() else WRITTEN) / "pictures"
    return next((path for path in folder.glob("*.png") if path.name == name), None)


def _chapter(name: str, text: str) -> Chapter:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.add_render_rule("html_inline", _markup)
    parser.add_render_rule("html_block", _markup)
    tokens = parser.parse(text)
    sections = tuple(_sections(name, tokens))
    for token in tokens:
        token.children = list(map(_ours, token.children)) if token.children else token.children
    body = parser.renderer.render(tokens, parser.options, {})
    return Chapter(name=name, body=SafeString(body), sections=sections)


def _markup(_self: object, tokens: Sequence[Token], at: int, *_rest: object) -> str:
    return tokens[at].content if tokens[at].content in KEYCAP else str(escape(tokens[at].content))


def _sections(chapter: str, tokens: list[Token]) -> Iterator[Section]:
    """Cut at the headings, and give each heading but the first an anchor."""
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    for start, end in pairwise([*starts, len(tokens)]):
        title = _said(tokens[start + 1])
        anchor = "" if start == starts[0] else _anchor(title)
        tokens[start].attrSet("id", anchor or "top")
        words = " ".join(_said(token) for token in tokens[start + 3 : end] if token.type in {"inline", "fence"})
        yield Section(chapter=chapter, anchor=anchor, title=title, words=words)


def _said(token: Token) -> str:
    parts = [one.content for one in token.children or () if one.type in {"text", "code_inline"}]
    return " ".join(parts) if token.children else token.content


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-")


def _ours(token: Token) -> Token:
    """Lead links to the house's own pages, and drop those to what the house does not hold."""
    if token.type == "link_open":
        address = _address(str(token.attrGet("href")))
        token.attrs = {"href": address} if address else {}
    if token.type == "image" and (match := PICTURE.fullmatch(str(token.attrGet("src")))):
        token.attrs = {**token.attrs, "src": reverse("guide_picture", args=[match["name"]]), "loading": "lazy"}
    return token


def _address(href: str) -> str:
    if href.startswith("#"):
        return href
    match = LINK.fullmatch(href)
    return reverse("chapter", args=[match["chapter"]]) + (match["anchor"] or "") if match else ""


def _plain(words: str) -> str:
    return normalize("NFKC", words).casefold()
