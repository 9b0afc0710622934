"""Whose kin, and which: the phrase that a word of kinship stands in, with its owner."""

from dataclasses import dataclass

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.numbers import is_number, number
from kualik.engine.extracting.english.pronouns import PRONOUNS, resolve
from kualik.engine.extracting.english.vocabulary import Noun
from kualik.engine.extracting.english.words import word_set

__all__ = ["ORDERS", "PARENTS", "SIBLINGS", "KinPhrase", "closes", "find_phrase"]

ORDERS = word_set(
    "eldest oldest elder older youngest younger middle first second third fourth fifth sixth seventh other another "
    "only last latter former"
)
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "whose"})
SIBLINGS = frozenset({"brother", "sister", "sibling"})
HAD = frozenset({"son", "daughter", "child", "brother", "sister", "sibling", "grandchild"})
PARENTS = frozenset({"mother", "father", "parent"})
OWN = frozenset({"wife", "husband", "son", "daughter", "child", "in-law"})  # whose, is doubtful after another's kin
REACH = 7  # words between the owner and the word of kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class KinPhrase:
    """A phrase of kinship: whose, which word, and what stands between; `end` lies behind "of" and its owner."""

    i: int
    first: int
    last: int
    noun: Noun
    owner: int
    between: tuple[str, ...]
    plural: bool
    end: int
    partitive: str = ""

    @property
    def order(self) -> str:
        """The word that tells which of several: "eldest"."""
        return next((word for word in self.between if word in ORDERS), "")

    @property
    def count(self) -> int | None:
        """How many: one in the singular or of a partitive, the number given, else not known."""
        if self.partitive or not self.plural:
            return 1
        found = next((number(word) for word in self.between if is_number(word)), None)
        return int(found) if found else 2 if "both" in self.between else None


def find_phrase(cast: Cast, i: int, noun: Noun) -> KinPhrase | None:
    """Find the phrase of a word of kinship, with whose kin it tells of.

    Args:
        cast: who is known.
        i: the word of kinship.
        noun: what it tells.

    Returns:
        The phrase; None where nobody's kin are told of.
    """
    return _owned(cast, i, noun) or _implied(cast, i, noun)


def closes(cast: Cast, mention: Mention) -> bool:
    """Say whether a name closes an apposition: "his wife, Li," does, "his wife, Li said" does not.

    Args:
        cast: who is known.
        mention: the name.
    """
    words = cast.parsed.words
    if mention.last >= len(words):
        return True
    follows = words[mention.last]
    return not follows.text[0].isalnum() or follows.lower in {"and", "who", "whose"}


def _owned(cast: Cast, i: int, noun: Noun) -> KinPhrase | None:
    whole = cast.wholes.of(i)
    plural = any(cast.parsed.words[place].tag in {"NNS", "NNPS"} for place in range(whole.first, whole.last))
    found = _possessor(cast, whole.first, noun.tells) or _had(cast, i) or _shared(cast, i)
    end = whole.last
    if found is None:
        found = _of_owner(cast, whole.first, whole.last)
        mention = None if found is None else next(iter(cast.mentions.within(whole.last, whole.last + 9)), None)
        end = mention.last if mention else end
    if found is None:
        return None
    owner, first = found
    between = tuple(cast.parsed.words[place].lower for place in range(first, whole.first))
    start, partitive = _partitive(cast, first)
    owner = cast.true(owner)
    inner = cast.owners.get(owner)
    if inner is not None and inner[1] == noun.tells and cast.party(owner).name is None and noun.tells in PARENTS:
        owner = cast.true(inner[0])  # "her mother … her mother": the second is hers too, not the mother's
    return KinPhrase(
        i=i, first=start, last=whole.last, noun=noun, owner=owner, between=between, plural=plural,
        end=end, partitive=partitive,
    )  # fmt: skip


def _implied(cast: Cast, i: int, noun: Noun) -> KinPhrase | None:
    """Read kin whose owner is who is spoken of: "The sister, Saule T., …", "Husband: N.", "A niece who went there"."""
    words = cast.parsed.words
    whole, sentence = cast.wholes.of(i), cast.parsed.sentences[words[i].sentence]
    first = _start_of(cast, i)
    lead = [word.lower for word in words[first:i]]
    opens = first == sentence.first or words[first - 1].text in {":", ";", ".", ")"}
    after = words[whole.last].text if whole.last < len(words) else ""
    mention = cast.mentions.at(whole.last + 1) if after in {",", ":"} and whole.last + 1 < len(words) else None
    near = cast.mentions.at(whole.last) if whole.last < len(words) else None
    beside = near is not None and near.kind == "name" and near.first == whole.last and not near.owner
    opens = opens or (beside and words[max(0, first - 1)].text in {",", "–", "—"})
    named = mention is not None and mention.kind == "name" and (after == ":" or closes(cast, mention))
    named = named or (beside and words[i].text.islower() and not lead)
    bare = opens and not ({"a", "an", "the"} & set(lead)) and (after in {",", ":", "."} or named)
    one = bool(lead) and lead[0] in {"a", "an"} and words[i].dep in {"nsubj", "nsubjpass"} and opens
    if (not (named and (opens or "the" in lead)) and not bare and not one) or after == "of":
        return None  # "a mother of two" is a mother by her own children
    owner = _topic(cast, first)
    if owner is None:
        return None
    plural = words[i].tag in {"NNS", "NNPS"}
    return KinPhrase(
        i=i, first=first, last=whole.last, noun=noun, owner=owner, between=tuple(lead), plural=plural, end=whole.last
    )


def _topic(cast: Cast, first: int) -> int | None:
    """Find who a paragraph is about so far: the first person named in it, else the last subject before."""
    words = cast.parsed.words
    paragraph = cast.parsed.sentences[words[first].sentence].paragraph
    told = [one for one in cast.mentions.before(first) if cast.party(one.party).count == 1 and one.kind != "noun"]
    told = [one for one in told if not cast.party(one.party).body]
    here = [one for one in told if one.paragraph == paragraph]
    chosen = here[-1:] or [one for one in told if one.subject][:1]
    return cast.true(chosen[0].party) if chosen else None


def _shared(cast: Cast, i: int) -> tuple[int, int] | None:
    """Read the second of "his mother and two sisters", "a wife and a son": the owner of the first is its owner."""
    words = cast.parsed.words
    first = _start_of(cast, i)
    floor = cast.parsed.sentences[words[i].sentence].first
    if first - 2 < floor or words[first - 1].lower not in {"and", ",", "or"}:
        return None
    before = first - 2 if words[first - 2].text != "," else first - 3
    mention = cast.mentions.at(before)
    bare = all(word.tag in {"CD", "JJ", "JJR", "JJS"} for word in words[first:i])
    told = mention is not None and (mention.kind == "kin" or (mention.kind == "name" and bare))
    owner = cast.owners.get(cast.true(mention.party)) if mention is not None and told else None
    return None if owner is None else (owner[0], first)


def _tells(cast: Cast, i: int) -> str:
    noun = cast.wholes.kin(i)
    return noun.tells if noun else ""


def _had(cast: Cast, i: int) -> tuple[int, int] | None:
    """Read "she has three sons", "he left two daughters"."""
    parsed = cast.parsed
    word = parsed.words[i]
    verb = parsed.words[word.head]
    left = verb.lemma == "leave" and _tells(cast, i) in {"wife", "husband"}
    had = word.dep == "dobj" and verb.lemma in {"have", "leave", "raise"} and (left or _tells(cast, i) in HAD)
    if not had or any(parsed.words[kid].dep == "neg" for kid in parsed.children[verb.i]):
        return None
    subject = parsed.kid(verb.i, "nsubj")
    numbered = any(parsed.words[kid].dep in {"nummod", "det", "amod"} for kid in parsed.children[i])
    if subject is None or not numbered or any(parsed.words[kid].lower == "no" for kid in parsed.children[i]):
        return None
    mention = cast.mentions.at(subject)
    meant = mention.party if mention else getattr(resolve(cast, subject), "party", None)
    if meant is None or cast.party(meant).body:
        return None
    return meant, _start_of(cast, i)


def _possessor(cast: Cast, first: int, relation: str) -> tuple[int, int] | None:
    """Find the owner before a word: a possessive pronoun or a name with "'s", adjectives and numbers between."""
    words = cast.parsed.words
    floor = max(cast.parsed.sentences[words[first].sentence].first, first - REACH)
    for place in range(first - 1, floor - 1, -1):
        word = words[place]
        if word.lower in POSSESSIVES and word.tag in {"PRP$", "WP$", "PRP"}:
            owner = _pronoun_owner(cast, place, relation)
            return None if owner is None else (owner, place)
        if word.lower in {"'s", "'"}:
            mention = cast.mentions.at(place - 1) if place else None
            if mention is None or not _may_own(cast, mention.party):
                return None
            return mention.party, mention.first
        if not _may_stand_between(cast, place):
            return None
    return None


def _same_owner(cast: Cast, place: int, relation: str) -> int | None:
    """Take the second "her" of "her sister-in-law Dayami and her nephew" as of the first one's owner."""
    words = cast.parsed.words
    if place < 3 or words[place - 1].lower != "and":
        return None
    before = place - 2 - (words[place - 2].text in {",", ")"})
    mention = cast.mentions.at(before)
    if mention is None or mention.sentence != words[place].sentence:
        return None
    owner = cast.owners.get(cast.true(mention.party))
    lead = [words[i].lower for i in range(max(0, mention.first - 5), before)]
    gender = PRONOUNS.get(words[place].lower, "")
    if owner is not None and "." not in lead:
        named = "'s" in lead and relation not in OWN and _fits(cast, owner[0], gender)
        return owner[0] if words[place].lower in lead or named else None
    alone = mention.kind == "name" and mention.last == place - 1 and gender in {"m", "f"}
    return mention.party if alone and owner is None and _fits(cast, mention.party, gender) else None


def _pronoun_owner(cast: Cast, place: int, relation: str) -> int | None:
    again = _same_owner(cast, place, relation)
    if again is not None:
        return again
    meant = resolve(cast, place, relation=relation)
    owner = _beside(cast, place) if meant is None else meant.party
    return owner if owner is not None and _may_own(cast, owner) else None


def _beside(cast: Cast, place: int) -> int | None:
    """Take "his" of "X, his wife, the dentist Y, and …" as of X, where it can be nobody else's."""
    mention = cast.mentions.at(place - 2) if place > 1 and cast.parsed.words[place - 1].text == "," else None
    gender = PRONOUNS.get(cast.parsed.words[place].lower, "")
    named = mention is not None and mention.kind == "name" and gender in {"m", "f"}
    return mention.party if mention is not None and named and _fits(cast, mention.party, gender) else None


def _fits(cast: Cast, key: int, gender: str) -> bool:
    return cast.party(key).count == 1 and cast.gender.get(cast.true(key), "") in {"", gender}


def _may_own(cast: Cast, key: int) -> bool:
    """Say whether kin of somebody are told of: not of a body, nor of people in general."""
    party = cast.party(key)
    general = party.rule == "person.described" and (party.count is None or party.label.casefold() in {"person", "one"})
    return not party.body and not general


def _may_stand_between(cast: Cast, place: int) -> bool:
    word = cast.parsed.words[place]
    if word.tag in {"JJ", "JJR", "JJS", "CD", "RB", "HYPH", "VBN", "VBD", "VBG", "PDT"} or word.lower in ORDERS:
        return True
    return word.text == "," or cast.wholes.age(place) is not None or (word.tag == "NN" and word.lower == "baby")


def _of_owner(cast: Cast, first: int, last: int) -> tuple[int, int] | None:
    """Read "mother of Nithya", "three sons of the late X"."""
    words = cast.parsed.words
    second = cast.wholes.of(last + 1) if last + 1 < len(words) else None
    if second is not None and words[last].lower == "and" and cast.wholes.kin(second.first):
        found = _of_owner(cast, second.first, second.last)
        return None if found is None else (found[0], _start_of(cast, first))
    if last + 1 >= len(words) or words[last].lower not in {"of", "to"}:
        return None
    place = last + 1
    while place < min(len(words), last + 6) and cast.mentions.at(place) is None and words[place].lower not in PRONOUNS:
        if words[place].text in {",", ".", ";"} or words[place].tag in {"VBD", "VBZ", "VBP", "VB"}:
            return None
        place += 1
    mention = cast.mentions.at(place) if place < len(words) else None
    if mention is None or not _may_own(cast, mention.party) or mention.first > last + 5:
        return None
    return mention.party, _start_of(cast, first)


def _start_of(cast: Cast, first: int) -> int:
    words = cast.parsed.words
    floor = cast.parsed.sentences[words[first].sentence].first
    while first > floor and (
        words[first - 1].tag in {"DT", "JJ", "JJS", "JJR", "CD", "HYPH"} or words[first - 1].lower in ORDERS
    ):
        first -= 1
    return first


def _partitive(cast: Cast, first: int) -> tuple[int, str]:
    """Read "the eldest of her four brothers", "one of his sons"."""
    words = cast.parsed.words
    floor = cast.parsed.sentences[words[first].sentence].first
    if first - 2 >= floor and words[first - 1].lower == "of" and (
        words[first - 2].lower in ORDERS or is_number(words[first - 2].lower)
    ):  # fmt: skip
        start = first - 3 if first - 3 >= floor and words[first - 3].lower == "the" else first - 2
        return start, words[first - 2].lower
    return first, ""
