"""A release in plain values, made by hand: exports need nothing else."""

from dataclasses import replace

from kualik.cases.releases.frozen import (
    FrozenCustody,
    FrozenFinding,
    FrozenPassage,
    FrozenPerson,
    FrozenRelease,
    as_content,
    digest,
)

__all__ = ["finding", "passage", "person", "release"]


def finding(number: int, property_: str, value: str, *, disputed: bool = False) -> FrozenFinding:
    """Freeze one finding."""
    return FrozenFinding(
        id=f"{number:032x}",
        property=property_,
        label=property_.partition(".")[2].title(),
        value=value,
        grade="single witness",
        disputed=disputed,
        source="source withheld",
        language="kk-Cyrl" if property_ == "Person.name" else "und",
        direction="ltr",
    )


def person(number: int, name: str = "Серік Алмасұлы", *, extra: tuple[FrozenFinding, ...] = ()) -> FrozenPerson:
    """Freeze a person with one stretch of custody."""
    named = (finding(number + 1, "Person.name", name),) if name else ()
    held = (
        finding(number + 2, "Custody.state", "prison", disputed=True),
        finding(number + 3, "Custody.sentence", "P10Y"),
    )
    return FrozenPerson(
        id=f"{number:032x}",
        name=name,
        language="kk-Cyrl",
        direction="ltr",
        findings=(*named, *extra),
        custody=(FrozenCustody(id=f"{number + 4:032x}", findings=held),),
        passages=(),
    )


def passage(of: FrozenPerson) -> FrozenPerson:
    """Give a person the words that the sentence rests on."""
    words = FrozenPassage(
        id=f"{900:032x}",
        finding=of.custody[0].findings[1].id,
        document=f"{901:032x}",
        title="Title",
        publisher="P",
        published="2024",
        language="en",
        start=3,
        end=11,
        quote="10 years",
    )
    return replace(of, passages=(words,))


def release(*persons: FrozenPerson, title: str = "Held since 2018", audience: str = "public") -> FrozenRelease:
    """Freeze a release of these persons."""
    known = digest(title=title, audience=audience, contents=[as_content(one) for one in persons])
    return FrozenRelease(
        id=f"{999:032x}", title=title, audience=audience, approved="2026-03-01", digest=known, persons=persons
    )
