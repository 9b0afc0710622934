"""Who the kin of a phrase are, where a name stands beside it: "her sons, Ali and Vali", "Volha, his wife"."""

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.kin_phrases import KinPhrase, closes
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.pronouns import antecedent
from kualik.engine.extracting.english.vocabulary import titles

__all__ = ["named_beside"]

LEADS = frozenset(
    {
        ",", ":", "named", "called", "'s", "name", "is", "names", "are", "—", "–", "-", "was", "mr.", "ms.", "mrs.",
        "dr.", "late", "the", "(",
    }
)  # fmt: skip
MOST_LISTED = 20


def named_beside(cast: Cast, phrase: KinPhrase) -> list[Mention]:
    """Find the names of kin after or before their phrase.

    Args:
        cast: who is known.
        phrase: the phrase of kinship.

    Returns:
        Mentions by name, several only for a plural; none where nobody is named.
    """
    return _named_after(cast, phrase) or _named_before(cast, phrase)


def _named_after(cast: Cast, phrase: KinPhrase) -> list[Mention]:
    words = cast.parsed.words
    place = phrase.end
    while place < len(words) and place < phrase.end + 5 and words[place].lower in LEADS:
        place += 1
    while place < len(words) and words[place].capital and words[place].lower in titles() and (
        cast.mentions.at(place) is None
    ):  # fmt: skip
        place += 1
    start = place
    if words[phrase.end : phrase.end + 1] and words[phrase.end].text == ",":
        place = _over_attributes(cast, place)
    if place >= len(words):
        return []
    mention = cast.mentions.at(place)
    if mention is None or mention.kind != "name" or mention.first != place:
        return []
    if mention.owner and place > phrase.end:
        return []
    lead = [words[step].lower for step in range(phrase.end, start) if words[step].lower not in titles()]
    if not _introduces(cast, lead, mention):
        return []
    return _listed(cast, mention) if phrase.plural else [mention]


def _over_attributes(cast: Cast, place: int) -> int:
    """Step over "the imprisoned mullah" and "7-year-old" before a name."""
    words, start = cast.parsed.words, place
    while place < min(len(words), start + 7) and cast.mentions.at(place) is None:
        word = words[place]
        attribute = word.tag in {"DT", "JJ", "VBN", "NN", "NNS", "HYPH", "CD"} and not word.capital
        if not attribute and word.lower not in titles():
            return start
        place += 1
    return place


def _introduces(cast: Cast, lead: list[str], mention: Mention) -> bool:
    """Say whether what stands between a word of kinship and a name makes the name that of the kin."""
    if lead in ([], ["("]) or "named" in lead or "called" in lead:
        return True
    if "name" in lead or "names" in lead:
        return "is" in lead or "are" in lead or "was" in lead
    if "is" in lead or "was" in lead or "'s" in lead:
        return lead in (["is"], ["was"])
    return closes(cast, mention)


def _listed(cast: Cast, first: Mention) -> list[Mention]:
    """Follow a list of names: "Ali, 20, Vali and Emin"."""
    words, found, place = cast.parsed.words, [first], first.last
    while place < len(words) and len(found) < MOST_LISTED:
        while place < len(words) and (
            words[place].text in {",", "(", ")"} or words[place].tag == "CD" or words[place].lower == "and"
        ):
            place += 1
        mention = cast.mentions.at(place) if place < len(words) else None
        if mention is None or mention.kind != "name" or mention.owner:
            break
        found.append(mention)
        place = mention.last
    return found


def _named_before(cast: Cast, phrase: KinPhrase) -> list[Mention]:
    """Read "Volha, his wife," and "Volha is his wife"."""
    parsed = cast.parsed
    word = parsed.words[phrase.i]
    attribute = parsed.words[word.head] if word.dep == "conj" else word
    if attribute.dep == "attr" and not phrase.plural:
        subject = parsed.kid(attribute.head, "nsubj")
        noun = antecedent(parsed, subject) if subject is not None and parsed.words[subject].tag == "WP" else subject
        found = None if noun is None else cast.mentions.at(noun)
        return [found] if found and cast.party(found.party).count == 1 and not cast.party(found.party).body else []
    place = phrase.first - 1
    if place > 0 and parsed.words[place].lower in {"a", "the"}:
        place -= 1
    if place < 1 or parsed.words[place].text not in {",", "("}:
        return []
    place -= 1
    while place > 0 and (parsed.words[place].tag == "CD" or parsed.words[place].text in {",", ")", "("}):
        place -= 1
    mention = cast.mentions.at(place)
    apposed = word.dep == "appos" or word.head == word.i or parsed.words[phrase.first - 1].text == "("
    closed = phrase.last < len(parsed.words) and parsed.words[phrase.last].text in {",", ".", ")", ";", "—", "–"}
    if mention and mention.kind == "name" and not mention.owner and not phrase.plural and (apposed or closed):
        return [mention]
    return []
