"""Those who will not speak, and those who do not answer."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import helpers, negated, noun_phrase, passive, subject
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.sources import Source, find_source
from kualik.engine.extracting.english.speaking import may_speak, surely_speaks
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_refusals"]

REFUSING = frozenset({"decline", "refuse", "avoid", "evade", "decide"})
FAILING = frozenset({"fail", "yet", "neglect", "omit"})
REACHED = frozenset({"reach", "contact", "locate"})
MEDIA = frozenset({"independently", "immediately", "ascertain"})
YET = frozenset({"yet", "publicly", "immediately", "officially", "so", "ever", "promptly"})
WILL = frozenset({"would", "will", "wo", "could", "can", "ca", "cannot", "'d"})
EXPLAINING = frozenset({"explanation", "detail", "information", "clarification"})
DODGING = frozenset({"brush", "wave", "sidestep", "dodge", "deflect", "ignore", "duck", "avoid", "evade", "rebuff"})
NOBODY = frozenset({"nobody", "no-one", "none", "one"})
NAMES = frozenset({"name", "identify", "surname", "identity", "anonymous"})
DID = frozenset({"do", "did", "does", "has", "have"})
ELABORATING = frozenset({"elaborate", "comment", "specify", "disclose", "divulge", "identify"})
WH = frozenset({"WRB", "WP", "WDT"})
ABSENT = frozenset({"available", "unavailable", "reachable", "unreachable"})


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
    for found in (
        _declined,
        _would_not,
        _dodged,
        _kept_silent,
        _hung_up,
        _unanswering,
        _unreached,
        _unanswered,
        _no_answer,
        _absent,
    ):
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
            return _silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.declined", until=parsed.rights[then] + 1)
    return None


def _would_not(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "would not say", "neither confirmed nor denied", "did not elaborate", "did not say how many"."""
    word = parsed.words[verb]
    if not word.tag.startswith("V") or word.lemma not in words("answering") | {"deny"} or not negated(parsed, verb):
        return None
    aids = {parsed.words[aid].lower for aid in helpers(parsed, verb)}
    neither = any(parsed.words[kid].lower == "neither" for kid in parsed.children[verb])
    if aids & {"would", "will", "wo", "'d"} or (neither and word.lemma == "confirm"):
        return _silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.would-not")
    open_ = word.lemma == "say" and any(parsed.words[parsed.lefts[kid]].tag in WH for kid in parsed.kids(verb, "ccomp"))
    if not aids & DID or not (word.lemma in ELABORATING or open_):
        return None
    advs = {parsed.words[kid].lower for kid in parsed.kids(verb, "advmod")}
    late = word.lemma == "comment" and bool(advs & YET or aids & {"has", "have"})
    return _silent(parsed, verb, Stance.DID_NOT_RESPOND if late else Stance.DECLINES_TO_COMMENT, "refuse.did-not")


def _kept_silent(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "remained silent", "kept silent"."""
    if parsed.words[verb].lemma not in {"remain", "keep", "stay"} or negated(parsed, verb):
        return None
    if not {parsed.words[kid].lower for kid in parsed.kids(verb, "acomp", "oprd")} & {"silent", "mum", "quiet"}:
        return None
    found = _silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.kept")
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
    return _silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.dodged")


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
    found = _silent(parsed, verb, Stance.DECLINES_TO_COMMENT, "refuse.hung-up") if done else None
    if found is None or found.source.head is None or found.source.shared:
        return None
    return found if surely_speaks(parsed, found.source.head) else None


def _unanswering(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "did not respond to", "has yet to reply", "have not answered three letters"."""
    word = parsed.words[verb]
    if not word.tag.startswith("V") or word.lemma not in words("replying") or passive(parsed, verb):
        return None
    above = parsed.words[verb].head
    yet = word.dep == "xcomp" and (
        parsed.words[above].lemma in FAILING or any(parsed.words[kid].lower == "yet" for kid in parsed.children[above])
    )
    if word.lemma in {"answer", "return"} and not _asked(parsed, verb):
        return None
    own = subject(parsed, verb)
    if own is not None and any(parsed.words[kid].lower == "neither" for kid in parsed.children[own]):
        return _silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.verb")
    if own is not None and _is_nobody(parsed, own):
        places = [thing for prep in parsed.kids(own, "prep") for thing in parsed.kids(prep, "pobj")]
        return _of(parsed, verb, places[0]) if places else None
    if negated(parsed, verb):
        return _silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.verb")
    return _silent(parsed, above, Stance.DID_NOT_RESPOND, "silence.yet", until=parsed.rights[verb] + 1) if yet else None


def _is_nobody(parsed: Parsed, own: int) -> bool:
    """See "nobody at the consulate", "no one there"."""
    word = parsed.words[own]
    none = any(parsed.words[kid].lower == "no" for kid in parsed.kids(own, "det"))
    return word.lower in NOBODY - {"one"} or (word.lower == "one" and none)


def _asked(parsed: Parsed, verb: int) -> bool:
    """Say whether what was not answered is a call, letter or question, or nothing is named."""
    things = parsed.kids(verb, "dobj")
    if not things:
        return parsed.words[verb].lemma == "answer"
    return any(parsed.words[thing].lemma in words("asking") for thing in things)


def _unreached(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "could not be reached for comment"."""
    word = parsed.words[verb]
    if word.lemma not in REACHED or word.tag != "VBN" or not negated(parsed, verb):
        return None
    aids = {parsed.words[aid].lower for aid in helpers(parsed, verb)}
    whom = subject(parsed, verb)
    return _of(parsed, verb, whom) if aids & WILL and whom is not None else None


def _unanswered(parsed: Parsed, place: int) -> Utterance | None:
    """Read "calls to the prison went unanswered", "e-mails to the ministry were not returned"."""
    word = parsed.words[place]
    verb = place
    if word.lower in {"unanswered", "unreturned"} and word.head != place:
        verb = word.head
    elif word.lemma == "ring" and word.tag.startswith("V"):
        if any(parsed.words[kid].lower == "unanswered" for kid in parsed.children[place]):
            return None
    elif not (word.lemma in {"return", "answer"} and passive(parsed, place) and negated(parsed, place)):
        return None
    asking = subject(parsed, verb)
    if asking is None or parsed.words[asking].lemma not in words("asking"):
        return None
    for prep in parsed.kids(asking, "prep"):
        whom = parsed.kid(prep, "pobj")
        if parsed.words[prep].lower in {"to", "at"} and whom is not None:
            return _of(parsed, place, whom)
    return None


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
            return _of(parsed, place, whom)
    above = parsed.words[place].head
    if word.dep == "dobj" and parsed.words[above].lemma in {
        "have",
        "make",
        "give",
        "offer",
        "provide",
        "issue",
        "send",
    }:
        mute = word.lemma in {"comment"} | EXPLAINING
        stance = Stance.DECLINES_TO_COMMENT if mute else Stance.DID_NOT_RESPOND
        return _silent(parsed, above, stance, "refuse.no-comment", until=parsed.rights[place] + 1)
    return None


def _absent(parsed: Parsed, place: int) -> Utterance | None:
    """Read "was not available for comment"."""
    word = parsed.words[place]
    if word.lower not in ABSENT or word.head == place:
        return None
    gone = word.lower.startswith("un") or negated(parsed, word.head) or negated(parsed, place)
    wanted = any(
        parsed.words[thing].lemma in {"comment", "interview", "response"}
        for prep in (*parsed.kids(place, "prep"), *parsed.kids(word.head, "prep"))
        for thing in parsed.kids(prep, "pobj")
    )
    whom = subject(parsed, word.head)
    return _of(parsed, place, whom) if gone and wanted and whom is not None else None


def _silent(parsed: Parsed, verb: int, stance: Stance, rule: str, *, until: int = 0) -> Utterance | None:
    source = find_source(parsed, verb)
    if source is None or source.head is None:
        return None
    if parsed.words[source.head].lower in {"i", "we", "you"} or _is_aside(parsed, verb, source):
        return None
    return _utterance(parsed, verb, source, stance, rule, max(until, _short_end(parsed, verb)))


def _is_aside(parsed: Parsed, verb: int, source: Source) -> bool:
    """See "a prison whose name he would not say", which tells of the prison."""
    return parsed.words[verb].dep == "relcl" and source.how != "relative"


def _short_end(parsed: Parsed, verb: int) -> int:
    """Find where the clause of a silent one ends: before what is joined to it."""
    end = parsed.rights[verb] + 1
    for kid in parsed.children[verb]:
        if kid > verb and parsed.words[kid].dep in {"conj", "cc"}:
            end = min(end, parsed.lefts[kid])
    while end > verb + 1 and not parsed.words[end - 1].text[0].isalnum():
        end -= 1
    return end


def _of(parsed: Parsed, place: int, whom: int) -> Utterance | None:
    if not may_speak(parsed, whom) and parsed.words[whom].lemma not in {"prison", "factory", "hospital", "school"}:
        return None
    last = max(place + 1, noun_phrase(parsed, whom)[1], _short_end(parsed, place))
    return _utterance(
        parsed, place, Source(head=whom, how="silent"), Stance.DID_NOT_RESPOND, "silence.asked", last
    )  # fmt: skip


def _utterance(parsed: Parsed, cue: int, source: Source, stance: Stance, rule: str, last: int) -> Utterance:
    first = cue
    if source.head is not None and not source.shared:
        first = min(first, noun_phrase(parsed, source.head)[0])
    return Utterance(
        cue=cue, stance=stance, rule=rule, source=source, first=cue, last=cue, begins=first, ends=last
    )  # fmt: skip
