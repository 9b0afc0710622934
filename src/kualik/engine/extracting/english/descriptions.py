"""People by description: "Aiman Umarova, a lawyer", "the 68-year-old", "a woman from Almaty", "two men"."""

from kualik.engine.extracting.english.ages import age_after, age_before, age_said
from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.clauses import noun_phrase
from kualik.engine.extracting.english.labels import count_of, label_of
from kualik.engine.extracting.english.mentions import SUBJECTS, Mention
from kualik.engine.extracting.english.vocabulary import Noun, body_words
from kualik.engine.extracting.english.words import word_set
from kualik.engine.extracting.spans import Span

__all__ = ["read_age", "read_noun"]

DEFINITE = frozenset({"the", "this", "that", "both", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
LED = word_set(
    "spokesman spokeswoman spokesperson director head leader founder co-founder cofounder chief president chair "
    "chairman chairwoman chairperson secretary coordinator representative deputy member"
)
ADVOCACY = word_set(
    "rights group movement association organization organisation foundation ngo nongovernmental non-governmental "
    "congress atajurt campaign memorial initiative union project watch amnesty tribunal advocacy charity committee "
    "defenders victims activist activists civil"
)
STATE = word_set(
    "ministry party state police prison government department court council country security embassy consulate "
    "county district regional prefecture city village communist foreign interior public commission parliament "
    "province bureau region presidential kazakh chinese russian national"
)
ACCUSED = frozenset({"victim", "detainee", "prisoner", "defendant", "accused", "convict"})
PLAIN = frozenset({"man", "woman", "boy", "girl", "person"})


def read_noun(cast: Cast, i: int) -> None:
    """Read what a noun for people tells at its place: the role of somebody named, who is meant, or somebody new.

    Args:
        cast: who is known; what is read is added to it.
        i: the noun.
    """
    word = cast.parsed.words[i]
    single = i and word.tag == "NN" and _begins_with_article(cast, i)
    noun = cast.wholes.person(i) or (cast.wholes.kin(i) if single else None)
    if noun is None or not word.tag.startswith("NN") or cast.mentions.at(i) is not None:
        return
    named = _named(cast, i)
    if named is not None:
        _give(cast, i, noun, named)
    elif word.dep != "compound":
        _mention(cast, i, noun)


def _begins_with_article(cast: Cast, i: int) -> bool:
    return cast.parsed.words[noun_phrase(cast.parsed, i)[0]].lower in INDEFINITE


def _named(cast: Cast, i: int) -> Mention | None:
    """Find the name that a noun stands beside: before it, after a comma, or as its subject."""
    parsed = cast.parsed
    after = cast.mentions.at(i + 1) if i + 1 < len(parsed.words) else None
    if after is not None and after.kind == "name" and after.first == i + 1:
        return after
    word = parsed.words[i]
    if word.dep == "attr":
        subject = parsed.kid(word.head, "nsubj")
        found = None if subject is None else cast.mentions.at(subject)
        return found if found and not cast.party(found.party).body else None
    return _before_comma(cast, i) or _after_comma(cast, i)


def _before_comma(cast: Cast, i: int) -> Mention | None:
    """Read "NAME, 45, a lawyer"; the noun heads what stands after the comma."""
    parsed = cast.parsed
    head = i
    while parsed.words[head].dep in {"conj", "compound"} and parsed.words[head].head < head:
        head = parsed.words[head].head
    if parsed.words[head].dep == "appos":
        found = cast.mentions.at(parsed.words[head].head)
        if found and found.kind in {"name", "kin"}:
            return found
    place = noun_phrase(parsed, i)[0] - 1
    if place < 1 or parsed.words[place].text != ",":
        return None
    place -= 1
    while place > 0 and (parsed.words[place].tag == "CD" or parsed.words[place].text in {",", ")", "("}):
        place -= 1
    found = cast.mentions.at(place)
    end = noun_phrase(parsed, i)[1]
    closed = end < len(parsed.words) and parsed.words[end].text in {",", ".", ";", ")"}
    return found if found and found.kind == "name" and not found.owner and closed else None


def _after_comma(cast: Cast, i: int) -> Mention | None:
    """Read "A lawyer for the family, NAME, said"."""
    parsed = cast.parsed
    for kid in parsed.kids(i, "appos"):
        found = cast.mentions.at(kid)
        if found and found.kind == "name":
            return found
    if parsed.words[i].tag == "NNS":
        return None
    place = i + 1
    while place < min(i + 12, len(parsed.words) - 1) and parsed.words[place].text != ",":
        if parsed.words[place].tag.startswith("V") or not parsed.words[place].text[0].isalnum():
            return None
        place += 1
    found = cast.mentions.at(place + 1) if place + 1 < len(parsed.words) else None
    closed = found is not None and found.last < len(parsed.words) and parsed.words[found.last].text == ","
    return found if found and closed and found.kind == "name" and found.first == place + 1 else None


def _give(cast: Cast, i: int, noun: Noun, mention: Mention) -> None:
    party = cast.party(mention.party)
    role = _role(cast, i, noun)
    if role:
        party.roles.add(role)
    cast.learn_noun(party.key, noun.word)
    cast.learn_gender(party.key, noun.gender)
    if party.age is None and party.count == 1:
        party.age = age_before(cast.parsed, cast.wholes, i)
    if cast.parsed.words[i].dep == "attr":
        return
    cast.mentions.point(i, mention.head)


def _role(cast: Cast, i: int, noun: Noun) -> str:
    """Find the role; who leads or speaks for a body has that of the body."""
    if noun.word not in LED:
        return noun.tells
    first, last = noun_phrase(cast.parsed, i)
    said = {word.lower for word in cast.parsed.words[max(0, first - 6) : min(last, i + 10)]}
    if said & ADVOCACY and not said & {"communist", "ministry", "police", "foreign"}:
        return "activist"
    return "official" if said & STATE or noun.tells == "official" else noun.tells if noun.word != "leader" else ""


def _mention(cast: Cast, i: int, noun: Noun) -> None:
    """Note somebody without a name: known from before, or new."""
    parsed = cast.parsed
    first = noun_phrase(parsed, i)[0]
    lowers = {parsed.words[place].lower for place in range(first, i)}
    if lowers & DEFINITE and parsed.words[i].tag != "NNS" and _known(cast, i, noun):
        return
    word = parsed.words[i]
    main = word.dep in SUBJECTS | {"dobj", "pobj", "agent", "attr", "ROOT", "appos", "conj", "poss"}
    if main and (word.tag == "NNS" or lowers & (INDEFINITE | DEFINITE) or word.dep in SUBJECTS):
        note_described(cast, i)


def _known(cast: Cast, i: int, noun: Noun) -> bool:
    """Read "the lawyer" as the lawyer spoken of before, "the woman" as the woman."""
    age = age_before(cast.parsed, cast.wholes, i)
    for mention in cast.mentions.before(i, sentences=40 if noun.word not in PLAIN else 4):
        key = cast.true(mention.party)
        party = cast.notes.parties[key]
        same = noun.word in cast.nouns.get(key, ()) or (
            noun.word in PLAIN and noun.gender and cast.gender.get(key) == noun.gender and mention.kind == "noun"
        )
        if same and party.count == 1 and (age is None or party.age is None or party.age[0] == age[0]):
            cast.mentions.add(i, i + 1, i, party=key, kind="noun")
            return True
    topic = cast.mentions.topic if cast.mentions.topic is not None else _only_one(cast, i)
    if noun.word in ACCUSED and topic is not None and "the" in {w.lower for w in cast.parsed.words[max(0, i - 2) : i]}:
        cast.mentions.add(i, i + 1, i, party=topic, kind="noun")
        return True
    return age is not None and _of_age(cast, i, i, age)


def _only_one(cast: Cast, i: int) -> int | None:
    """Find the one person named before who is no official, lawyer or journalist, if it is only one."""
    named = {cast.true(one.party) for one in cast.mentions.before(i, sentences=40) if one.kind == "name"}
    fitting = [key for key in named if not cast.notes.parties[key].roles & {"official", "lawyer", "journalist"}]
    return fitting[0] if len(fitting) == 1 else None


def note_described(cast: Cast, i: int) -> int:
    """Note somebody known by description alone.

    Args:
        cast: who is known.
        i: the head of the description.

    Returns:
        The party's key.
    """
    label = label_of(cast, i)
    first, last = noun_phrase(cast.parsed, i)
    word = cast.parsed.words[i]
    body = word.lower in body_words("body")
    party = cast.described(
        label, at=cast.parsed.span(first, last), rule="person.described", count=count_of(cast.parsed, i), body=body
    )
    noun = cast.wholes.person(i) or cast.wholes.kin(i)
    if noun:
        cast.learn_gender(party.key, noun.gender)
        cast.learn_noun(party.key, noun.word)
    if party.count == 1 and party.age is None:
        party.age = age_before(cast.parsed, cast.wholes, i) or age_after(cast.parsed, i + 1)
    cast.mentions.add(first, last, i, party=party.key, kind="noun")
    return party.key


def read_age(cast: Cast, i: int) -> None:
    """Read an age said of whoever a word means, and "the 68-year-old" as the one of that age.

    Args:
        cast: who is known.
        i: a word; a subject or the last of "68-year-old".
    """
    mention = cast.mentions.at(i)
    if mention is not None and (mention.head == i or cast.wholes.kin(i)):
        party = cast.party(mention.party)
        if party.count == 1 and not party.body and party.age is None:
            party.age = age_said(cast.parsed, i)
        return
    whole = cast.wholes.of(i)
    age = cast.wholes.age(i)
    after = cast.parsed.words[i + 1].tag if i + 1 < len(cast.parsed.words) else ""
    alone = whole.last == i + 1 and not after.startswith(("NN", "JJ"))
    if age is not None and alone and whole.first and cast.parsed.words[whole.first - 1].lower == "the":
        _of_age(cast, whole.first - 1, i, (age, cast.parsed.span(whole.first, whole.last)))


def _of_age(cast: Cast, first: int, i: int, age: tuple[int, Span]) -> bool:
    """Take "the 68-year-old" as the one of that age, or as the one named just before whose age was not told."""
    recent = list(cast.mentions.before(i, sentences=40))
    known = next((one for one in recent if (cast.party(one.party).age or (0,))[0] == age[0]), None)
    if known is None:
        fresh = [one for one in recent if one.subject and i and cast.party(one.party).count == 1]
        fresh = [one for one in fresh if cast.party(one.party).name and cast.party(one.party).age is None][:1]
        known = fresh[0] if fresh and cast.parsed.words[i].sentence - fresh[0].sentence <= 3 else None
        if known is not None:
            cast.party(known.party).age = age
    if known is not None:
        cast.mentions.add(first, i + 1, i, party=known.party, kind="noun")
    return known is not None
