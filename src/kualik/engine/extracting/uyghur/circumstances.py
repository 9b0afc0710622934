"""Where, since when, for what and by whom somebody is held, in Uyghur: what stands before the verb in its clause."""

from dataclasses import dataclass

from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.letters import trimmed
from kualik.engine.extracting.uyghur.nouns import is_place, noun_of
from kualik.engine.extracting.uyghur.scene import Scene
from kualik.engine.extracting.uyghur.tables import words
from kualik.engine.extracting.uyghur.tokens import Token

__all__ = ["Circumstances", "circumstances", "place_in"]

WHERE = frozenset({"loc", "dat", "rel", "abl"})
CHARGE = ("جىنايەت", "جىنايىت", "ئەيىبلە", "ئەيىبلى", "قارىلى", "قارىلا", "گۇمان")
REASONS = frozenset({"ئۈچۈن", "ئۈچۈنلا", "سەۋەبىدىن", "سەۋەبلىك", "تۈپەيلىدىن"})
HELD = 4  # words of a place of detention with its town
LONGEST = 14  # tokens of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a clause says beside who and what; `facility` is the state of custody that its place means, or ""."""

    facility: str = ""
    place: Value | None = None
    date: Value | None = None
    grounds: Value | None = None
    suspected: Value | None = None
    agent: Value | None = None


def circumstances(scene: Scene, first: int, i: int, *, since: int) -> Circumstances:
    """Read what a clause says of a custody.

    Args:
        scene: the text read so far.
        first: the clause's first token.
        i: the last word of its verb.
        since: the token from which on a date belongs to it.

    Returns:
        What it says.
    """
    return Circumstances(
        facility=_facility(scene, first, i), place=place_in(scene, first, i), date=_date(scene, max(first, since), i),
        grounds=_grounds(scene, first, i), suspected=_suspected(scene, first, i), agent=_agent(scene, first, i),
    )  # fmt: skip


def _facility(scene: Scene, first: int, i: int) -> str:
    for k in range(i, first - 1, -1):
        if scene.page.quote_of[k] != scene.page.quote_of[i]:
            continue
        for width in (3, 2, 1):
            noun = noun_of(" ".join(scene.page.form(j) for j in range(k, k + width))) if k + width <= i + 1 else None
            if noun is not None and noun.kind == "held" and (noun.ending.case in WHERE or k + width > i - 1):
                return noun.value
    return ""


def place_in(scene: Scene, first: int, i: int) -> Value | None:
    """Find the place that a clause names: a town, a place of detention, both joined.

    Args:
        scene: the text read so far.
        first: the clause's first token.
        i: the token behind it.
    """
    for k in range(i, first - 1, -1):
        form = scene.page.form(k)
        noun = noun_of(form)
        if scene.page.quote_of[k] != scene.page.quote_of[min(i, len(scene.page.tokens) - 1)]:
            continue
        held = (noun is not None and noun.kind == "held" and noun.ending.case in WHERE) or _is_site(form)
        case = is_place(form)
        if held or (case in WHERE):
            start = k
            while held and start > max(first, k - HELD) and _of_place(scene, start - 1):
                start -= 1
            return scene.value(start, k + 1, _written(scene, start, k))
    return None


def _written(scene: Scene, first: int, last: int) -> str:
    """Write a place as the text does, each word without its case."""
    said = _bare(scene.page.tokens[first])
    for k in range(first + 1, last + 1):
        gap = scene.page.text[scene.page.tokens[k - 1].end : scene.page.tokens[k].start]
        said += gap + _bare(scene.page.tokens[k])
    return said


def _is_site(form: str) -> bool:
    """Say whether a word names a kind of place that something may happen at."""
    return any(one.stem in words("sites") and one.case in {"loc", "rel"} for one in endings(form))


def _of_place(scene: Scene, k: int) -> bool:
    form = scene.page.form(k)
    near = is_place(form) in {"", "rel", "gen"} or form in {"-", "نومۇرلۇق", "شەھەرلىك", "ناھىيەلىك", "ئايال"}
    return near or scene.page.tokens[k].number or form.endswith(("لىق", "لىك"))


def _bare(token: Token) -> str:
    """Write a word of a place without its case."""
    noun = noun_of(token.form)
    if noun is not None and noun.kind == "held" and not noun.ending.owner and token.text == token.form:
        return noun.ending.stem
    stems = [one.stem for one in endings(token.form) if one.case in WHERE and not one.owner and not one.plural]
    kept = [stem for stem in stems if token.form.startswith(stem)]
    return trimmed(token.text, min(kept, key=len)) if kept else token.text


def _date(scene: Scene, first: int, i: int) -> Value | None:
    found = [one for one in scene.moments_in(first, i) if scene.page.quote_of[one.first] == scene.page.quote_of[i]]
    return scene.value(found[-1].first, found[-1].last, found[-1].edtf) if found else None


def _grounds(scene: Scene, first: int, i: int) -> Value | None:
    """Find the charge: the words between marks before "crime" or "accused"."""
    page = scene.page
    for k in range(first, i):
        if page.form(k).startswith(CHARGE):
            quoted = [j for j in range(max(first, k - LONGEST), k) if page.quote_of[j] not in {-1, page.quote_of[i]}]
            if quoted:
                quote = page.quotes[page.quote_of[quoted[-1]]]
                if quote.last - quote.first <= LONGEST * 2 and quote.last - 1 > quote.first + 1:
                    return scene.value(quote.first + 1, quote.last - 1)
    return None


def _suspected(scene: Scene, first: int, i: int) -> Value | None:
    """Find a reason: what stands before "because of", from the last phrase that names somebody on."""
    for k in range(i - 1, first, -1):
        if scene.page.form(k) in REASONS:
            begins = max([first, k - LONGEST, *(one.last for one in scene.moments_in(first, k))])
            begins = max(
                [begins, *(scene.mentions[n].last for n in scene.among(first, k) if not scene.mentions[n].case)]
            )
            return scene.value(begins, k + 1) if begins < k else None
    return None


def _agent(scene: Scene, first: int, i: int) -> Value | None:
    """Find who did it: "by the police"."""
    for n in scene.among(first, i):
        one = scene.mentions[n]
        if one.case == "by":
            return scene.value(one.first, one.last)
    return None
