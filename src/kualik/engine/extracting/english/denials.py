"""Denials and refusals without a verb of denying: "said there was no …", "called the reports lies"."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import helpers, negated
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.facts.vocabulary import Stance

__all__ = ["stance_in_words"]

PLAIN = frozenset({Stance.ASSERTS, Stance.ALLEGES, Stance.ACCUSES})
NONE = frozenset({"no", "nobody", "none", "nothing", "neither"})
NEAR = 30  # words of what is said that are looked at
LATER = frozenset({"will", "would", "should", "must", "shall", "wo", "can", "could", "may", "might"})
TELLING = frozenset(
    {"say", "tell", "insist", "maintain", "claim", "argue", "assert", "state", "write", "inform", "add", "swear"}
)
NO_COMMENT = (["no", "comment"], ["wrong", "number"], ["next", "question"], ["next"])
REMARKING = frozenset(
    {
        "hold",
        "rule",
        "find",
        "decide",
        "note",
        "observe",
        "recall",
        "lament",
        "complain",
        "regret",
        "warn",
        "fear",
        "remark",
    }
)
REJECTING = frozenset({"deny", "reject", "refute", "dispute", "repudiate"})
CONFIRMING = frozenset({"confirm", "verify", "corroborate"})
UNABLE = frozenset({"can", "could", "will", "would", "ca", "wo", "cannot", "able", "authorise", "authorize", "allow"})
IGNORANT = frozenset({"aware", "unaware", "know", "hear", "information", "knowledge", "idea"})
FREE = frozenset({"voluntary", "voluntarily", "innocent", "untrue"})


def stance_in_words(parsed: Parsed, utterance: Utterance, *, official: bool) -> Stance:
    """Find the stance that the words themselves take.

    Args:
        parsed: the text.
        utterance: an utterance with the stance of its verb.
        official: whether the speaker speaks for an authority or body.

    Returns:
        Denies, where what others say is called false or an authority says that it is not so; declines to comment,
        where somebody says that they cannot; asserts, where others than an authority confirm; else as it was.
    """
    stance = utterance.stance
    if stance is Stance.ACKNOWLEDGES and parsed.words[utterance.cue].lemma in CONFIRMING and not official:
        return Stance.ASSERTS
    if stance not in PLAIN:
        return stance
    roots = list(_roots(parsed, utterance))
    start = [word.lower for word in parsed.words[utterance.first : utterance.first + 3] if word.text[0].isalpha()]
    if start[:2] in NO_COMMENT or any(_cannot_say(parsed, root) for root in roots):
        return Stance.DECLINES_TO_COMMENT
    if any(_wants(parsed, root) for root in roots):
        return Stance.DEMANDS
    if _called_false(parsed, utterance) or any(_is_none(parsed, root) for root in roots):
        return Stance.DENIES
    telling = parsed.words[utterance.cue].lemma in TELLING
    flat = official or parsed.words[utterance.cue].lemma == "insist"
    denied = any(_is_not(parsed, root) if flat else telling and _is_never(parsed, root) for root in roots)
    held = parsed.words[utterance.cue].lemma in REMARKING
    return Stance.DENIES if denied and not held and stance is not Stance.ACCUSES else stance


def _roots(parsed: Parsed, utterance: Utterance) -> Iterator[int]:
    """Find the first main verb of what is said."""
    for place in range(utterance.first, min(utterance.last, utterance.first + NEAR)):
        word = parsed.words[place]
        above = word.head
        outside = not utterance.first <= above < utterance.last or above == place
        if word.tag.startswith(("V", "MD")) and (outside or above == utterance.cue) and place != utterance.cue:
            yield place
            return


def _called_false(parsed: Parsed, utterance: Utterance) -> bool:
    if any(
        parsed.words[root].lower in words("false") and not negated(parsed, root) for root in _roots(parsed, utterance)
    ):
        return True
    for place in range(utterance.first, min(utterance.last, utterance.first + NEAR)):
        word = parsed.words[place]
        if word.lemma not in words("false") or negated(parsed, word.head):
            continue
        if word.dep in {"acomp", "attr", "oprd", "conj"} and word.head in _chain(parsed, utterance):
            return True
        above = parsed.words[word.head]
        if word.dep == "pobj" and above.lower == "as":
            return True
        if word.dep in {"dobj", "ccomp", "xcomp"} and word.head == utterance.cue:
            return True
    return False


def _chain(parsed: Parsed, utterance: Utterance) -> frozenset[int]:
    """Find the verb, the first main verb of its words, and what is said with them."""
    roots = [utterance.cue, *_roots(parsed, utterance)]
    return frozenset(roots) | {kid for root in roots for kid in parsed.kids(root, "acomp", "attr", "oprd", "ccomp")}


def _is_none(parsed: Parsed, root: int) -> bool:
    """See "there is no …", "is not aware of", "knows nothing of", "we reject this"."""
    own = {parsed.words[kid].lower for kid in parsed.kids(root, "nsubj")}
    if own & {"we", "i"} and parsed.words[root].lemma in REJECTING and not negated(parsed, root):
        return True
    kids = parsed.children[root]
    there = any(parsed.words[kid].dep == "expl" and parsed.words[kid].lower == "there" for kid in kids)
    if there and (_has_no(parsed, root) or negated(parsed, root)):
        return True
    things = {parsed.words[kid].lemma for kid in parsed.kids(root, "acomp", "attr", "dobj")}
    if "unaware" in things:
        return True
    denied = negated(parsed, root) or _has_no(parsed, root)
    return denied and bool(things & {"aware", "information", "knowledge"})


def _wants(parsed: Parsed, root: int) -> bool:
    """See "we call on them to …", "I demand an answer"."""
    own = {parsed.words[kid].lower for kid in parsed.kids(root, "nsubj")}
    asked = {parsed.words[kid].lower for kid in parsed.kids(root, "prep")} & {"on", "for", "to"}
    lemma = parsed.words[root].lemma
    wanting = lemma in {"demand", "urge", "request", "beg", "implore"} or (lemma in {"call", "appeal"} and bool(asked))
    return wanting and bool(own & {"we", "i"}) and not negated(parsed, root)


def _has_no(parsed: Parsed, root: int) -> bool:
    for kid in parsed.kids(root, "attr", "dobj", "nsubj", "nsubjpass"):
        if parsed.words[kid].lower in NONE:
            return True
        if any(parsed.words[det].lower in NONE for det in parsed.kids(kid, "det", "neg")):
            return True
    return False


def _is_not(parsed: Parsed, root: int) -> bool:
    """See a negated main clause, or one about nobody."""
    first = parsed.words[parsed.lefts[root]].lower in {"if", "because", "unless", "while", "although"}
    later = any(parsed.words[aid].lower in LATER for aid in helpers(parsed, root))
    unknown = parsed.words[root].lemma in {"know", "clear"} and any(
        parsed.words[kid].lower == "it" for kid in parsed.kids(root, "nsubj", "nsubjpass")
    )
    return not first and not later and not unknown and (negated(parsed, root) or _has_no(parsed, root))


def _is_never(parsed: Parsed, root: int) -> bool:
    """See what somebody without an office denies outright: "never", "nobody", "does not accept"."""
    kids = {parsed.words[kid].lower for kid in parsed.children[root]}
    if negated(parsed, root) and parsed.words[root].lemma in {"accept", "believe", "agree"}:
        return True
    later = {parsed.words[aid].lower for aid in helpers(parsed, root)} & LATER
    return bool(kids & {"never", "nobody"}) and not later and parsed.words[root].lemma != "hear"


def _cannot_say(parsed: Parsed, root: int) -> bool:
    """See "could not comment", "was not authorised to speak", "had nothing to add"."""
    things = parsed.kids(root, "dobj")
    if any(parsed.words[thing].lower in {"nothing", "comment"} and _adds(parsed, thing) for thing in things):
        return True
    if not negated(parsed, root):
        return False
    word = parsed.words[root]
    aids = {parsed.words[aid].lower for aid in helpers(parsed, root)}
    saying = {"comment", "discuss", "answer", "elaborate", "speak", "talk", "disclose"}
    if word.lemma in saying | {"say", "confirm"}:
        return bool(aids & UNABLE)
    then = [parsed.words[kid].lemma for kid in parsed.kids(root, "xcomp")]
    then += [
        parsed.words[kid].lemma for able in parsed.kids(root, "acomp") for kid in parsed.kids(able, "xcomp")
    ]  # fmt: skip
    return bool(set(then) & saying) and word.lemma in UNABLE | {"be"}


def _adds(parsed: Parsed, thing: int) -> bool:
    """See "nothing to add", "no comment"."""
    then = {parsed.words[kid].lemma for kid in parsed.kids(thing, "relcl", "acl", "advcl")}
    none = any(parsed.words[kid].lower == "no" for kid in parsed.kids(thing, "det"))
    return bool(then & {"add", "say"}) or (parsed.words[thing].lower == "comment" and none)
