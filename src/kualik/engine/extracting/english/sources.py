"""Who utters a verb's words: the noun that is meant as its subject, never a likely one."""

from dataclasses import dataclass

from kualik.engine.extracting.english.clauses import helpers, passive, subject, under_quote
from kualik.engine.extracting.english.cues import cues, nouns, words
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.speaking import THINGS, may_speak, owner_of, surely_speaks

__all__ = ["NOBODY", "Source", "find_source"]

RELATIVE = frozenset({"who", "which", "that"})
GOING_ON = frozenset({"by", "after", "before", "when", "while", "upon", "in", "besides", "despite", "since"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "relcl", "parataxis", "xcomp", "pcomp", "acl"})
TOLD = frozenset({"tell", "inform", "warn", "order", "instruct", "notify", "advise", "assure", "command", "ask"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks: the word that heads the phrase (None where nobody is named), and how it was found."""

    head: int | None
    how: str
    shared: bool = False


NOBODY = Source(head=None, how="agentless")


def find_source(parsed: Parsed, verb: int) -> Source | None:
    """Find whose words a verb brings.

    Args:
        parsed: the text.
        verb: the place of a verb of saying.

    Returns:
        The source; without a head where an agentless passive tells of the words ("she was told"); None where
        nobody is seen to have said them.
    """
    if passive(parsed, verb):
        return _agent(parsed, verb)
    own = subject(parsed, verb)
    if own is not None:
        return _own(parsed, verb, own)
    return _without_subject(parsed, verb)


def _without_subject(parsed: Parsed, verb: int) -> Source | None:
    word = parsed.words[verb]
    if word.dep in {"conj", "dep"}:
        return _shared(parsed, verb)
    finite = word.tag in {"VBD", "VBZ", "VBP"} or (word.tag == "VBN" and parsed.words[verb - 1].text == ",")
    if word.dep in {"acl", "relcl", "appos"} and finite:
        return _misread(parsed, verb)
    if word.dep == "xcomp" or (word.dep == "advcl" and word.tag == "VB"):
        return _carried(parsed, verb)
    participle = word.tag == "VBG" and not helpers(parsed, verb)
    return _participle(parsed, verb) if participle else _inverted(parsed, verb)


def _agent(parsed: Parsed, verb: int) -> Source | None:
    by = parsed.kid(verb, "agent")
    thing = parsed.kid(by, "pobj") if by is not None else None
    if thing is not None:
        return Source(head=thing, how="agent") if may_speak(parsed, thing) else None
    told = parsed.words[verb].lemma in TOLD
    return NOBODY if told and _spoken_to(parsed, verb) else None


def _spoken_to(parsed: Parsed, verb: int) -> bool:
    """Say whether somebody is told: "she was told", "was handed a coffin and told"."""
    word = parsed.words[verb]
    return subject(parsed, verb) is not None or (word.dep == "conj" and passive(parsed, word.head))


def _own(parsed: Parsed, verb: int, own: int) -> Source | None:
    word = parsed.words[own]
    if parsed.words[verb].dep == "relcl" and word.lower in RELATIVE:
        noun = _antecedent(parsed, parsed.words[verb].head, who=word.lower == "who")
        return Source(head=noun, how="relative") if may_speak(parsed, noun) else None
    loose = parsed.words[verb].tag == "VBG" and not helpers(parsed, verb)
    if loose or not under_quote(parsed, own, verb) or not may_speak(parsed, own):
        return None
    return Source(head=own, how="inverted" if own > verb else "subject")


def _antecedent(parsed: Parsed, noun: int, *, who: bool) -> int:
    """Find whom "who" means: of "his cousin in Istanbul, who", the cousin."""
    word = parsed.words[noun]
    while (
        who
        and word.dep == "pobj"
        and (word.ent in {"GPE", "LOC", "FAC", "ORG", *THINGS} or word.lower in words("thing"))
    ):
        prep = parsed.words[word.head]
        word = parsed.words[prep.head]
        if not word.tag.startswith("N"):
            return noun
        noun = word.i
    return noun


def _misread(parsed: Parsed, verb: int) -> Source | None:
    """Take the noun that a finite verb without a subject was hung on: "A minister, Nurlan Osmonov, said …"."""
    noun = parsed.words[verb].head
    if not under_quote(parsed, noun, verb) or not surely_speaks(parsed, noun):
        return None
    return Source(head=noun, how="subject")


def _shared(parsed: Parsed, verb: int) -> Source | None:
    """Take the subject of the verb that this one is joined to, where nothing else stands between."""
    place = verb
    while parsed.words[place].dep in {"conj", "dep"} and parsed.words[place].head < place:
        place = parsed.words[place].head
        own = subject(parsed, place)
        if own is not None:
            break
    else:
        return _carried(parsed, place) if parsed.words[place].dep == "xcomp" else None
    if place == verb or not _alike(parsed, place, verb):
        return None
    if passive(parsed, place) and parsed.words[verb].lemma in TOLD and parsed.kid(verb, "dobj", "dative") is None:
        return NOBODY
    above = _over(parsed, place, verb) if passive(parsed, place) else None
    found = above or _own(parsed, place, own)
    if found is None or found.how == "inverted" or not _agrees(parsed, verb, own):
        return _over(parsed, place, verb)
    return Source(head=found.head, how="shared", shared=True)


def _agrees(parsed: Parsed, verb: int, own: int) -> bool:
    """Say whether a joined verb has the number of a subject: "the people … denies" does not."""
    plural = parsed.words[own].tag in {"NNS", "NNPS"} or parsed.words[own].lower in {"they", "we"}
    return not (plural and parsed.words[verb].tag == "VBZ" and not helpers(parsed, verb))


def _over(parsed: Parsed, place: int, verb: int) -> Source | None:
    """Take the speaker of the verb of saying above: "China says the people … and denies that …" was joined too low."""
    for above in parsed.above(place):
        if parsed.words[above].lemma in cues() and parsed.words[above].tag == parsed.words[verb].tag:
            found = find_source(parsed, above)
            return Source(head=found.head, how="shared", shared=True) if found and found.head is not None else None
    return None


def _alike(parsed: Parsed, one: int, other: int) -> bool:
    """Say whether two joined verbs are forms that one subject can have."""
    first, second = parsed.words[one], parsed.words[other]
    if first.quote != second.quote or not first.tag.startswith("V"):
        return False
    finite = {"VBD", "VBZ", "VBP", "VBN", "MD"}
    told = first.tag in finite or bool(helpers(parsed, one))
    return first.tag == second.tag or (told and second.tag in finite) or bool(helpers(parsed, other))


def _carried(parsed: Parsed, verb: int) -> Source | None:
    """Take the subject of "continued to say", "telephoned to say"; of "asked her to say" nothing was said yet."""
    above = parsed.words[verb].head
    lemma = parsed.words[above].lemma
    reaching = lemma in words("reaching") and parsed.words[above].tag != "VB"
    if not reaching and (lemma not in words("carrier") or parsed.kid(above, "dobj") is not None):
        return None
    found = find_source(parsed, above)
    return Source(head=found.head, how="shared", shared=True) if found and found.head is not None else None


def _participle(parsed: Parsed, verb: int) -> Source | None:
    word = parsed.words[verb]
    comma = _after_comma(parsed, verb)
    if word.dep == "pcomp":
        return _after_preposition(parsed, verb)
    if word.dep == "acl" and (not comma or parsed.words[word.head].lemma in nouns()):
        return _written(parsed, word.head) if parsed.words[word.head].lemma in nouns() else _behind(parsed, word.head)
    if word.dep not in {"advcl", "acl", "ccomp", "dep"}:
        return None
    return _governing(parsed, verb)


def _behind(parsed: Parsed, head: int) -> Source | None:
    return Source(head=head, how="behind") if may_speak(parsed, head) else None


def _written(parsed: Parsed, noun: int) -> Source:
    """Find whose words a statement, letter or banner holds: its owner's or maker's, else its own."""
    owner = owner_of(parsed, noun)
    if owner is not None:
        return Source(head=owner, how="written", shared=True)
    above = parsed.words[noun].head
    if parsed.words[noun].dep == "dobj" and parsed.words[above].lemma in words("making"):
        found = find_source(parsed, above) if not passive(parsed, above) else None
        if found is not None and found.head is not None:
            return Source(head=found.head, how="written", shared=True)
    return Source(head=noun, how="written")


def _after_comma(parsed: Parsed, verb: int) -> bool:
    place = verb - 1
    while place > 0 and parsed.words[place].tag == "RB":
        place -= 1
    return place >= 0 and parsed.words[place].text in {",", "—", "–", "-", '"', "”", "and", "--"}


def _governing(parsed: Parsed, verb: int) -> Source | None:
    """Find whose ", saying …" it is: the nearest verb above that somebody does, sooner of saying than of being."""
    best: Source | None = None
    for above in parsed.above(verb):
        if not parsed.words[above].tag.startswith("V") or not under_quote(parsed, above, verb):
            continue
        found = find_source(parsed, above) if above != verb else None
        if found is None or found.head is None:
            continue
        says = parsed.words[above].lemma in cues()
        acts = parsed.words[above].lemma not in {"be", "have"} and not passive(parsed, above)
        acts = acts and surely_speaks(parsed, found.head)
        if says or (acts and parsed.words[found.head].tag != "PRP"):
            return Source(head=found.head, how="participle", shared=True)
        best = best or (found if surely_speaks(parsed, found.head) else None)
    return Source(head=best.head, how="participle", shared=True) if best else None


def _after_preposition(parsed: Parsed, verb: int) -> Source | None:
    """Read "by saying", "after telling", and "quoted X as saying"."""
    prep = parsed.words[verb].head
    above = parsed.words[prep].head
    if parsed.words[prep].lower == "as":
        return _cited(parsed, above)
    if parsed.words[prep].lower not in GOING_ON or not parsed.words[above].tag.startswith("V"):
        return None
    found = find_source(parsed, above)
    return Source(head=found.head, how="participle", shared=True) if found and found.head is not None else None


def _cited(parsed: Parsed, above: int) -> Source | None:
    if passive(parsed, above):
        cited = subject(parsed, above)
    elif parsed.words[above].lemma in {"cite", "quote", "describe", "report", "record"}:
        cited = parsed.kid(above, "dobj")
    else:
        cited = above if parsed.words[above].dep == "dobj" else None
    if cited is None or not may_speak(parsed, cited):
        return None
    return Source(head=cited, how="cited")


def _inverted(parsed: Parsed, verb: int) -> Source | None:
    """Find "…," said X where the parse names no subject: a name or noun right behind the verb."""
    word, after = parsed.words[verb], verb + 1
    if verb == 0 or after >= len(parsed.words) or word.tag not in {"VBD", "VBZ"}:
        return None
    if word.lemma in TOLD - {"ask"} or parsed.words[verb - 1].text not in {",", '"', "”", "’", "'", "?", "!"}:
        return None
    for kid in parsed.children[verb]:
        if parsed.words[kid].dep in {"dobj", "attr", "oprd", "npadvmod"} and parsed.lefts[kid] == after:
            named = parsed.words[kid].tag.startswith("NN") and parsed.words[kid].ent not in THINGS
            return Source(head=kid, how="inverted") if named and may_speak(parsed, kid) else None
    return None
