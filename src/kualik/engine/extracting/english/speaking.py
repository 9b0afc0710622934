"""Which nouns can name somebody who speaks."""

from collections.abc import Iterator

from kualik.engine.extracting.english.cues import nouns, words
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.vocabulary import body_words, kin_words, people_nouns

__all__ = ["PARTS", "THINGS", "may_speak", "owner_of", "surely_speaks"]

THINGS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LAW", "EVENT"})
ENDINGS = ("ness", "ship", "ism", "ance", "ence", "ity", "tion", "sion")
PARTS = frozenset({"one", "two", "three", "four", "five", "some", "several", "most", "both", "another", "all"})
PEOPLE = frozenset({"who", "whom", "someone", "somebody", "everyone", "everybody", "anyone", "people", "audience"})


def may_speak(parsed: Parsed, head: int) -> bool:
    """Say whether a noun can be somebody who speaks, as far as words tell."""
    word = parsed.words[head]
    if word.lower in PARTS:
        return any(may_speak(parsed, thing) for thing in _parted(parsed, head))
    if word.ent in THINGS or word.lemma in words("many") or word.lower in words("many"):
        return False
    if word.ent in {"PERSON", "ORG", "GPE", "NORP"} or word.tag in {"NNP", "NNPS", "PRP"}:
        return word.lower not in {"there", "itself"}
    if word.lemma in words("body") or word.lemma in words("official") or word.lower in PEOPLE:
        return True
    if word.lemma in people_nouns() or word.lemma in kin_words() or _is_document(word.lemma):
        return True
    return word.tag not in {"VBG", "CD"} and word.lemma not in words("thing") and not word.lemma.endswith(ENDINGS)


def _is_document(lemma: str) -> bool:
    return lemma in nouns() and nouns()[lemma][1] == "document"


def _parted(parsed: Parsed, head: int) -> Iterator[int]:
    """Find whom "one of his lawyers", "two of the men" are a part of."""
    for prep in parsed.kids(head, "prep"):
        if parsed.words[prep].lower in {"of", "among"}:
            yield from parsed.kids(prep, "pobj")


def surely_speaks(parsed: Parsed, head: int) -> bool:
    """Say whether a noun names a person, a group of persons or a body, as far as the tables know."""
    word = parsed.words[head]
    if not may_speak(parsed, head):
        return False
    known = word.lemma in people_nouns() or word.lemma in kin_words() or word.lemma in body_words("body")
    named = word.ent in {"PERSON", "ORG", "GPE", "NORP"} or word.tag in {"NNP", "NNPS", "PRP"}
    return known or named or word.lemma in words("body") or word.lemma in words("official") or word.lower in PEOPLE


def owner_of(parsed: Parsed, noun: int) -> int | None:
    """Find who made a statement: "the embassy's statement", "a letter from the prison", "a report by X"."""
    owner = parsed.kid(noun, "poss")
    if owner is not None and may_speak(parsed, owner):
        return owner
    for prep in parsed.kids(noun, "prep"):
        thing = parsed.kid(prep, "pobj")
        if thing is not None and parsed.words[prep].lower in {"by", "from"} and may_speak(parsed, thing):
            return thing
    return None
