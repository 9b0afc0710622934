"""Words of arrest, sentence, custody, release: which kind of episode each begins, and what the places are."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Token

__all__ = ["FACILITY", "PLACE_STATES", "Trigger", "trigger_at"]

Trigger = tuple[str, str]  # kind of episode, and the state it puts a person in when nothing more is said

ARREST, HELD, SENTENCED, RELEASED = "arrest", "held", "sentencing", "release"
VERBS: dict[str, Trigger] = {
    **dict.fromkeys(("sentenced", "sentencing"), (SENTENCED, "prison")),
    **dict.fromkeys(("convicted",), (SENTENCED, "prison")),
    **dict.fromkeys(("jailed",), (SENTENCED, "prison")),
    **dict.fromkeys(("arrested", "apprehended", "rearrested", "re-arrested", "remanded"), (ARREST, "police custody")),
    **dict.fromkeys(("detained", "seized", "captured", "abducted", "kidnapped"), (ARREST, "unspecified")),
    **dict.fromkeys(("held", "incarcerated", "interned", "confined"), (HELD, "unspecified")),
    **dict.fromkeys(("imprisoned",), (HELD, "prison")),
    **dict.fromkeys(("released", "freed", "bailed", "paroled", "pardoned"), (RELEASED, "released")),
    **dict.fromkeys(("disappeared", "vanished"), ("disappeared", "disappeared")),
    **dict.fromkeys(("serving",), (HELD, "prison")),
}
TAKING = frozenset({"taken", "took", "pulled", "dragged", "picked", "rounded"})
MOVING = frozenset({"transferred", "moved"})
PUTTING = frozenset(
    {"sent", "placed", "put", "thrown", "remains", "remained", "remain", "spent", "stayed", "languishing"}
)
INSIDE = frozenset(
    {
        "prison",
        "prisons",
        "jail",
        "custody",
        "camp",
        "camps",
        "detention",
        "colony",
        "bars",
        "internment",
        "re-education",
    }
)
MEASURED = re.compile(r"^(?:years?|months?|days?)$|-(?:year|month|day)$|^(?:life|death)$")
GIVING = frozenset({"received", "given", "got", "handed", "receive"})
AFTER_TAKING = frozenset({"away", "to", "into", "from", "off", "up"})
FACILITY = re.compile(
    r"\b(?:prisons?|jails?|colony|camps?|detention|custody|centers?|centres?|police|station|department"
    r"|school|cell|block|"
    r"court|county|city|province|prefecture|district|branch|house|home|flat|apartment|dormitory|factory"
    r"|hospital|site)\b",
    re.IGNORECASE,
)
PLACE_STATES = (
    (re.compile(r"\bhouse arrest\b|electronic tag|home confinement|home chemistry", re.IGNORECASE), "house arrest"),
    (re.compile(r"\bcamps?\b|re-?education|internment|training cent|concentration", re.IGNORECASE), "camp"),
    (re.compile(r"forced lab|obliged to work|forced to work", re.IGNORECASE), "forced labour"),
    (re.compile(r"\bprisons?\b|\bjails?\b|\bcolony\b|penitentiar|\bpenal\b|pretrial detention"
        r"|administrative arrest", re.IGNORECASE), "prison"),
    (re.compile(r"detention cent|police (?:station|department|custody)|\bSIZO\b"
        r"|\bcustody\b", re.IGNORECASE), "police custody"),
)  # fmt: skip
DYING = re.compile(
    r"\bin (?:\w+ )?(?:custody|detention|prison|jail|camp|the camp|a camp|the closed place|\"the)", re.IGNORECASE
)


def trigger_at(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> Trigger | None:
    """Say which episode a word begins, if any.

    Args:
        tokens: the sentence.
        marks: its tags.
        place: the word.

    Returns:
        Kind and plain state, or None.
    """
    word = tokens[place].lower
    if marks[place] is Tag.NOUN and word not in {
        "serving",
        "guilty",
        "missing",
        "prison",
        "custody",
        "detention",
        "arrest",
        "passport",
    }:
        return None
    if word in VERBS:
        return VERBS[word] if word != "seized" or _next(tokens, place) not in {"his", "her", "their"} else None
    return _phrasal(tokens, place) or _in_custody(tokens, marks, place) or _leaving(tokens, place)


def _next(tokens: Sequence[Token], place: int, step: int = 1) -> str:
    where = place + step
    return tokens[where].lower if 0 <= where < len(tokens) else ""


def _phrasal(tokens: Sequence[Token], place: int) -> Trigger | None:
    word, after = tokens[place].lower, _next(tokens, place)
    if word in TAKING:
        return _taken(tokens, place)
    if (word == "let" and after in {"out", "go"}) or (word == "set" and after == "free") or word == "exchanged":
        return (RELEASED, "released")
    if word == "kept" and after in {"there", "in", "overnight", "at"}:
        return (HELD, "unspecified")
    if word in PUTTING and INSIDE & _window(tokens, place, 6):
        return (HELD, "unspecified")
    if word in MOVING and {"from", "to"} & _window(tokens, place, 2):
        return ("transfer", "unspecified")
    return _measured(tokens, place) or _gone(tokens, place)


def _window(tokens: Sequence[Token], place: int, width: int) -> set[str]:
    return {token.lower for token in tokens[place + 1 : place + 1 + width]}


def _taken(tokens: Sequence[Token], place: int) -> Trigger | None:
    """Read "taken to", "pulled off a bus", "took him from his flat", "was also taken, for a hundred days"."""
    window, after = _window(tokens, place, 5), _next(tokens, place)
    if tokens[place].lower == "taken" and after in {",", ".", ";"}:
        return (ARREST, "unspecified") if _next(tokens, place, -1) in {"was", "were", "been", "also"} else None
    if not AFTER_TAKING & window or {"passport", "place", "part", "picture", "photographs"} & window:
        return None
    named = place + 1 < len(tokens) and tokens[place + 1].capital
    person = named or after in AFTER_TAKING | {"him", "her", "them", "all"}
    return (ARREST, "unspecified") if person else None


def _measured(tokens: Sequence[Token], place: int) -> Trigger | None:
    """Read "served short jail terms", "received 20 days", "found guilty"."""
    word, window = tokens[place].lower, _window(tokens, place, 5)
    if word in {"served", "serve"} and {"jail", "prison", "days", "months", "years"} & window:
        return (HELD, "prison")
    given = word in GIVING and any(MEASURED.search(unit) for unit in window)
    guilty = word == "guilty" and _next(tokens, place, -1) == "found"
    return (SENTENCED, "prison") if given or guilty else None


def _gone(tokens: Sequence[Token], place: int) -> Trigger | None:
    """Read "has not been seen since", "died in custody"."""
    word = tokens[place].lower
    if word in {"seen", "heard"} and {"not", "never"} & {_next(tokens, place, back) for back in (-1, -2, -3)}:
        return ("disappeared", "disappeared")
    if word == "missing" and {"is", "are", "was", "were", "been", "went", "gone", "reported"} & {
        _next(tokens, place, back) for back in (-1, -2)
    }:
        return ("disappeared", "disappeared")
    if word in {"died", "dead"}:
        rest = " ".join(token.text for token in tokens[place + 1 : place + 9])
        return ("died", "died in custody") if DYING.search(rest) else None
    return None


def _in_custody(tokens: Sequence[Token], marks: Sequence[Tag], place: int) -> Trigger | None:
    """Read "are in prison", "has been in pretrial detention", "put under house arrest"."""
    word, before = tokens[place].lower, tuple(token.lower for token in tokens[max(0, place - 6) : place])
    if word == "arrest" and before[-1:] == ("house",) and {"put", "placed", "under"} & set(before):
        return (HELD, "house arrest")
    if word in {"prison", "custody", "detention", "jail"} and {"in", "behind"} & set(before[-2:]):
        be = {"is", "are", "was", "were", "be", "been"} & set(before)
        verbs = any(marks[n] in {Tag.VERB, Tag.PARTICIPLE} for n in range(max(0, place - 3), place))
        return (
            (HELD, "prison" if word in {"prison", "jail"} or "pretrial" in before else "police custody")
            if be and not verbs
            else None
        )
    return None


def _leaving(tokens: Sequence[Token], place: int) -> Trigger | None:
    word, window = tokens[place].lower, {token.lower for token in tokens[place + 1 : place + 7]}
    if word in {"barred", "prevented", "banned", "stopped"} and "from" in window and (
        window & {"leaving", "returning", "travelling", "traveling", "crossing", "departing"}
    ):  # fmt: skip
        return ("barred", "barred from leaving")
    near = {token.lower for token in tokens[max(0, place - 6) : place]}
    if word == "passport" and (
        window & {"withheld", "taken", "confiscated", "seized"} or near & {"took", "confiscated", "withheld", "seized"}
    ):
        return ("barred", "barred from leaving")
    return None
