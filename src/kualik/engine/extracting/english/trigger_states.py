"""States somebody is in: in prison, missing, unseen, cut off, kept from leaving."""

import re

from kualik.engine.extracting.english.custody_words import BARRED, state_of_place, verbs, words
from kualik.engine.extracting.english.deeds import conjuncts, is_passive, patients, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, is_person, made

__all__ = ["READERS"]

REACH = 14  # words after a verb in which its place of holding stands
SILENT = re.compile(r"\w+ (?:answering|responding|replying|calling|writing|picking up|coming online)")
NO_NEWS = re.compile(
    r"(?:lost|losing|lose) (?:all |any )?(?:contact|touch|connection)"
    r"|(?:had|has|have|received|got|heard|hear) (?:\w+ )?(?:no|nothing|not)\b(?: \w+)?"
    r"(?: news| word| information| contact| from| of| about)|heard (?:nothing|no more)"
)
NO_IDEA = re.compile(r"\w+ (?:\w+ )?no (?:idea|clue|knowledge|information|news)\b", re.IGNORECASE)
UNSEEN = frozenset({"see", "hear"})


def _in_place(parsed: Parsed, i: int) -> Trigger | None:
    """Read "is in prison", "remains in detention", "spent two years in a camp", "under house arrest"."""
    word = parsed.words[i]
    if word.lower == "missing":
        return _missing(parsed, i)
    stays = word.lemma in words("staying") and word.tag.startswith("VB")
    dies = word.lemma == "pass" and not parsed.kids(i, "dobj")  # "passed away in prison"
    if not stays or dies or (word.lemma == "be" and is_passive(parsed, i)):
        return None
    inside = [kid for kid in parsed.kids(i, "prep", "advmod", "attr", "acomp", "dobj") if kid > i]
    said = " ".join(parsed.said(*parsed.reach(kid))[:90] for kid in inside)
    if word.lemma in {"be", "remain", "stay", "live"} and not _holds(parsed, inside):
        return _missing(parsed, i)
    state = state_of_place(said)
    who = subject(parsed, i)
    if state is None or who is None or not is_person(parsed, who):
        return _missing(parsed, i)
    return made(parsed, i, "held", state, conjuncts(parsed, who), "custody.in-place")


def _holds(parsed: Parsed, inside: list[int]) -> bool:
    """Say whether a place of holding is the very thing that "in", "under" or "behind" names."""
    for kid in inside:
        if parsed.words[kid].lower not in {"in", "under", "behind", "inside", "at"}:
            continue
        thing = parsed.kid(kid, "pobj")
        if thing is not None and {parsed.words[thing].lemma, parsed.words[thing].lower} & words("holding"):
            return True
    return False


def _missing(parsed: Parsed, i: int) -> Trigger | None:
    """Read "went missing", "has been missing since", "whereabouts remain unknown"."""
    word, who = parsed.words[i], subject(parsed, i)
    if word.lower == "missing" and who is not None and parsed.kids(i, "aux") and not parsed.kids(i, "dobj"):
        return made(parsed, i, "disappeared", "disappeared", conjuncts(parsed, who), "custody.missing")
    after = {parsed.words[kid].lower for kid in parsed.kids(i, "acomp", "oprd", "attr", "xcomp", "advmod")}
    if who is None or word.lemma not in {"be", "go", "remain"}:
        return None
    if parsed.words[who].lower in {"whereabouts", "fate"} and after & {"unknown", "unclear"}:
        of = next((kid for kid in parsed.kids(who, "prep") if parsed.words[kid].lower == "of"), None)
        thing = None if of is None else parsed.kid(of, "pobj")
        owners = parsed.kids(who, "poss") or (() if thing is None else conjuncts(parsed, thing))
        return made(parsed, i, "disappeared", "disappeared", owners, "custody.whereabouts")
    if "missing" in after and is_person(parsed, who):
        return made(parsed, i, "disappeared", "disappeared", conjuncts(parsed, who), "custody.missing")
    return None


def _unseen(parsed: Parsed, i: int) -> Trigger | None:
    """Read "has not been seen since", "has not been heard from"."""
    word = parsed.words[i]
    if word.lemma not in UNSEEN or not is_passive(parsed, i):
        return None
    negated = any(parsed.words[kid].dep == "neg" or parsed.words[kid].lower == "last" for kid in parsed.children[i])
    who = subject(parsed, i)
    if who is not None and parsed.words[who].lower == "nothing":
        of = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower in {"of", "from"}), None)
        who, negated = (None if of is None else parsed.kid(of, "pobj")), True
    if not negated or who is None or not is_person(parsed, who):
        return None
    return Trigger(i=i, kind="disappeared", state="disappeared", whose=conjuncts(parsed, who), rule="custody.unseen",
                   negative=True)  # fmt: skip


def _barred(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was not allowed to leave", "barred from travelling"."""
    word = parsed.words[i]
    if not word.tag.startswith("VB"):
        return None
    negated = any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    refused = parsed.words[word.head].lemma == "refuse" and word.dep == "xcomp"
    allowed = word.lemma in {"allow", "permit", "let"} and (negated or refused)
    if not allowed and word.lemma not in words("barring"):
        return None
    after = {parsed.words[n].lemma for n in range(i + 1, min(len(parsed.words), i + 7))}
    whose = patients(parsed, i) or tuple(
        found for kid in parsed.kids(i, "ccomp") if (found := subject(parsed, kid)) is not None
    )
    if not whose or not after & words("leaving") or not all(is_person(parsed, one) for one in whose):
        return None
    return Trigger(i=i, kind="barred", state=BARRED, whose=whose, rule="custody.barred", negative=allowed)


def _may_not_leave(parsed: Parsed, i: int) -> Trigger | None:
    """Read "may not leave the county", "cannot return", and "a travel ban was imposed on her"."""
    word = parsed.words[i]
    if word.lower == "ban" and {parsed.words[kid].lower for kid in parsed.kids(i)} & {"travel", "exit"}:
        near = (*parsed.kids(i, "prep"), *parsed.kids(word.head, "prep"))
        on = next((kid for kid in near if parsed.words[kid].lower in {"on", "against", "for"}), None)
        thing = None if on is None else parsed.kid(on, "pobj")
        whose = () if thing is None else conjuncts(parsed, thing)
        return (
            Trigger(i=i, kind="barred", state=BARRED, whose=whose, rule="custody.ban", negative=True) if whose else None
        )
    if word.lemma not in {"leave", "return", "travel"} or word.tag != "VB":
        return None
    helped = {parsed.words[kid].lower for kid in parsed.kids(i, "aux")}
    negated = any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    who = subject(parsed, i)
    if not negated or who is None or not helped & {"may", "can", "ca", "could"} or not is_person(parsed, who):
        return None
    return Trigger(
        i=i, kind="barred", state=BARRED, whose=conjuncts(parsed, who), rule="custody.may-not", negative=True
    )


def _cut_off(parsed: Parsed, i: int) -> Trigger | None:
    """Read "lost contact with her brother", "has had no news of him", "he stopped answering"."""
    word = parsed.words[i]
    if word.lemma in {"know", "have", "tell"} and word.tag.startswith("VB") and (unknown := _nobody_knows(parsed, i)):
        return unknown
    if not word.tag.startswith("VB") or word.lemma not in {"lose", "have", "receive", "hear", "get", "stop", "cease"}:
        return None
    said = parsed.said(i, min(parsed.reach(i)[1], i + REACH)).casefold()
    if word.lemma in {"stop", "cease"}:
        found = subject(parsed, i)
        fits = found is not None and SILENT.match(said) and parsed.words[found].tag in {"PRP", "NNP", "NN"}
        return _silent(i, (found,)) if fits and found is not None else None
    unheard = word.lemma == "hear" and any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    if not NO_NEWS.match(said) and not (unheard and said.split()[1:2] in (["from"], ["of"])):
        return None
    of = next((n for n in range(i, min(len(parsed.words), i + REACH)) if parsed.words[n].dep == "prep"
               and parsed.words[n].lower in {"with", "of", "from", "about"}), None)  # fmt: skip
    thing = None if of is None else parsed.kid(of, "pobj")
    return None if thing is None or not is_person(parsed, thing) else _silent(i, conjuncts(parsed, thing))


def _nobody_knows(parsed: Parsed, i: int) -> Trigger | None:
    """Read "we had no idea where he was", "nobody knows where my son is", "I do not know where they are"."""
    last = min(parsed.reach(i)[1], i + REACH)
    where = next((n for n in range(i + 1, last) if parsed.words[n].lower == "where"), None)
    who = subject(parsed, i)
    nobody = who is not None and parsed.said(*parsed.reach(who)).casefold() in {"nobody", "no one", "none of us"}
    negated = any(parsed.words[kid].dep == "neg" for kid in parsed.children[i])
    if where is None or not (nobody or negated or NO_IDEA.match(parsed.said(i, where))):
        return None
    place = parsed.words[where].head
    whom = subject(parsed, place)
    fits = whom is not None and parsed.words[place].lemma in {"be", "go", "hold", "keep", "take"}
    known = fits and whom is not None and parsed.words[whom].lower not in {"i", "we", "you", "it"}
    return _silent(i, conjuncts(parsed, whom)) if known and whom is not None and is_person(parsed, whom) else None


def _silent(i: int, whose: tuple[int, ...]) -> Trigger:
    return Trigger(i=i, kind="disappeared", state="disappeared", whose=whose, rule="custody.cut-off", negative=True)


def _among(parsed: Parsed, i: int) -> Trigger | None:
    """Read "Among those detained were X and Y", "Among the captives is the schoolmaster"."""
    word = parsed.words[i]
    lead = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "among" and kid < i), None)
    thing = None if lead is None else parsed.kid(lead, "pobj")
    whom = next((kid for kid in parsed.kids(i, "nsubj", "attr", "nsubjpass") if kid > i), None)
    if word.lemma != "be" or lead is None or thing is None or whom is None:
        return None
    first, last = parsed.reach(lead)
    for place in range(first, last):
        one = parsed.words[place]
        if one.lemma in verbs() and one.tag in {"VBN", "VBD", "JJ"}:
            _, kind, state = verbs()[one.lemma]
            return made(parsed, i, kind, state, conjuncts(parsed, whom), "custody.among")
    if parsed.words[thing].lemma in words("prisoner"):
        return made(parsed, i, "held", "unspecified", conjuncts(parsed, whom), "custody.among")
    return None


READERS = (_among, _in_place, _unseen, _barred, _may_not_leave, _cut_off)
