"""The passages of a release as W3C Web Annotations: each finding with the words that it rests on."""

import json
from uuid import UUID

from kualik.cases.releases.frozen import FrozenFinding, FrozenPassage, FrozenPerson, FrozenRelease

__all__ = ["FILE_NAME", "annotations"]

FILE_NAME = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(frozen: FrozenRelease) -> bytes:
    """Write the passages of a release as a collection of Web Annotations.

    Args:
        frozen: an approved release. One for the public holds no passages, so that its collection is empty.

    Returns:
        UTF-8 JSON-LD; each annotation has a TextPositionSelector (code points) and a TextQuoteSelector.

    Source:
        W3C Web Annotation Data Model, recommendation of 23 February 2017.
    """
    items = [_annotation(person, passage) for person in frozen.persons for passage in person.passages]
    collection = {
        "@context": CONTEXT,
        "id": UUID(frozen.id).urn,
        "type": "AnnotationCollection",
        "label": frozen.title,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _annotation(person: FrozenPerson, passage: FrozenPassage) -> dict[str, object]:
    finding = _findings(person)[passage.finding]
    return {
        "id": UUID(passage.id).urn,
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": f"{finding.label}: {finding.value}",
        },
        "target": {
            "source": UUID(passage.document).urn,
            "selector": [
                {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
                {"type": "TextQuoteSelector", "exact": passage.quote},
            ],
        },
    }


def _findings(person: FrozenPerson) -> dict[str, FrozenFinding]:
    held = [one for custody in person.custody for one in custody.findings]
    return {one.id: one for one in (*person.findings, *held)}
