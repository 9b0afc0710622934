"""Kin: "her two sons", "Karpovich's wife, Volha", "the eldest of her four brothers", "mother of Nithya"."""

from dataclasses import dataclass

from kualik.engine.extracting.english.ages import age_after, age_before
from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.mentions import Mention
from kualik.engine.extracting.english.pronouns import PRONOUNS, resolve
from kualik.engine.extracting.english.vocabulary import Noun
from kualik.engine.extracting.notes import Party, Tie
from kualik.engine.extracting.numbers import is_number, number
from kualik.engine.extracting.words import word_set

__all__ = ["read_kin"]

ORDERS = word_set(
    "eldest oldest elder older youngest younger middle first second third fourth fifth sixth seventh other another only "
    "last latter former"
)
OTHERS = frozenset({"other", "another", "second", "third", "fourth", "fifth"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "whose"})
SPOUSES = frozenset({"husband", "wife", "spouse"})
CHILDREN = frozenset({"son", "daughter", "child"})
SIBLINGS = frozenset({"brother", "sister", "sibling"})
PARENTS = frozenset({"mother", "father", "parent"})
REACH = 7  # words between the owner and the word of kinship
NAMING = frozenset({"named", "called", "is", "was"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A phrase of kinship: whose, which word, and what stands between."""

    i: int
    first: int
    last: int
    noun: Noun
    owner: int
    between: tuple[str, ...]
    plural: bool
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


def read_kin(cast: Cast, i: int) -> None:
    """Read the kinship that a word tells: note the tie, the mention, and who is known by it alone.

    Args:
        cast: who is known; what is read is added to it.
        i: the word of kinship (the first part of a hyphened one).
    """
    noun = cast.wholes.kin(i)
    word = cast.parsed.words[i]
    if noun is None or not _is_noun(cast, i) or _is_title(cast, i):
        return
    phrase = _phrase(cast, i, noun) or _implied(cast, i, noun)
    if phrase is None:
        _read_definite(cast, i, noun)
        return
    if phrase.plural:
        cast.groups.append((word.sentence, phrase.owner, phrase.noun.word, phrase.noun.tells))
    for party in _who(cast, phrase):
        if party.key != phrase.owner:
            _note(cast, phrase, party)


def _is_noun(cast: Cast, i: int) -> bool:
    whole = cast.wholes.of(i)
    return any(cast.parsed.words[place].tag.startswith("NN") for place in range(whole.first, whole.last))


def _is_title(cast: Cast, i: int) -> bool:
    """Say whether it stands as a title: "Father Emmanuel", "Big Brother"."""
    word = cast.parsed.words[i]
    return word.capital and i != cast.parsed.sentences[word.sentence].first and word.tag in {"NNP", "NNPS"} and (
        i + 1 < len(cast.parsed.words) and cast.mentions.at(i + 1) is None
    )  # fmt: skip


def _phrase(cast: Cast, i: int, noun: Noun) -> _Phrase | None:
    whole = cast.wholes.of(i)
    plural = any(cast.parsed.words[place].tag in {"NNS", "NNPS"} for place in range(whole.first, whole.last))
    found = _possessor(cast, whole.first, noun.tells) or _had(cast, i) or _of_owner(cast, whole.first, whole.last)
    if found is None:
        return None
    owner, first = found
    between = tuple(cast.parsed.words[place].lower for place in range(first, whole.first))
    start, partitive = _partitive(cast, first)
    owner = cast.true(owner)
    inner = cast.owners.get(owner)
    if inner is not None and inner[1] == noun.tells and cast.party(owner).name is None and noun.tells in PARENTS:
        owner = cast.true(inner[0])  # "her mother … her mother": the second is hers too, not the mother's
    return _Phrase(
        i=i, first=start, last=whole.last, noun=noun, owner=owner, between=between, plural=plural,
        partitive=partitive,
    )  # fmt: skip


def _implied(cast: Cast, i: int, noun: Noun) -> _Phrase | None:
    """Read kin whose owner is who is spoken of: "The sister, Saule T., …", "Husband: N.", "A niece who went there"."""
    words = cast.parsed.words
    whole, sentence = cast.wholes.of(i), cast.parsed.sentences[words[i].sentence]
    first = _start_of(cast, i)
    lead = [word.lower for word in words[first:i]]
    opens = first == sentence.first or words[first - 1].text in {":", ";", ".", ")"}
    after = words[whole.last].text if whole.last < len(words) else ""
    mention = cast.mentions.at(whole.last + 1) if after in {",", ":"} and whole.last + 1 < len(words) else None
    named = mention is not None and mention.kind == "name" and (after == ":" or _closed(cast, mention))
    bare = opens and not ({"a", "an", "the"} & set(lead)) and (after in {",", ":", "."} or named)
    one = bool(lead) and lead[0] in {"a", "an"} and words[i].dep in {"nsubj", "nsubjpass"} and opens
    if not (named and (opens or "the" in lead)) and not bare and not one:
        return None
    owner = _topic(cast, first)
    if owner is None:
        return None
    plural = words[i].tag in {"NNS", "NNPS"}
    return _Phrase(i=i, first=first, last=whole.last, noun=noun, owner=owner, between=tuple(lead), plural=plural)


def _topic(cast: Cast, first: int) -> int | None:
    """Find who a paragraph is about so far: the first person named in it, else the last subject before."""
    words = cast.parsed.words
    paragraph = cast.parsed.sentences[words[first].sentence].paragraph
    told = [one for one in cast.mentions.before(first) if cast.party(one.party).count == 1 and one.kind != "noun"]
    told = [one for one in told if not cast.party(one.party).body]
    here = [one for one in told if one.paragraph == paragraph]
    chosen = here[-1:] or [one for one in told if one.subject][:1]
    return cast.true(chosen[0].party) if chosen else None


def _had(cast: Cast, i: int) -> tuple[int, int] | None:
    """Read "she has three sons", "he left two daughters"."""
    parsed = cast.parsed
    word = parsed.words[i]
    verb = parsed.words[word.head]
    if word.dep != "dobj" or verb.lemma not in {"have", "leave", "raise"} or any(
        parsed.words[kid].dep == "neg" for kid in parsed.children[verb.i]
    ):  # fmt: skip
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
            meant = resolve(cast, place, relation=relation)
            return None if meant is None or not _may_own(cast, meant.party) else (meant.party, place)
        if word.lower in {"'s", "'"}:
            mention = cast.mentions.at(place - 1) if place else None
            if mention is None or not _may_own(cast, mention.party):
                return None
            return mention.party, mention.first
        if not _may_stand_between(cast, place):
            return None
    return None


def _may_own(cast: Cast, key: int) -> bool:
    """Say whether kin of somebody are told of: not of a body, nor of people in general."""
    party = cast.party(key)
    general = party.count is None and party.rule == "person.described"
    return not party.body and not general


def _may_stand_between(cast: Cast, place: int) -> bool:
    word = cast.parsed.words[place]
    if word.tag in {"JJ", "JJR", "JJS", "CD", "RB", "HYPH", "VBN", "VBD", "PDT"} or word.lower in ORDERS:
        return True
    return word.text == "," or cast.wholes.age(place) is not None or (word.tag == "NN" and word.lower == "baby")


def _of_owner(cast: Cast, first: int, last: int) -> tuple[int, int] | None:
    """Read "mother of Nithya", "three sons of the late X"."""
    words = cast.parsed.words
    if last + 1 >= len(words) or words[last].lower not in {"of", "to"}:
        return None
    place = last + 1
    while place < min(len(words), last + 6) and cast.mentions.at(place) is None and words[place].lower not in PRONOUNS:
        if words[place].text in {",", ".", ";"} or words[place].tag.startswith("V"):
            return None
        place += 1
    mention = cast.mentions.at(place) if place < len(words) else None
    if mention is None or not _may_own(cast, mention.party) or mention.first > last + 5:
        return None
    return mention.party, _start_of(cast, first)


def _start_of(cast: Cast, first: int) -> int:
    words = cast.parsed.words
    floor = cast.parsed.sentences[words[first].sentence].first
    while first > floor and (words[first - 1].tag in {"DT", "JJ", "JJS", "JJR", "CD", "HYPH"} or words[first - 1].lower in ORDERS):
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


def _read_definite(cast: Cast, i: int, noun: Noun) -> None:
    """Note "the uncle" as a mention of the uncle spoken of before."""
    words = cast.parsed.words
    named = cast.mentions.at(i + 1) if i + 1 < len(words) else None
    if not i or words[i - 1].lower not in {"the", "both"} or (named is not None and named.kind == "name"):
        return
    for mention in cast.mentions.before(i, sentences=40):
        if noun.word in cast.nouns.get(cast.true(mention.party), ()):
            cast.mentions.add(i - 1, i + 1, i, party=mention.party, kind="noun")
            return


def _who(cast: Cast, phrase: _Phrase) -> list[Party]:
    """Find the kin: named after or before the phrase, known from before, else somebody known by it alone."""
    named = _named_after(cast, phrase) or _named_before(cast, phrase)
    known = cast.kin.get((phrase.owner, phrase.noun.tells))
    if named:
        for mention in named:
            cast.learn_gender(mention.party, phrase.noun.gender)
        one = len(named) == 1 and known is not None and phrase.order not in OTHERS
        if one and known is not None and cast.party(known).name is None and cast.party(known).count == 1:
            cast.become(known, named[0].party)
        return [cast.party(mention.party) for mention in named]
    if known is not None and not phrase.plural and not phrase.partitive and phrase.order not in OTHERS and (
        cast.party(known).count == 1
    ):  # fmt: skip
        _mention(cast, phrase, known)
        return [cast.party(known)]
    return [_described(cast, phrase)]


def _named_after(cast: Cast, phrase: _Phrase) -> list[Mention]:
    words = cast.parsed.words
    place = phrase.last
    while place < len(words) and place < phrase.last + 5 and words[place].lower in {
        ",", ":", "named", "called", "'s", "name", "is", "names", "are", "—", "–", "-", "was", "mr.", "ms.", "mrs.",
        "dr.", "late", "the", "(",
    }:  # fmt: skip
        place += 1
    if place >= len(words):
        return []
    mention = cast.mentions.at(place)
    if mention is None or mention.kind != "name" or mention.first != place or mention.owner and place > phrase.last:
        return []
    lead = [words[step].lower for step in range(phrase.last, place)]
    if not _introduces(cast, lead, mention):
        return []
    return _listed(cast, mention) if phrase.plural else [mention]


def _introduces(cast: Cast, lead: list[str], mention: Mention) -> bool:
    """Say whether what stands between a word of kinship and a name makes the name that of the kin."""
    if lead in ([], ["mr."], ["ms."], ["mrs."], ["dr."], ["("]) or "named" in lead or "called" in lead:
        return True
    if "name" in lead or "names" in lead:
        return "is" in lead or "are" in lead or "was" in lead
    if "is" in lead or "was" in lead or "'s" in lead:
        return lead in (["is"], ["was"])
    return _closed(cast, mention)


def _closed(cast: Cast, mention: Mention) -> bool:
    """An apposition ends in a comma or the like; "his wife, Li said" does not."""
    words = cast.parsed.words
    if mention.last >= len(words):
        return True
    follows = words[mention.last]
    return not follows.text[0].isalnum() or follows.lower in {"and", "who", "whose"}


def _listed(cast: Cast, first: Mention) -> list[Mention]:
    """Follow a list of names: "Ali, 20, Vali and Emin"."""
    words, found, place = cast.parsed.words, [first], first.last
    while place < len(words) and len(found) < 20:
        while place < len(words) and (words[place].text in {",", "(", ")"} or words[place].tag == "CD" or words[place].lower == "and"):
            place += 1
        mention = cast.mentions.at(place) if place < len(words) else None
        if mention is None or mention.kind != "name" or mention.owner:
            break
        found.append(mention)
        place = mention.last
    return found


def _named_before(cast: Cast, phrase: _Phrase) -> list[Mention]:
    """Read "Volha, his wife," and "Volha is his wife"."""
    parsed = cast.parsed
    word = parsed.words[phrase.i]
    if word.dep == "attr" and not phrase.plural:
        subjects = parsed.kids(word.head, "nsubj")
        found = cast.mentions.at(subjects[0]) if subjects else None
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


def _described(cast: Cast, phrase: _Phrase) -> Party:
    party = cast.described(
        _description(cast, phrase), at=cast.parsed.span(phrase.first, phrase.last), rule="kin.described",
        count=phrase.count,
    )  # fmt: skip
    if party.count == 1:
        cast.learn_gender(party.key, phrase.noun.gender)
    _mention(cast, phrase, party.key)
    return party


def _description(cast: Cast, phrase: _Phrase) -> str:
    """Name somebody by kin: "eldest son of N", "two sons of N", "the eldest of the four brothers of N"."""
    words = cast.parsed.words
    noun = " ".join(words[place].lower for place in range(phrase.i, phrase.last)).replace(" - ", "-")
    label = cast.party(phrase.owner).label
    counted = next((word for word in phrase.between if is_number(word) or word == "both"), "")
    if phrase.partitive:
        return f"{phrase.partitive} of the {counted + ' ' if counted else ''}{noun} of {label}"
    order = phrase.order if phrase.order not in {"only"} else ""
    return " ".join(part for part in (counted if phrase.plural else "", order, noun, "of", label) if part)


def _mention(cast: Cast, phrase: _Phrase, key: int) -> None:
    head = phrase.last - 1 if cast.wholes.of(phrase.i).last == phrase.i + 1 else _head(cast, phrase)
    cast.mentions.add(phrase.first, phrase.last, head, party=key, kind="kin")
    for place in range(phrase.i, phrase.last):
        if place != head:
            cast.mentions.point(place, head)


def _head(cast: Cast, phrase: _Phrase) -> int:
    inside = range(phrase.i, phrase.last)
    return next((i for i in inside if cast.parsed.words[i].head not in inside or cast.parsed.words[i].head == i), phrase.i)


def _note(cast: Cast, phrase: _Phrase, party: Party) -> None:
    """Note the tie and remember who is whose what."""
    relation = phrase.noun.tells
    cast.learn_noun(party.key, phrase.noun.word)
    if party.count == 1 and party.age is None:
        head = phrase.first if phrase.noun.tells else phrase.i
        party.age = age_before(cast.parsed, cast.wholes, phrase.i) or age_after(cast.parsed, phrase.last)
        party.age = party.age if head is not None else None
    if not phrase.plural or phrase.order not in OTHERS:
        cast.kin[phrase.owner, relation] = party.key
    tie = _composed(cast, Tie(
        person=party.key, relation=relation, relative=phrase.owner, span=_span(cast, phrase, party),
        rule="kin.named" if party.name else "kin.described",
    ))  # fmt: skip
    cast.owners.setdefault(party.key, (phrase.owner, relation))
    cast.ties.setdefault((min(tie.person, tie.relative), max(tie.person, tie.relative)), tie)
    _remember_other_way(cast, party, relation, phrase.owner)


def _span(cast: Cast, phrase: _Phrase, party: Party):
    after = cast.mentions.within(phrase.last, phrase.last + 8)
    before = cast.mentions.within(max(0, phrase.first - 8), phrase.first)
    last = next((one.last for one in after if cast.true(one.party) == party.key), phrase.last)
    first = next((one.first for one in before if cast.true(one.party) == party.key), phrase.first) if last == phrase.last and party.name else phrase.first
    return cast.parsed.span(first, last)


def _remember_other_way(cast: Cast, party: Party, relation: str, owner: int) -> None:
    if relation in SPOUSES:
        for other in SPOUSES:
            cast.kin.setdefault((party.key, other), owner)
        gender = {"husband": "f", "wife": "m"}.get(relation, "")
        cast.learn_gender(owner, gender)
    elif relation in CHILDREN and party.count == 1:
        parent = {"m": "father", "f": "mother"}.get(cast.gender.get(owner, ""))
        if parent:
            cast.kin.setdefault((party.key, parent), owner)
    elif relation in PARENTS and cast.party(owner).count == 1:
        child = {"m": "son", "f": "daughter"}.get(cast.gender.get(owner, ""))
        if child:
            cast.kin.setdefault((party.key, child), owner)


def _composed(cast: Cast, tie: Tie) -> Tie:
    """Make "her sister's husband" and "his wife's brother" an in-law of the one who is named."""
    inner = cast.owners.get(tie.relative)
    owner = cast.party(tie.relative)
    if inner is None or owner.name or owner.count != 1 or inner[0] == tie.person:
        return tie
    through = inner[1] in SPOUSES and tie.relation in SIBLINGS | PARENTS
    if through or (inner[1] in SIBLINGS | CHILDREN and tie.relation in SPOUSES):
        return Tie(person=tie.person, relation="in-law", relative=inner[0], span=tie.span, rule="kin.composed")
    return tie
