"""The endings of Turkic words, by which a short text without a telling letter or function word is known.

Source: plural, possessive, case and past-tense endings of Kazakh, Uyghur, Uzbek and Turkish after Johanson and Csató
(1998), "The Turkic Languages", chapters 18, 20, 21 and 11; each is written out for both harmonies.
"""

import re

__all__ = ["turkic_cyrillic", "turkic_latin"]

LEAST_WORDS = 3
TOKEN = re.compile(r"[^\W\d_]{4,}")
CYRILLIC = re.compile(
    r"(?:[лдт](?:ар|ер|әр)|[дтн](?:ың|ің|ин|иң|ы|і|и|ан|ен|ін|а|е|ә)|[ғқг](?:ан|ен|ән|а|е|ә)|к[еә]н?|нан|нен|ниң|ның|ымыз|іміз"
    r"|сын|сін|мен|пен|ап|еп|іп|ып|йды|йді|йду|йт|рға|рге|са|се)$"
)
LATIN = re.compile(
    r"(?:[ldt][aeä]r|[dtn](?:y|i|ı|yń|iń|ın|in|an|en|än|yn|a|e|ä|yñ|ıñ)|ning|(?:gh|ǵ|ğ|g|q|k)[aeä]n?|n[aeä]n|ym[iı]z|im[iı]z|ymyz"
    r"|imiz|s[yiı]n|men|pen|[yiıae]p|ydu|idu|edi|adi|apti|y?or|lar[iıy]|ler[iıy]|si|sı|lik|lık|lyq|liq|dur|dir|maq|mek)$"
)


def turkic_latin(text: str) -> float:
    """Give the share of a text's words of four letters or more that end as Turkic words do in Latin letters.

    Args:
        text: any text in lower case.

    Returns:
        0 to 1; 0 where there are fewer than three words.
    """
    return _share(text, LATIN)


def turkic_cyrillic(text: str) -> float:
    """Give the share of words that end as Turkic words do in Cyrillic letters; see `turkic_latin`."""
    return _share(text, CYRILLIC)


def _share(text: str, endings: re.Pattern[str]) -> float:
    words = TOKEN.findall(text)
    return sum(bool(endings.search(word)) for word in words) / len(words) if len(words) >= LEAST_WORDS else 0.0
