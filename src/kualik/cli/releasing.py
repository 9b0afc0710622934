"""Record consents, draft, approve, withdraw and list releases at the terminal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kualik.cases.accounts.models import User
from kualik.cases.releases import actions, queries
from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.frozen import FrozenFinding, audience_in_words, said
from kualik.cases.releases.models import Audience, Consent, Item, Release
from kualik.cli import common
from kualik.cli.choosing import the_person
from kualik.cli.plain import as_json as written

__all__ = [
    "Told",
    "Wanted",
    "approve",
    "consent",
    "draft",
    "list_consents",
    "list_releases",
    "show",
    "withdraw",
    "withdraw_consent",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who gave a consent, and when."""

    given_by: str
    given_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a release is to be."""

    title: str
    audience: str
    properties: tuple[str, ...]


def consent(*, by: User, at: datetime, person: str, audience: str, told: Told) -> None:
    """Record a consent."""
    found = the_person(viewer=by, reference=person)
    made = actions.record_consent(
        by=by, at=at, person=found, audience=Audience(audience), given_by=told.given_by, given_on=told.given_on
    )
    common.say(f"consent {made.pk}: {found} may be shown to {audience_in_words(audience)}")


def withdraw_consent(*, by: User, at: datetime, reference: str) -> None:
    """Withdraw a consent, and say what was made under it and must be made anew."""
    releases = actions.withdraw_consent(by=by, at=at, consent=queries.consent(viewer=by, reference=reference))
    common.say(f"withdrawn: consent {reference}")
    for release in releases:
        common.tell(f"{release.title!r} held this person: export it and build its site again, and tell who has copies")


def list_consents(*, by: User, person: str, as_json: bool) -> None:
    """Print consents; who gave them is not printed here."""
    found = the_person(viewer=by, reference=person) if person else None
    for one in queries.consents(viewer=by, person=found):
        told = _consent(one)
        common.say(written(told) if as_json else "  ".join(part for part in told.values() if part))


def _consent(one: Consent) -> dict[str, str]:
    withdrawn = f"withdrawn {one.withdrawn_at:%Y-%m-%d}" if one.withdrawn_at else ""
    return {
        "id": str(one.pk),
        "person": str(one.person),
        "audience": one.audience,
        "given_on": one.given_on,
        "withdrawn": withdrawn,
    }


def draft(*, by: User, at: datetime, persons: Sequence[str], wanted: Wanted) -> None:
    """Draft a release, and say what was withheld."""
    found = [the_person(viewer=by, reference=reference) for reference in persons]
    audience = Audience(wanted.audience)
    properties = wanted.properties or tuple(one for one in allowed(audience) if one != PASSAGES)
    release = actions.draft(by=by, at=at, title=wanted.title, audience=audience, persons=found, properties=properties)
    common.say(f"draft {release.pk}: {release.title}, {len(found)} in it, for {audience_in_words(audience)}")
    for item in queries.release(viewer=by, release=release.pk).items:
        _print_withheld(item)


def _print_withheld(item: Item) -> None:
    for property_, why in item.withheld:
        common.tell(f"{item.person}: {property_} withheld: {why}")


def approve(*, by: User, at: datetime, reference: str) -> None:
    """Approve a draft, and print its digest."""
    release = actions.approve(by=by, at=at, release=_release(by, reference))
    common.say(f"approved {release.pk}: {release.title}")
    common.say(f"digest {release.digest}")


def withdraw(*, by: User, at: datetime, reference: str) -> None:
    """Withdraw a release."""
    release = actions.withdraw(by=by, at=at, release=_release(by, reference))
    common.say(f"withdrawn {release.pk}: {release.title}")


def _release(by: User, reference: str) -> Release:
    return queries.release(viewer=by, release=reference).release


def list_releases(*, by: User, as_json: bool) -> None:
    """Print the releases."""
    for one in queries.releases(viewer=by):
        told = {"id": str(one.pk), "state": one.state, "audience": one.audience, "title": one.title}
        common.say(written(told) if as_json else "  ".join(told.values()))


def show(*, by: User, reference: str, as_json: bool) -> None:
    """Print what a release holds and what was withheld."""
    shown = queries.release(viewer=by, release=reference)
    if as_json:
        items = [{"person": one.person, "content": one.content, "withheld": one.withheld} for one in shown.items]
        common.say(written({"id": shown.release.pk, "state": shown.release.state, "items": items}))
        return
    common.say(f"{shown.release.title}  {shown.release.state}  for {audience_in_words(shown.release.audience)}")
    for item in shown.items:
        common.say(f"{item.person}  {item.content['name'] or 'without a name'}")
        for one in (*item.content["findings"], *(one for held in item.content["custody"] for one in held["findings"])):
            disputed = ", disputed" if one["disputed"] else ""
            common.say(f"    {one['label']}: {said(FrozenFinding(**one))} – {one['grade']}{disputed}")
        _print_withheld(item)
    for person in shown.gone:
        common.tell(f"the consent for {person} was withdrawn: exports leave them out")
