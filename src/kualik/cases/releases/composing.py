"""Cut a case down to what may be shown to one audience. Pure: a case in, plain values and what was withheld out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from kualik.cases.findings.case import Case, Known, Passage
from kualik.cases.people.records import NAMES
from kualik.cases.people.rows import RIGHT_TO_LEFT
from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.frozen import FrozenCustody, FrozenFinding, FrozenPassage, FrozenPerson, audience_in_words
from kualik.cases.releases.unnamed import witnesses
from kualik.engine import names, screening
from kualik.engine.screening import Consent, Value, mask_numbers, risks, screen
from kualik.engine.weighing import Grade, Weighed

__all__ = ["Composed", "Rules", "compose", "must_stay_unnamed"]

NAMES_SOMEBODY = "names somebody who must stay unnamed"
NOT_ASKED = "not asked for in this release"
NAME_PROPERTIES = frozenset(f"Person.{name}" for name in NAMES)

Withheld = list[tuple[str, str]]  # property and why


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A person as a release shows them, and what it does not show: property and why."""

    person: FrozenPerson
    withheld: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One value that may be shown, with the claims that support it."""

    frozen: FrozenFinding
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds for one release."""

    audience: str
    properties: frozenset[str]
    consents: tuple[Consent, ...]
    hidden: tuple[str, ...]  # names that may stand nowhere in it
    languages: Mapping[str, str]  # of names, BCP 47


def must_stay_unnamed(
    case: Case, *, providers: Collection[str], bodies: Collection[str], elsewhere: Collection[str] = ()
) -> tuple[str, ...]:
    """List the names that may not leave: of witnesses, of kin, of those who handed sources over.

    Args:
        case: whose release it is.
        providers: who handed over the sources of the case.
        bodies: organisations and authorities; their names are no secret.
        elsewhere: further witnesses and names of kin, from where the case does not reach.
    """
    own = {form.value for form in case.names}
    spoken = {one for told in case.passages for one in witnesses(told.voice, publisher=told.publisher)}
    kin = {one.label for one in case.kin if one.person is not None}
    return tuple(sorted(((spoken | set(elsewhere)) - set(bodies) | kin | set(providers)) - own))


def compose(case: Case, *, rules: Rules) -> Composed:
    """Cut a case down to the properties asked for, as far as the audience may see them and nobody hidden is named.

    Args:
        case: all that is known of the person.
        rules: for whom it is, what is asked for, who consented, which names may not stand in it in any spelling.
    """
    own, withheld = _screened(str(case.person.pk), case.known, rules)
    custody: list[FrozenCustody] = []
    held: list[Shown] = []
    for episode in (one for one in case.episodes if one.accepted):
        found, gone = _screened(str(case.person.pk), episode.known, rules)
        held += found
        withheld += gone
        if found:
            custody.append(FrozenCustody(id=uuid4().hex, findings=tuple(one.frozen for one in found)))
    passages, quotes_withheld = _passages(case.passages, [*own, *held], rules)
    named = next((one.frozen for one in own if one.frozen.property == "Person.name"), None)
    person = FrozenPerson(
        id=uuid4().hex,
        name=named.value if named else "",
        language=named.language if named else "und",
        direction=named.direction if named else "ltr",
        findings=tuple(one.frozen for one in own),
        custody=tuple(custody),
        passages=passages,
    )
    return Composed(person=person, withheld=tuple(dict.fromkeys([*withheld, *quotes_withheld])))


def _screened(person: str, told: Sequence[Known], rules: Rules) -> tuple[list[Shown], Withheld]:
    """Take what may be shown of some findings, and say why the rest may not."""
    offered = [one for one in told if [*_offered(one)]]
    asked = [one for one in offered if one.property in rules.properties]
    withheld: Withheld = [(one.property, _unlisted(one, rules)) for one in offered if one not in asked]
    shown: list[Shown] = []
    for known, weighed in ((one, value) for one in asked for value in _offered(one)):
        value = Value(person=person, property=known.property, value=weighed.value)
        screened = screen([value], audience=rules.audience, consents=rules.consents, allowed=rules.properties)
        withheld += [(one.property, one.why) for one in screened.withheld]
        for one in screened.shown:
            if known.property not in NAME_PROPERTIES and risks(one.value, rules.hidden):
                withheld.append((known.property, NAMES_SOMEBODY))
            else:
                shown.append(Shown(frozen=_finding(known, weighed, one, rules), supports=weighed.supports))
    return shown, withheld


def _unlisted(known: Known, rules: Rules) -> str:
    """Say why a property is left out before any of its values is looked at."""
    if known.property in allowed(rules.audience):
        return NOT_ASKED
    return f"not among what {audience_in_words(rules.audience)} may be shown"


def _offered(known: Known) -> Iterator[Weighed]:
    """List the values of a finding that could be shown: the chosen one, or all that somebody stands by."""
    values = known.finding.values if known.finding else ()
    for weighed in values:
        chosen = known.choice is None or known.choice.value == weighed.value
        if chosen and weighed.grade != Grade.UNSUPPORTED:
            yield weighed


def _finding(known: Known, weighed: Weighed, screened: screening.Shown, rules: Rules) -> FrozenFinding:
    script = names.script(weighed.value)
    return FrozenFinding(
        id=uuid4().hex,
        property=known.property,
        label=known.label,
        value=screened.value,
        grade=weighed.grade.value,
        disputed=weighed.disputed,
        source=screened.source,
        language=rules.languages.get(weighed.value, "und"),
        direction="rtl" if script in RIGHT_TO_LEFT else "ltr",
    )


def _passages(
    told: Sequence[Passage], shown: Sequence[Shown], rules: Rules
) -> tuple[tuple[FrozenPassage, ...], Withheld]:
    """Take the words that shown findings rest on, where the release may hold words and they name nobody hidden."""
    if PASSAGES not in rules.properties:
        return (), []
    by_claim = {str(one.claim): one for one in told}
    documents: dict[UUID, str] = {}
    found: list[FrozenPassage] = []
    withheld: Withheld = []
    for finding, claim in ((one.frozen, claim) for one in shown for claim in one.supports):
        passage = by_claim[claim]
        if risks(f"{passage.quote}\n{passage.title}\n{passage.publisher}", rules.hidden):
            withheld.append((PASSAGES, NAMES_SOMEBODY))
        else:
            document = documents.setdefault(passage.document, uuid4().hex)
            found.append(_passage(finding, passage, document))
    return tuple(found), withheld


def _passage(finding: FrozenFinding, passage: Passage, document: str) -> FrozenPassage:
    return FrozenPassage(
        id=uuid4().hex,
        finding=finding.id,
        document=document,
        title=mask_numbers(passage.title),
        publisher=mask_numbers(passage.publisher),
        published=passage.published,
        language=passage.language,
        start=passage.start,
        end=passage.end,
        quote=mask_numbers(passage.quote),
    )
