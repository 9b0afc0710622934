"""A release as plain values, cut loose from the casebook: what exports and the site are made from."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from kualik.cases.ledger.canonical import canonical
from kualik.cases.people.custody import in_words

__all__ = [
    "FrozenCustody",
    "FrozenFinding",
    "FrozenPassage",
    "FrozenPerson",
    "FrozenRelease",
    "as_content",
    "audience_in_words",
    "digest",
    "from_content",
    "said",
    "written",
]

CLOSED_LISTS = frozenset({"Custody.state", "Person.gender"})
DURATIONS = frozenset({"Custody.sentence", "Custody.duration"})
AUDIENCES = {
    "public": "the public",
    "un": "a body of the United Nations",
    "lawyers": "lawyers",
    "partners": "partner organisations",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFinding:
    """One value of one property: how well it stands, whether it is disputed, what is said of its source."""

    id: str
    property: str  # schema.property
    label: str
    value: str
    grade: str
    disputed: bool
    source: str
    language: str  # BCP 47; "und" where it is no name
    direction: str  # "ltr" or "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenCustody:
    """One stretch of custody with its findings."""

    id: str
    findings: tuple[FrozenFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPassage:
    """The words that a finding rests on, and where they stand; only where the release may hold them."""

    id: str
    finding: str
    document: str  # an id of this release alone
    title: str
    publisher: str
    published: str
    language: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPerson:
    """One person as released. `name` is empty where the name is not known or not released."""

    id: str
    name: str
    language: str
    direction: str
    findings: tuple[FrozenFinding, ...]
    custody: tuple[FrozenCustody, ...]
    passages: tuple[FrozenPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRelease:
    """An approved release. `digest` is the SHA-256 of the persons as they stand here."""

    id: str
    title: str
    audience: str
    approved: str  # ISO 8601 date
    digest: str
    persons: tuple[FrozenPerson, ...]


def as_content(person: FrozenPerson) -> dict[str, Any]:
    """Write a person as the JSON that is kept in the release."""
    return asdict(person)


def from_content(content: Mapping[str, Any]) -> FrozenPerson:
    """Read a person from the JSON that is kept in the release."""
    return FrozenPerson(
        id=content["id"],
        name=content["name"],
        language=content["language"],
        direction=content["direction"],
        findings=tuple(FrozenFinding(**one) for one in content["findings"]),
        custody=tuple(
            FrozenCustody(id=one["id"], findings=tuple(FrozenFinding(**inner) for inner in one["findings"]))
            for one in content["custody"]
        ),
        passages=tuple(FrozenPassage(**one) for one in content["passages"]),
    )


def audience_in_words(audience: str) -> str:
    """Say whom an audience is, in the middle of a sentence."""
    return AUDIENCES[str(audience)]


def said(finding: FrozenFinding) -> str:
    """Say a value as a reader reads it: durations and words of a closed list in their language, the rest as it is."""
    if finding.property in CLOSED_LISTS:
        return _(finding.value)
    return in_words(finding.value) if finding.property in DURATIONS else finding.value


def written(frozen: FrozenRelease) -> bytes:
    """Write a release as the very bytes that its digest is the SHA-256 of."""
    contents = [as_content(person) for person in frozen.persons]
    return _bytes(title=frozen.title, audience=frozen.audience, contents=contents)


def digest(*, title: str, audience: str, contents: Iterable[Mapping[str, Any]]) -> str:
    """Work out the SHA-256 of a release over canonical JSON, so that anybody can check what they were given."""
    return sha256(_bytes(title=title, audience=audience, contents=contents)).hexdigest()


def _bytes(*, title: str, audience: str, contents: Iterable[Mapping[str, Any]]) -> bytes:
    return canonical({"title": title, "audience": audience, "persons": list(contents)})
