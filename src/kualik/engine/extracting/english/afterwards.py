"""What counts only of somebody held before: "came home", "died"."""

from kualik.engine.extracting.english.people import Register

__all__ = ["held_before"]

OVER = frozenset({"released", "died in custody"})
FREE = "barred from leaving"


def held_before(register: Register, parties: tuple[int, ...]) -> tuple[int, ...]:
    """Keep those who were told of before as held, and not since as released or dead.

    Args:
        register: the people of the document; what was noted of them so far stands in its notes.
        parties: keys of people.
    """
    last: dict[int, str] = {}
    for held in register.notes.held:
        key = register.cast.true(held.party)
        if held.state != FREE:
            last[key] = held.state
    return tuple(key for key in parties if last.get(register.cast.true(key), FREE) not in OVER | {FREE})
