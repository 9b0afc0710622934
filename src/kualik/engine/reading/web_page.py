"""Read a web page: its article, without what surrounds it."""

import re
from collections.abc import Iterator

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Article

from kualik.engine.facts.edtf import is_edtf
from kualik.engine.reading.encodings import Decoded, decode
from kualik.engine.reading.limits import Limits
from kualik.engine.reading.parts import Job, Part, check_characters, first_line
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["all_text", "page_text", "parts", "read_page"]

READER = "trafilatura 1"
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD = 4096
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DATES = {"original_date": True, "extensive_search": False}  # no guessing from the text: a day we lack is not made up
UNSEEN = "//script | //style | //noscript | //template | //head"
BLOCKS = frozenset(
    "p div br li tr h1 h2 h3 h4 h5 h6 table section article header footer ul ol dl dt dd blockquote pre".split()  # noqa: SIM905 (a hundred quotation marks would hide the list)
)
BLANKS = re.compile(r"\s+")
CELLS = frozenset({"td", "th"})
ROW, RULE = re.compile(r"\|.*\|$"), re.compile(r"\|(?:-+\|)+")
LONGEST_SEARCHED = (
    2_000_000  # characters of markup in which an article is looked for; a longer page is a list or a dump
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?")


def parts(content: bytes, *, job: Job) -> Iterator[Part]:
    """Read the article of a page; where there is none to be found, all its text."""
    yield read_page(content, encoding=job.options.encoding, limits=job.limits)


def read_page(content: bytes, *, encoding: str | None, limits: Limits) -> Part:
    """Read the bytes of a page.

    Args:
        content: its markup, in the encoding that it names or in any that is found out.
        encoding: the one that a person says it is in.
        limits: how many characters of text are read.

    Returns:
        Its article, or all its text.

    Raises:
        Refused: there is no text in it, or too much.
    """
    decoded = _decode(content, forced=encoding)
    part = page_text(decoded.text, warnings=decoded.warnings)
    check_characters(len(part.text), limits=limits)
    return part


def _decode(content: bytes, *, forced: str | None) -> Decoded:
    """Believe the page's own word for its encoding if it holds, else find out."""
    declared = DECLARED.search(content[:HEAD])
    if forced or not declared or content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(content, forced=forced)
    name = declared[1].decode("ascii")
    try:
        return Decoded(text=content.decode(_as_browsers_do(name)), encoding=name)
    except (UnicodeDecodeError, LookupError):
        found = decode(content)
        return Decoded(text=found.text, encoding=found.encoding, warnings=(f"it says it is {name}, and is not",))


def _as_browsers_do(name: str) -> str:
    """Name the encoding that is meant: pages say gb2312 and mean its superset (WHATWG Encoding Standard)."""
    meant = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "iso-8859-9": "windows-1254"}
    return meant.get(name.lower(), name)


def page_text(page: str, *, warnings: tuple[str, ...] = ()) -> Part:
    """Read the markup of a page.

    Raises:
        Refused: there is no text in it.
    """
    page = DECLARATION.sub("", page, count=1)
    article = _article(page) if len(page) <= LONGEST_SEARCHED else None
    text = _tabbed(article.text) if article and article.text else ""
    if not text.strip():
        text = all_text(page)
        why = "no article found in the page" if len(page) <= LONGEST_SEARCHED else "the page is too long for an article"
        warnings = (*warnings, f"{why}: all its text was read")
    if not text:
        raise Refused(Refusal.NO_TEXT, detail="a page without text")
    return Part(
        text=text,
        reader=READER,
        title=(article.title if article else None) or first_line(text),
        published=article.date if article and article.date and is_edtf(article.date) else None,
        publisher=article.sitename if article else None,
        language=_language(page),
        warnings=warnings,
    )


def _tabbed(text: str) -> str:
    """Write the rows of tables with tabs, as all tables are here; trafilatura draws them with bars."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(_row(line) if ROW.match(line) else line for line in lines if not RULE.fullmatch(line))


def _row(line: str) -> str:
    return "\t".join(cell.strip() for cell in line[1:-1].split("|")).rstrip("\t")


def _article(page: str) -> Article | None:
    found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATES)
    return found if isinstance(found, Article) else None


def _tree(page: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(page)
    except (etree.ParserError, ValueError):
        return None


def _language(page: str) -> str | None:
    said = re.search(r"<html[^>]*?\blang\s*=\s*[\"']?([\w-]+)", page[:HEAD], re.IGNORECASE)
    found = LANGUAGE.match(said[1]) if said else None
    return found[0] if found else None


def all_text(page: str, *, quoting: bool = False) -> str:
    """Write down everything that would be seen, a line for each block.

    Args:
        page: the markup.
        quoting: whether a line of a quotation begins with ">", one for each quotation that it lies in.

    Returns:
        The text, without blank lines; cells of a table are divided by tabs.
    """
    tree = _tree(page)
    if tree is None:
        return ""
    for unseen in tree.xpath(UNSEEN):
        unseen.drop_tree()
    lines = ((depth, _one_line("".join(pieces))) for depth, pieces in _blocks(tree))
    return "\n".join((">" * depth + " " if quoting and depth else "") + line for depth, line in lines if line)


def _blocks(tree: html.HtmlElement) -> Iterator[tuple[int, list[str]]]:
    """Divide a page into blocks, each with the number of quotations around it."""
    depth, pieces = 0, list[str]()
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        begins = event == "start"
        if element.tag in BLOCKS:
            yield depth, pieces
            pieces = []
        elif element.tag in CELLS and not begins:
            pieces.append("\t")
        if element.tag == "blockquote":
            depth += 1 if begins else -1
        pieces.append(BLANKS.sub(" ", (element.text if begins else element.tail) or ""))
    yield depth, pieces


def _one_line(line: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in line.split("\t")).rstrip("\t")
