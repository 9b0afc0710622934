"""How values stand on a page: isolated from the direction around them, and in the reader's words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from kualik.cases.findings.case import Moment
from kualik.cases.findings.dates_ahead import Ahead
from kualik.cases.people.custody import CustodyLine, in_words
from kualik.cases.people.models import Person
from kualik.engine.extracting.rules import in_words as rule_in_words
from kualik.engine.facts import NOBODY, PUBLISHER
from kualik.engine.facts.edtf import is_edtf
from kualik.web import words
from kualik.web.ahead import span_in_words
from kualik.web.custody import in_a_line
from kualik.web.dates import date_in_words
from kualik.web.deeds import in_words as deed_in_words
from kualik.web.event_words import KIND_WORDS
from kualik.web.locales import language_in_words
from kualik.web.name_words import reason_in_words
from kualik.web.release_words import reason_word

__all__ = ["register"]

register = template.Library()
register.filter("reason", reason_in_words)
register.filter("deed", deed_in_words)
register.filter("withheld_word", reason_word)

WHOLE = 100  # per cent
TIMED = frozenset({"sentence", "duration"})
RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ug", "ur")


@register.simple_tag
def icon(name: str, *, turns: bool = False) -> SafeString:
    """Draw an icon of the sprite; `turns` for arrows that point the other way from right to left."""
    kind = "icon turns" if turns else "icon"
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        kind,
        static("kualik/icons.svg"),
        name,
    )


@register.filter
def ident(value: object) -> SafeString:
    """Isolate an id, a number or an ISO date, so that it reads left to right in every language."""
    return format_html('<bdi dir="ltr" class="ident">{}</bdi>', value)


@register.simple_tag
def name(text: str, language: str = "", kind: str = "") -> SafeString:
    """Isolate a name or a quoted text in its own direction and language."""
    return format_html(
        '<bdi dir="auto"{}{}>{}</bdi>',
        format_html(' lang="{}"', language) if language and language != "und" else "",
        format_html(' class="{}"', kind) if kind else "",
        text,
    )


@register.filter
def edtf(text: str) -> SafeString:
    """Say a date in words, with the date as it is kept beside it for whoever points at it."""
    if not text:
        return SafeString("")
    if not is_edtf(text):
        return format_html('<bdi dir="auto">{}</bdi>', text)
    return format_html('<span class="nowrap" title="{}">{}</span>', text, date_in_words(text))


@register.filter
def ahead(one: Ahead) -> str:
    """Say when a date that comes near is, no nearer than it is known."""
    return span_in_words(one)


@register.filter
def k_number(number: int) -> str:
    """Write a person's number as it is asked for: K-000123."""
    return str(Person(number=number))


@register.filter
def moment(at: datetime | None) -> SafeString:
    """Write a point in time, in UTC to the minute."""
    if at is None:
        return SafeString("")
    utc = timezone.localtime(at, timezone.get_default_timezone())
    return format_html(
        '<time datetime="{}"><bdi dir="ltr" class="ident">{}</bdi></time>',
        utc.isoformat(timespec="seconds"),
        utc.strftime("%Y-%m-%d %H:%M"),
    )


@register.simple_tag
def stance(value: str) -> SafeString:
    """Say a stance as a word with its colour and its shape."""
    slug = value.replace(" ", "-")
    return format_html('<span class="stance is-{}">{}{}</span>', slug, icon(slug), str(words.STANCES.get(value, value)))


@register.filter
def rule_words(method: str) -> str:
    """Say by which rule a claim was read, in English: the rules are described in one language."""
    return rule_in_words(method)


@register.filter
def slug(value: str) -> str:
    """Make a stance or a status the name of a class."""
    return value.replace(" ", "-")


@register.filter
def status_word(value: str) -> str:
    """Say how far a claim has come."""
    return str(words.STATUSES.get(value, value))


@register.filter
def schema_word(value: str) -> str:
    """Say what a kind of entity is called."""
    return words.schema_word(value)


@register.simple_tag
def property_word(value: str, schema: str = "") -> str:
    """Say what a property is called; "Custody.sentence" names its schema itself."""
    owner, _, own = value.rpartition(".")
    return words.property_word(own, owner or schema)


@register.filter
def role_word(value: str) -> str:
    """Say what part somebody plays in a report."""
    return str(words.ROLES.get(value, value))


@register.filter
def event_word(value: str) -> str:
    """Say what kind of event it was."""
    return str(words.EVENTS.get(value, value))


@register.filter
def event_kind(value: str) -> str:
    """Say which of the five kinds an event is of."""
    return str(KIND_WORDS.get(value, value))


@register.filter
def kin_word(value: str) -> str:
    """Say what somebody is to another."""
    return str(words.KIN.get(value, value))


@register.filter
def refusal_word(value: str) -> str:
    """Say why a file was not read."""
    return str(words.REFUSALS.get(value, value))


@register.filter
def source_word(value: str) -> str:
    """Say how a release names whoever says so."""
    return str(words.SHOWN_SOURCES.get(value, value))


@register.filter
def happened(one: Moment) -> str:
    """Say what happened on a date."""
    return words.moment_word(schema=one.schema, name=one.property, kind=one.kind)


@register.filter
def grade_word(value: str) -> str:
    """Say how well something is known."""
    return str(words.GRADES[value][0]) if value in words.GRADES else value


@register.filter
def grade_meaning(value: str) -> str:
    """Say what a grade means."""
    return str(words.GRADES[value][1]) if value in words.GRADES else ""


@register.simple_tag
def said_value(value: str, property_: str = "", language: str = "") -> SafeString:
    """Write a claim's value: dates and spans of time in words, everything else as it was written."""
    own = property_.rpartition(".")[2]
    if own in TIMED and in_words(value) != value:
        return format_html('<span title="{}">{}</span>', value, in_words(value))
    listed = words.YES_NO.get(value) or words.CLOSED.get(own, {}).get(value)
    if listed:
        return SafeString(listed)
    if is_edtf(value) and own.lower().endswith("date"):
        return edtf(value)
    return name(value, language)


@register.simple_tag
def voice(chain: Sequence[str]) -> SafeString:
    """Write who says so: whoever is said to know first, then through whom it reached the page."""
    known, through = (chain[-1] if chain else ""), list(chain[:-1])
    said = format_html("<strong>{}</strong>", _speaker(known))
    if not through:
        return format_html('<span class="voice">{}</span>', said)
    told = format_html_join(", ", "{}", ((_speaker(one),) for one in reversed(through)))
    via = format_html(pgettext("told through", "via {}"), told)
    return format_html('<span class="voice">{} <span class="via">{}</span></span>', said, via)


@register.filter
def speaker_word(one: str) -> str:
    """Say who speaks where no markup can stand, such as in a list of choices."""
    return str({PUBLISHER: words.PUBLISHER_UNKNOWN, NOBODY: words.NOBODY_NAMED}.get(one, one))


def _speaker(one: str) -> SafeString:
    if one == PUBLISHER:
        return format_html("<em>{}</em>", words.PUBLISHER_UNKNOWN)
    if one == NOBODY:
        return format_html("<em>{}</em>", words.NOBODY_NAMED)
    return name(one)


@register.filter
def custody(line: CustodyLine) -> SafeString:
    """Sum one stretch of custody up in a line."""
    return format_html('<bdi dir="auto">{}</bdi>', in_a_line(line))


@register.filter
def direction(language: str) -> str:
    """Find the direction of a language's script; "auto" where the tag does not tell."""
    if not language or language == "und":
        return "auto"
    return "rtl" if "Arab" in language or language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@register.filter
def percent(share: float) -> SafeString:
    """Write a share from 0 to 1 in per cent."""
    rounded = round(share * WHOLE)
    said = f">{WHOLE - 1}" if rounded == WHOLE and share < 1 else rounded  # nothing that is not certain is said to be
    return format_html('<bdi dir="ltr" class="ident">{}%</bdi>', said)


@register.filter
def at(found: Mapping[object, object], key: object) -> object:
    """Look one thing up among many; nothing where it is not there."""
    return found.get(key, "")


@register.filter
def joined(parts: Iterable[object]) -> str:
    """Join words by commas."""
    return ", ".join(str(one) for one in parts)


@register.filter
def language_word(tag: str) -> str:
    """Say what a language is called."""
    return language_in_words(tag)


@register.filter
def entity_word(entity: object) -> str:
    """Say what something is called: its name, its description, or else what kind of thing it is."""
    return words.schema_word(str(entity))
