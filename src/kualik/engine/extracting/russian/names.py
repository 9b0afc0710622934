"""Who is named: runs of capitals that name people, their nominative, their gender.

A run counts as a person's name by the dictionary, by its shape, or by the words around it; each name's nominative is
settled over the whole document, so that a form that stands in it as nominative wins over one that does not.
"""

from collections import defaultdict

from kualik.engine.extracting.russian.expecting import expected_cases, likely_gender, possible_cases
from kualik.engine.extracting.russian.naming import CASES, Reading, readings
from kualik.engine.extracting.russian.runs import (
    Run,
    capital_runs,
    is_echo,
    is_other,
    is_strong,
    nominatives,
    repeated_surnames,
)
from kualik.engine.extracting.russian.shapes import PARTICLES, upper
from kualik.engine.extracting.russian.surnames import Name, share_surnames
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["Name", "find_names"]

USUAL = {"nomn": 0.06, "gent": 0.05, "accs": 0.04, "ablt": 0.02, "datv": 0.01, "loct": 0.0}
SHARED = 0.6
SURE, LATER = 4.0, 1.5


def find_names(page: Page) -> list[Name]:
    """Find the names of people.

    Args:
        page: the text.

    Returns:
        Names in order, not overlapping. Bare words that only may be names are there when the rest of the text, or the
        noun before them, says that they are.
    """
    runs = [run for run in capital_runs(page) if not is_other(page, run)]
    for run in runs:
        run.strong = is_strong(page, run)
    known = {stem for run in runs if run.strong for i in run.words for stem in nominatives(page.tokens[i])}
    kept = [run for run in runs if run.strong or is_echo(page, run, known)]
    kept = sorted([*kept, *repeated_surnames(page, kept, known)], key=lambda run: run.first)
    support = _support(page, kept)
    for run in kept:
        name = _settled(page, run, support)
        if len(run.words) > 1:
            for word in name.words:
                _speak_for(support, word.lower(), SURE if name.case == "nomn" else SURE / 2)
    return share_surnames(page, [_settled(page, run, support) for run in kept])


def _support(page: Page, runs: list[Run]) -> dict[str, float]:
    """Count, over the document, how much speaks for each nominative."""
    support: dict[str, float] = defaultdict(float)
    for run in runs:
        expected = expected_cases(page, run)
        for i in run.words:
            best: dict[str, float] = {}
            for one in readings(page.tokens[i].lower):
                weight = one.weight * (2 if one.case in expected else 1)
                best[one.nominative] = max(best.get(one.nominative, 0.0), weight)
            total = sum(best.values())
            for nominative, weight in best.items():
                _speak_for(support, nominative, weight / total)
    return support


def _speak_for(support: dict[str, float], nominative: str, weight: float) -> None:
    """Note what speaks for a nominative; some of it speaks for the surname of the other gender: "Акимов", "Акимова"."""
    support[nominative] += weight
    if nominative.endswith(("ов", "ев", "ёв")):
        support[f"{nominative}а"] += weight * SHARED
    elif nominative.endswith(("ова", "ева", "ёва")) and len(nominative) > 4:
        support[nominative[:-1]] += weight * SHARED


def _settled(page: Page, run: Run, support: dict[str, float]) -> Name:
    expected, maybe, sex = expected_cases(page, run), possible_cases(page, run), likely_gender(page, run)
    scores = [
        (
            _score(page, run, case, gender, support)
            + SURE / 2 * max(case in expected, (case in maybe) / 2)
            + SURE / 2 * (gender == sex)
            + USUAL[case],
            -CASES.index(case),
            gender,
        )
        for case in CASES
        for gender in ("masc", "femn")
    ]
    score, place, gender = max(scores)
    case = CASES[-place]
    words = tuple(_cased(page.tokens[i], _chosen(page.tokens[i], case, gender, support)) for i in run.words)
    text = " ".join(f"{word}." if len(word) == 1 else word for word in words)
    other = max(value for value, _, sex in scores if sex != gender)
    return Name(
        first=run.first, last=run.last, nominative=text, case=case, words=words,
        gender=gender if score - other > 0.25 else "",
    )  # fmt: skip


def _score(page: Page, run: Run, case: str, gender: str, support: dict[str, float]) -> float:
    total = 0.0
    for n, i in enumerate(run.words):
        token = page.tokens[i]
        if len(token.text) == 1 or token.lower in PARTICLES:
            continue
        one = _chosen(token, case, gender, support)
        total += _worth(one, support, given=n == 0) if one else -SURE
    return total


def _worth(one: Reading, support: dict[str, float], *, given: bool = True) -> float:
    weight = one.weight if given else min(one.weight, LATER)  # the first name tells the gender: "Гульзира Омар"
    return weight + min(2 * SURE, support[one.nominative])


def _chosen(token: Token, case: str, gender: str, support: dict[str, float]) -> Reading | None:
    fitting = [one for one in readings(token.lower) if one.case == case and one.gender == gender]
    return max(fitting, key=lambda one: _worth(one, support), default=None)


def _cased(token: Token, one: Reading | None) -> str:
    """Give a nominative the capitals of the text's word."""
    if one is None or len(token.text) == 1 or token.lower in PARTICLES:
        return token.text
    if upper(token):
        return one.nominative.capitalize()
    return "".join(
        letter.upper() if n < len(token.text) and token.text[n].isupper() else letter
        for n, letter in enumerate(one.nominative)
    )
