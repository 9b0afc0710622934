"""Shapes of words that may name somebody: capitals, initials, titles, endings."""

from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.naming import NAME_MARKS, readings
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = [
    "HONORIFICS",
    "PARTICLES",
    "PLACE_ENDINGS",
    "animate",
    "begins_sentence",
    "initial",
    "initials_lead",
    "is_given",
    "may_name",
    "namelike",
    "surname_shaped",
    "upper",
]

HONORIFICS = {
    "г-н": "masc", "г-на": "masc", "г-ну": "masc", "г-ном": "masc", "г-не": "masc", "господин": "masc",
    "господина": "masc", "господину": "masc", "господином": "masc", "г-жа": "femn", "г-жи": "femn", "г-же": "femn",
    "г-жу": "femn", "г-жой": "femn", "госпожа": "femn", "госпожи": "femn", "госпоже": "femn", "госпожу": "femn",
    "госпожой": "femn",
}  # fmt: skip
PARTICLES = group("names.particles")
PLACE_ENDINGS = ("ский", "ского", "ском", "ская", "ской", "скую", "ские", "ских", "ским", "ское", "скому")
OPENERS = frozenset(':«“„"(—–;')


def begins_sentence(page: Page, i: int) -> bool:
    first = page.sentence(i).first
    if i > first and page.tokens[i - 1].text in OPENERS:
        return True
    return all(not token.word for token in page.tokens[first:i])


def initial(page: Page, i: int) -> bool:
    if i < 0 or i + 1 >= len(page.tokens):
        return False
    token = page.tokens[i]
    return len(token.text) == 1 and token.capital and token.word and page.tokens[i + 1].text == "."


def initials_lead(page: Page, i: int) -> bool:
    """Say whether initials lead to a surname: "А. Б. Садыкова"."""
    place, paragraph = i, page.sentence(i).paragraph
    while initial(page, place):
        place += 2
    if place >= len(page.tokens) or page.sentence(place).paragraph != paragraph:
        return False
    return place < len(page.tokens) and page.tokens[place].capital and len(page.tokens[place].text) > 2


def upper(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _is_title(token: Token) -> bool:
    """Say whether a word with a capital is a title: "Президент"."""
    listed = any(form.lemma in column("people") or form.lemma in column("kin") for form in token.forms[:2])
    return listed and not any(form.marks & NAME_MARKS and form.known for form in token.forms)


def may_name(token: Token) -> bool:
    """Say whether a word with a capital may name somebody although it means something else: "Роза", "Улан"."""
    if _is_title(token):
        return False
    return (
        not token.forms
        or any("anim" in form.marks or form.marks & NAME_MARKS for form in token.forms)
        or not token.forms[0].known
    )


def namelike(token: Token) -> bool:
    """Say whether a word that begins a sentence may be a name: the dictionary does not know it otherwise."""
    if token.text.isupper() or _is_title(token):
        return False
    if not token.forms:
        return len(token.text) > 2
    best = token.forms[0]
    named = any(form.known and form.marks & NAME_MARKS for form in token.forms)
    common = any(form.known and not form.marks & (NAME_MARKS | {"Geox", "Orgn"}) for form in token.forms)
    return (named and (not common or best.marks & NAME_MARKS != set())) or not best.known


def is_given(token: Token) -> bool:
    return any(form.known and "Name" in form.marks and form.score > 0.3 for form in token.forms)


def surname_shaped(token: Token) -> bool:
    return any(one.weight >= 2 for one in readings(token.lower)) and not token.lower.endswith(PLACE_ENDINGS)


def animate(token: Token) -> bool:
    """Say whether a word is a noun for somebody."""
    return (
        bool(token.forms)
        and token.forms[0].noun
        and token.forms[0].known
        and "anim" in token.forms[0].marks
        and not token.capital
    )
