"""Nouns and adjectives that tell of custody: his arrest, the jailed journalist, a former detainee."""

from kualik.engine.extracting.english.custody_words import adjectives, state_of_place, words
from kualik.engine.extracting.english.deeds import conjuncts
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger, is_person
from kualik.engine.extracting.english.trigger_verbs import is_length

__all__ = ["READERS"]


def _noun(parsed: Parsed, i: int) -> Trigger | None:
    """Read "his arrest in 2018", "the detention of her husband", "a nine-year sentence"."""
    word = parsed.words[i]
    if word.lemma not in words("deed") or not word.tag.startswith("NN"):
        return None
    whose = parsed.kids(i, "poss")
    if not whose:
        of = next((kid for kid in parsed.kids(i, "prep") if parsed.words[kid].lower == "of"), None)
        thing = None if of is None else parsed.kid(of, "pobj")
        whose = () if thing is None else conjuncts(parsed, thing)
    if not whose or not all(is_person(parsed, one) for one in whose):
        return None
    states = {"release": "released", "disappearance": "disappeared", "abduction": "disappeared", "arrest":
              "police custody", "sentence": "prison", "term": "prison", "conviction": "prison", "sentencing": "prison",
              "imprisonment": "prison", "incarceration": "prison", "internment": "camp"}  # fmt: skip
    kind = {"release": "release", "disappearance": "disappeared", "abduction": "disappeared"}.get(word.lemma, "held")
    if kind == "held" and word.lemma in {"arrest", "detention", "custody", "confinement"}:
        placed = state_of_place(parsed.said(parsed.reach(i)[0], i + 1).rpartition("'s ")[2])
        states |= {word.lemma: placed} if placed else {}
    lengthy = word.lemma in {"sentence", "term"} and not is_length(parsed, i)
    if lengthy or (kind == "release" and _is_asked(parsed, i)):
        return None
    return Trigger(i=i, kind=kind, state=states.get(word.lemma, "unspecified"), whose=whose, rule="custody.noun")


def _adjective(parsed: Parsed, i: int) -> Trigger | None:
    """Read "the jailed journalist", "missing relatives", "her imprisoned husband"."""
    word = parsed.words[i]
    if word.dep != "amod" or word.lower not in adjectives():
        return None
    kind, state = adjectives()[word.lower]
    head = word.head
    if not is_person(parsed, head) or not parsed.words[head].tag.startswith("NN"):
        return None
    return Trigger(i=i, kind=kind, state=state, whose=conjuncts(parsed, head)[:1], rule="custody.adjective")


def _prisoner(parsed: Parsed, i: int) -> Trigger | None:
    """Read "former camp detainee Dana Ospan", "Serik Akan, a political prisoner"."""
    word = parsed.words[i]
    if word.lemma not in words("prisoner") or not word.tag.startswith("NN"):
        return None
    named = [kid for kid in parsed.kids(i, "appos") if parsed.words[kid].ent == "PERSON"]
    if word.dep == "compound" and parsed.words[word.head].ent == "PERSON":
        named.append(word.head)
    if word.dep in {"appos", "attr"} and parsed.words[word.head].ent == "PERSON":
        named.append(word.head)
    if not named:
        return None
    state = "camp" if "camp" in parsed.said(parsed.reach(i)[0], i + 1) else "unspecified"
    state = "prison" if word.lemma in {"prisoner", "inmate", "convict"} and state != "camp" else state
    return Trigger(i=i, kind="held", state=state, whose=tuple(named[:1]), rule="custody.prisoner")


def _is_asked(parsed: Parsed, i: int) -> bool:
    return any(parsed.words[above].lemma in words("unreal") for above in list(parsed.above(i))[:3])


READERS = (_noun, _adjective, _prisoner)
