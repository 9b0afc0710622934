"""A release as FollowTheMoney entities: one JSON object a line, as `ftm` and OpenAleph read them."""

import json
from collections.abc import Iterable, Iterator

from kualik.cases.releases.frozen import FrozenCustody, FrozenFinding, FrozenPerson, FrozenRelease

__all__ = ["FILE_NAME", "ftm_json", "without_a_name"]

FILE_NAME = "entities.ftm.json"


def ftm_json(frozen: FrozenRelease) -> bytes:
    """Write a release as FollowTheMoney JSON lines.

    Args:
        frozen: an approved release.

    Returns:
        UTF-8; per person one Person, and one Custody for each stretch. Ids belong to this release alone.
        Somebody without a name has no Person, since FollowTheMoney requires a name of one; their Custody
        lines point at one id, so that they stay together (docs/decisions/0012).
    """
    lines = [json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in _entities(frozen)]
    return "".join(f"{line}\n" for line in lines).encode()


def without_a_name(frozen: FrozenRelease) -> int:
    """Count the persons of a release who are in its FollowTheMoney file only by their custody."""
    return sum("name" not in _person(person) for person in frozen.persons)


def _entities(frozen: FrozenRelease) -> Iterator[dict[str, object]]:
    for person in frozen.persons:
        told = _person(person)
        if "name" in told:
            yield {"id": person.id, "schema": "Person", "properties": told}
        for custody in person.custody:
            yield {"id": custody.id, "schema": "Custody", "properties": _custody(person, custody)}


def _person(person: FrozenPerson) -> dict[str, list[str]]:
    return _properties(person.findings)


def _custody(person: FrozenPerson, custody: FrozenCustody) -> dict[str, list[str]]:
    return _properties(custody.findings) | {"detainee": [person.id]}


def _properties(findings: Iterable[FrozenFinding]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in findings:
        values = found.setdefault(one.property.partition(".")[2], [])
        if one.value not in values:
            values.append(one.value)
    return found
