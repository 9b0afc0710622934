"""The gender that a name or a noun tells, for pronouns; "" where it tells none."""

import re

from kualik.engine.extracting.english.vocabulary import given_names, kin_words, people_nouns, titles

__all__ = ["gender_of_name", "gender_of_word"]

FEMALE = re.compile(r"(?:gul|gül|qyzy|kyzy|qizi|ovna|evna|bibi|nisa|khanym|ova|eva|yeva|skaya|inova|ina)$")
MALE = re.compile(r"(?:uly|oghli|ogli|ovich|evich|bek|bay|bai|tay|ov|ev|yev|sky|skiy|ski)$")


def gender_of_name(words: tuple[str, ...]) -> str:
    """Find the gender by given name, else by the ending of a patronymic or family name.

    Args:
        words: the name, casefolded.
    """
    for word in words:
        found = given_names().get(word)
        if found:
            return found
    for word in (words[-1], *words[:-1]):
        if len(word) > 4 and FEMALE.search(word):
            return "f"
        if len(word) > 4 and MALE.search(word):
            return "m"
    return ""


def gender_of_word(lemma: str) -> str:
    """Find the gender that a noun or title tells.

    Args:
        lemma: its dictionary form.
    """
    for table in (kin_words(), people_nouns(), titles()):
        if lemma in table and table[lemma].gender:
            return table[lemma].gender
    return ""
