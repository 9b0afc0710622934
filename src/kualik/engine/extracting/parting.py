"""Kin known only as a number: "two sons … to 22 and 10 years" are two people, each with a term."""

from kualik.engine.extracting.notes import Notes, Tie

__all__ = ["part"]

MOST = 6  # of more a text speaks as a group


def part(
    notes: Notes, key: int, number: int, *, words: tuple[str, str] = ("one of {}", "another of {}")
) -> tuple[int, ...]:
    """Make single people of an unnamed group, each with the group's ties.

    Args:
        notes: the notes; parties and ties are added, the group's own ties go.
        key: the group, unnamed, of *number* people.
        words: how the first and the others are described, in the language of the text; {} is the group.
        number: how many, 2 to 6; of more, or of a group with a name, the group stays one.

    Returns:
        The keys of the people, or of the group alone.
    """
    group = notes.parties[key]
    if group.name or not 1 < number <= MOST or group.body:
        return (key,)
    parts: list[int] = []
    for order in range(number):
        said = words[order > 0].format(group.description)
        member = notes.party(at=group.at, rule=group.rule, description=said)
        member.roles = set(group.roles)
        parts.append(member.key)
    ties = [tie for tie in notes.ties if key in {tie.person, tie.relative}]
    notes.ties = [tie for tie in notes.ties if tie not in ties]
    for tie in ties:
        for one in parts:
            person, relative = (one if end == key else end for end in (tie.person, tie.relative))
            notes.ties.append(
                Tie(person=person, relation=tie.relation, relative=relative, span=tie.span, rule=tie.rule)
            )
    return tuple(parts)
