"""Who does what to whom in a clause, by the tree: subjects, those acted on, and whether it is said to have happened."""

from collections.abc import Iterator

from kualik.engine.extracting.english.custody_words import verbs, words
from kualik.engine.extracting.english.parsed import Parsed

__all__ = ["agent", "conjuncts", "is_finite", "is_passive", "is_real", "patients", "subject"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
UNCHANGED = frozenset({"put", "set", "let", "shut", "cut", "hit", "beat"})  # past forms that the parser takes for plain
DEEPEST = 8  # clauses climbed for a subject or a modal that governs several verbs


def conjuncts(parsed: Parsed, i: int) -> tuple[int, ...]:
    """List the heads of "A, B and C" from that of A."""
    found, last = [i], i
    while len(found) < 400:
        following = parsed.kid(last, "conj")
        if following is None or parsed.words[following].tag.startswith("VB") != parsed.words[i].tag.startswith("VB"):
            break
        found.append(following)
        last = following
    return tuple(found)


def antecedent(parsed: Parsed, i: int) -> int:
    """Go from "who" to the noun that its clause describes; from any other word nowhere."""
    word = parsed.words[i]
    if word.lower not in RELATIVE or not word.tag.startswith(("W", "DT", "IN")):
        return i
    verb = next((above for above in parsed.above(i) if parsed.words[above].dep == "relcl"), None)
    return i if verb is None else parsed.words[verb].head


def is_passive(parsed: Parsed, i: int) -> bool:
    """Say whether a verb stands in the passive: "was held", "being held", "people held in Xinjiang"."""
    if parsed.kids(i, "auxpass", "nsubjpass"):
        return True
    word = parsed.words[i]
    joined = word.dep == "conj" and (
        word.tag == "VBD" or word.lower in UNCHANGED
    )  # of "was held and then freed" the second is taken for active
    if (word.tag != "VBN" and not joined) or parsed.kids(i, "dobj"):
        return False
    if any(parsed.words[kid].lemma == "have" for kid in _aux(parsed, i)):
        return False
    if word.dep == "acl" or _is_participle(parsed, i):
        return True
    return word.dep == "conj" and not parsed.kids(i, "nsubj") and is_passive(parsed, word.head)


def _is_participle(parsed: Parsed, i: int) -> bool:
    """See "she is in prison, sentenced to seven years", "Arrested in May, he …": a past participle alone."""
    word = parsed.words[i]
    hung = word.tag == "VBN" and word.dep in {"ccomp", "advcl", "parataxis", "dep"}
    return hung and not _aux(parsed, i) and verbs().get(word.lemma, ("subject",))[0] != "subject"


def _aux(parsed: Parsed, i: int) -> tuple[int, ...]:
    return parsed.kids(i, "aux", "auxpass")


def subject(parsed: Parsed, i: int) -> int | None:
    """Find the head of the noun phrase that a verb has for subject, its own or one that it shares.

    Args:
        parsed: the text.
        i: the verb.

    Returns:
        The word; a relative pronoun gives the noun it stands for. None where the tree does not tell.
    """
    for _ in range(DEEPEST):
        own = parsed.kid(i, *SUBJECTS)
        if own is not None:
            return antecedent(parsed, own)
        word = parsed.words[i]
        if word.dep in {"acl", "relcl"} and parsed.words[word.head].tag.startswith(("N", "P", "C", "D")):
            return _owner(parsed, word.head, i)
        if word.dep == "ccomp" and _is_participle(parsed, i):
            before = next((kid for kid in reversed(parsed.kids(word.head, "ccomp")) if kid < i), word.head)
            return subject(parsed, before) if before != i else None
        if word.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"} or word.head == i:
            return None
        i = word.head
    return None


def _owner(parsed: Parsed, noun: int, i: int) -> int:
    """Go from "the whereabouts of Pavel, taken from his home" to Pavel; from any other noun nowhere."""
    of = next((kid for kid in parsed.kids(noun, "prep") if parsed.words[kid].lower == "of" and kid < i), None)
    thing = None if of is None else parsed.kid(of, "pobj")
    return noun if thing is None or parsed.words[noun].lemma not in words("whose") else thing


def patients(parsed: Parsed, i: int) -> tuple[int, ...]:
    """List the heads of the noun phrases that a verb acts on: subjects of a passive, objects of an active."""
    if is_passive(parsed, i):
        found = subject(parsed, i)
    else:
        found = parsed.kid(i, "dobj", "dative")
        found = _relative_object(parsed, i) if found is None else antecedent(parsed, found)
    return () if found is None else conjuncts(parsed, found)


def _relative_object(parsed: Parsed, i: int) -> int | None:
    """Find the noun of "the relatives China has detained" and "whom they arrested"."""
    word = parsed.words[i]
    own = parsed.kid(i, "nsubj")
    if word.dep != "relcl" or own is None or parsed.words[own].lower in RELATIVE:
        return None
    return word.head


def agent(parsed: Parsed, i: int) -> int | None:
    """Find who does what a verb says: "by police" of a passive, the subject of an active."""
    if not is_passive(parsed, i):
        return subject(parsed, i)
    by = parsed.kid(i, "agent")
    return None if by is None else parsed.kid(by, "pobj")


def is_finite(parsed: Parsed, i: int) -> bool:
    """Say whether a verb reports something that happened, not only describes somebody by it."""
    word = parsed.words[i]
    if word.tag in {"VBD", "VBZ", "VBP"}:
        return True
    if word.tag == "VBG" and any(parsed.words[kid].tag in {"VBD", "VBZ", "VBP"} for kid in _aux(parsed, i)):
        return True
    if word.tag == "VBN" and (_aux(parsed, i) or (word.dep == "conj" and is_finite(parsed, word.head))):
        return True
    return word.dep in {"pcomp", "advcl"} and bool(parsed.kids(i, "auxpass"))


def is_real(parsed: Parsed, i: int) -> bool:
    """Say whether a clause is told as a fact: not denied, wished, feared, ordered, possible or only conditional.

    Args:
        parsed: the text.
        i: the verb.

    Returns:
        False as soon as the verb, or one that governs it, says otherwise.
    """
    return all(_is_told(parsed, verb, governed) for verb, governed in _chain(parsed, i))


def _chain(parsed: Parsed, i: int) -> Iterator[tuple[int, int | None]]:
    """Give a verb and the verbs that govern it, each with the one below."""
    below: int | None = None
    for _ in range(DEEPEST):
        yield i, below
        word = parsed.words[i]
        if word.head == i or word.dep in {"relcl", "acl", "advcl", "parataxis", "ROOT"}:
            return
        below, i = i, word.head


def _is_told(parsed: Parsed, i: int, below: int | None) -> bool:
    word = parsed.words[i]
    if below is not None:
        governed = parsed.words[below]
        if governed.dep in {"conj", "appos", "ccomp"} and word.lemma not in words("unreal"):
            return not (governed.dep == "conj" and _is_open(parsed, i) and not _restarts(parsed, below))
        if word.lemma in words("unreal") and governed.dep != "conj":
            return False
        if governed.dep == "xcomp" and _is_infinitive(parsed, below) and word.lemma not in words("factive"):
            return False
    elif _is_bare(parsed, i) or (word.dep in {"advcl", "acl"} and _is_infinitive(parsed, i)):
        return False
    return not _is_open(parsed, i)


def _restarts(parsed: Parsed, i: int) -> bool:
    return bool(parsed.kids(i, *SUBJECTS))


def _is_infinitive(parsed: Parsed, i: int) -> bool:
    return parsed.words[i].tag in {"VB", "VBN"} and any(parsed.words[kid].tag == "TO" for kid in parsed.kids(i, "aux"))


def _is_bare(parsed: Parsed, i: int) -> bool:
    """See an order or a wish: a plain form without helper, subject or a verb that takes one ("release him now")."""
    word = parsed.words[i]
    causing = parsed.words[word.head].lemma in {"let", "help", "make", "see", "have"}
    governed = causing and word.dep in {"ccomp", "xcomp"}
    if word.dep == "conj" and word.lower in UNCHANGED:
        return False
    return word.tag == "VB" and not parsed.kids(i, "aux", "auxpass") and not governed


def _is_wished(parsed: Parsed, i: int) -> bool:
    """See "that he be released": a wish or an order."""
    aids = {parsed.words[kid].lower for kid in _aux(parsed, i)}
    return "be" in aids and "to" not in aids and parsed.words[i].dep == "ccomp"


def _is_open(parsed: Parsed, i: int) -> bool:
    """See a negation, a modal or a condition at a verb."""
    kids = parsed.children[i]
    if any(parsed.words[kid].dep == "neg" or parsed.words[kid].lower in words("never") for kid in kids):
        return True
    if any(parsed.words[kid].tag == "MD" for kid in kids) or _is_wished(parsed, i):
        return True
    return any(parsed.words[kid].dep == "mark" and parsed.words[kid].lower in words("if") for kid in kids)
