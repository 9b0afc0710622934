"""Lists of fictional people, as a committee sends them, and how they are taken in."""

from itertools import count

from kualik.cases.accounts.models import User
from kualik.cases.arrivals import actions, importing
from kualik.cases.arrivals.models import Import, Match
from kualik.cases.claims import jobs
from kualik.cases.documents.models import Document
from kualik.cases.ledger.canonical import JSON
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import RowMapping
from kualik.engine import facts
from kualik.engine.reading import Options, read
from tests.cases.casting import NOW, keeper, later

__all__ = ["AGAIN", "COLUMNS", "LIST", "mapping", "table", "taken", "tried"]

LIST = (
    "No,Name,Born,State,Since\n"
    "101,Bolat Qudaibergen,1985,prison,2018-05\n"
    "102,Ermek Qudaibergen,1990,camp,2017\n"
    "103,Saltanat Omar,1979-04-03,disappeared,03/04/2018\n"
)
AGAIN = LIST.replace("102,Ermek Qudaibergen,1990,camp", "102,Ermek Qudaibergen,1990,released") + (
    "104,Aigul Omar,,prison,2019\n104,Somebody Else,,prison,2019\n"
)
COLUMNS: dict[str, JSON] = {
    "No": {"property": "idNumber"},
    "Name": {"property": "name", "role": "detainee"},
    "Born": {"property": "birthDate"},
    "State": {"schema": "Custody", "property": "state"},
    "Since": {"schema": "Custody", "property": "startDate"},
}
_minutes = count(1)


class Reader:
    """Reads in this process: these lists come from friends."""

    def read_content(self, content: bytes, *, name: str, options: Options) -> tuple[facts.Document, ...]:
        """Read."""
        return read(content, name=name, options=options)


def table(text: str = LIST, *, name: str = "list.csv", by: User | None = None) -> Document:
    """Add a list, and have it read."""
    source = sources.add(by=by or keeper(), at=NOW, content=text.encode(), name=name).source
    list(jobs.run(worker="reader", apart=Reader(), clock=lambda: NOW))
    return Document.objects.get(source=source)


def mapping() -> RowMapping:
    """Save what the columns mean."""
    return sources.save_mapping(by=keeper(), at=NOW, name="committee", definition={"columns": COLUMNS})


def tried(document: Document, *, match: Match = Match.NOTHING, by: User | None = None) -> Import:
    """Try a list out."""
    at = later(next(_minutes))
    made = actions.try_out(by=by or keeper(), at=at, document=document, mapping=mapping(), match=match)
    importing.run(worker="w", clock=lambda: at, stopped=lambda: False)
    made.refresh_from_db()
    return made


def taken(document: Document, *, match: Match = Match.NOTHING, by: User | None = None) -> Import:
    """Try a list out, and take it in."""
    made = tried(document, match=match, by=by)
    at = later(next(_minutes))
    actions.begin(by=by or keeper(), at=at, imported=made)
    importing.run(worker="w", clock=lambda: at, stopped=lambda: False)
    made.refresh_from_db()
    return made
