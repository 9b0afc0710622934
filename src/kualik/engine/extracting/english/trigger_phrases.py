"""Turns of speech that tell of custody: sent down, gone to study, unpaid at a mill, questioned for hours."""

import re

from kualik.engine.extracting.english.custody_words import state_of_place, words
from kualik.engine.extracting.english.deeds import conjuncts, patients, subject
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, after, is_person, made
from kualik.engine.extracting.english.trigger_verbs import is_length
from kualik.engine.extracting.english.vocabulary import kin_words, people_nouns

__all__ = ["READERS"]

OPENED = re.compile(r"[\"“‘«'](?:(?:gone|went|sent|away|off|in|at|to|for|still|taken|being) ){0,4}$", re.IGNORECASE)
QUOTE = 24  # characters before "study" in which its quotation mark stands
UNPAID = re.compile(
    r"\b(?:without (?:any )?(?:pay|wages?|salary|payment)|unpaid|for no (?:pay|wages?|money)|under guard"
    r"|against (?:his|her|their) will|(?:is|was|are|were) not (?:being )?paid|behind (?:a|its|the) fence|guards? at)\b"
)
WORK = frozenset({"work", "toil", "labour", "labor", "sew", "slave", "sweep", "weave", "pick", "pack"})
HOURS = re.compile(r"\bfor (?:[\w-]+ ){0,3}hours?\b|\bovernight\b|\ball night\b|\buntil (?:dawn|morning)\b")
SINCE = re.compile(r"\b(?:since|for|on|awaiting|pending|without|after)\b")
NOBODY = frozenset({"nobody", "one", "none"})
LENGTHY = re.compile(r"\b(?:since|for|in (?:\w+ ){0,2}(?:years?|months?))\b|\bagain\b")
AWAY = {"send": "down", "put": "away", "lock": "up", "bang": "up"}
MAYBE_HOME = re.compile(r"await(?:s|ed|ing)? (?:\w+ )?trial (?:at home|under house arrest)")


def _sent_down(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was sent down for 15 years", "put away for life"."""
    word = parsed.words[i]
    away = AWAY.get(word.lemma)
    if away is None or not word.tag.startswith("VB"):
        return None
    if away not in {parsed.words[kid].lower for kid in parsed.kids(i, "prt", "advmod", "prep")}:
        return None
    spans = [kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "for"]
    long = any(is_length(parsed, thing) for kid in spans for thing in parsed.kids(kid, "pobj"))
    whose = tuple(one for one in patients(parsed, i) if is_person(parsed, one))
    return made(parsed, i, "sentencing", "prison", whose, "custody.given") if long and whose else None


def _studying(parsed: Parsed, i: int) -> Trigger | None:
    """Read 'was "studying"', 'had "gone to study"', 'only Adyl was "in study"': the word for the camps."""
    word = parsed.words[i]
    if word.lemma not in {"study", "studying", "studies"}:
        return None
    if not OPENED.search(parsed.text, max(0, word.start - QUOTE), word.start):
        return None
    aim = word.tag == "VB" and any(parsed.words[kid].tag == "TO" for kid in parsed.kids(i, "aux"))  # "gone to study"
    above = parsed.above(i) if aim else (i, *parsed.above(i))
    verb = next((one for one in above if parsed.words[one].tag.startswith("VB")), None)
    who = None if verb is None else subject(parsed, verb)
    if verb is None or who is None or not is_person(parsed, who) or (aim and parsed.words[verb].lower == "going"):
        return None
    return made(parsed, verb if aim else i, "held", "camp", conjuncts(parsed, who), "custody.study")


def _unpaid(parsed: Parsed, i: int) -> Trigger | None:
    """Read "works in a mill without pay", "sews gloves at a factory, behind its fence"."""
    word = parsed.words[i]
    if word.lemma not in WORK or not word.tag.startswith("VB"):
        return None
    who = subject(parsed, i)
    if who is None or not is_person(parsed, who) or not UNPAID.search(after(parsed, i).casefold()):
        return None
    return made(parsed, i, "held", "forced labour", conjuncts(parsed, who), "custody.unpaid")


def _questioned(parsed: Parsed, i: int) -> Trigger | None:
    """Read "was interrogated for nine hours", "police questioned her overnight"."""
    word = parsed.words[i]
    if word.lemma not in {"question", "interrogate"} or not word.tag.startswith("VB"):
        return None
    if not HOURS.search(after(parsed, i).casefold()):
        return None
    whose = tuple(one for one in patients(parsed, i) if is_person(parsed, one))
    return made(parsed, i, "held", "police custody", whose, "custody.questioned") if whose else None


def _beside(parsed: Parsed, i: int) -> Trigger | None:
    """Read "Marta Ospan, in detention since 2020," and "her brother, behind bars for ten years,"."""
    word = parsed.words[i]
    head = parsed.words[word.head]
    if word.dep != "prep" or word.lower not in {"in", "under", "behind"} or not head.tag.startswith("NN"):
        return None
    thing = parsed.kid(i, "pobj")
    if thing is None or parsed.words[thing].lemma not in words("holding") or not _is_human(parsed, word.head):
        return None
    comma = parsed.words[i - 1].text == "," or parsed.words[i - 1].lower in {"currently", "now", "still", "already"}
    state = state_of_place(parsed.said(i, parsed.reach(i)[1]))
    if not comma or state is None or not SINCE.search(parsed.said(i, parsed.reach(i)[1])):
        return None
    return made(parsed, i, "held", state, (word.head,), "custody.in-place")


def _is_human(parsed: Parsed, i: int) -> bool:
    word = parsed.words[i]
    return word.tag == "NNP" or word.ent == "PERSON" or word.lemma in people_nouns() or word.lemma in kin_words()


def _nobody_saw(parsed: Parsed, i: int) -> Trigger | None:
    """Read "nobody has seen her for five months", "has not seen her brother since 2017"."""
    word = parsed.words[i]
    whom = parsed.kid(i, "dobj")
    if word.lemma != "see" or not word.tag.startswith("VB") or whom is None or not is_person(parsed, whom):
        return None
    who = subject(parsed, i)
    nobody = who is not None and parsed.words[who].lower in NOBODY and parsed.reach(who)[0] < i
    negated = any(parsed.words[kid].dep == "neg" or parsed.words[kid].lower == "never" for kid in parsed.children[i])
    if not (nobody or negated) or not LENGTHY.search(after(parsed, i).casefold()):
        return None
    if not (parsed.words[whom].tag == "PRP" or _is_human(parsed, whom)):
        return None
    return Trigger(i=i, kind="disappeared", state="disappeared", whose=conjuncts(parsed, whom), rule="custody.unseen",
                   negative=True)  # fmt: skip


def _at_home(parsed: Parsed, i: int) -> Trigger | None:
    """Read "the court ruled that she may await trial at home"."""
    word = parsed.words[i]
    if word.lemma != "await" or not MAYBE_HOME.match(after(parsed, i).casefold()):
        return None
    who = subject(parsed, i)
    if who is None or not is_person(parsed, who):
        return None
    return Trigger(i=i, kind="held", state="house arrest", whose=conjuncts(parsed, who), rule="custody.in-place",
                   negative=not any(parsed.words[kid].dep == "neg" for kid in parsed.children[i]))  # fmt: skip


READERS = (_sent_down, _studying, _unpaid, _questioned, _beside, _nobody_saw, _at_home)
