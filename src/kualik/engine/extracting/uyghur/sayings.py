"""Who says what in Uyghur: the verb stands at the end, the speaker at the head of the clause, or behind "dédi"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.silences import note, silence
from kualik.engine.extracting.uyghur.subjects import Subject, source_before, subject_of
from kualik.engine.extracting.uyghur.tables import rows
from kualik.engine.extracting.uyghur.verbs import Form, form_of
from kualik.engine.facts.vocabulary import Stance

__all__ = ["denied", "find_sayings"]

SAID = frozenset({"دېدى", "دەيدۇ", "دېگەن", "دېگەنىدى", "دېدىم", "دېمەكتە", "دەۋاتىدۇ"})
CLAUSES = (
    "لىقىنى",
    "لىكىنى",
    "لىغىنى",
    "لىگىنى",
    "لىقلىرىنى",
    "لىكلىرىنى",
    "گىنىنى",
    "غىنىنى",
    "لىقى",
    "لىغىنى",
    "شىنى",
)
NOTHING = frozenset({"يوق", "يوقتۇر"})
NOT = (
    "ئەمەس",
    "بىلمەيمەن",
    "بىلمەيمىز",
    "يالغان",
    "خەۋىرىم",
    "ئويدۇرما",
    "تۆھمەت",
    "بىلمەيدىغانلىقىنى",
    "ئەمەسلىكىنى",
)
NEGATIVE = ("يوقلۇق", "يوقلىغ", "ئەمەسلىك", "بىلمەيدىغان", "مىغانلىق", "مىگەنلىك")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A verb of speech whose last word is token *i*; *first* is the first of its words."""

    i: int
    first: int
    stance: Stance
    needs: str
    form: Form


@cache
def _table() -> dict[str, list[tuple[str, tuple[str, ...], Stance, str]]]:
    """Give the verbs by the first two letters of their stems."""
    table: dict[str, list[tuple[str, tuple[str, ...], Stance, str]]] = {}
    for before, stems, stance, needs in rows("speech"):
        for stem in stems.split(","):
            table.setdefault(stem[:2], []).append((before, (stem,), Stance(stance), needs))
    return table


def find_sayings(scene: Scene) -> Iterator[Saying]:
    """Find what is said: sources ("by the words of …"), quotations, and clauses before verbs of speech.

    Args:
        scene: the text read so far; the speaker of each quotation is noted in it.

    Yields:
        Sayings in the order of their verbs; none without a speaker.
    """
    said: Subject | None = None
    sentence = -1
    for i, token in enumerate(scene.page.tokens):
        number = scene.page.sentence_of[i]
        if scene.page.sentences[number].heading or not token.word:
            continue
        if number != sentence:
            sentence, said = number, None
        found = _source(scene, i) or _quoted(scene, i, said) or _told(scene, i, said)
        if found is not None:
            saying, said = found
            yield saying


def _source(scene: Scene, i: int) -> tuple[Saying, Subject] | None:
    """Read "by the words of X, …": all that stands behind it in the sentence."""
    form, before = scene.page.form(i), scene.page.form(i - 1)
    found = next((row for row in rows("sources") if form in row[0].split(",") and row[1] in {"-", before}), None)
    if found is None:
        return None
    subject = source_before(scene, i - (found[1] != "-"))
    if subject is None or subject.key is None:
        return None
    _, end = scene.sentence(i)
    quote = scene.page.quote_of[i]
    end = min(end, scene.page.quotes[quote].last - 1) if quote >= 0 else end
    last = end if end > i + 2 else i + 1
    content = (min(i + 1, last), last)
    saying = note(
        scene,
        first=subject.first,
        last=last,
        content=content,
        stance=Stance(found[2]),
        key=subject.key,
        rule="say.source",
    )
    return saying, subject


def _quoted(scene: Scene, i: int, said: Subject | None) -> tuple[Saying, Subject] | None:
    """Read a quotation with "dédi", "dep …", or with a colon before it."""
    page = scene.page
    spoken = page.form(i) in SAID or page.form(i) == "دەپ"
    k = i - 1
    while k >= 0 and page.form(k) in {",", ".", "—", "-"} and page.quote_of[k] < 0:
        k -= 1
    quote = page.quote_of[k] if k >= 0 else -1
    if not spoken or quote < 0 or page.quote_of[i] == quote or page.quotes[quote].last != k + 1:
        return None
    last, form = i, Form(kind="finite")
    stance = Stance.ASSERTS
    if page.form(i) == "دەپ":
        cue = next((one for one in (_cue(scene, j) for j in range(i + 1, min(i + 4, len(page.tokens)))) if one), None)
        if cue is not None and cue.i < scene.sentence(i)[1]:
            last, form, stance = cue.i, cue.form, cue.stance
    elif page.form(i) == "دېگەن" and not _closes(scene, i + 1):
        return None
    first = page.quotes[quote].first
    subject = _before_colon(scene, first) or subject_of(scene, last, form, said)
    if subject is None or subject.key is None:
        return None
    scene.quote_speaker[quote] = subject.key
    stance = denied(scene, (first, k + 1), subject.key, stance)
    saying = note(
        scene, first=min(first, subject.first), last=max(last + 1, subject.last), content=(first, k + 1), stance=stance,
        key=subject.key, rule="say.quote",
    )  # fmt: skip
    return saying, subject


def _before_colon(scene: Scene, first: int) -> Subject | None:
    """Find who stands right before the colon of a quotation."""
    if scene.page.form(first - 1) != ":":
        return None
    for n in reversed(scene.among(scene.sentence(first)[0], first - 1)):
        one = scene.mentions[n]
        if one.last == first - 1 and one.nominative:
            return Subject(key=scene.keys[n], first=one.first, last=first)
    return None


def _closes(scene: Scene, i: int) -> bool:
    return (
        i >= len(scene.page.tokens)
        or scene.page.form(i) in {".", ",", "!", "?", "ئىدى"}
        or i >= scene.sentence(i - 1)[1]
    )


def denied(scene: Scene, content: tuple[int, int], key: int, stance: Stance) -> Stance:
    """Take for a denial what one who speaks by office says is not so, or says he knows nothing of."""
    party = scene.cast.party(key)
    if stance is not Stance.ASSERTS or not (party.body or "official" in party.roles):
        return stance
    last = [scene.page.form(k) for k in range(max(content[0], content[1] - 5), content[1])]
    known = not NOTHING.isdisjoint(last)
    return Stance.DENIES if known or any(form.startswith(NOT) or form.startswith(NEGATIVE) for form in last) else stance


def _cue(scene: Scene, i: int) -> _Cue | None:
    word, before = scene.page.form(i), scene.page.form(i - 1)
    best: _Cue | None = None
    for needed, (stem,), stance, needs in _table().get(word[:2], ()):
        form = form_of(word, stem) if needed in {"-", before} else None
        if form is None or (form.negated and before != "ئىقرار") or form.kind in {"condition", "act"}:
            continue
        if best is None or needed != "-":
            turned = Stance.DENIES if form.negated else stance
            best = _Cue(i=i, first=i - (needed != "-"), stance=turned, needs=needs, form=form)
    return best


def _told(scene: Scene, i: int, said: Subject | None) -> tuple[Saying, Subject] | None:
    """Read a clause, or a noun in the accusative, before a verb of speech."""
    cue = _cue(scene, i) or _said(scene, i)
    if cue is None or _follows_quote(scene, i) or _precedes_quote(scene, i):
        return None
    start = scene.clause(i)
    if not _has_content(scene, cue, start) or silence(scene, i) is not None:
        return None
    subject = subject_of(scene, i, cue.form, said)
    if subject is None or subject.key is None:
        return None
    first = subject.first if subject.first < i else start
    stance = denied(scene, (first, cue.first), subject.key, cue.stance)
    party = scene.cast.party(subject.key)
    if (
        cue.stance is Stance.ASSERTS
        and scene.page.form(i).startswith("دەلىل")
        and (party.body or "official" in party.roles)
    ):
        stance = Stance.ACKNOWLEDGES
    saying = note(
        scene, first=first, last=max(i + 1, subject.last), content=(first, cue.first), stance=stance, key=subject.key,
        rule=f"say.{cue.needs if cue.needs != '-' else 'verb'}",
    )  # fmt: skip
    _attribute(scene, first, i, subject.key)
    return saying, subject


def _attribute(scene: Scene, first: int, i: int, key: int) -> None:
    """Let quotations in what is told be the speaker's words."""
    for k in range(first, i):
        if scene.page.quote_of[k] >= 0 and scene.page.quote_of[k] != scene.page.quote_of[i]:
            scene.quote_speaker.setdefault(scene.page.quote_of[k], key)


def _said(scene: Scene, i: int) -> _Cue | None:
    """Take "dédi" behind a clause that is not in marks."""
    if scene.page.form(i) not in SAID - {"دېگەن"}:
        return None
    return _Cue(i=i, first=i, stance=Stance.ASSERTS, needs="said", form=Form(kind="finite"))


def _follows_quote(scene: Scene, i: int) -> bool:
    """Say whether a quotation with "dep" stands right before: then it has been read with it."""
    k = next((k for k in range(i - 1, max(-1, i - 4), -1) if scene.page.form(k) == "دەپ"), -1)
    return k > 0 and scene.page.quote_of[k - 1] >= 0 and scene.page.quote_of[k] < 0


def _precedes_quote(scene: Scene, i: int) -> bool:
    """Say whether what is said stands between marks behind a colon: it is read from there."""
    return scene.page.form(i + 1) == ":" and i + 2 < len(scene.page.tokens) and scene.page.quote_of[i + 2] >= 0


def _has_content(scene: Scene, cue: _Cue, start: int) -> bool:
    before = scene.page.form(cue.first - 1)
    closed = before in {"نى", "»", "”"} and scene.page.quote_of[cue.first - (2 if before == "نى" else 1)] >= 0
    clause = closed or before.endswith(CLAUSES) or before == "دەپ" or scene.page.form(cue.i - 1) == "دەپ"
    if cue.needs == "-" or clause:
        return True
    if cue.needs == "said":
        return before in {"دەپ", "ئىكەنلىكىنى"} or scene.page.form(cue.i + 1) == ":"
    if cue.needs == "dative":
        return any(
            scene.page.form(k).endswith(("شقا", "شكە", "غا", "قا", "گە", "كە"))
            for k in range(max(start, cue.first - 4), cue.first)
        )
    return (
        any(scene.page.form(k).endswith("نى") for k in range(max(start, cue.first - 5), cue.first)) or before == "بىلەن"
    )
