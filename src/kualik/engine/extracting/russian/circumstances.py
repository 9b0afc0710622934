"""The circumstances of a state: how long, since when, where, on which grounds."""

from dataclasses import dataclass

from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.russian.clauses import finite
from kualik.engine.extracting.russian.dates import Moment
from kualik.engine.extracting.russian.describing import description
from kualik.engine.extracting.russian.gazetteer import is_place
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.numbers import Term, is_imposed, terms_in
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene

__all__ = ["Sentence", "facility_state", "grounds_near", "moment_near", "place_near", "sentence_near", "term_near"]

LOCAL = group("circumstances.local")
CHARGES = group("circumstances.charges")
LIFELONG = ("пожизненн",)
REACH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What was imposed: durations, or what a duration cannot say; and whether it was suspended."""

    values: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    worded: str | None = None
    suspended: bool = False


def term_near(scene: Scene, first: int, last: int) -> Term | None:
    """Find the first length of time among tokens *first* to *last* that is no age."""
    for term in terms_in(scene.page, first, last):
        before = scene.page.lower(term.first - 1)
        if before in {"возрасте", "мне", "ему", "ей", ","} and "Y" in term.values[0]:
            after = scene.page.lower(term.last)
            aged = before != "," or after in {",", ")"}
            if aged and not is_imposed(scene.page, term.first, term.last):
                continue
        return term
    return None


def sentence_near(scene: Scene, i: int, last: int) -> Sentence:
    """Read the sentence behind a verb of sentencing: "к 22 и 10 годам", "на 15 суток", "пожизненно"."""
    page = scene.page
    suspended = any(page.lower(k).startswith("условн") and "досроч" not in page.lower(k) for k in range(i, last))
    for k in range(i, last):
        if page.lower(k).startswith(LIFELONG):
            return Sentence(worded="life imprisonment", place=(k, k + 1))
        if page.lower(k).startswith("смертн") and page.lower(k + 1).startswith("казн"):
            return Sentence(worded="death", place=(k, k + 2))
    term = term_near(scene, i, last)
    if term is None:
        long = next((k for k in range(max(0, i - 6), last) if _years_long(scene, k)), None)
        if long is None:
            return Sentence(suspended=suspended)
        number = "".join(letter for letter in page.lower(long) if letter.isdigit())
        return Sentence(values=(f"P{number}Y",), place=(long, long + 1), suspended=suspended)
    if page.lower(term.first - 1) == "до" and "от" in {page.lower(k) for k in range(term.first - 4, term.first)}:
        return Sentence(
            worded=page.words(term.first - 3, term.last), place=(term.first - 3, term.last), suspended=suspended
        )
    return Sentence(values=term.values, place=(term.first, term.last), suspended=suspended)


def _years_long(scene: Scene, k: int) -> bool:
    """Say whether a word is "10-летний" before a term or a sentence, and so no age."""
    word = scene.page.lower(k)
    return (
        word[0].isdigit()
        and "летн" in word
        and bool(
            {"срок", "заключение", "приговор", "наказание"}
            & set(scene.page.tokens[min(k + 1, len(scene.page.tokens) - 1)].lemmas())
        )
    )


def facility_state(scene: Scene, first: int, last: int) -> tuple[str, int] | None:
    """Find the kind of place among tokens *first* to *last* that says what state somebody is in."""
    page = scene.page
    for k in range(first, last):
        token = page.tokens[k]
        if token.lower.startswith("ограничени") and page.lower(k + 1) == "свободы":
            return "house arrest", k + 1
        if "домашний" in token.lemmas("ADJF") and page.lower(k + 1).startswith("арест"):
            return "house arrest", k + 1
        state = next(
            (column("facilities")[one] for one in (token.lower, *token.lemmas("NOUN")) if one in column("facilities")),
            None,
        )
        if state is None and page.lower(k - 1) in {"под", "о"} and token.lower.startswith("арест"):
            state = "police custody"
        if state == "prison" and "изолятор" in token.lemmas("NOUN") and page.lower(k + 1) == "временного":
            state = "police custody"
        if state is not None and (token.may_be("NOUN")):
            return state, k
    return None


def moment_near(scene: Scene, i: int, *, since_only: bool = False) -> Moment | None:
    """Find the date that a verb's clause gives: in its own stretch, else before it in its sentence."""
    sentence = scene.page.sentence(i)
    segment = scene.clauses.segment(i)
    near = [
        one for one in scene.moments(sentence.first, sentence.last) if (one.since or not since_only) and not one.until
    ]
    inside = [one for one in near if segment.first <= one.first < segment.last]
    if inside:
        return min(inside, key=lambda one: abs(one.first - i))
    before = [one for one in near if one.first < segment.first and segment.first - one.first < 14]
    if before and segment.kind in {"main", "part"}:
        return before[-1]
    behind = [one for one in near if segment.last <= one.first < segment.last + 6]
    return behind[0] if behind and segment.kind in {"main", "part"} else None


def place_near(scene: Scene, i: int, last: int) -> Value | None:
    """Find where: "в СИЗО Минска", "в уезде Текес"."""
    segment = scene.clauses.segment(i)
    chosen: Phrase | None = None
    for one in scene.clauses.phrases_in(segment.first, last):
        if _is_where(scene, one):
            if chosen is not None and one.first - chosen.last > 1:
                break
            chosen = chosen or one
            if not _adjoins(scene, one, last):
                break
    if chosen is None:
        return None
    end = chosen.last
    for one in scene.clauses.phrases_in(chosen.last, last):
        named = one.first == end and one.kind == "other" and scene.page.tokens[one.head].capital
        if not named and not (one.first - end == 1 and _is_where(scene, one)):
            break
        end = one.last
    text = description(scene.page, chosen)
    rest = scene.page.words(chosen.last, end)
    return scene.value(chosen.first, end, f"{text} {rest}".strip())


def _adjoins(scene: Scene, one: Phrase, last: int) -> bool:
    return one.last + 1 < last and scene.page.lower(one.last) in {"в", "на"}


def _is_where(scene: Scene, one: Phrase) -> bool:
    page = scene.page
    if page.lower(one.first - 1) not in {"в", "во", "на", "под", "у", "близ", "возле", "из"} or one.name is not None:
        return False
    head = page.tokens[one.head]
    if one.lemma in LOCAL or is_place(head.lower):
        return True
    return head.capital and one.kind == "other" and "loct" in one.cases and head.forms[:1] != ()


def grounds_near(scene: Scene, i: int, last: int) -> tuple[Value | None, Value | None]:
    """Find the reason given, and the one that is only suspected."""
    page = scene.page
    for k in range(max(scene.clauses.segment(i).first, i - 12), last):
        word, after = page.lower(k), page.lower(k + 1)
        if word == "по" and (after in CHARGES or page.lower(k + 2) in CHARGES):
            return scene.value(k, _end(scene, k + 1, last)), None
        if word == "за" and k > i - 12 and _is_reason(scene, k + 1):
            return scene.value(k, _end(scene, k + 1, last)), None
        if word == "из-за":
            return None, scene.value(k, _end(scene, k + 1, last))
        if word.startswith("обвин") and after == "в":
            return scene.value(k + 1, _end(scene, k + 2, last)), None
    return None, None


def _is_reason(scene: Scene, k: int) -> bool:
    if k >= len(scene.page.tokens):
        return False
    token = scene.page.tokens[k]
    if token.lower in {"то", "участие", "что"} or token.text in '«“"':
        return True
    nouns = {form.case for form in token.forms if form.noun or form.pos == "ADJF"}
    timely = set(token.lemmas()) & {"год", "день", "месяц", "неделя", "решетка", "граница", "рубеж", "время"}
    return bool("accs" in nouns and not timely)


def _end(scene: Scene, k: int, last: int) -> int:
    """Find where a reason ends: with its stretch, or the quotation that it is."""
    end = scene.clauses.segment(k).last
    if (
        scene.page.lower(end) in {"что", "чтобы", "которые", "который", "которая"}
        or scene.page.tokens[end - 1].text == "("
    ):
        end = scene.clauses.segment(min(end, len(scene.page.tokens) - 1)).last
    verb = next((n for n in range(k + 1, end) if finite(scene.page.tokens[n])), end)
    return max(k + 1, min(end, verb, k + REACH, max(last, k + 1)))
