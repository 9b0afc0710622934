"""Custody in Uyghur: who is held, sentenced, missing, let go, and the arrests and releases that verbs tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.parting import part
from kualik.engine.extracting.uyghur.circumstances import Circumstances, circumstances
from kualik.engine.extracting.uyghur.nouns import noun_of
from kualik.engine.extracting.uyghur.patients import Patients, patients
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.tables import rows
from kualik.engine.extracting.uyghur.terms import Term
from kualik.engine.extracting.uyghur.verbs import form_of

__all__ = ["find_custody"]

MEMBERS = ("{} نىڭ بىرى", "{} نىڭ يەنە بىرى")
NEAR_TERM = 12  # tokens between a sentence's length and its verb
POLICE = ("ساقچى", "قاماقخانا")
PASSPORT = 6  # tokens between a passport and the verb
SUSPENDED = ("شەرتلىك", "كېچىكتۈر")
ASKING = frozenset({"قەيەردە", "نەدە", "نەگە", "قايسى"})
SHARED = 2  # letters by which verbs are looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A verb of custody whose last word is token *i* and whose first is *first*."""

    i: int
    first: int
    state: str
    event: str
    role: str
    nominal: bool = False


@cache
def _table() -> dict[str, list[tuple[str, str, str, str, str]]]:
    table: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for before, stems, state, event, role in rows("custody"):
        for stem in stems.split(","):
            table.setdefault(stem[:SHARED], []).append((before, stem, state, event, role))
    return table


def find_custody(scene: Scene) -> None:
    """Note states of custody and the acts that begin or end them.

    Args:
        scene: the text read so far; its notes are added to.
    """
    last: tuple[int, int] | None = None  # paragraph, key
    for i, token in enumerate(scene.page.tokens):
        if not token.word or scene.page.sentences[scene.page.sentence_of[i]].heading:
            continue
        cue = _cue(scene, i) or _staying(scene, i)
        if cue is None or _asked(scene, cue):
            continue
        known = last[1] if last is not None and last[0] == scene.paragraph(i) else None
        if known is not None and scene.page.sentence_of[i] > 0 and _restarts(scene, i):
            known = None
        found = patients(scene, cue.first, cue.role, known)
        if found is not None and _write(scene, cue, found):
            last = scene.paragraph(i), found[0][0]
            scene.told = scene.page.sentence_of[i], found[0][0]


def _asked(scene: Scene, cue: _Cue) -> bool:
    """Say whether a clause only asks where somebody is held."""
    return any(scene.page.form(k) in ASKING for k in range(max(0, cue.first - 3), cue.first))


def _staying(scene: Scene, i: int) -> _Cue | None:
    """Read a place of detention that ends a sentence without a verb: "now in prison no. 2"."""
    noun = noun_of(scene.page.form(i))
    ends = scene.page.form(i + 1) in {".", ";"} or i + 1 == scene.sentence(i)[1]
    if noun is None or noun.kind != "held" or noun.ending.case != "loc" or not ends:
        return None
    return _Cue(i=i, first=i, state=noun.value, event="-", role="subject")


def _restarts(scene: Scene, i: int) -> bool:
    """Say whether a paragraph is an item of a list, which begins with whom it is about."""
    first, _ = scene.sentence(i)
    return scene.page.tokens[first].number and scene.page.form(first + 1) in {".", ")"}


def _cue(scene: Scene, i: int) -> _Cue | None:
    word, before = scene.page.form(i), scene.page.form(i - 1)
    best: _Cue | None = None
    for needed, stem, state, event, role in _table().get(word[:SHARED], ()):
        first = _begins(scene, i, needed, before)
        form = form_of(word, stem) if first is not None else None
        if first is None or form is None or form.negated or form.kind in {"condition", "act"}:
            continue
        if best is None or needed != "-":
            best = _Cue(i=i, first=first, state=state, event=event, role=role, nominal=form.kind == "nominal")
    return best


def _begins(scene: Scene, i: int, needed: str, before: str) -> int | None:
    """Find where a verb's words begin: at itself, the word before it, or one with a given beginning further back."""
    if needed.endswith("*"):
        near = range(i - 1, max(scene.sentence(i)[0], i - PASSPORT) - 1, -1)
        return next((k for k in near if scene.page.form(k).startswith(needed[:-1])), None)
    return i if needed == "-" else i - 1 if needed == before else None


def _write(scene: Scene, cue: _Cue, found: Patients) -> bool:
    keys, first, _ = found
    start = scene.clause(cue.first)
    around = circumstances(scene, start, cue.i, since=first if cue.nominal and first < cue.first else 0)
    terms = _terms(scene, start, cue)
    state = _state(scene, cue, around, terms, keys)
    if state is None:
        return False
    span = (min(first, cue.first), cue.i + 1)
    if not _suspended(scene, start, cue, terms):
        for key, term in _shares(scene, keys, terms if cue.state in {"term", "given"} else []):
            scene.cast.notes.held.append(_held(scene, cue, key, state, term, around, span))
    if state == "released" and around.facility:
        scene.cast.notes.held.extend(_until(scene, cue, key, around, span) for key in keys)
    scene.held.update(keys)
    if cue.event != "-":
        scene.cast.notes.happenings.append(_happening(scene, cue, keys, around, span))
    return True


def _terms(scene: Scene, start: int, cue: _Cue) -> Sequence[Term]:
    found = _beside(scene, scene.terms_in(max(start, cue.first - NEAR_TERM), cue.i), cue)
    return [one for one in found if one.words] or found  # "death with two years' reprieve" is no two years


def _beside(scene: Scene, terms: Sequence[Term], cue: _Cue) -> Sequence[Term]:
    """Keep the lengths of time that stand in the verb's own quotation, or like it in none."""
    return [one for one in terms if scene.page.quote_of[one.first] == scene.page.quote_of[cue.i]]


def _state(scene: Scene, cue: _Cue, around: Circumstances, terms: Sequence[Term], keys: Sequence[int]) -> str | None:
    if cue.state == "given":
        return "prison" if terms and terms[-1].last in {cue.first, cue.first - 1} else None
    if cue.state == "term":
        jailed = any(scene.page.form(k).startswith(("قاماق", "تۈرمە")) for k in range(max(0, cue.first - 6), cue.i))
        return "prison" if terms or jailed else None
    if cue.state == "died":
        return "died in custody" if around.facility or scene.held & set(keys) else None
    if cue.state == "place":
        return around.facility or "unspecified"
    return around.facility or _taken(scene, cue) if cue.state == "taken" else cue.state


def _taken(scene: Scene, cue: _Cue) -> str:
    """Say whether those who took somebody were police."""
    first, _ = scene.sentence(cue.i)
    agent = any(scene.page.form(k).startswith(POLICE) for k in range(first, cue.i))
    return "police custody" if agent else "unspecified"


def _shares(scene: Scene, keys: Sequence[int], terms: Sequence[Term]) -> Iterator[tuple[int, Term | None]]:
    """Give each their sentence; several sentences for one group part it into single people."""
    if not terms:
        yield from ((key, None) for key in keys)
    elif len(terms) == len(keys):
        yield from zip(keys, terms, strict=True)
    elif len(keys) == 1 and len(terms) == scene.cast.party(keys[0]).count:
        yield from zip(part(scene.cast.notes, keys[0], len(terms), words=MEMBERS), terms, strict=False)
    elif len(terms) == 1 or len(keys) == 1:
        yield from (
            (key, terms[-1] if len(terms) == 1 or (scene.cast.party(key).count or 0) == 1 else None) for key in keys
        )
    else:
        yield from ((key, None) for key in keys)


def _held(
    scene: Scene, cue: _Cue, key: int, state: str, term: Term | None, around: Circumstances, span: tuple[int, int]
) -> Held:  # fmt: skip
    sentence = scene.value(term.first, term.last, term.iso) if term is not None and term.iso else None
    worded = scene.value(term.first, term.last) if term is not None and not term.iso else None
    held = Held(
        party=key, state=state, span=scene.page.span(*span), cue=scene.page.span(cue.first, cue.i + 1),
        rule=f"custody.{state.replace(' ', '-')}", sentence=sentence, sentence_text=worded, since=around.date,
        place=around.place if state != "released" else None,
    )  # fmt: skip
    if state in {"released", "died in custody"}:
        return held
    held = replace(held, grounds=around.grounds, suspected=around.suspected)
    return (
        replace(held, duration=_duration(scene, cue))
        if cue.state in {"camp", "prison", "taken", "house arrest"}
        else held
    )


def _suspended(scene: Scene, start: int, cue: _Cue, terms: Sequence[Term]) -> bool:
    """Say whether a sentence need not be served."""
    near = range(max(start, terms[0].first), cue.i) if terms else range(0)
    served = any(one.words for one in terms)
    return not served and any(scene.page.form(k).startswith(SUSPENDED) for k in near)


def _until(scene: Scene, cue: _Cue, key: int, around: Circumstances, span: tuple[int, int]) -> Held:
    """Note where somebody was held until the release."""
    held = _held(scene, cue, key, around.facility, None, around, span)
    return replace(held, since=None, until=around.date)


def _duration(scene: Scene, cue: _Cue) -> Value | None:
    """Find how long somebody was held: "for three months", where no sentence is told."""
    found = _beside(scene, scene.terms_in(scene.clause(cue.first), cue.i), cue)
    return scene.value(found[-1].first, found[-1].last, found[-1].iso) if found and found[-1].iso else None


def _happening(
    scene: Scene, cue: _Cue, keys: Sequence[int], around: Circumstances, span: tuple[int, int]
) -> Happening:  # fmt: skip
    target = ", ".join(scene.cast.party(key).label for key in keys)
    return Happening(
        type=cue.event, span=scene.page.span(*span), cue=scene.page.span(cue.first, cue.i + 1),
        rule=f"event.{cue.event}", date=around.date, place=around.place,
        target=scene.value(cue.first, cue.i + 1, target), who=around.agent,
    )  # fmt: skip
