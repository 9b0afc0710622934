"""Where a speaker stands: by the verb, and by what a plain verb is followed by."""

from kualik.engine.extracting.chinese.here import Here
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import mapping, words
from kualik.engine.facts.vocabulary import Stance

__all__ = ["stance_of"]

OPENING = '，：:,“「" 他她其我们对此自己'  # marks, and who it is about
HEAD = 26  # characters of what is said that are looked at


def stance_of(here: Here, place: int, speaker: int) -> Stance:
    """Weigh a verb of saying.

    Args:
        here: the clause.
        place: the verb among its words.
        speaker: whose verb it is.

    Returns:
        The stance of the verb; of a plain one that of the words that follow: 表示“不实” denies.
    """
    token = here.tokens[place]
    stance = Stance(mapping("cues")[token.text])
    if token.text.startswith("证实") and not _is_authority(here.story, speaker):
        return Stance.ASSERTS
    if stance is not Stance.ASSERTS:
        return stance
    head = _head(here, token.end)
    if _has(head, "stances.denying") or head.startswith(tuple(words("stances.denying-first"))):
        return Stance.DENIES
    if _has(head, "stances.shunning"):
        return Stance.DECLINES_TO_COMMENT
    if _has(head, "stances.demanding") or head.startswith(tuple(words("stances.demanding-first"))):
        return Stance.DEMANDS
    return stance


def _head(here: Here, start: int) -> str:
    rest = here.story.folded[start : min(here.sentence.end, start + 60)].split("；")[0]
    return (rest.split("。")[0] if here.sentence.depth else rest).lstrip(OPENING)[:HEAD]


def _has(head: str, group: str) -> bool:
    return any(word in head for word in words(group))


def _is_authority(story: Story, key: int) -> bool:
    party = story.notes.parties[key]
    return party.body or "official" in party.roles or _has(party.label, "stances.authority")
