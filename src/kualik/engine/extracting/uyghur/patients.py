"""Whom a verb of custody befalls, in Uyghur."""

from kualik.engine.extracting.uyghur.mentions import Mention
from kualik.engine.extracting.uyghur.scene import Scene

__all__ = ["Patients", "patients"]

FAR = 30  # tokens between somebody and the verb
AHEAD = 5  # tokens between "who was arrested" and whom it describes
BACK = 30  # sentences of a paragraph looked back at
MASS = 50
MORE = frozenset({"ئارتۇق", "كۆپ", "ئاشقان"})
JOINED = frozenset({"ۋە", "ھەم", ",", "ھەمدە"})
CASES = {"subject": ("", "gen"), "object": ("acc",), "both": ("", "gen", "dat", "acc"), "owner": ("", "gen")}

Patients = tuple[list[int], int, int]
"""Keys of people, and the stretch of tokens that names them."""


def patients(scene: Scene, i: int, role: str, last: int | None) -> Patients | None:
    """Find whom a verb befalls.

    Args:
        scene: the text read so far.
        i: the verb's first word.
        role: "subject" (passive), "object", "both" (a dative may name the one sentenced) or "owner" (of a passport).
        last: the key of the one whom the verb before befell, for a verb that names nobody.

    Returns:
        The people; None where the text does not say, or speaks of masses.
    """
    if role == "owner" and scene.page.form(i).endswith(("ۇمنى", "ۇمنىمۇ")) and scene.speaker_at(i) is not None:
        return [_key(scene.speaker_at(i))], i, i
    start, _ = scene.sentence(i)
    clause = scene.clause(i)
    for n in reversed(scene.among(max(start, i - FAR), i)):
        one = scene.mentions[n]
        if scene.page.quote_of[one.first] != scene.page.quote_of[i] and one.name is None:
            continue
        if one.case in CASES[role] and one.kind not in {"body", "outlet"}:
            if one.kind == "pronoun" and one.case and scene.told and scene.told[0] == scene.page.sentence_of[i]:
                return [scene.told[1]], one.first, one.last
            if role == "object" and one.first < clause:
                break
            return _joined(scene, n)
    ahead = _ahead(scene, i)
    if ahead is not None:
        return ahead
    return _pro_drop(scene, i, last)


def _key(key: int | None) -> int:
    assert key is not None
    return key


def _joined(scene: Scene, n: int) -> Patients | None:
    """Take those who are joined to a phrase by "and" with it."""
    found: list[int] = []
    first, k = scene.mentions[n].first, n
    while True:
        key = scene.keys[k]
        bounded = scene.page.form(scene.mentions[k].first - 1) in MORE
        if bounded or _is_vague(scene, k):
            break
        if key is None or not _counts(scene, scene.mentions[k], key):
            break
        found.append(key)
        first = scene.mentions[k].first
        before = scene.mentions[k - 1] if k else None
        linked = before is not None and before.last == first - 1 and scene.page.form(before.last) in JOINED
        if before is None or not linked or before.kind in {"body", "outlet"} or before.case not in {"", "gen"}:
            break
        k -= 1
    return (found[::-1], first, scene.mentions[n].last) if found else None


def _is_vague(scene: Scene, k: int) -> bool:
    """Say whether a pronoun means "they", or somebody who speaks by office and is hardly the one meant."""
    one = scene.mentions[k]
    return one.kind == "pronoun" and (one.value == "3p" or not scene.is_private(k))


def _counts(scene: Scene, one: Mention, key: int) -> bool:
    """Say whether somebody is a person, or a group small enough to be listed."""
    party = scene.cast.party(key)
    if party.body:
        return False
    if one.kind == "people" and (one.plural or one.value == "ethnic"):
        return one.count is not None and 1 < one.count < MASS
    return (party.count or 1) < MASS


def _ahead(scene: Scene, i: int) -> Patients | None:
    """Find whom "who was arrested" describes: the phrase right behind."""
    for n in scene.among(i + 1, i + 1 + AHEAD):
        one = scene.mentions[n]
        gap = {scene.page.form(k) for k in range(i + 1, one.first)}
        if gap & {",", ".", ";", ":", "»"} or one.kind in {"body", "outlet", "pronoun"}:
            return None
        return _joined(scene, n)
    return None


def _pro_drop(scene: Scene, i: int, last: int | None) -> Patients | None:
    """Take the one spoken of: the last whom custody befell in this paragraph, else the paragraph's first person."""
    if last is not None:
        return [last], i, i
    number = scene.page.sentence_of[i]
    paragraph = scene.page.sentences[number].paragraph
    lowest = max(0, number - BACK)
    while number > lowest and scene.page.sentences[number - 1].paragraph == paragraph:
        number -= 1
    for n in scene.among(scene.page.sentences[number].first, i):
        key = scene.keys[n]
        if key is not None and scene.mentions[n].name is not None and scene.is_private(n):
            return [key], i, i
    return None
