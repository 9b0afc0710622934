"""Verbs of saying in a sentence: who utters what, and where they stand towards it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kualik.engine.extracting.english.clauses import conditional, helpers, negated, noun_phrase, subject
from kualik.engine.extracting.english.contents import Content, addressee, find_content, verb_start
from kualik.engine.extracting.english.cues import nouns, words
from kualik.engine.extracting.english.frames import senses
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.sources import NOBODY, Source, find_source
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Utterance", "find_utterances"]

UNREAL = frozenset({"should", "must", "may", "might", "could", "can", "would", "shall", "ought", "ca"})
OWN = frozenset({"i", "we", "you", "one", "me"})
NAMING = frozenset({"name", "identify", "identification", "anonymity", "anonymous", "unnamed", "withhold", "quote"})
BANNERS = frozenset({"banner", "placard", "poster", "sign", "slogan", "leaflet", "flyer", "t-shirt", "sticker"})
CALLING = frozenset({"shout", "yell", "cry", "scream"})
SHORT = 8  # words from "asked" to the end of "Aida Bekova asked on Monday."
NEAR = 14  # words between "said" and the colon
VERBS = ("VB", "MD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One act of saying: words [first, last) are said; `source.head` heads who says them.

    `begins` and `ends` are the words of the whole passage; `to` heads whom it is said to. `awaits` says
    where a quotation stands that is in another sentence: "before" or "behind".
    """

    cue: int
    stance: Stance
    rule: str
    source: Source
    first: int
    last: int
    begins: int
    ends: int
    to: int | None = None
    awaits: str = ""


def find_utterances(parsed: Parsed, sentence: Sentence) -> list[Utterance]:
    """Find every utterance of a sentence that a verb of saying brings.

    Args:
        parsed: the text.
        sentence: one of its sentences.

    Returns:
        Utterances in the order of their verbs.
    """
    found = [one for verb in range(sentence.first, sentence.last) for one in _of_verb(parsed, verb)]
    return list(_apart(parsed, found))


def _of_verb(parsed: Parsed, verb: int) -> Iterator[Utterance]:
    word = parsed.words[verb]
    known = word.tag.startswith(VERBS) and bool(senses(parsed, verb)) and not _voices(parsed, verb)
    if not known or _is_unreal(parsed, verb) or _wants_no_name(parsed, verb):
        return
    source = find_source(parsed, verb)
    if source is None or _is_own(parsed, verb, source):
        return
    content = find_content(parsed, verb, source)
    stance = _stance(parsed, verb, content) if content else None
    if content is None:
        yield from _awaiting(parsed, verb, source)
        return
    if stance is None or (source is NOBODY and content.left):
        return
    for part in _parted(parsed, verb, content):
        yield _utterance(parsed, verb, source, part, stance)


def _parted(parsed: Parsed, verb: int, content: Content) -> Iterator[Content]:
    """Part "that …, and that …", of which each is something said."""
    edges = [content.first]
    if content.frame == "that" and not content.left:
        for kid in parsed.kids(verb, "ccomp"):
            edges += [parsed.lefts[more] for more in parsed.kids(kid, "conj") if _has_that(parsed, more)]
    edges = sorted(edge for edge in set(edges) if content.first <= edge < content.last)
    for first, edge in zip(edges, [*edges[1:], content.last], strict=True):
        last = edge
        while edge < content.last and last > first + 1 and parsed.words[last - 1].lower in {",", "and", "but", "or"}:
            last -= 1
        yield replace(content, first=first, last=last)


def _has_that(parsed: Parsed, clause: int) -> bool:
    first = parsed.lefts[clause]
    return any(word.lower == "that" and word.tag == "IN" for word in parsed.words[first : first + 3])


def _utterance(parsed: Parsed, verb: int, source: Source, content: Content, stance: Stance) -> Utterance:
    begins, ends = min(verb_start(parsed, verb), content.first), max(verb + 1, content.last)
    if source.head is not None and not source.shared:
        first, last = noun_phrase(parsed, source.head)
        begins, ends = min(begins, first), max(ends, last if source.how in {"inverted", "agent"} else 0)
    return Utterance(
        cue=verb, stance=stance, rule=_rule(source, stance), source=source, first=content.first, last=content.last,
        begins=begins, ends=ends, to=addressee(parsed, verb, content),
    )  # fmt: skip


def _voices(parsed: Parsed, verb: int) -> bool:
    """See "reiterated its call", where the noun tells what is said."""
    things = [parsed.words[thing] for thing in parsed.kids(verb, "dobj")]
    said = any(thing.lemma in nouns() and nouns()[thing.lemma][1] == "speech" for thing in things)
    return said and parsed.words[verb].lemma in words("voicing")


def _wants_no_name(parsed: Parsed, verb: int) -> bool:
    """See "a source who asked not to be named", which tells who speaks, not what is demanded."""
    word = parsed.words[verb]
    aside = word.dep in {"relcl", "acl"} or word.tag == "VBG"
    near = parsed.words[verb + 1 : verb + 12]
    if aside and word.lemma in {"claim", "purport"} and [one.lower for one in near[:2]] == ["to", "be"]:
        return True  # "men claiming to be police"
    return aside and word.lemma in {"ask", "request", "insist"} and any(one.lemma in NAMING for one in near)


def _awaiting(parsed: Parsed, verb: int, source: Source) -> Iterator[Utterance]:
    """Read "she wrote:" before a quotation, and "she asked." behind one that ended a sentence."""
    cue = next((cue for cue in senses(parsed, verb) if "quote" in cue.frames), None)
    sentence = parsed.sentences[parsed.words[verb].sentence]
    if cue is None or source.head is None or negated(parsed, verb):
        return
    first = verb if source.shared else min(verb, noun_phrase(parsed, source.head)[0])
    colon = parsed.words[sentence.last - 1].text == ":" and verb + NEAR > sentence.last
    alone = first == sentence.first and sentence.last - verb <= SHORT and not helpers(parsed, verb)
    if not colon and not alone:
        return
    yield Utterance(
        cue=verb, stance=cue.stance, rule=_rule(source, cue.stance), source=source, first=verb, last=verb,
        begins=first, ends=max(verb + 1, noun_phrase(parsed, source.head)[1] if source.head > verb else 0),
        to=addressee(parsed, verb, None), awaits="behind" if colon else "before",
    )  # fmt: skip


def _rule(source: Source, stance: Stance) -> str:
    act = {"asserts": "say", "alleges": "allege", "accuses": "accuse", "denies": "deny", "demands": "demand"}
    return f"{act.get(stance.value, 'admit' if stance is Stance.ACKNOWLEDGES else 'retract')}.{source.how}"


def _is_unreal(parsed: Parsed, verb: int) -> bool:
    """See what nobody said: "should say", "to say", "if he says", "Did he say …?", an order to say."""
    word = parsed.words[verb]
    aids = {parsed.words[aid].lower for aid in helpers(parsed, verb)}
    if aids & UNREAL or conditional(parsed, verb) or _is_what(parsed, verb):
        return True
    if "to" in aids and word.dep == "advcl":
        return parsed.words[word.head].lemma not in words("reaching")
    if "to" in aids and word.dep != "xcomp":
        return True
    plural = word.dep == "ROOT" and subject(parsed, verb) is not None  # "lawyers maintain" is tagged as a base form
    if word.tag == "VB" and not aids and word.dep not in {"xcomp", "conj"} and not plural:
        return True
    return any(parsed.words[aid].lower in {"do", "does", "did"} for aid in helpers(parsed, verb)) and _asks(
        parsed, verb
    )


def _is_what(parsed: Parsed, verb: int) -> bool:
    """See "what it calls training": a name for a thing."""
    first = parsed.words[parsed.lefts[verb]]
    return first.i < verb and first.lower in {"what", "whatever"} and parsed.words[verb].head != verb


def _asks(parsed: Parsed, verb: int) -> bool:
    sentence = parsed.sentences[parsed.words[verb].sentence]
    return any(parsed.words[place].text == "?" for place in range(verb, min(sentence.last, verb + 40)))


def _is_own(parsed: Parsed, verb: int, source: Source) -> bool:
    """See the teller's own "I think", "we know", which are not told of somebody."""
    if source.head is None:
        return False
    lower = parsed.words[source.head].lower
    plain = {Stance.ASSERTS, Stance.ALLEGES}
    if lower == "one" and parsed.kid(source.head, "prep") is not None:
        return False
    return lower in {"you", "one"} or (lower in OWN and senses(parsed, verb)[0].stance in plain)


def _stance(parsed: Parsed, verb: int, content: Content) -> Stance | None:
    """Take the stance of the verb's sense; a negation turns a denial round, and takes other words back."""
    stance, lemma = content.cue.stance, parsed.words[verb].lemma
    if stance is Stance.ASSERTS and ((lemma in CALLING and _are_many(parsed, verb)) or _on_banner(parsed, verb)):
        return Stance.DEMANDS
    if not negated(parsed, verb) or content.left:
        return stance
    if stance is Stance.DENIES:
        return Stance.ACKNOWLEDGES
    return Stance.DENIES if lemma in {"believe", "think", "accept", "agree", "recognise", "recognize"} else None


def _on_banner(parsed: Parsed, verb: int) -> bool:
    """See "held banners reading …"."""
    word = parsed.words[verb]
    own = subject(parsed, verb)
    return parsed.words[word.head if word.dep == "acl" else own if own is not None else verb].lemma in BANNERS


def _are_many(parsed: Parsed, verb: int) -> bool:
    own = subject(parsed, verb)
    return own is not None and (parsed.words[own].tag == "NNS" or parsed.words[own].lemma in {"crowd", "group"})


def _apart(parsed: Parsed, found: list[Utterance]) -> Iterator[Utterance]:
    """End a speaker's words where ", saying …" of the same speaker begins."""
    for one in found:
        cuts = [
            other.begins
            for other in found
            if other.cue != one.cue and other.source.head == one.source.head and other.source.shared
            and one.first < other.begins < one.last and one.cue < other.begins
        ]  # fmt: skip
        end = min(cuts, default=one.last)
        while end > one.first + 1 and (parsed.words[end - 1].text == "," or parsed.words[end - 1].lower == "and"):
            end -= 1
        yield one if end == one.last else replace(one, last=end, ends=max(end, one.cue + 1))
