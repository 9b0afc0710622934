"""Those who will not speak: "declined to comment", "would not say", "hung up"."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import helpers, negated, passive
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.silent import silent, silent_one
from kualik.engine.extracting.english.speaking import surely_speaks
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_refusals"]

REFUSING = frozenset({"decline", "refuse", "avoid", "evade", "decide"})
YET = frozenset({"yet", "publicly", "immediately", "officially", "so", "ever", "promptly"})
EXPLAINING = frozenset({"explanation", "detail", "information", "clarification"})
DODGING = frozenset({"brush", "wave", "sidestep", "dodge", "deflect", "ignore", "duck", "avoid", "evade", "rebuff"})
NAMES = frozenset({"name", "identify", "surname", "identity", "anonymous"})
DID = frozenset({"do", "did", "does", "has", "have"})
ELABORATING = frozenset({"elaborate", "comment", "specify", "disclose", "divulge", "identify"})
GIVING = frozenset({"have", "make", "give", "offer", "provide", "issue", "send"})
WH = frozenset({"WRB", "WP", "WDT"})


def find_refusals(parsed: Parsed, sentence: Sentence) -> list[Utterance]:
    """Find who declines to comment and who does not respond in a sentence.

    Args:
        parsed: the text.
        sentence: one of its sentences.

    Returns:
        Utterances without words, in the order of what tells of the silence.
    """
    return [one for place in range(sentence.first, sentence.last) for one in _at(parsed, place)]


def _at(parsed: Parsed, place: int) -> Iterator[Utterance]:
    word = parsed.words[place]
    for found in (_declined, _would_not, _dodged, _kept_silent, _hung_up, _no_answer):
        one = found(parsed, place) if word.tag[:1] in {"V", "N", "J", "D", "U"} else None
        if one is not None:
            yield one
            return


def _declined(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "declined to comment", "refused comment", "would not say", "neither confirmed nor denied"."""
    word = parsed.words[verb]
    if word.lemma in REFUSING and not negated(parsed, verb) and not passive(parsed, verb):
        then = parsed.kid(verb, "xcomp", "dobj")
        if then is not None and _is_answer(parsed, then) and not _keeps_name(parsed, verb, then):
            return silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.declined", until=parsed.rights[then] + 1)
    return None


def _would_not(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "would not say", "neither confirmed nor denied", "did not elaborate", "did not say how many"."""
    word = parsed.words[verb]
    if not word.tag.startswith("V") or word.lemma not in words("answering") | {"deny"} or not negated(parsed, verb):
        return None
    aids = {parsed.words[aid].lower for aid in helpers(parsed, verb)}
    neither = any(parsed.words[kid].lower == "neither" for kid in parsed.children[verb])
    if aids & {"would", "will", "wo", "'d"} or (neither and word.lemma == "confirm"):
        return silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.would-not")
    open_ = word.lemma == "say" and any(parsed.words[parsed.lefts[kid]].tag in WH for kid in parsed.kids(verb, "ccomp"))
    if not aids & DID or not (word.lemma in ELABORATING or open_):
        return None
    advs = {parsed.words[kid].lower for kid in parsed.kids(verb, "advmod")}
    late = word.lemma == "comment" and bool(advs & YET or aids & {"has", "have"})
    return silent(parsed, verb, Stance.DID_NOT_RESPOND if late else Stance.DECLINES_TO_COMMENT, "refuse.did-not")


def _kept_silent(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "remained silent", "kept silent"."""
    if parsed.words[verb].lemma not in {"remain", "keep", "stay"} or negated(parsed, verb):
        return None
    if not {parsed.words[kid].lower for kid in parsed.kids(verb, "acomp", "oprd")} & {"silent", "mum", "quiet"}:
        return None
    found = silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.kept")
    return found if found and found.source.head is not None and surely_speaks(parsed, found.source.head) else None


def _keeps_name(parsed: Parsed, verb: int, then: int) -> bool:
    """See "a neighbour, who declined to give her name", which tells who speaks."""
    last = parsed.rights[then] + 1
    return parsed.words[verb].dep == "relcl" and any(word.lemma in NAMES for word in parsed.words[then:last])


def _is_answer(parsed: Parsed, place: int) -> bool:
    word = parsed.words[place]
    if word.lemma in {"give", "provide", "tell", "offer", "discuss", "engage", "interview", "quote", "draw"}:
        return True
    if word.tag.startswith("N"):
        return word.lemma in words("silence") | {"interview", "request", "call"}
    return word.lemma in words("answering")


def _dodged(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "brushed aside the question", "ignored questions"."""
    word = parsed.words[verb]
    things = {parsed.words[kid].lemma for kid in parsed.kids(verb, "dobj")}
    if word.lemma not in DODGING or not things & {"question", "query", "inquiry"} or passive(parsed, verb):
        return None
    return silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.dodged")


def _hung_up(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "hung up", "put down the phone", "ended the call"."""
    word = parsed.words[verb]
    if not word.tag.startswith("V") or word.lemma not in {"hang", "end", "put", "slam", "cut"}:
        return None
    if word.lemma == "hang":
        done = any(parsed.words[kid].lower == "up" for kid in parsed.kids(verb, "prt", "advmod", "prep"))
    else:
        things = {parsed.words[kid].lemma for kid in parsed.kids(verb, "dobj")}
        calls = {"call", "conversation", "phone", "receiver", "telephone", "line", "interview"}
        done = bool(things & calls) and word.lemma in {"end", "put", "slam", "cut"}
    found = silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.hung-up") if done else None
    if found is None or found.source.head is None or found.source.shared:
        return None
    return found if surely_speaks(parsed, found.source.head) else None


def _no_answer(parsed: Parsed, place: int) -> Utterance | None:
    """Read "no immediate response from the police", "had no comment", "nobody at the office answered"."""
    word = parsed.words[place]
    if word.lemma not in words("silence") | EXPLAINING or not word.tag.startswith("N"):
        return None
    if not any(parsed.words[kid].lower in {"no", "any"} for kid in parsed.kids(place, "det", "neg")):
        return None
    for prep in parsed.kids(place, "prep"):
        whom = parsed.kid(prep, "pobj")
        if parsed.words[prep].lower in {"from", "by"} and whom is not None:
            return silent_one(parsed, place, whom)
    above = parsed.words[place].head
    if word.dep == "dobj" and parsed.words[above].lemma in GIVING:
        mute = word.lemma in {"comment"} | EXPLAINING
        stance = Stance.DECLINES_TO_COMMENT if mute else Stance.DID_NOT_RESPOND
        return silent(parsed, above, stance, "refuse.no-comment", until=parsed.rights[place] + 1)
    return None
