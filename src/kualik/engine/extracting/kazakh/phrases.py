"""Who is spoken of in a sentence: noun phrases of people and bodies, with case, owner and name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.kazakh.endings import endings, nominative
from kualik.engine.extracting.kazakh.names import Name
from kualik.engine.extracting.kazakh.nouns import Noun, noun_of
from kualik.engine.extracting.kazakh.numerals import number_at
from kualik.engine.extracting.kazakh.page import Frame
from kualik.engine.extracting.kazakh.tables import group, members, words
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.verbs import is_finite_word

__all__ = ["Phrase", "find_phrases"]

LONGEST = 9  # words before a head
CALLED = frozenset({"есімді", "атты", "деген"})
BETWEEN = 6  # words between "her brother," and his name
AGED = frozenset({"жас", "жаста", "жастамын", "жасар", "жастағы", "жасында"})
OF_THEM = frozenset({"бірі", "біреуі", "көбі", "кейбірі", "бірқатары"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens [first, last) of a frame, by their places in it; `head` is the place of the last noun, or of the name.

    `kind` is "name", "kin", "people", "body" or "pronoun". `owner` is whose kin or spokesman this is, where the text
    says so; `possessed` the person of the possessive ("1" my, "3" his). `role` and `relation` come from the nouns.
    """

    first: int
    last: int
    head: int
    kind: str
    case: str = ""
    name: Name | None = None
    owner: "Phrase | None" = None
    possessed: str = ""
    role: str = ""
    relation: str = ""
    plural: bool = False
    count: int | None = None
    age: int | None = None
    stem: str = ""
    with_next: bool = False


def find_phrases(frame: Frame, names: Mapping[int, Name]) -> list[Phrase]:
    """Find the phrases of a frame.

    Args:
        frame: a sentence.
        names: the document's names by their first token.

    Returns:
        Phrases in order of their heads.
    """
    found: list[Phrase] = []
    place = 0
    while place < len(frame.tokens):
        token = frame.tokens[place]
        name = names.get(token.i)
        if name is not None and name.person:
            last = min(place + name.last - name.first, len(frame.tokens))
            found.append(_named(frame, place, last, name, found))
            place = max(last, found[-1].last)
            continue
        noun = noun_of(token.lower) if token.word and (name is None or _is_common(token)) else None
        if token.lower in OF_THEM and found and found[-1].case == "gen" and found[-1].last == place:
            found.append(_one_of(found[-1], place))
        elif token.lower == "өзі" and found and found[-1].case == "gen" and found[-1].last == place:
            found.append(replace(found.pop(), last=place + 1, case=""))
        elif _is_no_person(frame, place):
            pass
        elif noun is not None and noun.kind in {"people", "kin", "body", "outlet", "pronoun"}:
            found.append(_common(frame, place, noun, found))
        place += 1
    return [one for one in found if not _is_modifier(one, found)]


def _is_common(token: Token) -> bool:
    return not token.capital or noun_of(token.lower) is not None


def _is_no_person(frame: Frame, place: int) -> bool:
    """Say whether a word only looks like one for a person: "and", "half", the "human" of human rights."""
    word = frame.tokens[place].lower
    after = frame.tokens[place + 1].lower if place + 1 < len(frame.tokens) else ""
    if word in members("joining"):
        return place > 0 and frame.tokens[place - 1].word
    kin = noun_of(after) if word in members("born") else None
    return (
        word == "жарым"
        or (kin is not None and kin.kind == "kin")
        or (word == "адам" and after.startswith(("құқы", "сауда", "өмір")))
    )


def _one_of(many: Phrase, place: int) -> Phrase:
    """Read "one of the protesters"."""
    return replace(many, last=place + 1, head=place, case="", plural=False, possessed="3", count=1, owner=None)


def _named(frame: Frame, place: int, last: int, name: Name, found: list[Phrase]) -> Phrase:
    """Read a name with the nouns before it, "chairwoman of the fund", "her brother"."""
    phrase = Phrase(first=place, last=last, head=place, kind="name", case=name.case, name=name)
    before = (
        found[-1] if found and found[-1].last == place and not found[-1].case and found[-1].kind != "name" else None
    )
    if before is not None and before.kind in {"people", "kin"} and not (before.plural and before.kind == "kin"):
        found.pop()
        phrase = replace(
            phrase, first=before.first, owner=before.owner, possessed=before.possessed, role=before.role,
            relation=before.relation, stem=before.stem,
        )  # fmt: skip
        while found and _is_bare(found[-1]) and found[-1].last == phrase.first:
            phrase = replace(phrase, first=found.pop().first)
    phrase = _apposed(frame, phrase, found)
    whole = _titled(frame, last)
    title = noun_of(frame.tokens[whole - 1].lower) if whole == last + 1 else None
    case = title.case if title is not None else phrase.case
    return replace(phrase, last=whole, case=case, age=_age(frame, phrase))


def _is_bare(phrase: Phrase) -> bool:
    """Say whether a noun stands as one more title before a name: "the accused policeman N"."""
    bare = not (phrase.case or phrase.possessed or phrase.plural or phrase.count)
    return bare and phrase.kind == "people"


def _apposed(frame: Frame, phrase: Phrase, found: list[Phrase]) -> Phrase:
    """Take "her brother, 47-year-old" before a name along."""
    before = next(
        (one for one in found[-1:] if not one.case and one.possessed and not one.plural and not one.name), None
    )
    if before is None or phrase.relation or before.kind not in {"people", "kin"} or before.last >= phrase.first:
        return phrase
    between = range(before.last + 1, phrase.first)
    if (
        frame.tokens[before.last].text != ","
        or len(between) > BETWEEN
        or not all(_modifies(frame, at) for at in between)
    ):
        return phrase
    found.pop()
    return replace(
        phrase, owner=before.owner, possessed=before.possessed, role=phrase.role or before.role,
        relation=before.relation, stem=before.stem,
    )  # fmt: skip


def _titled(frame: Frame, last: int) -> int:
    """Take "the hajji", "in brackets" behind a name along."""
    if last < len(frame.tokens) and frame.tokens[last].text == "(":
        closing = next((i for i in range(last, min(last + 10, len(frame.tokens))) if frame.tokens[i].text == ")"), None)
        return closing + 1 if closing is not None else last
    noun = noun_of(frame.tokens[last].lower) if last < len(frame.tokens) and frame.tokens[last].word else None
    return last + 1 if noun is not None and noun.ending.stem in members("titles") and not noun.ending.owner else last


def _common(frame: Frame, place: int, noun: Noun, found: list[Phrase]) -> Phrase:
    """Read a phrase whose head is a noun or a pronoun."""
    if noun.kind == "pronoun":
        return Phrase(first=place, last=place + 1, head=place, kind="pronoun", case=noun.case, stem=noun.value)
    kind, relation, role = noun.kind, "", noun.value
    back = next((step for step in (1, 2) if place > step and frame.tokens[place - step].lower in CALLED), 0)
    if back and found and found[-1].name and found[-1].last == place - back:
        return _called(found.pop(), place, noun)
    joined = place > 0 and frame.tokens[place - 1].lower in members("doubles")
    if kind == "kin":
        kind, relation, role = _kin(frame, place, noun, joined=joined)
    kind = "body" if kind == "outlet" else kind
    first = place - joined
    if joined and found and found[-1].head == first:
        found.pop()
    if found and found[-1].kind == "body" and not found[-1].case and _is_office(frame, found[-1].last, first):
        found.pop()
    begun = _begin(frame, first, found, owned=noun.ending.owner == "3" and kind != "kin")
    owner = _owner(found, begun, first, noun) if noun.ending.owner or kind == "kin" else None
    begun = owner.first if owner is not None else begun
    return Phrase(
        first=begun, last=place + 1, head=place, kind=kind, case=noun.case, owner=owner, possessed=noun.ending.owner,
        role=role if kind != "kin" else "", relation=relation, plural=noun.ending.plural,
        count=_count(frame, begun, place), stem=noun.ending.stem,
    )  # fmt: skip


def _called(name: Phrase, place: int, noun: Noun) -> Phrase:
    """Read "a daughter called N": the name with what the noun behind it says."""
    kin = noun.kind == "kin" and bool(noun.ending.owner)
    return replace(
        name, last=place + 1, case=noun.case, possessed=noun.ending.owner, relation=noun.value if kin else "",
        role="" if kin or noun.kind != "people" else noun.value, stem=noun.ending.stem,
    )  # fmt: skip


def _kin(frame: Frame, place: int, noun: Noun, *, joined: bool) -> tuple[str, str, str]:
    """Say whether a word such as "қыз" is a daughter or a girl."""
    if joined and frame.tokens[place - 1].lower in {"немере", "туысқан"} and noun.value in {"brother", "sister"}:
        return "kin", "cousin", ""
    if joined and frame.tokens[place - 1].lower in {"күйеу", "қайын"}:
        return "kin", "in-law", ""
    if joined and frame.tokens[place - 1].lower in {"ер", "қыз"}:
        return "people", "", "other"
    if noun.ending.stem == "жолдас" and noun.ending.plural:
        return "people", "", "other"
    own = bool(noun.ending.owner) or noun.value in {"mother", "father", "grandparent", "in-law", "relative"}
    before = frame.tokens[place - 1].lower if place else ""
    if before.endswith(("дің", "дың", "тің", "тың", "нің", "ның")):
        own = True
    return ("kin", noun.value, "") if own else ("people", "", "other")


def _owner(found: Sequence[Phrase], begun: int, first: int, noun: Noun) -> Phrase | None:
    """Find whose they are: the genitive before, with adjectives between."""
    if noun.ending.owner not in {"3", ""}:
        return next((one for one in reversed(found[-2:]) if one.kind == "pronoun" and one.case == "gen"), None)
    for one in reversed(found[-2:]):
        if one.case == "gen" and begun <= one.last <= first:
            return one
    return None


def _begin(frame: Frame, head: int, found: Sequence[Phrase], *, owned: bool) -> int:
    """Find where a phrase begins: adjectives, bare nouns and genitives before its head."""
    stop = _stop(found, head, owned=owned)
    first = head
    while first > stop and head - first < LONGEST and _modifies(frame, first - 1):
        first = _opening(frame, first - 1, stop)
    first += frame.tokens[first].text == "»"
    while first < head and frame.tokens[first].lower in words("openers") and not _counts(frame, first):
        first += 1
    return first


def _opening(frame: Frame, place: int, stop: int) -> int:
    """Step over a title between marks at once, whatever words it is made of."""
    if frame.tokens[place].text != "»":
        return place
    return next((at for at in range(place, max(stop, place - LONGEST) - 1, -1) if frame.tokens[at].text == "«"), place)


def _is_office(frame: Frame, first: int, last: int) -> bool:
    """Say whether "for the affairs of" joins a body to the office behind it: "UN commissioner for human rights"."""
    return any(token.lower in {"жөніндегі", "істері", "бойынша"} for token in frame.tokens[first:last])


def _counts(frame: Frame, place: int) -> bool:
    """Say whether "one" is part of a longer number."""
    read = number_at(frame.tokens, place)
    return read is not None and read.last > place + 1


def _stop(found: Sequence[Phrase], head: int, *, owned: bool) -> int:
    """Find the end of the last phrase that is no part of the one being read."""
    stop = 0
    for one in reversed(found[-3:]):
        bare = one.case == "" and one.kind in {"body", "people"} and not one.possessed and owned and one.last == head
        if not (bare or one.case in {"gen", "adj"}):
            stop = one.last
            break
    return stop


def _modifies(frame: Frame, place: int) -> bool:
    """Say whether a word can stand before a noun as part of its phrase."""
    token = frame.tokens[place]
    after = frame.tokens[place + 1].lower
    bounds = members("bounds")
    if token.text in {"«", "»"} or token.number or token.lower in bounds:
        return True
    if after in bounds and number_at(frame.tokens, place):
        return True
    if not token.word or token.lower in words("adverbs") or token.lower in members("joining"):
        return False
    noun = noun_of(token.lower)
    if noun is not None:
        return noun.case in {"", "gen", "adj"} and noun.kind != "pronoun"
    return _is_bare_name(token) if token.capital else _is_adjective(token.lower)


def _is_bare_name(token: Token) -> bool:
    """Say whether a word with a capital stands in no oblique case."""
    return nominative(token.text, person=False)[1] in {"", "gen"} or token.lower.endswith(group("adjectival"))


def _is_adjective(word: str) -> bool:
    """Say whether an unknown word can describe the noun behind it: no verb, no noun in an oblique case."""
    if word in members("adjectives") or word.endswith(("сіздік", "сыздық", "шілік", "шылық")):
        return True
    if is_finite_word(word) or word.endswith((*group("participle"), *group("converbs"))):
        return False
    owned = any(one.case in {"gen", "adj"} for one in endings(word))
    return owned or not word.endswith(group("oblique"))


def _count(frame: Frame, first: int, head: int) -> int | None:
    for place in range(max(0, first - 2), head):
        read = number_at(frame.tokens, place)
        bounded = read is not None and (place >= first or frame.tokens[read.last].lower in members("bounds"))
        if read is not None and bounded and read.last <= head:
            return read.value
    return None


def _age(frame: Frame, phrase: Phrase) -> int | None:
    """Read an age: "68 жастағы N", "N, 45 жаста", "N (45 жас)", "48 жастамын"."""
    tokens = frame.tokens
    for place in range(max(0, phrase.first - 3), phrase.head):
        read = number_at(tokens, place)
        if read and read.last < len(tokens) and tokens[read.last].lower in {"жастағы", "жасар", "жасқа"}:
            return read.value
    for place in range(phrase.last, min(phrase.last + 3, len(tokens))):
        read = number_at(tokens, place)
        if read and read.last < len(tokens) and tokens[read.last].lower in AGED:
            return read.value
    return None


def _is_modifier(phrase: Phrase, found: Sequence[Phrase]) -> bool:
    """Say whether a bare phrase is only the first noun of the next one: "police" of "police officers"."""
    if phrase.case or phrase.kind in {"name", "pronoun"}:
        return False
    return any(
        other is not phrase and other.first <= phrase.first and phrase.last <= other.head
        and other.owner is not phrase and (other.kind == "name" or other.possessed == "3" or not phrase.possessed)
        for other in found
        if other.head > phrase.head
    )  # fmt: skip
