"""The subject of a Uyghur verb of speech: at the head of its clause, in the genitive, or behind the verb."""

from dataclasses import dataclass

from kualik.engine.extracting.uyghur.mentions import Mention
from kualik.engine.extracting.uyghur.scene import LINKS, Scene
from kualik.engine.extracting.uyghur.verbs import Form, is_closed

__all__ = ["Subject", "source_before", "subject_of"]

SPEAKING = frozenset({"name", "kin", "people", "body", "outlet", "pronoun"})
BEHIND = 10  # tokens of a speaker that stands behind the verb
ENDS = frozenset({".", "!", "?", ",", ";", ":", "«", "“", "…", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who speaks, or None where the text does not say; `first` and `last` are where the passage must reach."""

    key: int | None
    first: int
    last: int


def subject_of(scene: Scene, i: int, form: Form, said: Subject | None = None) -> Subject | None:
    """Find the subject of the verb at a token.

    Args:
        scene: the text read so far.
        i: the verb's last word.
        form: the verb's form; one with a noun's endings has its subject in the genitive.
        said: the subject of the saying before in the same sentence, which goes on where no other is named.

    Returns:
        The subject; None where the text gives none, or one that is not certain.
    """
    if form.kind == "nominal":
        return _owner_of(scene, i)
    behind = _behind(scene, i)
    if behind is not None:
        return behind
    start, whole = scene.clause(i), scene.sentence(i)[0]
    before = _first_in(scene, start, i)
    if before is not None:
        return before
    if said is not None:
        return Subject(key=said.key, first=start, last=i + 1)
    if form.first_person and scene.speaker_at(i) is not None:
        return Subject(key=scene.speaker_at(i), first=start, last=i + 1)
    return _first_in(scene, whole, start) if whole < start and scene.page.quote_of[i] < 0 else None


def _first_in(scene: Scene, start: int, i: int) -> Subject | None:
    """Find the first phrase in the nominative: what is said, with its own subject, stands behind it."""
    for n in scene.among(start, i):
        one = scene.mentions[n]
        if scene.page.quote_of[one.last - 1] != scene.page.quote_of[i] and not _titled(scene, one):
            continue
        if one.kind in SPEAKING and one.nominative and not _predicate(scene, one.last) and scene.keys[n] is not None:
            return Subject(key=scene.keys[n], first=one.first, last=i + 1)
        if one.kind == "pronoun" and one.nominative:
            return None
    return None


def _titled(scene: Scene, one: Mention) -> bool:
    """Say whether marks hold nothing but the name of a body."""
    number = scene.page.quote_of[one.last - 1]
    quote = scene.page.quotes[number] if number >= 0 else None
    return (
        quote is not None
        and one.kind in {"body", "outlet"}
        and quote.first >= one.first - 1
        and quote.last <= one.last + 1
    )


def _predicate(scene: Scene, i: int) -> bool:
    """Say whether a phrase is what somebody is, or the beginning of a longer word: "was a teacher"."""
    return scene.page.form(i) in {"ئىدى", "ئىكەن", "ئىكەنلىكىنى", "بولغان", "دەپ", "سۈپىتىدە", "بولۇپ", "-"}


def _owner_of(scene: Scene, i: int) -> Subject | None:
    """Find the phrase in the genitive that a verb with a noun's endings belongs to."""
    for n in reversed(scene.among(scene.clause(i), i)):
        one = scene.mentions[n]
        if one.case == "gen" and scene.keys[n] is not None and one.first + 25 > i:
            return Subject(key=scene.keys[n], first=one.first, last=i + 1)
    return None


def _behind(scene: Scene, i: int) -> Subject | None:
    """Find the speaker behind "dédi": up to the end of the sentence or a link."""
    if not is_closed(scene.page.form(i)) and scene.page.form(i) not in {"دېدى", "دەيدۇ"}:
        return None
    for n in scene.among(i + 1, i + 1 + BEHIND):
        one = scene.mentions[n]
        gap = {scene.page.form(k) for k in range(i + 1, one.first)}
        if gap & ENDS or scene.page.sentence_of[one.first] != scene.page.sentence_of[i]:
            return None
        ends = scene.page.form(one.last) in ENDS | LINKS or one.last >= scene.sentence(i)[1]
        if one.nominative and (ends or one.first == i + 1) and scene.keys[n] is not None:
            return Subject(key=scene.keys[n], first=i, last=one.last)
    return None


def source_before(scene: Scene, i: int) -> Subject | None:
    """Find who stands in the genitive, or a document in the locative, right before "by the words of".

    Args:
        scene: the text read so far.
        i: the word that closes the source ("éytishiche"), or the one that must stand before it.
    """
    for n in reversed(scene.among(max(scene.sentence(i)[0], i - 8), i)):
        one = scene.mentions[n]
        cased = one.case == "gen" or (one.case in {"loc", "abl", ""} and one.kind in {"outlet", "body"}) or one.owner
        between = {scene.page.form(k) for k in range(one.last, i)}
        if cased and not between & ENDS:
            return Subject(key=scene.keys[n], first=one.first, last=i + 1)
        return None
    return None
