"""Letters of five languages folded: one form for each word however its letters are coded, and how it sounds."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["CHINESE", "WORD", "fold", "is_kazakh", "script", "sounds"]

CHINESE: Final = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INSIDE = "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0674\u200c\u200d"
_APOSTROPHE = "'’ʼʻ`ʹ"
WORD = re.compile(
    rf"(?P<han>[{CHINESE}]+)"
    rf"|(?:(?![{CHINESE}])[^\W_])(?:(?:(?![{CHINESE}])[^\W_])|[{_INSIDE}]|[{_APOSTROPHE}](?=(?![{CHINESE}])[^\W\d_]))*"
)
"""A word of an alphabet with its marks and inner apostrophes, or a run of Chinese characters."""

_KAZAKH = re.compile("[әғқңөұүһі]")
_SILENT = re.compile(rf"[{_INSIDE}{_APOSTROPHE}\u0621ٴئ]")
_VARIANTS = str.maketrans({
    "ё": "е", "ک": "ك", "ی": "ي", "ہ": "ھ", "ه": "ھ", "ۀ": "ە", "ة": "ە", "ى": "ى", "أ": "ا", "إ": "ا", "آ": "ا",
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ә": "ә",
})  # fmt: skip
_SCRIPTS = (("a", "ɏ", "Latn"), ("Ḁ", "ỿ", "Latn"), ("ə", "ə", "Latn"), ("Ѐ", "ԯ", "Cyrl"), ("؀", "ۿ", "Arab"))
_SOUNDS = str.maketrans({
    # Cyrillic
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "и": "i",
    "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "s", "ч": "c", "ш": "x",
    "щ": "x", "ъ": "", "ы": "i", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    # Arabic, as Kazakh and Uyghur write it
    "ا": "a", "ە": "e", "ې": "e", "ى": "i", "و": "o", "ۆ": "o", "ۇ": "u", "ۈ": "u", "ۋ": "u", "ب": "b", "پ": "p",
    "ت": "t", "ط": "t", "ج": "j", "چ": "c", "خ": "h", "ح": "h", "ھ": "h", "د": "d", "ر": "r", "ز": "z", "ژ": "j",
    "س": "s", "ش": "x", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "گ": "g", "ڭ": "n", "ل": "l", "م": "m", "ن": "n",
    "ي": "y", "ع": "", "ص": "s", "ض": "z", "ظ": "z", "ث": "s", "ذ": "z",
    # Latin, as Kazakh and Uyghur write it
    "q": "k", "w": "u", "c": "c", "ə": "a", "ŋ": "n", "y": "y", "ģ": "g",
})  # fmt: skip
_DIGRAPHS = (("kh", "h"), ("sh", "x"), ("ch", "c"), ("zh", "j"), ("gh", "g"), ("ng", "n"))


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Give a word one form: small letters, no marks, no apostrophes, one code for each letter.

    Й stays й; the marks of Latin letters go, and those above and below Arabic ones.
    """
    small = unicodedata.normalize("NFKC", word).casefold()
    if not small.isascii() and script(small) == "Latn":
        small = unicodedata.normalize("NFKD", small)
    return _SILENT.sub("", small).translate(_VARIANTS)


def script(word: str) -> str:
    """Say in which script a folded word begins: Latn, Cyrl, Arab; Zzzz for numbers and all others."""
    first = next((letter for letter in word if letter.isalpha()), "")
    return next((name for low, high, name in _SCRIPTS if low <= first <= high), "Zzzz")


def is_kazakh(word: str) -> bool:
    """Say whether a word has a letter that Russian does not."""
    return bool(_KAZAKH.search(word))


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> str:
    """Write a folded word as it sounds in Kazakh or Uyghur, the same from three alphabets."""
    if script(word) == "Latn":
        for pair, one in _DIGRAPHS:
            word = word.replace(pair, one)
    return word.translate(_SOUNDS)
