"""Look up words in the casebook and print what was found."""

from kualik.cases.accounts.models import User
from kualik.cases.findings import queries
from kualik.cases.findings.search import Found, Snippet
from kualik.cases.people.rows import PersonRow
from kualik.cli import common
from kualik.cli.naming import short
from kualik.cli.plain import as_json as written

__all__ = ["run"]


def run(*, by: User, words: str, limit: int, as_json: bool) -> int:
    """Print what is found for words; the exit code is 1 where nothing is."""
    found = queries.find(viewer=by, words=words, limit=limit)
    if as_json:
        common.say(written(found))
    else:
        _print(found)
    nothing = not (found.people or found.documents or found.passages)
    if nothing:
        common.tell(f"nothing found for {words!r}; `kualik add` brings material in")
    return int(nothing)


def _print(found: Found) -> None:
    for row in found.people:
        common.say(_person(row))
        if row.why:
            common.say(f"    found by: {'; '.join(map(str, row.why))}")
    for title in found.documents:
        common.say(f"document {short(title.document)}  {title.title}")
        common.say(f"    found by: {title.why}")
    for passage in found.passages:
        _print_passage(passage)


def _person(row: PersonRow) -> str:
    proposed = "" if not row.custody or row.custody[0].accepted else " (proposed, not yet accepted)"
    status = f"  {row.status}{proposed}" if row.status else ""
    documents = f"{row.documents} document{'s' if row.documents != 1 else ''}"
    return f"{row.person}  {row.label}{status}  [{documents}]"


def _print_passage(passage: Snippet) -> None:
    where = " ".join(filter(None, (f"document {short(passage.document)}", passage.title)))
    common.say(f"passage in {where}, {passage.start}-{passage.end}")
    common.say(f"    … {passage.quote} …")
    common.say(f"    found by: {passage.why}")
