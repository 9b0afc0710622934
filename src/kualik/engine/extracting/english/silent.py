"""An utterance without words: somebody is silent."""

from kualik.engine.extracting.english.clauses import noun_phrase
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.sources import Source, find_source
from kualik.engine.extracting.english.speaking import may_speak
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.facts.vocabulary import Stance

__all__ = ["silent", "silent_one"]


def silent(parsed: Parsed, verb: int, stance: Stance, rule: str, *, until: int = 0) -> Utterance | None:
    """Note the silence of a verb's subject.

    Args:
        parsed: the text.
        verb: the verb that tells of it.
        stance: declines to comment, or did not respond.
        rule: the rule's id.
        until: a word that the passage reaches at least.

    Returns:
        An utterance without words; None where nobody in particular is silent.
    """
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


def _utterance(parsed: Parsed, cue: int, source: Source, stance: Stance, rule: str, last: int) -> Utterance:
    first = cue
    if source.head is not None and not source.shared:
        first = min(first, noun_phrase(parsed, source.head)[0])
    return Utterance(
        cue=cue, stance=stance, rule=rule, source=source, first=cue, last=cue, begins=first, ends=last
    )  # fmt: skip


def silent_one(parsed: Parsed, place: int, whom: int) -> Utterance | None:
    """Note that somebody did not respond, by the word that tells of it and the one who was asked."""
    if not may_speak(parsed, whom) and parsed.words[whom].lemma not in {"prison", "factory", "hospital", "school"}:
        return None
    last = max(place + 1, noun_phrase(parsed, whom)[1], _short_end(parsed, place))
    return _utterance(
        parsed, place, Source(head=whom, how="silent"), Stance.DID_NOT_RESPOND, "silence.asked", last
    )  # fmt: skip
