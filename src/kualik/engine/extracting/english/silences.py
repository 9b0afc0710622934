"""Those who do not answer: "did not respond", "could not be reached", "calls to the prison went unanswered"."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import helpers, negated, passive, subject
from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.silent import silent, silent_one
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_silences"]

FAILING = frozenset({"fail", "yet", "neglect", "omit"})
REACHED = frozenset({"reach", "contact", "locate"})
WILL = frozenset({"would", "will", "wo", "could", "can", "ca", "cannot", "'d"})
NOBODY = frozenset({"nobody", "no-one", "none", "one"})
ABSENT = frozenset({"available", "unavailable", "reachable", "unreachable"})


def find_silences(parsed: Parsed, sentence: Sentence) -> list[Utterance]:
    """Find who does not answer in a sentence.

    Args:
        parsed: the text.
        sentence: one of its sentences.

    Returns:
        Utterances without words, in the order of what tells of the silence.
    """
    return [one for place in range(sentence.first, sentence.last) for one in _at(parsed, place)]


def _at(parsed: Parsed, place: int) -> Iterator[Utterance]:
    if parsed.words[place].tag[:1] not in {"V", "J"}:
        return
    for found in (_unanswering, _unreached, _unanswered, _absent):
        one = found(parsed, place)
        if one is not None:
            yield one
            return


def _unanswering(parsed: Parsed, verb: int) -> Utterance | None:
    """Read "did not respond to", "has yet to reply", "have not answered three letters"."""
    word = parsed.words[verb]
    if _lets_ring(parsed, verb):
        return silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.verb")
    known = word.tag.startswith("V") and word.lemma in words("replying") and not passive(parsed, verb)
    if not known or (word.lemma in {"answer", "return"} and not _asked(parsed, verb)):
        return None
    own = subject(parsed, verb)
    if own is not None and _is_nobody(parsed, own):
        places = [thing for prep in parsed.kids(own, "prep") for thing in parsed.kids(prep, "pobj")]
        return silent_one(parsed, verb, places[0]) if places else None
    neither = own is not None and any(parsed.words[kid].lower == "neither" for kid in parsed.children[own])
    if neither or negated(parsed, verb):
        return silent(parsed, verb, Stance.DID_NOT_RESPOND, "silence.verb")
    return _not_yet(parsed, verb)


def _not_yet(parsed: Parsed, verb: int) -> Utterance | None:
    above = parsed.words[verb].head
    yet = parsed.words[verb].dep == "xcomp" and (
        parsed.words[above].lemma in FAILING or any(parsed.words[kid].lower == "yet" for kid in parsed.children[above])
    )
    return silent(parsed, above, Stance.DID_NOT_RESPOND, "silence.yet", until=parsed.rights[verb] + 1) if yet else None


def _lets_ring(parsed: Parsed, verb: int) -> bool:
    """See "did not pick up the telephone", "do not take our calls"."""
    word = parsed.words[verb]
    if word.lemma not in {"pick", "take"} or not negated(parsed, verb):
        return False
    things = {parsed.words[kid].lemma for kid in parsed.kids(verb, "dobj")} & words("asking")
    up = any(parsed.words[kid].lower == "up" for kid in parsed.kids(verb, "prt"))
    return bool(things) or (word.lemma == "pick" and up)


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
    return silent_one(parsed, verb, whom) if aids & WILL and whom is not None else None


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
    put = [prep for kid in parsed.kids(asking, "acl") for prep in parsed.kids(kid, "prep")]
    for prep in (*parsed.kids(asking, "prep"), *put):
        whom = parsed.kid(prep, "pobj")
        if parsed.words[prep].lower in {"to", "at"} and whom is not None:
            return silent_one(parsed, place, whom)
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
    if whom is not None and _is_nobody(parsed, whom):
        gone = True
        whom = next((thing for prep in parsed.kids(whom, "prep") for thing in parsed.kids(prep, "pobj")), None)
    return silent_one(parsed, place, whom) if gone and wanted and whom is not None else None
