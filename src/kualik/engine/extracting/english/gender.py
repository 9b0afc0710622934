"""The gender that a name or a noun tells, for pronouns; "" where it tells none."""

import re

from kualik.engine.extracting.english.vocabulary import family_names, given_names, kin_words, people_nouns, titles

__all__ = ["gender_of_name", "gender_of_word"]

HONORIFICS = {"umm": "f", "abu": "m", "ibn": "m", "bint": "f"}
GIVEN = (
    ("f", re.compile(r"(?:gul|gül|gúl|bibi|nisa|khanym|bübü|[^aeiou]a|iya|iyam|yam|zat|sulu|shat|guli|nar)$")),
    ("m", re.compile(r"(?:bek|bay|bai|tay|khan|zhan|jan|kali|qali|olla|ulla|ghazy|gazy|mir|dos|tas|temir|din|iddin)$")),
)
FAMILY = (
    ("f", re.compile(r"(?:qyzy|kyzy|qizi|ovna|evna|[oe]va|yeva|skaya|[^r]ina)$")),
    ("m", re.compile(r"(?:uly|oghli|ogli|[oe]vich|[^l]ov|ev|yev|skiy|skyi|enok|oev)$")),
)


def gender_of_name(words: tuple[str, ...]) -> str:
    """Find the gender by given name, else by the ending of a patronymic or family name.

    Args:
        words: the name, casefolded.
    """
    if words[0] in given_names() or words[0] in HONORIFICS:
        return HONORIFICS.get(words[0]) or given_names().get(words[0], "")
    if words[0] in family_names() and len(words) < 4:
        return ""
    tried = [(word, FAMILY) for word in words[1:]] + [(words[0], GIVEN)]
    found = (gender for word, table in tried for gender, ending in table if len(word) > 3 and ending.search(word))
    return next(found, "") or next((given_names()[word] for word in words[1:] if word in given_names()), "")


def gender_of_word(lemma: str) -> str:
    """Find the gender that a noun or title tells.

    Args:
        lemma: its dictionary form.
    """
    for table in (kin_words(), people_nouns(), titles()):
        if lemma in table and table[lemma].gender:
            return table[lemma].gender
    return ""
