"""The evidence for and against a stretch of capitalised words naming a person.

spaCy's labels are one witness among several: titles, kin and role words beside the name, ages, patronymics, known
given names, verbs of human doings; against it stand words that make bodies and places, and gazetteers.
"""

import re

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.names import Run, is_body_name
from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.vocabulary import (
    body_words,
    family_names,
    given_names,
    is_people,
    known_bodies,
    known_places,
    people_nouns,
    titles,
)
from kualik.engine.extracting.english.words import word_set

__all__ = ["NEVER", "evidence"]

NEVER = -9.0
PATRONYMIC = re.compile(
    r"(?:ul[yıi]|[qk]yz[yıi]|qizi|[oe]vich|[oe]vna|ogl[ue]|oghl[iu]|zade|shvili|yan|enko|chuk|bekov|ov|ova|ev|eva|yev"
    r"|yeva|skaya|sky|ski|jan|bek|gul|gül|khan|bay|bai)$"
)
CITED = word_set(
    "say tell add ask note explain recall write warn insist deny claim confirm testify admit argue believe"
)
LIVED = word_set(
    "arrest detain sentence imprison jail release die marry bear disappear vanish flee escape visit live work study "
    "graduate teach serve travel return torture beat interrogate convict charge accuse fine deport abduct kidnap hold "
    "take send transfer move call meet join cry weep smile speak know see think want hope pray grow"
)
PLACED = word_set("in at near from outside into via toward towards across through inside")
NEAR = {"the": -3.0, "named": 2.0, "called": 2.0, "surnamed": 2.0} | dict.fromkeys(PLACED, -2.5)
NER = {"PERSON": 3, "GPE": -2, "LOC": -2, "FAC": -2, "ORG": -0.5, "NORP": -3, "LAW": -3, "EVENT": -3, "DATE": -3,
       "LANGUAGE": -3, "PRODUCT": -1, "WORK_OF_ART": -1}  # fmt: skip
ORDERS = word_set(
    "eldest oldest elder older youngest younger middle second third fourth fifth sixth seventh last first"
)
CALLED = word_set("identify name know refer call surname")
FOUNDED = word_set(
    "founder co-founder cofounder president director head member chairman chairwoman chair leader editor coordinator "
    "secretary"
)
COMMON = re.compile(r"(?:tion|ment|ness|ing|ists?|ence|ance|ship|ism|ology|graphy)s?$")


def evidence(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    """Weigh whether a run names a person.

    Args:
        parsed: the text.
        wholes: its hyphened words.
        run: the run.

    Returns:
        Above about 2 a person; far below 0 a place, a body or a thing.
    """
    lowers = [word.lower for word in parsed.words[run.first : run.last]]
    shape = _shape(parsed, run, lowers)
    if shape <= NEVER:
        return NEVER
    return shape + _before(parsed, wholes, run) + _after(parsed, wholes, run) + _doing(parsed, run) + _seen(parsed, run)


def _seen(parsed: Parsed, run: Run) -> float:
    words = [word for word in parsed.words[run.first : run.last] if word.text != "-"]
    weight = sum(NER.get(word.ent, 0) for word in words) / max(1, len(words))
    given = len(words) > 1 and any(word.lower in given_names() for word in words)
    return max(weight, -0.5) if given else weight


def _shape(parsed: Parsed, run: Run, lowers: list[str]) -> float:
    said = parsed.said(run.first, run.last).casefold()
    said = " ".join(said.split())
    if said in known_places() or said in known_bodies() or is_body_name(lowers):
        return NEVER
    if all(word in titles() or word in people_nouns() for word in lowers):
        return NEVER
    if len(lowers) == 1 and (lowers[0] in body_words("thing") or is_people(lowers[0])):
        return NEVER
    if _is_of_place(parsed, run, lowers):
        return -5
    return _name_shape([word for word in parsed.words[run.first : run.last] if word.text != "-"], lowers)


def _is_of_place(parsed: Parsed, run: Run, lowers: list[str]) -> bool:
    """Say whether a place or a people is in it, other than as the family name of somebody ("Mahal Baloch")."""
    last = parsed.words[run.last - 1]
    if last.tag in {"NNPS", "NNS"} and is_people(last.text):
        return True
    odd = [place for place, word in enumerate(lowers) if word in known_places() or is_people(word)]
    if len(odd) == len(lowers):
        return True
    if not odd or any(word in given_names() for word in lowers):
        return False
    family = odd == [len(lowers) - 1] and len(lowers) > 1
    return not (family and parsed.words[run.last - 1].ent == "PERSON")


def _name_shape(words: list[Word], lowers: list[str]) -> float:
    score = 0.5 if len(words) > 1 else -1.0 if COMMON.search(lowers[0]) else 0.0
    score += 2.5 if any(word in given_names() for word in lowers) else 0
    score += 1.5 if any(PATRONYMIC.search(word) and len(word) > 4 for word in lowers) else 0
    chinese = 2 <= len(words) <= 3 and lowers[0] in family_names() and all(len(word) < 10 for word in lowers[1:])
    score += 1.5 if chinese else 0
    if all(word.text.isupper() and len(word.text) > 1 for word in words):
        score -= 5 if len(words) == 1 else 2
    return score


def _before(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    place = run.first - 1
    sentence = parsed.sentences[parsed.words[run.first].sentence]
    if place < sentence.first:
        return 0
    if parsed.words[place].text in {",", "."}:
        place -= 1
    word = parsed.words[max(place, sentence.first)]
    near = place == run.first - 1
    introduced = _introduced(parsed, run.first, place)
    kin = wholes.kin(wholes.of(word.i).first) and not (word.capital and near and word.lower in titles())
    if introduced or kin:
        return introduced or 4
    if word.lower in titles():
        return 4 if near else 2 if wholes.person(word.i) else 0
    if wholes.age(word.i) or wholes.person(word.i):
        return 3 if near or wholes.age(word.i) else 1.5
    return _placed(parsed, run) if near else 0


def _placed(parsed: Parsed, run: Run) -> float:
    """Weigh the word just before, where it tells no person."""
    word = parsed.words[run.first - 1]
    placed = word.lower in PLACED and run.last - run.first > 1
    if run.last - run.first == 1 and _is_described(parsed, word.i):
        return -4
    if word.lower == "of" and parsed.words[word.i - 1].lemma in FOUNDED:
        return -3
    return -1.0 if placed else NEAR.get(word.lower, 0)


def _is_described(parsed: Parsed, place: int) -> bool:
    """See "a white Priora", "an old Kamaz": an article and an adjective make a name that of a thing."""
    word, before = parsed.words[place], parsed.words[max(0, place - 1)]
    return word.tag == "JJ" and word.text.islower() and before.lower in {"a", "an"}


def _introduced(parsed: Parsed, first: int, place: int) -> float:
    """See "the older one, X", "the late X", "asked to be named only as X"."""
    word = parsed.words[place]
    if parsed.words[first - 1].text == ",":
        return 5 if _is_one_of(parsed, place) else 0
    if word.lower == "as" and any(one.lemma in CALLED for one in parsed.words[max(0, place - 5) : place]):
        return 3
    return 2.5 if word.lower == "late" and place else 0


def _is_one_of(parsed: Parsed, place: int) -> bool:
    """See "the older one, X", "the younger, X", "a third, X"."""
    words = parsed.words
    place -= words[place].lower == "one" and place > 0
    return (
        place > 0
        and words[place].lower in ORDERS
        and words[place - 1].lower in {"the", "a", "my", "her", "his", "their"}
    )


def _after(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    words = parsed.words
    if run.last >= len(words):
        return 0
    told = _told_after(parsed, wholes, run)
    return _followed(parsed, wholes, run) if told is None else told


def _told_after(parsed: Parsed, wholes: Wholes, run: Run) -> float | None:
    """See "X's sons", of somebody, and "X's Law" and "X 11J", of a thing."""
    word = parsed.words[run.last]
    if word.lower in {"'s", "'"} and any(wholes.kin(place) for place in _owned_words(parsed, run.last + 1)):
        return 3
    if _is_of_thing(parsed, run) or (word.text[0].isdigit() and word.text[-1].isalpha()):
        return NEVER
    return None


def _followed(parsed: Parsed, wholes: Wholes, run: Run) -> float:
    words = parsed.words
    word = words[run.last]
    noun = word.text.islower() and word.tag.startswith("NN")
    if noun and any({word.lower, word.lemma} & body_words(kind) for kind in ("body", "place")):
        return NEVER
    if _lists_places(parsed, run.last):
        return -6
    far = words[run.last + 1] if run.last + 1 < len(words) else word
    adjective = word.text.islower() and word.tag == "JJ"
    if adjective and any(far.lemma in body_words(kind) for kind in ("body", "place")):
        return -4
    if word.text in {",", "("} and run.last + 1 < len(words):
        return max(_beside(words[run.last + 1], wholes), _apposed(parsed, wholes, run.last + 1))
    return 0


def _owned_words(parsed: Parsed, place: int) -> range:
    """Take what follows a possessive up to its noun: "three younger sons"."""
    last = place
    while last < min(len(parsed.words), place + 4) and parsed.words[last].tag in {"JJ", "JJR", "JJS", "CD", "RB"}:
        last += 1
    return range(place, min(last + 1, len(parsed.words)))


def _is_of_thing(parsed: Parsed, run: Run) -> bool:
    """See "Mahsa's Law", "Ryan's Act": what is called after somebody."""
    words = parsed.words
    if run.last + 1 >= len(words) or words[run.last].lower != "'s":
        return False
    thing = words[run.last + 1]
    return thing.capital and thing.lower in body_words("thing")


def _apposed(parsed: Parsed, wholes: Wholes, place: int) -> float:
    """See ", co-chair of the party" and ", a young seamstress"."""
    for word in parsed.words[place : place + 7]:
        if wholes.person(word.i) or wholes.kin(wholes.of(word.i).first):
            return 2
        if word.tag.startswith("V") or not word.text[0].isalnum() or word.tag in {"IN", "NNP"}:
            return 0
    return 0


def _lists_places(parsed: Parsed, place: int) -> bool:
    """See "Gia Lai, Kon Tum and Bac Lieu provinces"."""
    for word in parsed.words[place : place + 12]:
        if not (word.capital or word.text in {",", "-"} or word.lower == "and"):
            return word.tag == "NNS" and (word.lemma in body_words("place") or word.lemma in body_words("body"))
    return False


def _beside(word: Word, wholes: Wholes) -> float:
    if word.text.isdigit() and 0 < int(word.text) < 115 and len(word.text) < 4:
        return 2.5
    if word.lower in {"who", "whose", "whom", "aged"}:
        return 2
    if word.lower in {"a", "an", "the", "his", "her", "their", "my", "one"} or wholes.person(word.i):
        return 0.5
    return 0


def _doing(parsed: Parsed, run: Run) -> float:
    """See whether it does, or suffers, what people do and suffer."""
    head = next((word for word in parsed.words[run.first : run.last] if not run.first <= word.head < run.last), None)
    if head is None:
        return 0
    verb = parsed.words[head.head].lemma
    if head.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return 0
    if verb in LIVED:
        return 1.5
    return 1 if verb in CITED else 0.5 if head.dep != "dobj" else 0
