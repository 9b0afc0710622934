"""Print one case: what is accepted first, what is only proposed marked so, every claim with where it stands."""

from collections.abc import Iterator, Mapping, Sequence

from kualik.cases.accounts.models import User
from kualik.cases.findings import queries
from kualik.cases.findings.case import Case, Episode, EventRow, Kin, Known, Moment, Passage
from kualik.cases.people.custody import in_words
from kualik.cli import common
from kualik.cli.choosing import the_person
from kualik.cli.naming import short
from kualik.cli.plain import as_json as written
from kualik.engine.weighing import Weighed

__all__ = ["lines", "run"]

PROPOSED = "(proposed, not yet accepted)"
DURATIONS = frozenset({"Custody.sentence", "Custody.duration"})

Told = Mapping[str, Passage]  # passages by claim


def run(*, by: User, reference: str, as_json: bool) -> int:
    """Print the case of the one person that is meant."""
    case = queries.case(viewer=by, person=the_person(viewer=by, reference=reference))
    if as_json:
        common.say(written(case))
    else:
        for line in lines(case):
            common.say(line)
    return 0


def lines(case: Case) -> Iterator[str]:
    """Write a case, section by section; an empty section is left out."""
    by_claim = {str(one.claim): one for one in case.passages}
    yield f"{case.person}  {case.label}"
    yield f"in {_documents(case.documents)}"
    if case.merged:
        yield "held to be one with " + ", ".join(str(one) for one in case.merged)
    yield from _section("Names", _names(case))
    yield from _section("What is known", _known(case.known, by_claim))
    yield from _section("Custody", (line for one in case.episodes for line in _episode(one, by_claim)))
    yield from _section("Kin", (line for one in case.kin for line in _kin(one)))
    yield from _section("Said beside it", (_said(one) for one in case.beside))
    yield from _section("Events", (_event(one) for one in case.events))
    yield from _section("Timeline", (_moment(one) for one in case.timeline))
    yield from _section("Who is who", _judgements(case))
    yield from _section("Passages", (line for one in case.passages for line in _passage(one)))


def _documents(count: int) -> str:
    return f"{count} document{'s' if count != 1 else ''}"


def _section(title: str, content: Iterator[str]) -> Iterator[str]:
    found = list(content)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def chain(voice: Sequence[str]) -> str:
    """Write a chain of voices from the page to the witness."""
    return " ← ".join(voice)


def _names(case: Case) -> Iterator[str]:
    titles = {one.document: one.title or short(one.document) for one in case.passages}
    if case.described:
        yield "no document gives a name"
    for form in case.names:
        where = "; ".join(titles.get(document, short(document)) for document in form.documents)
        yield f"{form.value}  [{form.language}] in: {where}{_mark(accepted=form.accepted)}"


def _mark(*, accepted: bool) -> str:
    return "" if accepted else f" {PROPOSED}"


def _known(told: Sequence[Known], by_claim: Told) -> Iterator[str]:
    for known in told:
        for weighed in known.finding.values if known.finding else ():
            yield from _weighed(known, weighed, by_claim)
        for proposal in known.proposals:
            yield f"{known.label}: {_value(known.property, proposal)} – {_stance(proposal)} {PROPOSED}"


def _voices(claims: Sequence[str], told: Told) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(told[claim].voice for claim in claims if claim in told))


def _weighed(known: Known, weighed: Weighed, told: Told) -> Iterator[str]:
    disputed = ", DISPUTED" if weighed.disputed else ""
    value = in_words(weighed.value) if known.property in DURATIONS else weighed.value
    chosen = " (chosen for publication)" if known.choice and known.choice.value == weighed.value else ""
    yield f"{known.label}: {value} – {weighed.grade}{disputed}{chosen}"
    if not weighed.witnesses:
        yield from (f"  published by: {chain(voice)}" for voice in _voices(weighed.supports, told))
    for witness in weighed.witnesses:
        yield f"  says so: {'; '.join(chain(voice) for voice in witness.chains)}"
    for denial in weighed.denies:
        yield f"  denies it: {chain(denial.voice)}"
    if weighed.conflicts:
        yield f"  against it stands: {', '.join(weighed.conflicts)}"
    if weighed.retracted:
        yield f"  taken back: {len(weighed.retracted)} claim{'s' if len(weighed.retracted) != 1 else ''}"


def _value(property_: str, one: Passage) -> str:
    value = in_words(one.value) if property_ in DURATIONS else one.value
    return f"{one.person} {value}" if one.person else value


def _stance(one: Passage) -> str:
    return f"{one.stance}: {chain(one.voice)}"


def _episode(episode: Episode, by_claim: Told) -> Iterator[str]:
    yield f"{episode.line}{_mark(accepted=episode.accepted)}"
    yield from (f"  according to {chain(voice)}" for voice in episode.voices)
    yield from (f"  {line}" for line in _known(episode.known, by_claim))


def _kin(kin: Kin) -> Iterator[str]:
    number = f"{kin.person}  " if kin.person else ""
    yield f"{number}{kin.relation}: {kin.label}{_mark(accepted=kin.accepted)}"
    yield from (f"  {line}{_mark(accepted=line.accepted)}" for line in kin.custody)
    yield from (f"  according to {chain(voice)}" for voice in kin.voices)


def _said(one: Passage) -> str:
    return f"{chain(one.voice)} {one.stance}: {one.value} “{one.quote}”{_mark(accepted=one.accepted)}"


def _event(row: EventRow) -> str:
    to = f"to: {row.target}" if row.target else ""
    told = [part for part in (row.place, row.who, to) if part] or ([f"“{row.words}”"] if row.words else [])
    said = ", ".join([*filter(None, (row.type, row.date or "no date")), *told])
    beside = "" if row.named else " [in the same document]"
    return (
        f"{said}  ({row.documents} document{'s' if row.documents != 1 else ''}){beside}{_mark(accepted=row.accepted)}"
    )


def _moment(moment: Moment) -> str:
    return f"{moment.date:<12}{moment.what}{_mark(accepted=moment.accepted)}"


def _judgements(case: Case) -> Iterator[str]:
    for one in case.judgements:
        judgement = one.judgement
        undone = "" if one.in_force else f" – undone by {judgement.undone_by}: {judgement.undone_why}"
        why = f": {judgement.why}" if judgement.why else ""
        verdict = judgement.get_verdict_display().lower()
        yield f"{one.left} / {one.right}: {verdict}, {judgement.by}, {judgement.at:%Y-%m-%d}{why}{undone}"
        yield f"  judgement {judgement.pk}"


def _passage(one: Passage) -> Iterator[str]:
    source = ", ".join(part for part in (one.title, one.publisher, one.published) if part)
    yield f"{one.schema}.{one.property} = {one.value} – {_stance(one)}{_mark(accepted=one.accepted)}"
    yield f"  “{' '.join(one.quote.split())}”"
    where = f"{one.start}-{one.end}; document {short(one.document)}; claim {short(one.claim)}"
    yield "  " + ", ".join(filter(None, (source, where)))
