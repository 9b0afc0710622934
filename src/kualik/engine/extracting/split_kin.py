"""Kin known only as a number: "two sons … to 22 and 10 years" are two people, each with a term."""

from dataclasses import replace

from kualik.engine.extracting.custody import Episode
from kualik.engine.extracting.people import Person
from kualik.engine.extracting.story import Story

__all__ = ["part_groups"]

SINGULAR = {"wives": "wife", "children": "child"}
MOST = 6  # of more the text speaks as a group


def part_groups(story: Story) -> None:
    """Make single people of a group of unnamed kin where one clause gives each a term of their own.

    Args:
        story: the story; its episodes and ties are rewritten.
    """
    parted: dict[int, tuple[int, ...]] = {}
    for place, episode in enumerate(story.episodes):
        groups = _groups(story, episode)
        for group in groups:
            if group.key not in parted:
                parted[group.key] = _parts(story, group)
        if groups:
            keys = tuple(key for person in episode.people for key in parted.get(person, (person,)))
            story.episodes[place] = replace(episode, people=keys)
    story.ties = [replace(tie, person=key) for tie in story.ties for key in parted.get(tie.person, (tie.person,))]


def _groups(story: Story, episode: Episode) -> list[Person]:
    """Find the unnamed groups of an episode whose numbers add up to the number of its terms."""
    if episode.term is None or not 1 < len(episode.term.values) <= MOST:
        return []
    people = [story.people.all[key] for key in episode.people]
    counts = [person.count or (2 if "parents" in person.words else 0) for person in people]
    if not all(counts) or sum(counts) != len(episode.term.values):
        return []
    for person, count in zip(people, counts, strict=True):
        person.count = count
    return [person for person in people if person.name is None and (person.count or 0) > 1]


def _parts(story: Story, group: Person) -> tuple[int, ...]:
    words = (group.description or "").split()
    kin = next((place for place, word in enumerate(words) if word == "of"), 1) - 1
    single = SINGULAR.get(words[kin], words[kin].removesuffix("s"))
    made: list[int] = []
    for _ in range(group.count or 0):
        part = story.people.add(description=" ".join([single, *words[kin + 1 :]]), count=1)
        part.described_at, part.roles = group.described_at, set(group.roles)
        made.append(part.key)
    return tuple(made)
