"""Enter what the demo's fictional colleagues decided, through the actions that people's own decisions go through.

The forms of decision are described in demo_corpus/PROVENANCE.md.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kualik.casebook.errors import CasebookError
from kualik.cases.claims import actions as claims
from kualik.cases.claims import policy
from kualik.cases.claims.errors import NothingToDecide
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.claims.writing import NewEntity
from kualik.cases.findings import actions as findings
from kualik.cases.people import actions as people
from kualik.cases.people import jobs as people_jobs
from kualik.cases.people.models import Mention, Person, Verdict
from kualik.cases.releases import actions as releases
from kualik.cases.releases.allowed import allowed
from kualik.cases.releases.models import Audience, Consent
from kualik.engine.facts import Schema, Stance, Status
from kualik.engine.facts.schemata import properties

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User
    from kualik.cases.documents.models import Document
    from kualik.cli.demo_building import World

__all__ = ["CorpusBroken", "apply"]

ACCEPTING = timedelta(minutes=3)  # how long after somebody adds a claim the editor accepts it


class CorpusBroken(CasebookError):
    """The demo's corpus contradicts itself."""

    def __init__(self, *, document: str, what: str) -> None:
        super().__init__(f"the demo's {document}: {what}; the installation is damaged, install it anew")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who decides, when and why."""

    world: "World"
    by: "User"
    at: datetime
    why: str
    accepted_by: "User | None"


Decided = Mapping[str, Any]


def apply(world: "World", decisions: Sequence[Decided]) -> None:
    """Enter all decisions, in order; persons that were added are recorded before anybody judges them."""
    for decision in decisions:
        kind = next(name for name in KINDS if name in decision)
        act = Act(
            world=world,
            by=world.users[decision["by"]],
            at=datetime.fromisoformat(decision["at"]),
            why=decision.get("why", ""),
            accepted_by=world.users.get(decision.get("accepted_by", "")),
        )
        if kind in {"same", "different", "unsure"}:
            people_jobs.run(by=act.by, at=act.at)
        KINDS[kind](act, decision[kind])


def _add(act: Act, what: Decided) -> None:
    document = act.world.documents[what["document"]]
    entity: Entity | NewEntity = _known(document, what) or _new(what)
    made: list[Claim] = []
    for said in what["claims"]:
        read = _already_read(entity, document, said) if isinstance(entity, Entity) else None
        made.append(read or _claim(act, document, entity, said))
        entity = made[0].entity
    waiting = [one.pk for one in made if one.status == Status.PROPOSED]
    editor = act.accepted_by or (act.by if policy.may_decide(act.by) else None)
    if waiting and editor:
        claims.accept(by=editor, at=act.at + ACCEPTING, claims=waiting, why=act.why)


def _claim(act: Act, document: "Document", entity: Entity | NewEntity, said: Decided) -> Claim:
    start = document.text.find(said["quote"])
    if start < 0:
        raise CorpusBroken(document=str(document), what=f"does not say {said['quote']!r}")
    about = entity.pk if isinstance(entity, Entity) else entity
    schema = entity.schema
    value = said["value"]
    target = properties(schema)[said["property"]].type == "entity"
    pointed = {"value_entity": _person(document, value).pk} if target else {"value": value}
    return claims.add(
        by=act.by,
        at=act.at,
        document=document,
        entity=about,
        property=said["property"],
        stance=Stance(said["stance"]),
        voice=said["voice"],
        start=start,
        end=start + len(said["quote"]),
        **pointed,
    )


def _known(document: "Document", what: Decided) -> Entity | None:
    """Find what the machine has already read of this: the person by name, the custody by detainee and state."""
    if what["schema"] == Schema.PERSON:
        return next(_people(document, what.get("name") or what["description"]), None)
    if what["schema"] == Schema.CUSTODY:
        return _custody(document, what)
    return None


def _custody(document: "Document", what: Decided) -> Entity | None:
    detainee = _person(document, what["detainee"])
    state = next((said["value"] for said in what["claims"] if said["property"] == "state"), None)
    held = Entity.objects.filter(
        document=document, schema=Schema.CUSTODY, claims__property="detainee", claims__value_entity=detainee
    )
    return held.filter(claims__property="state", claims__value=state).distinct().first() if state else None


def _already_read(entity: Entity, document: "Document", said: Decided) -> Claim | None:
    """Find the claim by which the machine has read the same already, with the same stance."""
    same = Claim.objects.filter(entity=entity, property=said["property"], stance=said["stance"])
    if properties(entity.schema)[said["property"]].type == "entity":
        return same.filter(value_entity=_person(document, said["value"])).first()
    return same.filter(value=said["value"]).first()


def _new(what: Decided) -> NewEntity:
    return NewEntity(
        schema=Schema(what["schema"]),
        name=what.get("name") or "",
        description=what.get("description") or "",
        roles=tuple(what.get("roles", ())),
    )


def _people(document: "Document", name: str) -> Iterator[Entity]:
    called = Q(name=name) | Q(description=name)
    named = Q(claims__property__in=["name", "alias"], claims__value=name)
    found = Entity.objects.filter(called | named, document=document, schema=Schema.PERSON).distinct()
    yield from found.order_by("local_id")


def _person(document: "Document", name: str) -> Entity:
    found = next(_people(document, name), None)
    if found is None:
        raise CorpusBroken(document=str(document), what=f"names no {name!r}")
    return found


def _accept(act: Act, what: Decided) -> None:
    read = Claim.objects.filter(
        document=act.world.documents[what["document"]],
        status=Status.PROPOSED,
        property__in=what["properties"],
        confidence__gte=what["min_confidence"],
    ).exclude(method="person")
    _decide(act, claims.accept, list(read))


def _reject(act: Act, what: Decided) -> None:
    read = Claim.objects.filter(document=act.world.documents[what["document"]]).exclude(method="person")
    sought = what["quote_contains"]
    meant = [one for one in read if (sought in one.quote or one.quote in sought) and _is_meant(one, what)]
    _decide(act, claims.reject, meant)


def _is_meant(claim: Claim, what: Decided) -> bool:
    return bool(claim.property == what.get("property", claim.property))


def _decide(act: Act, deed: Callable[..., list[Claim]], meant: Sequence[Claim]) -> None:
    if not meant:
        return
    try:
        deed(by=act.by, at=act.at, claims=[one.pk for one in meant], why=act.why)
    except NothingToDecide:
        return  # the reader did not propose it, so there is nothing to take back


def _mention(act: Act, what: Decided) -> Mention | None:
    document = act.world.documents[what["document"]]
    for entity in _people(document, what["name"]):
        if "row" not in what or _row(document, entity) == str(what["row"]):
            return Mention.objects.filter(entity=entity).first()
    return None


def _row(document: "Document", entity: Entity) -> str:
    """Say what stands in the first column of the row that speaks of an entity."""
    claim = Claim.objects.filter(entity=entity).order_by("start").first()
    if claim is None:
        return ""
    return document.text[document.text.rfind("\n", 0, claim.start) + 1 :].partition("\t")[0]


def _mentions(act: Act, named: Sequence[Decided]) -> list[Mention]:
    return [found for one in named if (found := _mention(act, one))]


def _same(act: Act, named: Sequence[Decided]) -> None:
    for left, right in pairwise(_mentions(act, named)):
        left.refresh_from_db()
        right.refresh_from_db()
        if left.person_id != right.person_id:
            people.judge(by=act.by, at=act.at, left=left, right=right, verdict=Verdict.POSITIVE, why=act.why)


def _different(act: Act, named: Sequence[Decided]) -> None:
    for left, right in combinations(_mentions(act, named), 2):
        people.judge(by=act.by, at=act.at, left=left, right=right, verdict=Verdict.NEGATIVE, why=act.why)


def _unsure(act: Act, named: Sequence[Decided]) -> None:
    for left, right in combinations(_mentions(act, named), 2):
        people.judge(by=act.by, at=act.at, left=left, right=right, verdict=Verdict.UNSURE, why=act.why)


def _who(act: Act, what: Decided) -> Person:
    mention = _mention(act, what)
    if mention is None:
        raise CorpusBroken(document=what["document"], what=f"names no {what['name']!r}")
    return mention.person


def _consent(act: Act, what: Decided) -> None:
    given_by = ", ".join(filter(None, (what["given_by"], what.get("relation"), what.get("how"))))
    releases.record_consent(
        by=act.by,
        at=act.at,
        person=_who(act, what["person"]),
        audience=Audience(what["audience"]),
        given_by=given_by,
        given_on=what["on"],
    )


def _withdraw_consent(act: Act, what: Decided) -> None:
    for consent in Consent.objects.filter(person=_who(act, what["person"]), withdrawn_at=None):
        releases.withdraw_consent(by=act.by, at=act.at, consent=consent)


def _choose(act: Act, what: Decided) -> None:
    findings.choose(
        by=act.by,
        at=act.at,
        person=_who(act, what["person"]),
        property=what["property"],
        value=what["value"],
        why=act.why,
    )


def _release(act: Act, what: Decided) -> None:
    audience = Audience(what["audience"])
    shown = [one for one in allowed(audience) if one in what["properties"]]
    persons = list(dict.fromkeys(_who(act, one) for one in what["persons"]))
    release = releases.draft(
        by=act.by, at=act.at, title=what["title"], audience=audience, persons=persons, properties=shown
    )
    approved_at = datetime.fromisoformat(what["approved_at"])
    releases.approve(by=act.world.users[what["approved_by"]], at=approved_at, release=release)


KINDS: dict[str, Callable[[Act, Any], None]] = {
    "add": _add,
    "accept": _accept,
    "reject": _reject,
    "same": _same,
    "different": _different,
    "unsure": _unsure,
    "consent": _consent,
    "withdraw_consent": _withdraw_consent,
    "choose": _choose,
    "release": _release,
}
