"""Why a matcher asks about two records, in the reader's language: each thing it saw, and how strongly that speaks."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kualik.engine import names
from kualik.engine.names import Reason
from kualik.web.dates import date_in_words

__all__ = ["Seen", "seen"]

WEIGHED = re.compile(r"(?P<what>.*) \((?P<weight>[+-]\d+\.\d)\)")
STRONG, SLIGHT = 3.0, 1.0  # log-odds: from 20 to 1 on, and up to less than 3 to 1

STRENGTHS: Mapping[str, Promise] = {
    "for-much": gettext_lazy("speaks strongly for one person"),
    "for": gettext_lazy("speaks for one person"),
    "for-little": gettext_lazy("speaks slightly for one person"),
    "against-little": gettext_lazy("speaks slightly for two people"),
    "against": gettext_lazy("speaks for two people"),
    "against-much": gettext_lazy("speaks strongly for two people"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One thing that the matcher saw. `strength` is a key of STRENGTHS, empty where no weight is told."""

    said: SafeString
    strength: str = ""
    reasons: tuple[Reason, ...] = ()  # of names: part by part

    @property
    def meaning(self) -> str:
        """How strongly it speaks, and for what."""
        return str(STRENGTHS.get(self.strength, ""))

    @property
    def speaks_for(self) -> bool:
        """Whether it speaks for one person."""
        return self.strength.startswith("for")


def seen(why: Iterable[str]) -> list[Seen]:
    """Read what a matcher wrote down, and say it in words; what is not of its usual form stays as it is."""
    return [_seen(one) for one in why]


def _seen(written: str) -> Seen:
    weighed = WEIGHED.fullmatch(written)
    what, strength = (weighed["what"], _strength(float(weighed["weight"]))) if weighed else (written, "")
    for pattern, said in FORMS:
        if match := pattern.fullmatch(what):
            return Seen(said=said(match), strength=strength, reasons=_reasons(match))
    return Seen(said=format_html('<bdi dir="auto">{}</bdi>', what), strength=strength)


def _strength(weight: float) -> str:
    size = "-much" if abs(weight) >= STRONG else "-little" if abs(weight) < SLIGHT else ""
    return ("for" if weight >= 0 else "against") + size


def _reasons(match: re.Match[str]) -> tuple[Reason, ...]:
    if not match[0].startswith("names "):
        return ()
    return tuple(names.compare(match["one"], match["other"]).why)


def _pair(said: Promise) -> Callable[[re.Match[str]], SafeString]:
    def in_words(match: re.Match[str]) -> SafeString:
        return format_html("{} <bdi>{}</bdi> ~ <bdi>{}</bdi>", said, match["one"], match["other"])

    return in_words


def _plain(said: Promise) -> Callable[[re.Match[str]], SafeString]:
    return lambda _match: format_html("{}", said)


def _births(match: re.Match[str]) -> SafeString:
    one, other = (date_in_words(match[name]) for name in ("one", "other"))
    said = _("born %(one)s and %(other)s: cannot both be") if match["how"] == "cannot both be" else (
        _("born %(one)s and %(other)s: may be the same")
    )  # fmt: skip
    return format_html("{}", said % {"one": one, "other": other})


FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], SafeString]], ...] = (
    (re.compile(r"names (?P<one>.*) ~ (?P<other>.*) \(\d\.\d\d\)"), _pair(gettext_lazy("names alike:"))),
    (re.compile(r"kin (?P<one>.*) ~ (?P<other>.*)"), _pair(gettext_lazy("a relative of the same name:"))),
    (re.compile(r"place (?P<one>.*) ~ (?P<other>.*)"), _pair(gettext_lazy("the same place:"))),
    (re.compile(r"born (?P<one>\S+) and (?P<other>\S+): (?P<how>cannot both be|may be the same)"), _births),
    (re.compile(r"both male"), _plain(gettext_lazy("both are men"))),
    (re.compile(r"both female"), _plain(gettext_lazy("both are women"))),
    (re.compile(r"(?:fe)?male and (?:fe)?male"), _plain(gettext_lazy("one is a man, the other a woman"))),
    (re.compile(r"both other"), _plain(gettext_lazy("of the same gender"))),
    (re.compile(r"the same number"), _plain(gettext_lazy("the same number of an identity paper"))),
)
"""What kualik.engine.linking.evidence writes, and how it is said."""
