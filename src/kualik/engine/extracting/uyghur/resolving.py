"""Whom phrases mean: pronouns, kin of somebody, "I" in a quotation or a letter."""

from kualik.engine.extracting.uyghur.mentions import Mention
from kualik.engine.extracting.uyghur.nouns import noun_of
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.tables import words

__all__ = ["resolve", "resolve_first_person"]

BACK = 3  # sentences looked back at for a pronoun
APART = 9  # tokens between an owner and the kin term
DEFINITE = ("جاۋابكار", "گۇماندار")


def resolve(scene: Scene) -> None:
    """Find whom the phrases mean that do not say "I" or "my".

    Args:
        scene: the text read so far; `keys` is filled in, ties are noted.
    """
    for n, one in enumerate(scene.mentions):
        if one.name is not None:
            scene.keys[n] = scene.cast.named(one.name)
            _call(scene, n, one)
        elif one.kind == "pronoun":
            scene.keys[n] = _antecedent(scene, n, one) if one.value == "3" else _they(scene, one)
        elif one.kind in {"body", "outlet", "people"}:
            scene.keys[n] = _definite(scene, n, one)
        if _is_kin(one):
            _relate(scene, n, one)


def resolve_first_person(scene: Scene) -> None:
    """Find whom "I", "me" and "my brother" mean, once it is known who speaks where.

    Args:
        scene: the text read so far, with the speakers of quotations and lines, and the narrator.
    """
    for n, one in enumerate(scene.mentions):
        if one.kind == "pronoun" and one.value == "1":
            scene.keys[n] = scene.speaker_at(one.first)
        elif one.kind == "pronoun" and one.value == "3" and scene.keys[n] is None:
            scene.keys[n] = _antecedent(scene, n, one)
        elif one.owner == "1" and _is_kin(one) and scene.speaker_at(one.first) is not None:
            _relate(scene, n, one)


def _they(scene: Scene, one: Mention) -> int | None:
    """Let "they" who speak be "they": the text does not say more."""
    return scene.cast.described(one) if one.value == "3p" and one.nominative else None


def _is_kin(one: Mention) -> bool:
    return one.kind == "kin" or (one.noun is not None and one.noun.kind == "kin")


def _call(scene: Scene, n: int, one: Mention) -> None:
    """Give somebody the role of the title before the name."""
    key = scene.keys[n]
    known = {"official", "lawyer", "researcher", "journalist", "activist", "witness", "protester"}
    if key is not None and one.noun is not None and one.noun.kind == "people" and one.noun.value in known:
        scene.cast.party(key).roles.add("activist" if _of_group(scene, one) else one.noun.value)


def _of_group(scene: Scene, one: Mention) -> bool:
    """Say whether somebody is the chairman or spokesman of a society, and of no authority."""
    nouns = [noun_of(scene.page.form(k)) for k in range(one.first, one.last)]
    return one.value == "official" and any(noun is not None and noun.value == "group" for noun in nouns)


def _definite(scene: Scene, n: int, one: Mention) -> int:
    """Take "the defendant" for the one spoken of; anybody else is described by the phrase."""
    if one.kind == "people" and scene.page.form(one.last - 1).startswith(DEFINITE) and one.count == 1:
        before = _focus(scene, n)
        if before is not None:
            return before
    return scene.cast.described(one)


def _antecedent(scene: Scene, n: int, one: Mention) -> int | None:
    """Find whom "he" or "she" means."""
    first, _ = scene.sentence(one.first)
    if one.case == "gen" and scene.page.quote_of[one.first] < 0:
        private = [k for k in scene.among(first, one.first) if scene.is_private(k)]
        leading = [k for k in private if scene.mentions[k].nominative]
        if private:
            return scene.keys[leading[0] if leading else private[-1]]
    beside = [k for k in scene.among(first, one.first) if scene.mentions[k].case == "with" and scene.is_private(k)]
    return scene.keys[beside[-1]] if beside and one.nominative else _focus(scene, n)


def _focus(scene: Scene, n: int) -> int | None:
    """Find the person whom the sentence before speaks of: its subject, or else the last one named in it."""
    sentence = scene.page.sentence_of[scene.mentions[n].first]
    for number in range(sentence - 1, max(-1, sentence - 1 - BACK), -1):
        one = scene.page.sentences[number]
        if one.heading:
            continue
        inside = [k for k in scene.among(one.first, one.last) if _is_person(scene, k)]
        if not scene.mentions[n].nominative:
            inside = [k for k in inside if scene.is_private(k)] or inside
        subjects = [k for k in inside if _leads(scene, k)]
        if inside:
            chosen = subjects[0] if subjects else inside[-1]
            topic = chosen - 1 if chosen and not scene.mentions[n].nominative else -1
            return scene.keys[topic if topic >= 0 and _own(scene, topic, chosen) else chosen]
    return None


def _own(scene: Scene, topic: int, kin: int) -> bool:
    """Say whether a sentence speaks of "his brother", so that the next goes on about him."""
    one, other = scene.mentions[topic], scene.mentions[kin]
    return (
        one.kind == "pronoun"
        and one.case == "gen"
        and one.last <= other.first
        and _is_kin(other)
        and scene.keys[topic] is not None
    )


def _leads(scene: Scene, k: int) -> bool:
    """Say whether a phrase is its sentence's subject, or the source of what it tells."""
    one = scene.mentions[k]
    source = any(form in words("sources") for form in (scene.page.form(one.last), scene.page.form(one.last + 1)))
    return one.nominative or (one.case == "gen" and source)


def _is_person(scene: Scene, k: int) -> bool:
    key, one = scene.keys[k], scene.mentions[k]
    return key is not None and one.kind not in {"body", "outlet"} and (one.count == 1 or one.name is not None)


def _relate(scene: Scene, n: int, one: Mention) -> None:
    owner, first = _owner(scene, n, one)
    if owner is None:
        return
    key = scene.cast.kin(owner, one)
    if key == owner:
        return
    scene.keys[n] = key
    scene.cast.tie(key, one.value, owner, first, one.last)


def _owner(scene: Scene, n: int, one: Mention) -> tuple[int | None, int]:
    """Find whose kin a phrase means, and where the passage that says so begins."""
    heading = scene.page.sentences[scene.page.sentence_of[one.first]].heading
    if one.owner != "3" or heading:
        return (scene.speaker_at(one.first) if one.owner == "1" and not heading else None), one.first
    before = scene.mentions[n - 1] if n else None
    if before is not None and scene.page.sentence_of[before.first] == scene.page.sentence_of[one.first]:
        gap = [scene.page.form(k) for k in range(before.last, one.first)]
        if before.case == "gen" and len(gap) < APART and not {",", ".", ":", ";"} & set(gap):
            return scene.keys[n - 1], before.first
        if before.kind == "kin" and gap in (["ۋە"], ["ھەم"], ["بىلەن"], [","]) and before.owner == "3":
            return _owner(scene, n - 1, before)
    first, _ = scene.sentence(one.first)
    for k in scene.among(first, one.first):
        if _leads(scene, k) and scene.is_private(k):
            return scene.keys[k], one.first
    return _focus(scene, n), one.first
