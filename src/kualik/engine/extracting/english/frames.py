"""What stands behind a verb of saying: a clause, a quotation, an infinitive, a thing."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import helpers, subject
from kualik.engine.extracting.english.cues import Cue, cues, words
from kualik.engine.extracting.english.parsed import Parsed, Word
from kualik.engine.extracting.english.sources import Source

__all__ = ["BREAKS", "NEAR", "OPENING", "TIMES", "frames_behind", "senses"]

PREPOSITIONS = frozenset({"as", "at", "of", "for", "on", "about", "against"})
WH = frozenset({"WRB", "WP", "WDT", "WP$"})
OPENING = frozenset("\"“«„‘'")
BREAKS = frozenset({";", ":"})
COUNTED = frozenset({"number", "figure", "toll", "total", "turnout", "population"})
TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"})
ELSEWHERE = frozenset({"down", "up", "off", "away", "in"})
NEAR = 14  # words between a verb and the quotation that it brings


def senses(parsed: Parsed, verb: int) -> tuple[Cue, ...]:
    """Find the senses of a verb of saying, with its particle where it has one: "point out"."""
    word = parsed.words[verb]
    for kid in parsed.kids(verb, "prt"):
        phrasal = cues().get(f"{word.lemma} {parsed.words[kid].lower}")
        if phrasal or parsed.words[kid].lower in ELSEWHERE:
            return phrasal or ()
    return cues().get(word.lemma, ())


def frames_behind(parsed: Parsed, verb: int, source: Source) -> Iterator[tuple[str, int]]:
    """Yield the frames that stand behind a verb, each with its first word.

    Args:
        parsed: the text.
        verb: the place of the verb.
        source: whose words they are.
    """
    spoken_to = _spoken_to(parsed, verb)
    for kid in parsed.children[verb]:
        if kid <= verb or kid in {source.head, spoken_to}:
            continue
        frame = "to" if spoken_to is not None and _is_purpose(parsed, kid) else _frame(parsed, kid)
        if frame:
            yield frame, parsed.lefts[kid]
    hung = _hung(parsed, verb, spoken_to)
    if hung is not None:
        yield ("that" if parsed.words[parsed.lefts[hung]].lower == "that" else "bare"), parsed.lefts[hung]
    opened = _opened(parsed, verb)
    if opened is not None:
        yield "quote", opened


def _hung(parsed: Parsed, verb: int, spoken_to: int | None) -> int | None:
    """Find a clause that the parse hung on the one spoken to: "told the station she had heard", "wrote to X that"."""
    others = [thing for prep in parsed.kids(verb, "prep", "agent") for thing in parsed.kids(prep, "pobj")]
    for aside in parsed.kids(verb, "advcl"):  # "acknowledged when reached by telephone that …"
        for kid in parsed.kids(aside, "ccomp"):
            if (
                verb < aside < kid
                and parsed.words[aside].tag == "VBN"
                and parsed.words[parsed.lefts[kid]].lower == "that"
            ):
                return kid
    for whom in (spoken_to, *others):
        for kid in parsed.kids(whom, "relcl", "acl") if whom is not None else ():
            own = subject(parsed, kid)
            first = parsed.words[parsed.lefts[kid]]
            asked = whom == spoken_to and parsed.words[spoken_to or 0].tag == "PRP"
            whole = own is not None and parsed.words[own].tag not in WH and first.lower not in {"who", "whose", "whom"}
            if asked or (whole and (first.lower == "that" or whom == spoken_to)):
                return kid
    return None


def _spoken_to(parsed: Parsed, verb: int) -> int | None:
    telling = any("whom" in cue.frames for cue in senses(parsed, verb))
    return parsed.kid(verb, "dative", "dobj") if telling else None


def _is_purpose(parsed: Parsed, kid: int) -> bool:
    """See "told them through a megaphone to disperse", where the parse takes the order for a purpose."""
    return parsed.words[kid].dep == "advcl" and any(parsed.words[aid].tag == "TO" for aid in parsed.kids(kid, "aux"))


def _frame(parsed: Parsed, kid: int) -> str:
    word = parsed.words[kid]
    if word.dep in {"ccomp", "xcomp"}:
        return _clausal(parsed, kid)
    if word.dep == "dobj":
        return _thing(word)
    if word.dep in {"oprd", "attr"} and word.tag != "PRP":
        return "oprd"
    if word.dep != "prep" or word.lower not in PREPOSITIONS:
        return ""
    things = parsed.kids(kid, "pobj")
    none = any(parsed.words[det].lower == "no" for thing in things for det in parsed.kids(thing, "det"))
    return "" if none else word.lower


def _thing(word: Word) -> str:
    """Name the frame of an object: "called them lies", "said 250", "denied the charge"."""
    if word.lemma in words("false"):
        return "oprd"
    if word.tag == "CD" and word.ent == "CARDINAL":
        return "number"
    if word.lemma in COUNTED:
        return "at"
    if word.lemma in words("unsaid"):
        return ""
    return "object" if word.ent not in TIMES and word.tag not in WH else ""


def _clausal(parsed: Parsed, kid: int) -> str:
    word = parsed.words[kid]
    first = parsed.words[parsed.lefts[kid]]
    called = word.tag == "VBZ" and word.lemma in words("false")  # "called the reports lies"
    if first.lower in {"that", "how"} and first.tag != "DT":
        return "that"
    if first.tag in WH or first.lower in {"whether", "if"}:
        return "wh"
    if any(parsed.words[aux].tag == "TO" for aux in parsed.kids(kid, "aux")):
        return "to"
    if word.tag == "VBG" and not helpers(parsed, kid) and subject(parsed, kid) is None:
        return "gerund"
    finite = word.tag.startswith(("V", "MD")) or helpers(parsed, kid)
    return "bare" if finite and not called else "oprd"


def _opened(parsed: Parsed, verb: int) -> int | None:
    """Find the quotation that a verb brings: behind it, with nothing of its own kind between."""
    sentence = parsed.sentences[parsed.words[verb].sentence]
    for place in range(verb + 1, min(verb + NEAR, sentence.last)):
        word = parsed.words[place]
        if word.text in OPENING and word.quote >= 0 and word.quote != parsed.words[verb].quote:
            return place
        if word.tag in {"VBD", "VBZ", "VBP", "CC"} or word.text in BREAKS - {":"}:
            return None
    return None
