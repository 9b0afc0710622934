"""Speech beside or around its verb: «…», — сказала она; «…, — сказала она. — …»; X: «…»; lines of dialogue."""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.sayings import within_body
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.stances import cue_of, denied
from kualik.engine.extracting.russian.tokens import DASHES
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_quoted"]

REMARK = 14  # tokens of a remark in which its verb is looked for
PAUSES = frozenset({",", "!", "?", "…", "...", "."}) | DASHES | frozenset('»”"“')
WANTING = group("quoting.wanting")


def find_quoted(scene: Scene) -> Iterator[Saying]:
    """Find speech with a remark about who speaks.

    Args:
        scene: the text read so far; speakers of quotations and used verbs are noted in it.

    Yields:
        Sayings in the order of their quotations.
    """
    for quotation in scene.quotations:
        if not quotation.speech or quotation.first in scene.spent:
            continue
        verb = _verb_behind(scene, quotation) or _verb_inside(scene, quotation)
        if verb is not None:
            yield from _remark(scene, quotation, verb)
        else:
            yield from _colon(scene, quotation)


def _verb_behind(scene: Scene, quotation: Quotation) -> int | None:
    """Find the verb of a remark right behind a quotation: a comma or dash, then the verb near."""
    page, i = scene.page, quotation.last
    before = page.tokens[i - 2].text if i >= 2 else ""
    dashed = False
    while i < len(page.tokens) and page.tokens[i].text in PAUSES - {"."} and i < quotation.last + 4:
        dashed = dashed or page.tokens[i].text in DASHES | {","}
        i += 1
    if (
        not dashed
        or i >= len(page.tokens)
        or (page.tokens[i].capital and before not in {"?", "!", "…"} and not _name_at(scene, i))
    ):
        return None
    return _verb_in(scene, i)


def _name_at(scene: Scene, i: int) -> bool:
    return any(one.first == i and one.animate for one in scene.clauses.phrases_in(i, i + 1))


def _verb_in(scene: Scene, i: int) -> int | None:
    page = scene.page
    for k in range(i, min(len(page.tokens), i + REMARK)):
        if (page.tokens[k].text in {".", ";", "!", "?", ":"} and k > i) or page.tokens[k].text in "«»":
            return None
        cue = cue_of(page, k)
        if cue is not None and page.tokens[k].may_be("VERB") and page.lower(k - 1) != "не":
            return k
    return None


def _verb_inside(scene: Scene, quotation: Quotation) -> int | None:
    """Find the remark inside the marks: «…, — сказал он. — …»."""
    if quotation.dash:
        return None
    page = scene.page
    for k in range(quotation.first + 2, quotation.last - 1):
        if page.tokens[k].text in DASHES and page.tokens[k - 1].text in {",", "!", "?", "…", "..."}:
            after = page.tokens[k + 1]
            verb = _verb_in(scene, k + 1) if after.word and not after.capital else None
            if verb is not None and verb - k < 4 and verb < quotation.last:
                return verb
    return None


def _remark(scene: Scene, quotation: Quotation, verb: int) -> Iterator[Saying]:
    speaker = _speaker(scene, verb)
    cue = cue_of(scene.page, verb)
    assert cue is not None
    scene.spent.add(verb)
    if speaker is None:
        return
    first, last = quotation.first, quotation.last
    one = scene.next_quotation(quotation.last)
    if one is not None and one.dash and quotation.dash and one.first - verb < REMARK:
        scene.register.says(one, speaker)
        scene.spent.add(one.first)
        last = one.last
    scene.register.says(quotation, speaker)
    stance = _stance(scene, cue[0], first, quotation.last)
    end = max(last, _end_of_remark(scene, verb))
    yield scene.saying(
        first=first, last=end, content=(first, last), stance=stance, speaker=speaker, rule="quote.remark"
    )


def _end_of_remark(scene: Scene, verb: int) -> int:
    return scene.clauses.segment(verb).last


def _speaker(scene: Scene, verb: int) -> Someone | None:
    """Find the subject of a remark: behind the verb before all."""
    segment = scene.clauses.segment(verb)
    for one in scene.clauses.phrases_in(verb + 1, segment.last + 1):
        if "nomn" in one.cases and one.animate:
            return scene.register.meant(one)
    subject = scene.clauses.subject(verb)
    if subject is not None:
        return scene.register.meant(subject) if subject.animate else None
    return within_body(scene, verb)


def _stance(scene: Scene, said: Stance, first: int, last: int) -> Stance:
    if said is not Stance.ASSERTS:
        return said
    words = {scene.page.lower(k) for k in range(first, min(last, first + 10))}
    if words & WANTING:
        return Stance.DEMANDS
    return Stance.DENIES if denied(scene.page, first + 1, min(last, first + 8)) else said


def _opening_verb(scene: Scene, quotation: Quotation) -> int | None:
    """Find the verb that begins a sentence with a colon, though a clause is put in: "Говорит мать, которую …: «…»"."""
    page, start = scene.page, scene.page.sentence(quotation.first - 1).first
    segment = scene.clauses.segment(start)
    if segment.verb not in {start, start + 1} or segment.verb in scene.spent or segment.last >= quotation.first:
        return None
    between = scene.clauses.around(start, ahead=8)[1:]
    put_in = [one for one in between if one.last <= quotation.first]
    if any(one.kind not in {"rel", "part", "adv"} and one.verb is not None for one in put_in):
        return None
    return segment.verb if cue_of(page, segment.verb) is not None else None


def _colon(scene: Scene, quotation: Quotation) -> Iterator[Saying]:
    """Read "X: «…»" and "Редакция: — …" without a verb: a line that begins with who speaks."""
    page, first = scene.page, quotation.first
    if first < 2 or page.tokens[first - 1].text != ":":
        return
    sentence = page.sentence(first - 1)
    phrases = scene.clauses.phrases_in(sentence.first, first - 1)
    if (verb := _opening_verb(scene, quotation)) is not None:
        yield from _remark(scene, quotation, verb)
        return
    if not phrases or phrases[0].first != sentence.first or phrases[0].last != first - 1 or not phrases[0].animate:
        return
    speaker = scene.register.meant(phrases[0])
    if speaker is None:
        return
    scene.register.says(quotation, speaker)
    stance = _stance(scene, Stance.ASSERTS, first, quotation.last)
    yield scene.saying(
        first=sentence.first, last=quotation.last, content=(first, quotation.last), stance=stance, speaker=speaker,
        rule="quote.colon",
    )  # fmt: skip
