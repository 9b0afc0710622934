"""What people's decisions say of the readers: how often each rule was right, and where it was not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from django.db.models import Count, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import policy, queries
from kualik.cases.claims.models import Claim
from kualik.engine.extracting.rules import in_words
from kualik.engine.facts import Status

__all__ = ["FEW", "Judged", "Wrong", "report", "wilson"]

FEW = 10  # decisions: of a rule with fewer it cannot be told how good it is
EXAMPLES = 3
CONFIDENCE = 1.959964  # quantile of the normal distribution for an interval of 95 %
BY_A_PERSON = "person"
CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One proposal that somebody rejected, or put another claim in the place of."""

    claim: UUID
    document: UUID
    became: str  # "rejected" or "corrected"
    property: str
    value: str
    instead: str
    quote: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of one rule's proposals; `low` and `high` bound the share that was wrong, at 95 %."""

    method: str
    rule: str
    proposed: int
    waiting: int
    accepted: int
    rejected: int
    corrected: int
    withdrawn: int
    wrong: float | None
    low: float
    high: float
    enough: bool
    examples: tuple[Wrong, ...] = ()

    @property
    def decided(self) -> int:
        """How many proposals somebody has judged."""
        return self.accepted + self.rejected + self.corrected


def report(*, viewer: User) -> list[Judged]:
    """Say of each rule how often people found it wrong, the worst first.

    Args:
        viewer: an editor; only claims that they may know of are counted.

    Returns:
        One entry for each method that proposed anything. "Worst" is the lower bound of the share that was rejected or
        corrected, so that one bad case of one does not come before forty of fifty. Withdrawn claims without another in
        their place say nothing of the rule.

    Raises:
        NotAllowed: `viewer` is no editor.

    Source:
        Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212.
    """
    policy.check_may_decide(viewer)
    read = queries.claims(viewer=viewer).exclude(method=BY_A_PERSON).order_by()
    counts = _counts(read)
    judged = [_judged(method, told, read) for method, told in counts.items()]
    return sorted(judged, key=lambda one: (-one.low, -(one.rejected + one.corrected), one.method))


def wilson(wrong: int, of: int) -> tuple[float, float]:
    """Bound a share at 95 % by Wilson's score interval.

    Args:
        wrong: cases of the kind counted.
        of: all cases; of none, nothing is known.

    Returns:
        Lower and upper bound, from 0 to 1.
    """
    if not of:
        return 0.0, 1.0
    share, square = wrong / of, CONFIDENCE**2
    centre = share + square / (2 * of)
    spread = CONFIDENCE * sqrt(share * (1 - share) / of + square / (4 * of**2))
    scale = 1 + square / of
    low, high = (centre - spread) / scale, (centre + spread) / scale
    return (low if wrong else 0.0), (high if wrong < of else 1.0)  # both ends are exact, whatever rounding does


def _counts(read: QuerySet[Claim]) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for method, status, count in read.values_list("method", "status").annotate(Count("id")):
        found[method][status] += count
    replaced = read.filter(status=Status.WITHDRAWN.value, superseded_by__isnull=False)
    for method, count in replaced.values_list("method").annotate(Count("id", distinct=True)):
        found[method][CORRECTED] = count
    return found


def _judged(method: str, told: Counter[str], read: QuerySet[Claim]) -> Judged:
    accepted, rejected, corrected = told[Status.ACCEPTED.value], told[Status.REJECTED.value], told[CORRECTED]
    decided, wrong = accepted + rejected + corrected, rejected + corrected
    low, high = wilson(wrong, decided)
    return Judged(
        method=method,
        rule=in_words(method),
        proposed=sum(told[status.value] for status in Status),
        waiting=told[Status.PROPOSED.value],
        accepted=accepted,
        rejected=rejected,
        corrected=corrected,
        withdrawn=told[Status.WITHDRAWN.value] - corrected,
        wrong=wrong / decided if decided else None,
        low=low,
        high=high,
        enough=decided >= FEW,
        examples=tuple(_examples(read.filter(method=method))) if wrong else (),
    )


def _examples(read: QuerySet[Claim]) -> Iterable[Wrong]:
    """Give the latest proposals of a rule that were found wrong, and what stands in their place."""
    rejected = read.filter(status=Status.REJECTED.value)
    corrected = read.filter(status=Status.WITHDRAWN.value, superseded_by__isnull=False)
    found = (rejected | corrected).distinct().order_by("-decisions__at", "pk")
    ids = list(dict.fromkeys(found.values_list("pk", flat=True)[: EXAMPLES * 4]))[:EXAMPLES]
    claims = {claim.pk: claim for claim in Claim.objects.filter(pk__in=ids).select_related("value_entity")}
    yield from (_wrong(claims[id_]) for id_ in ids)


def _wrong(claim: Claim) -> Wrong:
    instead = claim.superseded_by.select_related("value_entity").order_by("made_at").last()
    decision = claim.decisions.last()
    return Wrong(
        claim=claim.pk,
        document=claim.document_id,
        became=CORRECTED if instead else claim.status,
        property=claim.property,
        value=_value(claim),
        instead=_difference(claim, instead) if instead else "",
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        why=decision.why if decision else "",
    )


def _value(claim: Claim) -> str:
    return str(claim.value_entity) if claim.value_entity else claim.value


def _difference(old: Claim, new: Claim) -> str:
    """Say what a person changed: the value, the stance, the voice, the property."""
    parts = (
        ("property", old.property, new.property),
        ("value", _value(old), _value(new)),
        ("stance", old.stance, new.stance),
        ("voice", " › ".join(old.voice), " › ".join(new.voice)),
    )
    return "; ".join(f"{name}: {after}" for name, before, after in parts if before != after)
