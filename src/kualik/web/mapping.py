"""What the columns of a table say: guessed, shown above the first rows, and settled by whoever knows the list."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.arrivals import actions, queries
from kualik.cases.arrivals.models import Match
from kualik.cases.documents.models import Document
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import RowMapping
from kualik.cases.sources.queries import mappings
from kualik.engine.extracting.columns import NOTHING, SLOTS, VOICE, Guess, Look, defined, look, recognise, state_of
from kualik.engine.facts.vocabulary import CUSTODY_STATES
from kualik.web import words
from kualik.web.batches import take_a_step
from kualik.web.signed_in import viewer_of

__all__ = ["map_table"]

SHOWN = 8  # rows
STATE = "Custody.state"
MOST_WORDS = 30  # of one column whose meaning is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as it is shown: what it seems to say, why we think so, and its first cells."""

    number: int
    header: str
    slot: str
    by: str
    cells: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a list for a kind of custody, and what it seems to mean."""

    column: int
    number: int
    word: str
    state: str


@require_http_methods(["GET", "HEAD", "POST"])
def map_table(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show the first rows under what their columns seem to say; try the mapping out when it is sent."""
    viewer = viewer_of(request)
    document = queries.table(viewer=viewer, id=id)
    table = look(document.text)
    chosen = _chosen(request, viewer, table)
    said = ""
    if request.method == "POST" and "try" in request.POST:
        said = _wrong(chosen, request.POST.get("match", ""))
        if not said:
            return redirect("batch", _tried(request, viewer, document, table, chosen))
    context = {
        "document": document,
        "columns": _columns(table, chosen),
        "rows": range(min(SHOWN, len(table.rows))),
        "words": _words(request, table, chosen, _meanings(_mapping(request, viewer))),
        "offered": _offered(),
        "states": words.STATES.items(),
        "matches": Match.choices,
        "match": request.POST.get("match", Match.NUMBER if "Person.idNumber" in _slots(chosen) else Match.NOTHING),
        "mappings": _latest(viewer),
        "name": request.POST.get("name", "")
        or request.GET.get("mapping", "")
        or document.title
        or document.source.handover.file_name,
        "total": document.text.count("\n"),
        "imports": queries.imports(viewer=viewer, document=document),
        "said": said,
    }
    return render(request, "pages/map_table.html", context)


def _chosen(request: HttpRequest, viewer: User, table: Look) -> list[Guess]:
    """Take what was chosen for each column; at first what a saved mapping says, or else what is guessed."""
    if request.method == "POST":
        given = (request.POST.get(f"slot-{place}", NOTHING) for place in range(len(table.headers)))
        return [Guess(slot=slot if slot in {*SLOTS, VOICE} else NOTHING, by="person") for slot in given]
    saved = _mapping(request, viewer)
    if saved is None:
        return list(recognise(table))
    return [Guess(slot=_saved(saved, header), by="saved") for header in table.headers]


def _name(request: HttpRequest, document: Document) -> str:
    given = request.POST.get("name", "") or request.GET.get("mapping", "")
    return given or document.title or document.source.handover.file_name


def _mapping(request: HttpRequest, viewer: User) -> RowMapping | None:
    wanted = request.GET.get("mapping", "")
    return mappings(viewer=viewer).filter(name=wanted).first() if wanted else None


def _meanings(saved: RowMapping | None) -> dict[str, str]:
    """Gather what the words of a list meant when its columns were saved."""
    columns = saved.definition["columns"].values() if saved else ()
    return {word.casefold(): state for column in columns for word, state in (column.get("values") or {}).items()}


def _saved(saved: RowMapping, header: str) -> str:
    columns = {name.casefold(): column for name, column in saved.definition["columns"].items()}
    if (saved.definition.get("voice_column") or "").casefold() == header.casefold() != "":
        return VOICE
    column = columns.get(header.casefold())
    if column is None:
        return NOTHING
    schema = column.get("schema") or "Person"
    return f"{schema}.{(column.get('role') or 'relative') if schema == 'Family' else column['property']}"


def _columns(table: Look, chosen: list[Guess]) -> list[Column]:
    return [
        Column(
            number=place,
            header=header,
            slot=chosen[place].slot,
            by=chosen[place].by,
            cells={number: row[place] for number, row in enumerate(table.rows[:SHOWN])},
        )
        for place, header in enumerate(table.headers)
    ]


def _words(request: HttpRequest, table: Look, chosen: list[Guess], meant: dict[str, str] | None = None) -> list[Word]:
    """Ask for the words of a list that stand for a kind of custody, with what they mean where that is known."""
    found: list[Word] = []
    for place, guess in enumerate(chosen):
        if guess.slot == STATE:
            met = dict.fromkeys(row[place] for row in table.rows if row[place])
            foreign = [word for word in met if word.casefold() not in CUSTODY_STATES][:MOST_WORDS]
            for number, word in enumerate(foreign):
                known = (meant or {}).get(word.casefold()) or state_of(word)
                state = request.POST.get(f"state-{place}-{number}", known)
                found.append(Word(column=place, number=number, word=word, state=state))
    return found


def _wrong(chosen: list[Guess], match: str) -> str:
    """Say why a mapping cannot be tried out yet."""
    slots = _slots(chosen)
    if not slots & set(SLOTS):
        return _("No column says anything yet. Choose at least the column with the name.")
    if match == Match.NUMBER and not slots & {"Person.idNumber", "Person.passportNumber"}:
        return _("To know rows again by a number, choose the column that holds the identity number.")
    if match == Match.NAME and not {"Person.name", "Person.birthDate"} <= slots:
        return _("To know rows again by name and date of birth, choose both columns.")
    return ""


def _tried(request: HttpRequest, viewer: User, document: Document, table: Look, chosen: list[Guess]) -> UUID:
    at = timezone.now()
    values: dict[str, dict[str, str]] = {}
    for word in _words(request, table, chosen):
        if word.state in CUSTODY_STATES:
            values.setdefault(table.headers[word.column], {})[word.word] = word.state
    slots = [guess.slot for guess in chosen]
    definition = defined(headers=table.headers, slots=slots, values=values)
    name = request.POST.get("name", "").strip() or str(document)
    mapping = sources.save_mapping(by=viewer, at=at, name=name[:100], definition=definition)
    given = request.POST.get("match", "")
    match = Match(given) if given in Match.values else Match.NOTHING
    imported = actions.try_out(by=viewer, at=at, document=document, mapping=mapping, match=match)
    take_a_step(viewer, imported)
    return imported.batch_id


def _slots(chosen: list[Guess]) -> set[str]:
    return {guess.slot for guess in chosen}


def _offered() -> list[tuple[str, list[tuple[str, str]]]]:
    """Group what a column can say by whom it is about."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for slot in SLOTS:
        schema, _dot, name = slot.partition(".")
        word = str(words.KIN[name]) if schema == "Family" else words.property_word(name, schema)
        groups.setdefault(words.schema_word(schema), []).append((slot, word))
    return list(groups.items())


def _latest(viewer: User) -> list[RowMapping]:
    """List the saved mappings, the newest version of each."""
    newest: dict[str, RowMapping] = {}
    for saved in mappings(viewer=viewer):
        newest.setdefault(saved.name, saved)
    return list(newest.values())
