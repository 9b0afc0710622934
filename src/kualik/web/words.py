"""What the closed lists of the engines are called on a page, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from kualik.engine.facts.schemata import properties, schemata
from kualik.engine.facts.vocabulary import Schema, Stance, Status
from kualik.engine.reading import Refusal

__all__ = [
    "BOUND_WORDS",
    "CLOSED",
    "EVENTS",
    "FAULTS",
    "GRADES",
    "KIN",
    "LASTING",
    "NOBODY_NAMED",
    "PROPERTIES",
    "PUBLISHER_UNKNOWN",
    "REFUSALS",
    "RESPONSES",
    "ROLES",
    "SCHEMATA",
    "SHOWN_SOURCES",
    "STANCES",
    "STATES",
    "STATUSES",
    "YES_NO",
    "kind_word",
    "moment_word",
    "property_word",
    "schema_word",
]

PUBLISHER_UNKNOWN = _("publisher not known")
NOBODY_NAMED = _("somebody who is not named")

STANCES: Mapping[str, Promise] = {
    Stance.ASSERTS: pgettext_lazy("stance", "says so"),
    Stance.DENIES: pgettext_lazy("stance", "denies"),
    Stance.ALLEGES: pgettext_lazy("stance", "alleges"),
    Stance.ACCUSES: pgettext_lazy("stance", "accuses"),
    Stance.ACKNOWLEDGES: pgettext_lazy("stance", "acknowledges"),
    Stance.ACKNOWLEDGES_OTHERWISE: pgettext_lazy("stance", "admits, explains otherwise"),
    Stance.DEMANDS: pgettext_lazy("stance", "demands"),
    Stance.DECLINES_TO_COMMENT: pgettext_lazy("stance", "declines to comment"),
    Stance.DID_NOT_RESPOND: pgettext_lazy("stance", "did not respond"),
    Stance.RETRACTS: pgettext_lazy("stance", "takes it back"),
}

STATUSES: Mapping[str, Promise] = {
    Status.PROPOSED: pgettext_lazy("claim", "Proposed"),
    Status.ACCEPTED: pgettext_lazy("claim", "Accepted"),
    Status.REJECTED: pgettext_lazy("claim", "Rejected"),
    Status.WITHDRAWN: pgettext_lazy("claim", "Replaced or withdrawn"),
}

SCHEMATA: Mapping[str, Promise] = {
    Schema.PERSON: _("Person"),
    Schema.ORGANIZATION: _("Organisation"),
    Schema.CUSTODY: _("Custody"),
    Schema.FACILITY: _("Facility"),
    Schema.FAMILY: _("Family tie"),
    Schema.PROTEST: _("Protest"),
    Schema.APPEAL: _("Appeal"),
    Schema.INCIDENT: _("Incident"),
    Schema.POPULATION: _("Number of people"),
    Schema.STATEMENT: _("Statement"),
}

PROPERTIES: Mapping[str, Promise] = {
    "name": _("Name"),
    "alias": _("Other name"),
    "weakAlias": _("Other name"),
    "previousName": _("Earlier name"),
    "fatherName": _("Father's name"),
    "age": _("Age"),
    "gender": _("Gender"),
    "birthDate": _("Born"),
    "birthPlace": _("Place of birth"),
    "deathDate": _("Died"),
    "ethnicity": _("Ethnicity"),
    "nationality": _("Nationality"),
    "citizenship": _("Citizenship"),
    "country": _("Country"),
    "religion": _("Religion"),
    "position": _("Position"),
    "profession": _("Occupation"),
    "occupation": _("Occupation"),
    "education": _("Education"),
    "idNumber": _("Identity number"),
    "phone": _("Telephone"),
    "address": _("Address"),
    "health": _("Health"),
    "status": _("Status"),
    "detainee": _("Detainee"),
    "state": _("Kind of custody"),
    "sentence": _("Sentence"),
    "sentenceText": _("Sentence in words"),
    "duration": _("Time held"),
    "startDate": _("From"),
    "endDate": _("Until"),
    "date": _("Date"),
    "place": _("Place"),
    "facility": _("Facility"),
    "authority": _("Authority"),
    "grounds": _("Grounds given by the authority"),
    "suspectedReason": _("Reason suspected by others"),
    "person": _("Person"),
    "relative": _("Relative"),
    "relationship": _("Relation"),
    "eventType": _("Kind of event"),
    "actor": _("Who acted"),
    "target": _("Directed at"),
    "demand": _("Demand"),
    "crowd": _("Crowd"),
    "response": _("How authorities answered"),
    "violence": _("Violence"),
    "recurrence": _("How often"),
    "incident": _("What happened during it"),
    "outcome": _("Outcome"),
    "content": _("What is said"),
    "addressee": _("To whom it is said"),
    "size": _("Number of people"),
    "bound": _("Bound"),
    "group": _("Of whom"),
    "facilityType": _("Kind of facility"),
    "officialName": _("Name used by the authority"),
    "description": _("Description"),
    "summary": _("Summary"),
    "notes": _("Note"),
    "location": _("Place"),
}

ROLES: Mapping[str, Promise] = {
    "detainee": _("detained"),
    "relative": _("relative"),
    "protester": _("protester"),
    "activist": _("activist"),
    "witness": _("witness"),
    "official": _("official"),
    "lawyer": _("lawyer"),
    "journalist": _("journalist"),
    "researcher": _("researcher"),
    "other": pgettext_lazy("role in a report", "other"),
}

STATES: Mapping[str, Promise] = {
    "prison": _("prison"),
    "camp": _("camp"),
    "police custody": _("police custody"),
    "house arrest": _("house arrest"),
    "forced labour": _("forced labour"),
    "disappeared": _("disappeared"),
    "barred from leaving": _("barred from leaving"),
    "released": _("released"),
    "died in custody": _("died in custody"),
    "unspecified": pgettext_lazy("state of custody", "held"),
}

LASTING = frozenset(STATES) - {"disappeared", "released", "died in custody"}
"""States that have a beginning and an end; the others happen."""

EVENTS: Mapping[str, Promise] = {
    "protest": _("protest"),
    "picket": _("picket"),
    "march": _("march"),
    "rally": _("rally"),
    "petition": _("petition"),
    "letter": pgettext_lazy("kind of event", "letter or complaint"),
    "submission": _("submission to the United Nations"),
    "press conference": _("press conference"),
    "hearing": _("hearing"),
    "arrest": _("arrest"),
    "release": _("release"),
    "sentencing": _("sentencing"),
    "meeting": _("meeting"),
    "statement": _("statement"),
    "reply": _("official reply"),
    "dispersal": _("dispersal"),
    "attack": _("attack"),
    "other": pgettext_lazy("kind of event", "other"),
}

RESPONSES: Mapping[str, Promise] = {
    "no intervention": pgettext_lazy("answer of authorities", "did not intervene"),
    "kept at a distance": pgettext_lazy("answer of authorities", "kept them at a distance"),
    "told it is illegal": pgettext_lazy("answer of authorities", "told them that it is illegal"),
    "told to disperse": pgettext_lazy("answer of authorities", "told them to disperse"),
    "dispersed": pgettext_lazy("answer of authorities", "dispersed them"),
    "detained participants": pgettext_lazy("answer of authorities", "detained some of them"),
    "met participants": pgettext_lazy("answer of authorities", "met them"),
    "did not come out": pgettext_lazy("answer of authorities", "did not come out to them"),
}

BOUND_WORDS: Mapping[str, Promise] = {
    "at most": _("at most"),
    "at least": _("at least"),
    "about": _("about"),
    "exactly": _("exactly"),
    "more than": _("more than"),
    "fewer than": _("fewer than"),
}

KIN: Mapping[str, Promise] = {
    "mother": pgettext_lazy("kin", "mother"),
    "father": pgettext_lazy("kin", "father"),
    "parent": pgettext_lazy("kin", "parent"),
    "son": pgettext_lazy("kin", "son"),
    "daughter": pgettext_lazy("kin", "daughter"),
    "child": pgettext_lazy("kin", "child"),
    "husband": pgettext_lazy("kin", "husband"),
    "wife": pgettext_lazy("kin", "wife"),
    "spouse": pgettext_lazy("kin", "spouse"),
    "brother": pgettext_lazy("kin", "brother"),
    "sister": pgettext_lazy("kin", "sister"),
    "sibling": pgettext_lazy("kin", "brother or sister"),
    "grandparent": pgettext_lazy("kin", "grandparent"),
    "grandchild": pgettext_lazy("kin", "grandchild"),
    "uncle": pgettext_lazy("kin", "uncle"),
    "aunt": pgettext_lazy("kin", "aunt"),
    "uncle or aunt": pgettext_lazy("kin", "uncle or aunt"),
    "nephew": pgettext_lazy("kin", "nephew"),
    "niece": pgettext_lazy("kin", "niece"),
    "nephew or niece": pgettext_lazy("kin", "nephew or niece"),
    "cousin": pgettext_lazy("kin", "cousin"),
    "in-law": pgettext_lazy("kin", "relative by marriage"),
    "relative": pgettext_lazy("kin", "relative"),
}

REFUSALS: Mapping[str, Promise] = {
    Refusal.EMPTY: _("The file is empty"),
    Refusal.TOO_LARGE: _("Too large"),
    Refusal.UNKNOWN_TYPE: _("A kind of file that nobody here can read"),
    Refusal.ARCHIVE: _("A packed folder"),
    Refusal.UNSAFE_ARCHIVE: _("A packed folder that is not safe to open"),
    Refusal.ENCRYPTED: _("Locked with a password"),
    Refusal.DAMAGED: _("Damaged"),
    Refusal.TOO_MANY_PAGES: _("Too many pages"),
    Refusal.TOO_MANY_PIXELS: _("Too large a picture"),
    Refusal.TOO_MANY_ROWS: _("Too many rows"),
    Refusal.TOO_MUCH_TEXT: _("Too much text"),
    Refusal.UNSURE_ENCODING: _("Letters that cannot be told for certain"),
    Refusal.NO_TEXT: _("No text was found in it"),
    Refusal.OCR_NOT_INSTALLED: _("A picture, and nothing here reads letters in pictures"),
    Refusal.TOOK_TOO_LONG: _("Reading it took too long"),
    Refusal.TOO_MUCH_MEMORY: _("Reading it took too much memory"),
    Refusal.CRASHED: _("The reader broke off"),
}

FAULTS: Mapping[str, tuple[Promise, Promise]] = {
    "no date": (_("This is not a date that can be read one way only."), _("Write it as 2018-02-08, 2018-02 or 2018.")),
    "two days": (_("This could be two different days."), _("Write it as 2018-02-08: year, month, day.")),
    "no day": (_("There is no such day in the calendar."), _("Write it as 2018-02-08: year, month, day.")),
    "no term": (_("This is not a length of time."), _("Write it as 7 years, or P7Y.")),
    "no age": (_("This is not an age in years."), _("Write a whole number, such as 34.")),
    "no gender": (_("This is not a gender that is known here."), _("Write female or male.")),
    "no state": (
        _("This kind of custody is not known here."),
        _("Say on the page of the columns what the word means."),
    ),
    "twice": (
        _("This number stands in an earlier row of the same table."),
        _("Give each person one row and one number."),
    ),
}
"""What can be wrong with a cell, and what to do about it."""

GENDERS: Mapping[str, Promise] = {
    "female": pgettext_lazy("gender", "female"),
    "male": pgettext_lazy("gender", "male"),
    "other": pgettext_lazy("gender", "other"),
}

SHOWN_SOURCES: Mapping[str, Promise] = {
    "source withheld": _("source withheld"),
    "family or friends": _("family or friends"),
    "a witness": _("a witness"),
    "a document": _("a document"),
    "an official source": _("an official source"),
    "the press": _("the press"),
}
"""How a release names whoever says so."""

CLOSED: Mapping[str, Mapping[str, Promise]] = {
    "gender": GENDERS,
    "state": STATES,
    "eventType": EVENTS,
    "bound": BOUND_WORDS,
    "response": RESPONSES,
    "relationship": KIN,
}
"""Properties whose values come from a closed list."""

GRADES: Mapping[str, tuple[Promise, Promise]] = {
    "documented": (_("Documented"), _("An official paper says so.")),
    "acknowledged": (_("Acknowledged"), _("The authority itself says so.")),
    "corroborated": (_("Corroborated"), _("Two or more independent witnesses say so.")),
    "single witness": (_("One witness"), _("One witness says so, however many repeat it.")),
    "unattributed": (_("Unattributed"), _("Reported without saying who knows it.")),
    "unsupported": (_("Not supported"), _("Nobody says so now: it was only denied, or has been taken back.")),
}


YES_NO: Mapping[str, Promise] = {"true": pgettext_lazy("value", "yes"), "false": pgettext_lazy("value", "no")}


def property_word(name: str, schema: str = "") -> str:
    """Say what a property is called; one that is not in our list keeps its schema's own label."""
    if name in PROPERTIES:
        return str(PROPERTIES[name])
    known = properties(schema) if schema in schemata() else {}
    return known[name].label if name in known else name


def schema_word(name: str) -> str:
    """Say what a kind of entity is called."""
    return str(SCHEMATA.get(name, name))


def kind_word(kind: str) -> str:
    """Say which custody, event or tie something is; what is in none of the closed lists stays as it is written."""
    return next((str(listed[kind]) for listed in (STATES, EVENTS, KIN) if kind in listed), kind)


def moment_word(*, schema: str, name: str, kind: str) -> str:
    """Say what happened on a date: "arrest", "prison (beginning)", "Born"."""
    if not kind and schema == Schema.PERSON:
        return property_word(name, schema)
    said = kind_word(kind) or schema_word(schema)
    if name == "endDate":
        return _joined(said, pgettext("of a stretch of time", "end"))
    begins = name == "startDate" and kind in LASTING
    return _joined(said, pgettext("of a stretch of time", "beginning")) if begins else said


def _joined(said: str, when: str) -> str:
    return pgettext("what (when)", "%(what)s (%(when)s)") % {"what": said, "when": when}
