"""The reader's language as Babel knows it, and what languages are called in it."""

from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

__all__ = ["babel_locale", "language_in_words"]

OURS: Mapping[str, str] = {"en": "en_GB", "zh-hans": "zh_Hans"}
UNKNOWN = "und"


def babel_locale() -> Locale:
    """Find the reader's language; English where Babel knows it not."""
    tag = get_language() or "en"
    return _parsed(OURS.get(tag, tag)) or Locale("en")


def language_in_words(tag: str) -> str:
    """Say what a language is called, such as "Kazakh (Cyrillic)"; an unknown tag stays as it is."""
    if not tag or tag == UNKNOWN:
        return _("language not known")
    known = _parsed(tag)
    return (known.get_display_name(babel_locale()) if known else None) or tag


def _parsed(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
