"""A release as FollowTheMoney entities: one JSON object a line, as `ftm` and OpenAleph read them."""

import json
from collections.abc import Iterable, Iterator

from kualik.cases.releases.frozen import FrozenCustody, FrozenFinding, FrozenPerson, FrozenRelease

__all__ = ["FILE_NAME", "ftm_json"]

FILE_NAME = "entities.ftm.json"


def ftm_json(frozen: FrozenRelease) -> bytes:
    """Write a release as FollowTheMoney JSON lines.

    Args:
        frozen: an approved release.

    Returns:
        UTF-8; per person one Person, and one Custody for each stretch. Ids belong to this release alone.
    """
    lines = [json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in _entities(frozen)]
    return "".join(f"{line}\n" for line in lines).encode()


def _entities(frozen: FrozenRelease) -> Iterator[dict[str, object]]:
    for person in frozen.persons:
        yield {"id": person.id, "schema": "Person", "properties": _person(person)}
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
