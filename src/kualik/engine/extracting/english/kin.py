"""Kin: "her two sons", "Karpovich's wife, Volha", "the eldest of her four brothers", "mother of Nithya"."""

from kualik.engine.extracting.english.ages import age_after, age_before
from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.kin_names import named_beside
from kualik.engine.extracting.english.kin_phrases import PARENTS, SIBLINGS, KinPhrase, find_phrase
from kualik.engine.extracting.english.numbers import is_number
from kualik.engine.extracting.english.vocabulary import Noun
from kualik.engine.extracting.notes import Party, Tie
from kualik.engine.extracting.spans import Span

__all__ = ["read_kin"]

REVERSE = {
    "niece": {"m": "uncle", "f": "aunt"},
    "nephew": {"m": "uncle", "f": "aunt"},
    "uncle": {"m": "nephew", "f": "niece"},
    "aunt": {"m": "nephew", "f": "niece"},
    "brother": {"m": "brother", "f": "sister"},
    "sister": {"m": "brother", "f": "sister"},
    "sibling": {"m": "brother", "f": "sister"},
    "cousin": {"m": "cousin", "f": "cousin", "": "cousin"},
}
OTHERS = frozenset({"other", "another", "second", "third", "fourth", "fifth"})
SPOUSES = frozenset({"husband", "wife", "spouse"})
CHILDREN = frozenset({"son", "daughter", "child"})


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
    _read_inner(cast, i)
    phrase = find_phrase(cast, i, noun)
    if phrase is None:
        _read_definite(cast, i, noun)
        return
    if phrase.plural:
        cast.groups.append((word.sentence, phrase.owner, phrase.noun.word, phrase.noun.tells))
    for party in _who(cast, phrase):
        if party.key != phrase.owner:
            _note(cast, phrase, party)


def _read_inner(cast: Cast, i: int) -> None:
    """Read the kin after "of" first: "the son of her sister Aygul"."""
    words, last = cast.parsed.words, cast.wholes.of(i).last
    if last >= len(words) or words[last].lower != "of":
        return
    for place in range(last + 1, min(last + 6, len(words))):
        if not words[place].text[0].isalnum() or words[place].tag in {"VBD", "VBZ", "VBP", "IN"}:
            return
        if cast.wholes.kin(place) and cast.mentions.at(place) is None:
            read_kin(cast, place)
            return


def _is_noun(cast: Cast, i: int) -> bool:
    whole = cast.wholes.of(i)
    return any(cast.parsed.words[place].tag.startswith("NN") for place in range(whole.first, whole.last))


def _is_title(cast: Cast, i: int) -> bool:
    """Say whether it stands as a title: "Father Emmanuel", "Big Brother"."""
    word = cast.parsed.words[i]
    return word.capital and i != cast.parsed.sentences[word.sentence].first and word.tag in {"NNP", "NNPS"} and (
        i + 1 < len(cast.parsed.words) and cast.mentions.at(i + 1) is None
    )  # fmt: skip


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


def _who(cast: Cast, phrase: KinPhrase) -> list[Party]:
    """Find the kin: named after or before the phrase, known from before, else somebody known by it alone."""
    named = named_beside(cast, phrase)
    owners = (phrase.owner, *cast.members.get(phrase.owner, ()))
    known = next((cast.kin[one, phrase.noun.tells] for one in owners if (one, phrase.noun.tells) in cast.kin), None)
    known = _other_parent(cast, phrase) if known is None else known
    if named:
        for mention in named:
            cast.learn_gender(mention.party, phrase.noun.gender)
        one = len(named) == 1 and known is not None and phrase.order not in OTHERS
        if one and known is not None and cast.party(known).name is None and cast.party(known).count == 1:
            cast.become(known, named[0].party)
        if len(named) == 1 and cast.mentions.at(phrase.i) is None:
            cast.mentions.point(phrase.i, named[0].head)
        return [cast.party(mention.party) for mention in named]
    if known is not None and not phrase.plural and not phrase.partitive and phrase.order not in OTHERS and (
        cast.party(known).count == 1
    ):  # fmt: skip
        _mention(cast, phrase, known)
        return [cast.party(known)]
    return [_described(cast, phrase)]


def _other_parent(cast: Cast, phrase: KinPhrase) -> int | None:
    """Find the wife of a father by the child whose mother is known."""
    parent = {"wife": "mother", "husband": "father"}.get(phrase.noun.tells)
    child = next((cast.kin[phrase.owner, one] for one in CHILDREN if (phrase.owner, one) in cast.kin), None)
    return None if child is None or parent is None else cast.kin.get((child, parent))


def _described(cast: Cast, phrase: KinPhrase) -> Party:
    party = cast.described(
        _description(cast, phrase), at=cast.parsed.span(phrase.first, phrase.last), rule="kin.described",
        count=phrase.count,
    )  # fmt: skip
    if party.count == 1:
        cast.learn_gender(party.key, phrase.noun.gender)
    _mention(cast, phrase, party.key)
    return party


def _description(cast: Cast, phrase: KinPhrase) -> str:
    """Name somebody by kin: "eldest son of N", "two sons of N", "the eldest of the four brothers of N"."""
    words = cast.parsed.words
    noun = " ".join(words[place].lower for place in range(phrase.i, phrase.last)).replace(" - ", "-")
    label = cast.party(phrase.owner).label
    counted = next((word for word in phrase.between if is_number(word) or word == "both"), "")
    if phrase.partitive:
        return f"{phrase.partitive} of the {counted + ' ' if counted else ''}{noun} of {label}"
    order = phrase.order if phrase.order != "only" else ""
    return " ".join(part for part in (counted if phrase.plural else "", order, noun, "of", label) if part)


def _mention(cast: Cast, phrase: KinPhrase, key: int) -> None:
    head = phrase.last - 1 if cast.wholes.of(phrase.i).last == phrase.i + 1 else _head(cast, phrase)
    cast.mentions.add(phrase.first, phrase.last, head, party=key, kind="kin")
    for place in range(phrase.i, phrase.last):
        if place != head:
            cast.mentions.point(place, head)


def _head(cast: Cast, phrase: KinPhrase) -> int:
    inside = range(phrase.i, phrase.last)
    return next(
        (i for i in inside if cast.parsed.words[i].head not in inside or cast.parsed.words[i].head == i), phrase.i
    )


def _note(cast: Cast, phrase: KinPhrase, party: Party) -> None:
    """Note the tie and remember who is whose what."""
    relation = phrase.noun.tells
    cast.learn_noun(party.key, phrase.noun.word)
    if party.count == 1 and party.age is None:
        party.age = age_before(cast.parsed, cast.wholes, phrase.i) or age_after(cast.parsed, phrase.last)
    if not phrase.plural or phrase.order not in OTHERS:
        for owner in (phrase.owner, *cast.members.get(phrase.owner, ())):
            cast.kin[owner, relation] = party.key
    tie = _composed(cast, Tie(
        person=party.key, relation=relation, relative=phrase.owner, span=_span(cast, phrase, party),
        rule="kin.named" if party.name else "kin.described",
    ))  # fmt: skip
    cast.owners.setdefault(party.key, (phrase.owner, relation))
    cast.ties.setdefault((min(tie.person, tie.relative), max(tie.person, tie.relative)), tie)
    for owner in cast.members.get(phrase.owner, (phrase.owner,)):
        _remember_other_way(cast, party, relation, owner)


def _span(cast: Cast, phrase: KinPhrase, party: Party) -> Span:
    after = cast.mentions.within(phrase.last, phrase.last + 8)
    before = cast.mentions.within(max(0, phrase.first - 8), phrase.first)
    last = next((one.last for one in after if cast.true(one.party) == party.key), phrase.last)
    first = (
        next((one.first for one in before if cast.true(one.party) == party.key), phrase.first)
        if last == phrase.last and party.name
        else phrase.first
    )
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
    elif relation in REVERSE and party.count == 1 and cast.party(owner).count == 1:
        back = REVERSE[relation].get(cast.gender.get(owner, ""))
        if back:
            cast.kin.setdefault((party.key, back), owner)


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
