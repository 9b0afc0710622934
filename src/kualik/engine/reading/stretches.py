"""Find which paragraphs are in which language, where a text is in several."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kualik.engine.facts import Stretch
from kualik.engine.reading.language import UNKNOWN, identify

__all__ = ["languages", "unread"]

PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")
LETTER = re.compile(r"[^\W\d_]")
LEAST_LETTERS = 40  # of a paragraph that is told apart by itself; a hanzi counts as three
HAN = re.compile(r"[\u3400-\u9fff]")
READ = frozenset({"en", "ru", "zh", "kk", "ug"})
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian", "bg": "Bulgarian", "bo": "Tibetan",
    "ckb": "Kurdish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "ky": "Kyrgyz", "mk": "Macedonian", "mn": "Mongolian", "nl": "Dutch", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "sr": "Serbian", "tg": "Tajik", "th": "Thai", "tr": "Turkish", "tt": "Tatar",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
}  # fmt: skip
AKIN = {
    **dict.fromkeys(("kk-Latn", "ug-Latn"), frozenset({"uz-Latn", "tr", "az"})),
    **dict.fromkeys(("kk-Cyrl", "ug-Cyrl"), frozenset({"ky", "tt", "ba", "uz-Cyrl", "mn"})),
}
"""What a paragraph of a language is mistaken for, and is seldom beside it."""
SAMPLE = 300  # characters of a paragraph that are looked at
LOOKED_AT = 10_000  # paragraphs; the rest of a longer text goes with the last of them


def languages(text: str, *, main: str) -> tuple[Stretch, ...]:
    """Find the languages of a text, paragraph by paragraph.

    Args:
        text: any text.
        main: the language of most of it, as `identify` or a person says; what cannot be told by itself goes with the
            paragraph before, at the beginning with this.

    Returns:
        Stretches in order and without gaps; nothing where there is one language.
    """
    found = [(match.start(), match.end(), _told(match[0], main)) for match in _paragraphs(text)]
    if not {language for *_, language in found} - {main, UNKNOWN}:
        return ()
    return tuple(_joined(found, main, len(text)))


def unread(main: str, stretches: Sequence[Stretch], *, length: int) -> tuple[str, ...]:
    """Say which languages of a text nothing is read from.

    Args:
        main: the language of most of it.
        stretches: its languages, if they are several.
        length: of the text, in characters.

    Returns:
        A warning for each language that there is no reader for, with its share of the text; the most of it first.
    """
    shares: Counter[str] = Counter() if stretches else Counter({main: length})
    for one in stretches:
        shares[one.language] += one.end - one.start
    return tuple(
        f"{max(1, round(100 * count / length))} % of the text is in {_named(tag)}, which is not read for claims"
        for tag, count in shares.most_common()
        if count and tag.split("-")[0] not in {*READ, UNKNOWN}
    )


def _named(tag: str) -> str:
    return f"{NAMES.get(tag.split('-', maxsplit=1)[0], 'a language')} ({tag})"


def _paragraphs(text: str) -> Iterator[re.Match[str]]:
    for number, match in enumerate(PARAGRAPH.finditer(text)):
        if number == LOOKED_AT:
            return
        yield match


def _told(paragraph: str, main: str) -> str:
    """Tell the language of a paragraph; ways to write Chinese are not told apart within one text."""
    sample = paragraph[:SAMPLE]
    if len(LETTER.findall(sample)) + 2 * len(HAN.findall(sample)) < LEAST_LETTERS:
        return UNKNOWN
    language = identify(sample)
    akin = language in AKIN.get(main, ()) or (language.startswith("zh") and main.startswith("zh"))
    return main if akin else language


def _joined(found: Sequence[tuple[int, int, str]], main: str, length: int) -> Iterator[Stretch]:
    """Join paragraphs that follow each other in one language."""
    groups = [list(group) for _, group in groupby(_carried(found, main), key=lambda one: one[2])]
    for number, group in enumerate(groups, start=1):
        end = length if number == len(groups) else group[-1][1]
        yield Stretch(start=group[0][0], end=end, language=group[0][2])


def _carried(found: Sequence[tuple[int, int, str]], main: str) -> Iterator[tuple[int, int, str]]:
    last = main
    for start, end, language in found:
        last = last if language == UNKNOWN else language
        yield start, end, last
