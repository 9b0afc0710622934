"""What an ending tells of what went before: who comes home, dies, or is released was held."""

from dataclasses import replace

from kualik.engine.extracting.english.people import Register

__all__ = ["held_before", "note_held_until"]

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
    return tuple(key for key in parties if _was_held(register, key, last.get(register.cast.true(key), FREE)))


def _was_held(register: Register, key: int, state: str) -> bool:
    """Say whether a last state is one of holding; of one of a group only the group's is known."""
    part = register.cast.party(key).rule == "person.part" and bool(register.notes.held)
    return state not in OVER and (state != FREE or part)


def note_held_until(register: Register) -> None:
    """Note of everybody released, of whom no holding is told, that they were held until then.

    Args:
        register: the people of the document, their custody noted; what is found is added to its notes.
    """
    told = {register.cast.true(held.party) for held in register.notes.held if held.state != "released"}
    for held in [one for one in register.notes.held if one.state == "released"]:
        key = register.cast.true(held.party)
        if key not in told and not held.doubtful:
            told.add(key)
            register.notes.held.append(
                replace(held, state="unspecified", since=None, until=held.since, rule="custody.before-release")
            )
