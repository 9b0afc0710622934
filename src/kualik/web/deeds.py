"""What the ledger says was done, in the reader's language: a sentence for each kind of entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kualik.cases.accounts.models import Role
from kualik.cases.people.models import Verdict
from kualik.cases.releases.models import Audience
from kualik.cases.sources.models import Sensitivity
from kualik.web.locales import language_in_words
from kualik.web.words import REFUSALS

if TYPE_CHECKING:
    from kualik.cases.ledger.models import Entry

__all__ = ["COUNTED", "NOUNS", "SAID", "Deed", "Thing", "deed_of", "in_words", "thing_of"]

NOUNS: Mapping[str, Promise] = {
    "account": _("Accounts"),
    "source": _("Sources"),
    "batch": _("Batches"),
    "table": _("Tables"),
    "mapping": _("Mappings of columns"),
    "document": _("Documents"),
    "claim": _("Claims"),
    "person": _("Persons"),
    "judgement": _("Judgements"),
    "choice": _("Choices"),
    "series": _("Series"),
    "events": _("Tables of events"),
    "place": _("Places"),
    "boundaries": _("Boundaries"),
    "count": _("Counts"),
    "consent": _("Consents"),
    "release": _("Releases"),
    "collection": _("Collections"),
    "search": _("Saved searches"),
    "assistant": _("Language model"),
}
"""What can be done something to: the first part of a kind, and what it is called in a list of choices."""

SAID: Mapping[str, Promise] = {
    "account:arrived": _("Finished the first sign-in"),
    "account:closed": _("Closed the account"),
    "account:created": _("Made the account"),
    "account:factor-added": _("Added a second factor"),
    "account:factor-removed": _("Removed a second factor"),
    "account:factor-renamed": _("Renamed a second factor"),
    "account:factors-cleared": _("Took all second factors away"),
    "account:grant-ended": _("Took a role away"),
    "account:granted": _("Gave a role"),
    "account:invited": _("Invited somebody"),
    "account:invited-again": _("Gave a new password for the first sign-in"),
    "account:language-set": _("Chose a language"),
    "account:password-set": _("Set a password"),
    "account:recovery-codes-made": _("Made new recovery codes"),
    "account:reopened": _("Opened the account again"),
    "account:sessions-ended": _("Signed out on every computer"),
    "account:sign-in-failed": _("A sign-in failed"),
    "account:signed-in": _("Signed in"),
    "account:signed-out": _("Signed out"),
    "assistant:off": _("Turned the language model off"),
    "assistant:set": _("Chose a language model"),
    "batch:met": _("Handed in what was here already"),
    "batch:opened": _("Began to hand things in"),
    "batch:put-back": _("Put a batch back"),
    "batch:refused": _("Handed in something that was not taken"),
    "batch:undone": _("Undid a batch"),
    "boundaries:imported": _("Added boundaries to the map"),
    "boundaries:removed": _("Took boundaries off the map"),
    "boundaries:restored": _("Put boundaries back on the map"),
    "choice:ended": _("Took back what was chosen for publication"),
    "choice:made": _("Chose a value for publication"),
    "claim:added": _("Added a claim by hand"),
    "claim:corrected": _("Corrected a claim"),
    "consent:recorded": _("Recorded a consent"),
    "consent:withdrawn": _("Withdrew a consent"),
    "count:asked": _("Asked for a count"),
    "count:failed": _("A count failed"),
    "count:reported": _("A count was finished"),
    "document:paired": _("Set a translation or transcript beside its original"),
    "document:unpaired": _("Took a translation or transcript from its original"),
    "judgement:made": _("Judged whether two are one person"),
    "judgement:undone": _("Undid a judgement"),
    "mapping:saved": _("Saved which column says what"),
    "place:named": _("Said which place a written name means"),
    "place:unnamed": _("Took back which place a written name means"),
    "release:approved": _("Approved a release"),
    "release:drafted": _("Drafted a release"),
    "release:exported": _("Took a release out of the house"),
    "release:withdrawn": _("Withdrew a release"),
    "search:forgotten": _("Removed a saved search"),
    "search:saved": _("Saved a search"),
    "series:placed": _("Decided to which series an event belongs"),
    "series:unplaced": _("Took back to which series an event belongs"),
    "source:added": _("Added a source"),
    "source:classified": _("Changed who may know of several sources"),
    "source:read": _("A source was read"),
    "source:read-again": _("Had a source read again"),
    "source:refused": _("A source could not be read"),
    "source:told": _("Said more about where a source comes from"),
    "source:transcribed": _("Typed out what could not be read"),
    "table:begun": _("Began to take the rows of a table in"),
    "table:dropped": _("Left a table out after trying it"),
    "table:tried": _("Tried a table out"),
}  # fmt: skip
"""Deeds done to one thing."""

COUNTED: Mapping[str, tuple[str, Promise]] = {
    "claim:accepted": ("claims", ngettext_lazy("Accepted %(n)d claim", "Accepted %(n)d claims", "n")),
    "claim:rejected": ("claims", ngettext_lazy("Rejected %(n)d claim", "Rejected %(n)d claims", "n")),
    "claim:reopened": ("claims", ngettext_lazy("Reopened %(n)d claim", "Reopened %(n)d claims", "n")),
    "claim:withdrawn": ("claims", ngettext_lazy("Withdrew %(n)d claim", "Withdrew %(n)d claims", "n")),
    "claim:put-back": (
        "claims",
        ngettext_lazy("Undid a decision about %(n)d claim", "Undid a decision about %(n)d claims", "n"),
    ),
    "claim:proposed": ("made", ngettext_lazy("%(n)d claim was read from it", "%(n)d claims were read from it", "n")),
    "collection:changed": (
        "people",
        ngettext_lazy("Changed a collection by %(n)d person", "Changed a collection by %(n)d persons", "n"),
    ),
    "collection:restored": (
        "people",
        ngettext_lazy(
            "Undid a change of a collection: %(n)d person", "Undid a change of a collection: %(n)d persons", "n"
        ),
    ),
    "document:recorded": ("documents", ngettext_lazy("%(n)d document was read", "%(n)d documents were read", "n")),
    "events:taken": (
        "rows",
        ngettext_lazy("Took a working table of %(n)d event", "Took a working table of %(n)d events", "n"),
    ),
    "person:recorded": (
        "entities",
        ngettext_lazy("Entered %(n)d person who is told of", "Entered %(n)d persons who are told of", "n"),
    ),
    "person:indexed": (
        "entities",
        ngettext_lazy("Indexed the names of %(n)d person anew", "Indexed the names of %(n)d persons anew", "n"),
    ),
    "source:withdrawn": ("sources", ngettext_lazy("Withdrew %(n)d source", "Withdrew %(n)d sources", "n")),
    "source:put-back": ("sources", ngettext_lazy("Put %(n)d source back", "Put %(n)d sources back", "n")),
}
"""Deeds done to many things at once, and where the details say to which."""

CLOSED = {
    "role": dict(Role.choices),
    "verdict": dict(Verdict.choices),
    "audience": dict(Audience.choices),
    "became": dict(Sensitivity.choices),
    "reason": REFUSALS,
}
"""Details of which each value has a word."""

EXACT: Mapping[str, tuple[str, Promise]] = {
    "account:granted": ("role", _("Gave the role “%(what)s”")),
    "account:grant-ended": ("role", _("Took the role “%(what)s” away")),
    "account:language-set": ("language", _("Chose the language: %(what)s")),
    "judgement:made": ("verdict", _("Judged two records: %(what)s")),
    "consent:recorded": ("audience", _("Recorded a consent for: %(what)s")),
    "consent:withdrawn": ("audience", _("Withdrew a consent for: %(what)s")),
    "release:exported": ("form", _("Took a release out of the house as %(what)s")),
    "source:classified": ("became", _("Changed who may know of a source to: %(what)s")),
    "source:refused": ("reason", _("A source could not be read: %(what)s")),
}
"""Deeds that one of their details makes clear."""

THINGS: Mapping[str, tuple[Promise, str]] = {
    "account": (_("Account"), "member"),
    "source": (_("Source"), "source"),
    "batch": (_("Batch"), "batch"),
    "document": (_("Document"), "document"),
    "claim": (_("Claim"), ""),
    "person": (_("Person"), "person"),
    "judgement": (_("Judgement"), "judgement"),
    "event": (_("Event"), "event"),
    "count": (_("Count"), "count"),
    "release": (_("Release"), "release"),
    "collection": (_("Collection"), "find_collection"),
    "search": (_("Saved search"), ""),
    "place": (_("Place"), ""),
    "boundaries": (_("Boundaries"), ""),
    "mapping": (_("Mapping of columns"), ""),
    "setting": (_("Setting"), ""),
}
"""What an entry is about: its word, and the page that shows it."""

MANY = frozenset({"person:new", "person:index", "sources:many", "events:table"})
"""What entries about many things at once say they are about: there is no one thing to be shown."""

SHOWN = 20  # ids of one detail that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What an entry is about. `address` is its page; empty where it has none of its own."""

    about: str
    word: str
    id: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One entry as it stands on a page. `facts` are its details as they are kept, cut where they are long."""

    entry: "Entry"
    said: str
    thing: Thing | None
    facts: tuple[tuple[str, str], ...]


def deed_of(entry: "Entry") -> Deed:
    """Say an entry of the ledger in words, with what it is about and its details."""
    facts = tuple((name, _cut(value)) for name, value in entry.details.items())
    return Deed(entry=entry, said=in_words(entry), thing=thing_of(entry.about), facts=facts)


def in_words(entry: "Entry") -> str:
    """Say what was done; a kind that is not known stands as it is kept."""
    key, words = EXACT.get(entry.kind, ("", None))
    if words and key in entry.details:
        return str(words) % {"what": _word(key, str(entry.details[key]))}
    if entry.kind in COUNTED:
        key, counted = COUNTED[entry.kind]
        return str(counted % {"n": _number(entry.details.get(key, 1))})
    return str(SAID.get(entry.kind, entry.kind))


def thing_of(about: str) -> Thing | None:
    """Find the word and the page of what an entry is about; None for what is many things."""
    noun, _colon, own = about.partition(":")
    if about in MANY or noun not in THINGS:
        return None
    word, route = THINGS[noun]
    try:
        address = reverse(route, args=[own]) if route else ""
    except NoReverseMatch:  # what was kept is no id: the entry is shown all the same
        address = ""
    return Thing(about=about, word=str(word), id=own, address=address)


def _word(key: str, value: str) -> str:
    return language_in_words(value) if key == "language" else str(CLOSED.get(key, {}).get(value, value))


def _number(told: object) -> int:
    return told if isinstance(told, int) else len(told) if isinstance(told, list | dict | str) else 1


def _cut(value: object) -> str:
    if isinstance(value, list | dict) and len(value) > SHOWN:
        return ", ".join(str(one) for one in list(value)[:SHOWN]) + f" … ({len(value)})"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {one}" for name, one in value.items())
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
