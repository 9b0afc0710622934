"""Custody told without a verb: "his brother is in prison", "there is no news of him"."""

from collections.abc import Iterator, Sequence

from kualik.engine.extracting.kazakh.nouns import noun_of
from kualik.engine.extracting.kazakh.predicates import Predicate
from kualik.engine.extracting.kazakh.tables import members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.kazakh.verbs import Form

__all__ = ["nominal"]

NEWS = frozenset({"хабар", "хат-хабар", "хабар-ошар", "дерек", "хабары"})
UNKNOWN = frozenset({"белгісіз", "беймәлім"})
TRACELESS = frozenset({"хабарсыз", "дерексіз", "із-түзсіз", "хабар-ошарсыз", "үнсіз-түнсіз"})
FATE = ("қайда", "тағдыр", "жағдай", "қай")
IN_PRISON = ("-", "nom", "place", "-", "-")
MISSING = ("-", "abl", "disappeared", "-", "-")
GONE = ("-", "nom", "disappeared", "-", "-")
LOST = ("-", "gen", "disappeared", "-", "-")


def nominal(tokens: Sequence[Token]) -> Iterator[Predicate]:
    """Find custody that is told by a noun at the end of a clause.

    Args:
        tokens: of one frame.

    Returns:
        What stands for a verb, in order; its entry says whom it is about, as in the table of custody verbs.
    """
    for place, token in enumerate(tokens):
        after = tokens[place + 1].lower if place + 1 < len(tokens) else "."
        if _is_held(token) and after in members("after-noun"):
            yield _stated(place, place + 1, IN_PRISON)
        elif token.lower in NEWS and after in {"жоқ", "жоғын", "алмады", "болмады"}:
            yield _stated(place, place + 2, MISSING)
        elif token.lower in TRACELESS and after in members("after-noun"):
            yield _stated(place, place + 1, GONE)
        elif token.lower in UNKNOWN and any(word.lower.startswith(FATE) for word in tokens[max(0, place - 3) : place]):
            yield _stated(place, place + 1, LOST)


def _is_held(token: Token) -> bool:
    noun = noun_of(token.lower) if token.word else None
    return noun is not None and noun.kind == "held" and noun.case == "loc"


def _stated(first: int, last: int, entry: tuple[str, ...]) -> Predicate:
    return Predicate(first=first, last=last, entry=entry, form=Form(tense="perfect"))
