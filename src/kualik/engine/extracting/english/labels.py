"""How somebody without a name is called: the noun phrase as it stands, without its article, "his" said in full."""

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.clauses import noun_phrase
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.numbers import number
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.pronouns import PRONOUNS, resolve
from kualik.engine.extracting.english.vocabulary import body_words, is_people, known_bodies, known_places

__all__ = ["count_of", "is_body", "label_of", "short_phrase"]

LONGEST = 14  # words of a description
ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "some", "any", "such"})
VAGUE = frozenset(
    {"people", "those", "person", "man", "woman", "men", "women", "someone", "anyone", "officials", "relatives"}
)
INNER = frozenset({"of", "for", "at", "in", "from", "with", "on", "to", "against", "near", "between"})
DOZENS = {"dozen": 12, "couple": 2, "pair": 2, "trio": 3}
BODY_LABELS = frozenset({"ORG", "GPE", "NORP", "LOC"})


def short_phrase(parsed: Parsed, i: int) -> tuple[int, int]:
    """Find the words [first, last) of a noun phrase without clauses, appositions and coordinated ones.

    Args:
        parsed: the text.
        i: its head.
    """
    first, whole = noun_phrase(parsed, i)
    last = i + 1
    for kid in parsed.children[i]:
        begins, ends = parsed.reach(kid)
        word = parsed.words[kid]
        if kid > i and begins == last and word.dep == "prep" and word.lower in INNER and ends <= whole:
            last = _without_clauses(parsed, kid, ends)
    conjunct = next((kid for kid in parsed.children[i] if kid < i and parsed.words[kid].dep == "conj"), None)
    first = first if conjunct is None else i
    return max(first, last - LONGEST), last


def _without_clauses(parsed: Parsed, first: int, last: int) -> int:
    for place in range(first, last):
        word = parsed.words[place]
        if word.dep in {"relcl", "acl", "advcl"} or word.text in {",", "(", "—", "–", ";", ":"}:
            return max(first + 1, parsed.lefts[place] if word.dep in {"relcl", "acl", "advcl"} else place)
    return last


def label_of(cast: Cast, i: int) -> str:
    """Describe the noun phrase of a head.

    Args:
        cast: who is known, for "his lawyer".
        i: the head.

    Returns:
        The phrase without article; "lawyer of Aliya Tursyn" for "her lawyer" where it is known whose.
    """
    parsed = cast.parsed
    first, last = short_phrase(parsed, i)
    while first < i and (parsed.words[first].lower in ARTICLES or not parsed.words[first].text[0].isalnum()):
        first += 1
    while last > i + 1 and (not parsed.words[last - 1].text[-1].isalnum() or parsed.words[last - 1].lower in INNER):
        last -= 1
    last = max(last, _restricted(parsed, i, last))
    owner = PRONOUNS.get(parsed.words[first].lower) if parsed.words[first].tag == "PRP$" else None
    said = " ".join(parsed.said(first, last).split())
    if owner is None:
        return said
    meant = resolve(cast, first)
    rest = " ".join(parsed.said(first + 1, last).split()) if first + 1 < last else ""
    return f"{rest} of {cast.party(meant.party).label}" if meant and rest else rest or said


def _restricted(parsed: Parsed, i: int, last: int) -> int:
    """Find where "people who have fled the region" ends: the noun alone would name nobody."""
    if parsed.words[i].lower not in VAGUE or last != i + 1:
        return last
    for kid in parsed.kids(i, "relcl", "acl"):
        first, end = parsed.reach(kid)
        if first == i + 1 and end - first <= LONGEST:
            while end > first and not parsed.words[end - 1].text[-1].isalnum():
                end -= 1
            return end
    return last


def count_of(parsed: Parsed, i: int) -> int | None:
    """Count whom a phrase means: one in the singular, the number that stands before a plural, else not known.

    Args:
        parsed: the text.
        i: the phrase's head.
    """
    word = parsed.words[i]
    if word.lower in DOZENS:
        return DOZENS[word.lower] * _amount(parsed, i, one=1)
    plural = word.tag in {"NNS", "NNPS"} or word.lower in {"people", "police", "men", "women", "children", "they"}
    plural = plural or (is_people(word.text) and word.lower.endswith("s") and not word.lower.endswith("ss"))
    if word.tag == "CD":
        found = number(word.lower)
        return int(found) if found else None
    if not plural:
        return 1
    return _amount(parsed, i, one=0) or None


def _amount(parsed: Parsed, i: int, *, one: int) -> int:
    for kid in parsed.children[i]:
        word = parsed.words[kid]
        if kid < i and word.lower == "both":
            return 2
        if kid < i and word.dep == "nummod" and word.lower in DOZENS:
            return DOZENS[word.lower] * _amount(parsed, kid, one=1)
        if kid < i and word.dep in {"nummod", "quantmod", "compound"} and word.tag == "CD":
            found = number(_numeral(parsed, kid))
            return int(found) if found else one
    return one


def _numeral(parsed: Parsed, i: int) -> str:
    """Take a number with what a hyphen joins to it: "Twenty-two"."""
    first = i
    while first > 1 and parsed.words[first - 1].text == "-" and parsed.words[first - 2].tag in {"CD", "JJ"}:
        first -= 2
    return parsed.said(first, i + 1)


def is_body(cast: Cast, i: int, mention: Mention | None = None) -> bool:
    """Say whether a noun phrase names a body, a state or an outlet, not people.

    Args:
        cast: who is known.
        i: the head.
        mention: who is known to be meant there.
    """
    if mention is not None:
        return cast.party(mention.party).body
    word = cast.parsed.words[i]
    if cast.wholes.person(i) or cast.wholes.kin(i):
        return False
    known = word.lower in body_words("body") or word.lemma in body_words("body") or word.lower in known_bodies()
    placed = word.lower in known_places() and not is_people(word.text)
    return known or placed or (word.ent in BODY_LABELS and word.tag.startswith("NNP") and not is_people(word.text))
