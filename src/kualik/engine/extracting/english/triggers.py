"""Words that tell of custody: each with whom it befell, and the state that it puts them in."""

from kualik.engine.extracting.english import (
    trigger_bonds,
    trigger_changes,
    trigger_nouns,
    trigger_phrases,
    trigger_returns,
    trigger_states,
    trigger_verbs,
)
from kualik.engine.extracting.english.deeds import is_real
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.trigger import Trigger

__all__ = ["find_triggers"]

READERS = (
    *trigger_changes.READERS,
    *trigger_phrases.READERS,
    *trigger_verbs.READERS[:3],
    *trigger_states.READERS,
    *trigger_bonds.READERS,
    *trigger_verbs.READERS[3:],
    *trigger_nouns.READERS,
    *trigger_returns.READERS,
)


def find_triggers(parsed: Parsed) -> list[Trigger]:
    """Find every word of a text that tells of custody as of a fact.

    Args:
        parsed: the text; headings are passed over.

    Returns:
        Triggers in the order of the text.
    """
    found: list[Trigger] = []
    for sentence in parsed.sentences:
        if sentence.heading:
            continue
        for word in parsed.within(sentence):
            trigger = next((one for read in READERS if (one := read(parsed, word.i))), None)
            if trigger is not None and _is_told(parsed, trigger):
                found.append(trigger)
    return found


def _is_told(parsed: Parsed, trigger: Trigger) -> bool:
    return bool(trigger.whose or trigger.elliptic) and (trigger.negative or is_real(parsed, trigger.i))
