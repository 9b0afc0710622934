"""Somebody described first and named later is one: the woman whose father he is, and his daughter by name."""

from dataclasses import replace

from kualik.engine.extracting.chinese.story import Story

__all__ = ["INVERSE", "merge_described"]

PARENTS, CHILDREN = frozenset({"father", "mother", "parent"}), frozenset({"son", "daughter", "child"})
SPOUSES, SIBLINGS = frozenset({"husband", "wife", "spouse"}), frozenset({"brother", "sister", "sibling"})
INVERSE = {
    **dict.fromkeys(PARENTS, CHILDREN), **dict.fromkeys(CHILDREN, PARENTS), **dict.fromkeys(SPOUSES, SPOUSES),
    **dict.fromkeys(SIBLINGS, SIBLINGS),
}  # fmt: skip


def merge_described(story: Story) -> None:
    """Join each described person to the named one who stands in the same relation to the same person.

    Args:
        story: the text, read to its end; its notes are changed.
    """
    _replace(story, story.people.renamed)
    parties = story.notes.parties
    named = {
        (tie.relative, relation): tie.person
        for tie in story.notes.ties
        if parties[tie.person].name
        for relation in (tie.relation,)
    }
    joined: dict[int, int] = {}
    for tie in story.notes.ties:
        described = tie.relative
        if parties[described].name or parties[described].count != 1 or not parties[tie.person].name:
            continue
        for relation in INVERSE.get(tie.relation, ()):
            other = named.get((tie.person, relation))
            if other is not None and _may_be_one(story, described, other):
                joined[described] = other
    _replace(story, joined)


def _may_be_one(story: Story, described: int, other: int) -> bool:
    one, two = story.people.gender.get(described), story.people.gender.get(other)
    return one is None or two is None or one == two


def _replace(story: Story, joined: dict[int, int]) -> None:
    notes = story.notes

    def now(key: int) -> int:
        seen = 0
        while key in joined and seen < len(joined):
            key, seen = joined[key], seen + 1
        return key

    notes.ties = [replace(tie, person=now(tie.person), relative=now(tie.relative)) for tie in notes.ties]
    notes.held = [replace(held, party=now(held.party)) for held in notes.held]
    labels = {
        notes.parties[old].label: notes.parties[now(old)].label
        for old in joined
        if notes.parties[old].count in {1, None}
    }
    notes.happenings = [
        replace(one, target=replace(one.target, text=labels[one.target.text]))
        if one.target and one.target.text in labels
        else one
        for one in notes.happenings
    ]
    notes.sayings = [one if one.speaker is None else replace(one, speaker=now(one.speaker)) for one in notes.sayings]
