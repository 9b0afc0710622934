"""Verbs that tell of custody: arrested, taken, sentenced, given ten years, let go."""

import re

from kualik.engine.extracting.english.custody_words import state_of_place, verbs, words
from kualik.engine.extracting.english.deeds import conjuncts, is_passive, patients, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, after, inward, is_person, made
from kualik.engine.extracting.english.vocabulary import kin_words, people_nouns

__all__ = ["READERS", "is_length"]

AWAY = frozenset({"away", "off"})
OUT = frozenset({"go", "out", "free", "home", "leave"})
LENGTHS = frozenset({"year", "month", "day", "week", "life", "death", "term", "sentence", "decade"})
OUT_OF = re.compile(r"(?:(?:came|come|comes|coming|got|get|walked|stepped|carried) out (?:of|from)|left|leaving|emerged"
                    r" from|exited|returned from|(?:came|come) back from|(?:came|come) home from)\b")  # fmt: skip
INTO = re.compile(r"(?:went|gone|go|goes|entered|ended up|ending up)\b")
FORCED = re.compile(r"(?:forc|compell|oblig|mad|coerc)\w+ (?:\w+ ){0,3}?to (?:work|labou?r|sew|pick)\b", re.IGNORECASE)
SHORT = 9  # words of a note that is only a term
TERM_ALONE = re.compile(
    r"(?:(?:sentence|term)\s*:\s*)?(?:(?:\d+|[a-z]+) (?:years?|months?)(?: and (?:\d+|[a-z]+) months?)?|life|death)"
    r"(?: (?:in prison|imprisonment|sentence|in jail|behind bars))?(?:,? (?:in )?(?:\w+ )?\d{4})?\.?",
    re.IGNORECASE,
)
VANS = re.compile(r"\b(?:in|into) (?:a |the |an )?(?:\w+ )?(?:van|car|bus|vehicle|truck|minibus|paddy wagon|jeep)\b")
KEPT = re.compile(
    r"kept (?:there )?(?:overnight|for (?:\w+ ){1,3}(?:hour|day|night|week|month|year)s?\b)", re.IGNORECASE
)
STILL = frozenset(
    {"from", "at", "on", "before", "after", "during", "without", "since", "then", "when", "also", "because"}
)
HELPED = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj")


def _verb(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was arrested", "China has detained them", "people held in Xinjiang", "who disappeared"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB") or word.lemma not in verbs():
        return None
    frame, kind, state = verbs()[word.lemma]
    passive = is_passive(parsed, i)
    if frame == "subject" or (frame == "either" and not passive and not parsed.kids(i, "dobj")):
        who = subject(parsed, i)
        return made(parsed, i, kind, state, () if who is None else conjuncts(parsed, who), "custody.intransitive")
    if kind == "held" and not passive and parsed.words[i].lemma in {"hold", "lock", "confine"}:
        state_ = state_of_place(after(parsed, i))
        if state_ is None and not any(parsed.words[kid].ent == "PERSON" for kid in parsed.kids(i, "dobj")):
            return None  # "held a rally", "held pictures"
    if word.tag == "VBN" and word.dep == "ROOT" and not parsed.kids(i, *HELPED):
        placed = _placed(parsed, i, kind, state)
        return Trigger(i=i, kind=kind, state=placed, whose=(), rule="custody.elliptic", finite=True, elliptic=True)
    rule = "custody.passive" if passive else "custody.active"
    whose = tuple(one for one in patients(parsed, i) if is_person(parsed, one))
    return made(parsed, i, kind, _placed(parsed, i, kind, state), whose, rule)


def _placed(parsed: Parsed, i: int, kind: str, state: str) -> str:
    """Let the place of holding say what the verb leaves open."""
    if kind in {"release", "disappeared", "died", "abduction", "sentencing"}:
        said = after(parsed, i)
        return "house arrest" if kind == "sentencing" and "house arrest" in said else state
    return state_of_place(after(parsed, i)) or _where(parsed, i) or state


def _where(parsed: Parsed, i: int) -> str | None:
    """Read the state off the place of "a camp in Tekes, where she was held for a year"."""
    word = parsed.words[i]
    if word.dep != "relcl" or not any(parsed.words[kid].lower in {"where", "which"} for kid in parsed.children[i]):
        return None
    first = parsed.sentences[word.sentence].first
    return state_of_place(parsed.said(max(first, i - 16), i))


def _taken(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was taken away", "took her son to a camp", "were sent to prison", "placed under house arrest"."""
    word = parsed.words[i]
    taking, putting = word.lemma in words("taking"), word.lemma in words("putting")
    if not word.tag.startswith("VB") or not (taking or putting) or not _fits(parsed, i):
        return None
    whose = patients(parsed, i)
    if word.tag == "VBN" and word.dep == "ROOT" and not whose and not parsed.kids(i, *HELPED):
        placed = state_of_place(inward(parsed, i)) or "unspecified"
        return Trigger(i=i, kind="arrest", state=placed, whose=(), rule="custody.elliptic", finite=True, elliptic=True)
    if not whose or not any(is_person(parsed, one) for one in whose):
        return None
    said = after(parsed, i)
    forced = "forced labour" if FORCED.match(said) else None
    if forced is None and word.lemma in words("compelling"):
        return None
    place = (
        forced
        or state_of_place(inward(parsed, i))
        or _where(parsed, i)
        or ("police custody" if VANS.search(said) else "unspecified" if KEPT.match(said) else None)
    )
    if place is None and not (taking and _taken_away(parsed, i)):
        return None
    kind = "arrest" if taking else "held"
    return made(parsed, i, kind, place or "unspecified", whose, f"custody.{'taken' if taking else 'put'}")


def _fits(parsed: Parsed, i: int) -> bool:
    """Ask "hand" and "turn" for "over" or "in": "handed him over to the police"."""
    over = {parsed.words[kid].lower for kid in parsed.kids(i, "prt", "advmod", "prep")} & {"over", "in"}
    return parsed.words[i].lemma not in {"hand", "turn"} or bool(over)


def _taken_away(parsed: Parsed, i: int) -> bool:
    particles = {parsed.words[kid].lower for kid in parsed.kids(i, "prt", "advmod", "prep")}
    if particles & (AWAY | {"in"} if parsed.words[i].lemma in {"take", "lead", "round", "haul"} else AWAY):
        return True
    if _took(parsed, i):
        return True
    elsewhere = {"home", "aback", "ill", "seriously", "care", "there", "back"} & particles
    bare = (
        not elsewhere and not parsed.kids(i, "prep", "prt", "xcomp", "oprd", "dobj") and parsed.words[i].lemma == "take"
    )
    if "up" in particles and parsed.words[i].lemma in {"pick", "round"}:
        return True
    return (bare and is_passive(parsed, i)) or (bool({"from", "up", "by"} & particles) and is_passive(parsed, i)
            and parsed.words[i].lemma in {"take", "pick", "round", "snatch"})  # fmt: skip


def _took(parsed: Parsed, i: int) -> bool:
    """Read "they took my son", "police took him from work": with nothing said of where to."""
    word, who, whom = parsed.words[i], subject(parsed, i), parsed.kid(i, "dobj")
    if word.lemma != "take" or who is None or whom is None or is_passive(parsed, i):
        return False
    noun = people_nouns().get(parsed.words[who].lemma)
    takers = parsed.words[who].lower in {"they", "police"} or (noun is not None and noun.tells == "official")
    person = parsed.words[whom].lower in {"him", "her", "them", "me", "us"} or parsed.words[whom].ent == "PERSON"
    kin = bool(parsed.kids(whom, "poss")) and parsed.words[whom].lemma in kin_words()
    said = {parsed.words[kid].lower for kid in parsed.kids(i, "prep", "prt", "xcomp", "oprd", "advmod", "dative")}
    return takers and (person or kin) and said <= STILL


def _given(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was given 19 years", "received a seven-year term", "is serving 14 years", "handed him life"."""
    word = parsed.words[i]
    if word.lemma not in words("giving") or not word.tag.startswith("VB"):
        return None
    kids = [kid for kid in parsed.kids(i, "dobj", "oprd", "npadvmod", "attr") if kid > i]
    if word.dep == "relcl" and not kids and word.lemma in {"receive", "get", "serve"}:
        kids = [word.head]
    if not any(is_length(parsed, kid) and not _is_known_term(parsed, kid) for kid in kids) or word.lemma == "face":
        return None
    serving = word.lemma in {"serve", "complete", "finish", "begin", "start"}
    kind = "held" if serving else "sentencing"
    if word.lemma in {"give", "hand", "slap", "impose"} and not (
        is_passive(parsed, i) or _is_joined_passive(parsed, i)
    ):
        who = _receiver(parsed, i) or tuple(kid for kid in parsed.kids(i, "dobj") if not is_length(parsed, kid))
    else:
        found = subject(parsed, i)
        who = () if found is None else conjuncts(parsed, found)
    if not who or not is_person(parsed, who[0]):
        return None
    return made(parsed, i, kind, "prison", who, "custody.serving" if serving else "custody.given")


def _is_known_term(parsed: Parsed, i: int) -> bool:
    """See "who got the longer term": a term told before."""
    first, last = parsed.reach(i)
    return (
        parsed.words[i].lemma in {"term", "sentence"}
        and parsed.words[first].lower == "the"
        and not any(word.tag == "CD" or word.lower in {"life", "death"} for word in parsed.words[first:last])
    )


def _is_joined_passive(parsed: Parsed, i: int) -> bool:
    """See "was arrested and given ten years": the object is the term, not who got it."""
    word = parsed.words[i]
    return word.dep == "conj" and word.tag in {"VBN", "VBD"} and is_passive(parsed, word.head)


def _receiver(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Find who gets something: "gave her ten years", "handed down a ten-year term to her", "imposed … on her"."""
    terms = [kid for kid in parsed.kids(i, "dobj") if is_length(parsed, kid)]
    behind = [kid for term in terms for kid in parsed.kids(term, "prep")]
    for kid in (*parsed.kids(i, "dative", "prep"), *behind):
        if parsed.words[kid].dep == "dative" and not parsed.kids(kid, "pobj"):
            return (kid,)
        thing = parsed.kid(kid, "pobj")
        if parsed.words[kid].lower in {"to", "on"} and thing is not None and is_person(parsed, thing):
            return conjuncts(parsed, thing)
    misread = [kid for kid in parsed.kids(i, "advcl", "xcomp", "relcl") if parsed.words[kid].tag == "VB"]
    named = [thing for kid in misread for thing in parsed.kids(kid, "dobj") if parsed.words[thing].ent == "PERSON"]
    return conjuncts(parsed, named[0]) if named else ()  # "to journalist X" parsed as an infinitive


def is_length(parsed: Parsed, i: int) -> bool:
    first, last = parsed.reach(i)
    lemmas = {parsed.words[n].lemma for n in range(first, min(last, i + 8))}
    return bool(lemmas & LENGTHS) and (parsed.words[i].lemma in LENGTHS or parsed.words[i].ent in {"DATE", "CARDINAL"}
                                       or bool(lemmas & {"sentence", "term"}))  # fmt: skip


def _let_go(parsed: Parsed, i: int) -> Trigger | None:
    """Read "let go", "set free", "let out", "was allowed to return home"."""
    word = parsed.words[i]
    if word.lemma not in {"let", "set"} or not word.tag.startswith("VB"):
        return None
    after = {parsed.words[n].lower for n in range(i + 1, min(len(parsed.words), i + 4))}
    if not after & (OUT if word.lemma == "let" else {"free"}):
        return None
    whose = patients(parsed, i) or tuple(
        found for kid in parsed.kids(i, "ccomp", "xcomp") if (found := subject(parsed, kid)) is not None
    )
    return made(parsed, i, "release", "released", whose, "custody.let-go") if whose else None


def _term_alone(parsed: Parsed, i: int) -> Trigger | None:
    """Read "14 years." and "Life imprisonment, 2018." in a note about somebody named before."""
    sentence = parsed.sentences[parsed.words[i].sentence]
    if i != sentence.root or sentence.last - sentence.first > SHORT or not is_length(parsed, i):
        return None
    if not TERM_ALONE.fullmatch(parsed.text[sentence.start : sentence.end].strip()):
        return None
    return Trigger(
        i=i, kind="sentencing", state="prison", whose=(), rule="custody.term-alone", finite=True, elliptic=True
    )


def _guilty(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was found guilty", "pleaded guilty and was …" aside: only a finding counts."""
    word = parsed.words[i]
    if word.lemma not in {"find", "declare", "pronounce"} or not word.tag.startswith("VB"):
        return None
    guilty = next((kid for kid in parsed.kids(i, "oprd", "acomp", "ccomp", "xcomp")
                   if parsed.words[kid].lower == "guilty"), None)  # fmt: skip
    if guilty is None:
        return None
    named = parsed.kid(guilty, "nsubj")
    whose = patients(parsed, i) or (() if named is None else conjuncts(parsed, named))
    return made(parsed, i, "sentencing", "prison", whose, "custody.guilty")


def _dead(parsed: Parsed, i: int) -> Trigger | None:
    """Read "died in custody", "was found dead in his cell"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB") or word.lemma not in words("dying"):
        return None
    said = after(parsed, i)
    away = any(parsed.words[kid].lower == "away" for kid in parsed.kids(i, "prt", "advmod"))
    dead = (
        word.lemma in {"die", "perish", "succumb"}
        or (word.lemma == "pass" and away)
        or " dead" in said
        or " to death" in said
    )
    if not dead or state_of_place(said) is None:
        return None
    who = patients(parsed, i) if word.lemma in {"find", "kill", "torture"} else ()
    found = subject(parsed, i)
    whose = who or (() if found is None else conjuncts(parsed, found))
    return made(parsed, i, "died", "died in custody", whose, "custody.died")


def _come_for(parsed: Parsed, i: int) -> Trigger | None:
    """Read "they came for him in the autumn", "police came for her brothers"."""
    word = parsed.words[i]
    if word.lemma != "come" or not word.tag.startswith("VB"):
        return None
    target = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "for"), None)
    thing = None if target is None else parsed.kid(target, "pobj")
    if thing is None or parsed.words[thing].tag not in {"PRP", "NNP", "NN", "NNS"} or subject(parsed, i) is None:
        return None
    fits = parsed.words[thing].tag in {"PRP", "NNP"} or parsed.kids(thing, "poss")
    return made(parsed, i, "arrest", "unspecified", (thing,), "custody.came-for") if fits else None


def _moving(parsed: Parsed, i: int) -> Trigger | None:
    """Read "came out of the camp", "left prison", "went into a training centre", "walked free", "was sent home"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB"):
        return None
    said, who = after(parsed, i).casefold(), subject(parsed, i)
    if word.lemma in {"walk", "go", "send"} and re.match(r"\w+ (?:free|home (?:from|on|after|with))\b", said):
        whose = patients(parsed, i) if word.lemma == "send" else () if who is None else (who,)
        return made(parsed, i, "release", "released", whose, "custody.free") if whose else None
    if who is None or not is_person(parsed, who):
        return None
    if OUT_OF.match(said) and state_of_place(said):
        return made(parsed, i, "release", "released", conjuncts(parsed, who), "custody.out-of")
    if INTO.match(said) and word.lemma in {"go", "enter", "end"}:
        state = state_of_place(said)
        if state in {"camp", "prison"}:
            return made(parsed, i, "held", state, conjuncts(parsed, who), "custody.into")
    return None


READERS = (_verb, _taken, _given, _let_go, _guilty, _term_alone, _dead, _come_for, _moving)
