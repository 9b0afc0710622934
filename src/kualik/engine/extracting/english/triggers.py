"""Words that tell of custody: each with whom it befell, and the state that it puts them in."""

from collections.abc import Callable
from dataclasses import dataclass

from kualik.engine.extracting.english.custody_words import BARRED, state_of_place, verbs, words
from kualik.engine.extracting.english.deeds import conjuncts, is_finite, is_passive, is_real, patients, subject
from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["Trigger", "find_triggers"]

REACH = 14  # words after a verb in which its place of holding stands
AWAY = frozenset({"away", "off"})
OUT = frozenset({"go", "out", "free", "home", "leave"})
LENGTHS = frozenset({"year", "month", "day", "week", "life", "death", "term", "sentence", "decade"})
UNSEEN = frozenset({"see", "hear"})
THINGS = frozenset({"passport", "passports", "documents", "papers", "id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One word that tells of custody; `whose` are the heads of the noun phrases of those concerned."""

    i: int
    kind: str
    state: str
    whose: tuple[int, ...]
    rule: str
    finite: bool = False
    hedged: bool = False
    negative: bool = False  # the negation belongs to it: "has not been seen", "was not allowed to leave"


def find_triggers(parsed: Parsed) -> list[Trigger]:
    """Find every word of a text that tells of custody as of a fact.

    Args:
        parsed: the text; headings are passed over.

    Returns:
        Triggers in the order of the text.
    """
    found: list[Trigger] = []
    for sentence in parsed.sentences:
        if sentence.heading:
            continue
        for word in parsed.within(sentence):
            trigger = next((one for look in LOOKS if (one := look(parsed, word.i))), None)
            if trigger is not None and trigger.whose and (trigger.negative or is_real(parsed, trigger.i)):
                found.append(trigger)
    return found


def _after(parsed: Parsed, i: int) -> str:
    """The words that a verb governs behind it, up to the next clause."""
    last = min(parsed.reach(i)[1], i + REACH)
    stop = next((n for n in range(i + 1, last) if parsed.words[n].dep in {"conj", "advcl", "ccomp"}
                 and parsed.words[n].tag.startswith("VB")), last)  # fmt: skip
    return parsed.said(i, max(i + 1, stop))


def _trigger(parsed: Parsed, i: int, kind: str, state: str, whose: tuple[int, ...], rule: str) -> Trigger:
    hedged = any(parsed.words[above].lemma in words("hedged") for above in list(parsed.above(i))[:2])
    return Trigger(i=i, kind=kind, state=state, whose=whose, rule=rule, finite=is_finite(parsed, i), hedged=hedged)


def _verb(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was arrested", "China has detained them", "people held in Xinjiang", "who disappeared"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB") or word.lemma not in verbs():
        return None
    frame, kind, state = verbs()[word.lemma]
    passive = is_passive(parsed, i)
    if frame == "subject" or (frame == "either" and not passive and not parsed.kids(i, "dobj")):
        who = subject(parsed, i)
        return _trigger(parsed, i, kind, state, () if who is None else conjuncts(parsed, who), "custody.intransitive")
    if kind == "held" and not passive and parsed.words[i].lemma in {"hold", "lock", "confine"}:
        state_ = state_of_place(_after(parsed, i))
        if state_ is None and not any(parsed.words[kid].ent == "PERSON" for kid in parsed.kids(i, "dobj")):
            return None  # "held a rally", "held pictures"
    if kind == "sentencing" and word.lemma == "sentence" and word.tag == "VBN" and not passive:
        return None
    rule = "custody.passive" if passive else "custody.active"
    return _trigger(parsed, i, kind, _placed(parsed, i, kind, state), patients(parsed, i), rule)


def _placed(parsed: Parsed, i: int, kind: str, state: str) -> str:
    """Let the place of holding say what the verb leaves open."""
    if kind in {"release", "disappeared", "died", "abduction", "sentencing"}:
        said = _after(parsed, i)
        return "house arrest" if kind == "sentencing" and "house arrest" in said else state
    return state_of_place(_after(parsed, i)) or state


def _taken(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was taken away", "took her son to a camp", "were sent to prison", "placed under house arrest"."""
    word = parsed.words[i]
    taking, putting = word.lemma in words("taking"), word.lemma in words("putting")
    if not word.tag.startswith("VB") or not (taking or putting):
        return None
    whose = patients(parsed, i)
    if not whose or not any(_is_person(parsed, one) for one in whose):
        return None
    said = _after(parsed, i)
    place = state_of_place(said)
    if place is None and not (taking and _taken_away(parsed, i)):
        return None
    kind = "arrest" if taking else "held"
    return _trigger(parsed, i, kind, place or "unspecified", whose, f"custody.{'taken' if taking else 'put'}")


def _taken_away(parsed: Parsed, i: int) -> bool:
    particles = {parsed.words[kid].lower for kid in parsed.kids(i, "prt", "advmod", "prep")}
    if particles & (AWAY | {"in"} if parsed.words[i].lemma in {"take", "lead", "round", "haul"} else AWAY):
        return True
    bare = not parsed.kids(i, "prep", "prt", "xcomp", "oprd", "dobj") and parsed.words[i].lemma == "take"
    return (bare and is_passive(parsed, i)) or (bool({"from", "up", "by"} & particles) and is_passive(parsed, i)
            and parsed.words[i].lemma in {"take", "pick", "round", "snatch"})  # fmt: skip


def _is_person(parsed: Parsed, i: int) -> bool:
    word = parsed.words[i]
    if word.ent in {"DATE", "TIME", "MONEY", "GPE", "ORG", "FAC", "LOC", "LAW", "ORDINAL", "EVENT"}:
        return word.tag == "PRP"
    return word.lower not in {"it", "place", "part", "action", "care", "note", "photos", "pictures", "video", "time"}


def _in_place(parsed: Parsed, i: int) -> Trigger | None:
    """Read "is in prison", "remains in detention", "spent two years in a camp", "under house arrest"."""
    word = parsed.words[i]
    if word.lower == "missing":
        return _missing(parsed, i)
    if word.lemma not in words("staying") or not word.tag.startswith("VB"):
        return None
    if word.lemma == "be" and is_passive(parsed, i):
        return None
    inside = [kid for kid in parsed.kids(i, "prep", "advmod", "attr", "acomp", "dobj") if kid > i]
    said = " ".join(parsed.said(*parsed.reach(kid))[:90] for kid in inside)
    if word.lemma in {"be", "remain", "stay", "live"} and not _holds(parsed, inside):
        return _missing(parsed, i)
    state = state_of_place(said)
    who = subject(parsed, i)
    if state is None or who is None or not _is_person(parsed, who):
        return _missing(parsed, i)
    return _trigger(parsed, i, "held", state, conjuncts(parsed, who), "custody.in-place")


def _holds(parsed: Parsed, inside: list[int]) -> bool:
    """Say whether a place of holding is the very thing that "in", "under" or "behind" names."""
    for kid in inside:
        if parsed.words[kid].lower not in {"in", "under", "behind", "inside", "at"}:
            continue
        thing = parsed.kid(kid, "pobj")
        if thing is not None and parsed.words[thing].lemma.casefold() in words("holding") | {"prisons", "camps"}:
            return True
    return False


def _missing(parsed: Parsed, i: int) -> Trigger | None:
    """Read "went missing", "has been missing since", "whereabouts remain unknown"."""
    word, who = parsed.words[i], subject(parsed, i)
    if word.lower == "missing" and who is not None and parsed.kids(i, "aux") and not parsed.kids(i, "dobj"):
        return _trigger(parsed, i, "disappeared", "disappeared", conjuncts(parsed, who), "custody.missing")
    after = {parsed.words[kid].lower for kid in parsed.kids(i, "acomp", "oprd", "attr", "xcomp", "advmod")}
    if who is None or word.lemma not in {"be", "go", "remain"}:
        return None
    if parsed.words[who].lower == "whereabouts" and after & {"unknown", "unclear"}:
        owners = parsed.kids(who, "poss")
        return _trigger(parsed, i, "disappeared", "disappeared", owners, "custody.whereabouts")
    if "missing" in after and _is_person(parsed, who):
        return _trigger(parsed, i, "disappeared", "disappeared", conjuncts(parsed, who), "custody.missing")
    return None


def _given(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was given 19 years", "received a seven-year term", "is serving 14 years", "handed him life"."""
    word = parsed.words[i]
    if word.lemma not in words("giving") or not word.tag.startswith("VB"):
        return None
    kids = [kid for kid in parsed.kids(i, "dobj", "oprd", "npadvmod", "attr") if kid > i]
    if not any(_is_length(parsed, kid) for kid in kids) or word.lemma == "face":
        return None
    serving = word.lemma in {"serve", "complete", "finish", "begin", "start"}
    kind = "held" if serving else "sentencing"
    if word.lemma in {"give", "hand", "slap", "impose"} and not is_passive(parsed, i):
        who = parsed.kids(i, "dative") or tuple(kid for kid in parsed.kids(i, "dobj") if not _is_length(parsed, kid))
    else:
        found = subject(parsed, i)
        who = () if found is None else conjuncts(parsed, found)
    if not who or not _is_person(parsed, who[0]):
        return None
    return _trigger(parsed, i, kind, "prison", who, "custody.serving" if serving else "custody.given")


def _is_length(parsed: Parsed, i: int) -> bool:
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
    return _trigger(parsed, i, "release", "released", whose, "custody.let-go") if whose else None


def _dead(parsed: Parsed, i: int) -> Trigger | None:
    """Read "died in custody", "was found dead in his cell"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB") or word.lemma not in {"die", "perish", "succumb", "find", "kill", "torture"}:
        return None
    said = _after(parsed, i)
    dead = word.lemma in {"die", "perish", "succumb"} or " dead" in said or " to death" in said
    if not dead or state_of_place(said) is None:
        return None
    who = patients(parsed, i) if word.lemma in {"find", "kill", "torture"} else ()
    found = subject(parsed, i)
    whose = who or (() if found is None else conjuncts(parsed, found))
    return _trigger(parsed, i, "died", "died in custody", whose, "custody.died")


def _unseen(parsed: Parsed, i: int) -> Trigger | None:
    """Read "has not been seen since", "has not been heard from"."""
    word = parsed.words[i]
    if word.lemma not in UNSEEN or not is_passive(parsed, i):
        return None
    negated = any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    who = subject(parsed, i)
    if not negated or who is None or not _is_person(parsed, who):
        return None
    return Trigger(i=i, kind="disappeared", state="disappeared", whose=conjuncts(parsed, who), rule="custody.unseen",
                   negative=True)  # fmt: skip


def _barred(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was not allowed to leave", "barred from travelling", "had her passport confiscated"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB"):
        return None
    if word.lemma in words("confiscating"):
        return _papers(parsed, i)
    negated = any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    allowed = word.lemma in {"allow", "permit", "let"} and negated
    if not allowed and word.lemma not in words("barring"):
        return None
    after = {parsed.words[n].lemma for n in range(i + 1, min(len(parsed.words), i + 7))}
    whose = patients(parsed, i)
    if not whose or not after & words("leaving") or not all(_is_person(parsed, one) for one in whose):
        return None
    return Trigger(i=i, kind="barred", state=BARRED, whose=whose, rule="custody.barred", negative=allowed)


def _papers(parsed: Parsed, i: int) -> Trigger | None:
    for thing in patients(parsed, i):
        if parsed.words[thing].lower in THINGS:
            owners = parsed.kids(thing, "poss")
            return _trigger(parsed, i, "barred", BARRED, owners, "custody.papers")
    return None


def _noun(parsed: Parsed, i: int) -> Trigger | None:
    """Read "his arrest in 2018", "the detention of her husband", "a nine-year sentence"."""
    word = parsed.words[i]
    if word.lemma not in words("deed") or not word.tag.startswith("NN"):
        return None
    whose = parsed.kids(i, "poss")
    if not whose:
        of = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "of"), None)
        thing = None if of is None else parsed.kid(of, "pobj")
        whose = () if thing is None else conjuncts(parsed, thing)
    if not whose or not all(_is_person(parsed, one) for one in whose):
        return None
    states = {"release": "released", "disappearance": "disappeared", "abduction": "disappeared", "arrest":
              "police custody", "sentence": "prison", "term": "prison", "conviction": "prison", "sentencing": "prison",
              "imprisonment": "prison", "incarceration": "prison", "internment": "camp"}  # fmt: skip
    kind = {"release": "release", "disappearance": "disappeared", "abduction": "disappeared"}.get(word.lemma, "held")
    lengthy = word.lemma in {"sentence", "term"} and not _is_length(parsed, i)
    if lengthy or (kind == "release" and _is_asked(parsed, i)):
        return None
    return Trigger(i=i, kind=kind, state=states.get(word.lemma, "unspecified"), whose=whose, rule="custody.noun")


def _is_asked(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[above].lemma in words("unreal") for above in list(parsed.above(i))[:3])


LOOKS: tuple[Callable[[Parsed, int], Trigger | None], ...] = (
    _verb, _taken, _given, _in_place, _let_go, _dead, _unseen, _barred, _noun,
)  # fmt: skip
