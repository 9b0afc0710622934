"""Rules of custody and events have words."""

import re
from pathlib import Path

from kualik.engine.extracting.english import custody_words
from kualik.engine.extracting.english.custody_rules import CUSTODY_RULES
from kualik.engine.extracting.english.happenings import kinds

FOLDER = Path(custody_words.__file__).parent
MODULES = ("trigger_verbs", "trigger_states", "trigger_nouns", "custody", "happenings", "gatherings")


def test_every_rule_that_a_module_writes_has_words() -> None:
    """An id in the code is an id in the table."""
    code = "".join((FOLDER / f"{name}.py").read_text(encoding="utf-8") for name in MODULES)
    written = set(re.findall(r'"((?:custody|event)\.[a-z-]+)"', code))
    assert written
    assert written <= set(CUSTODY_RULES)


def test_every_type_of_happening_has_a_rule() -> None:
    """A verb of the table gives an event whose rule is described."""
    types = {row[1].replace(" ", "-") for rows in kinds().values() for row in rows}
    assert {f"event.{'verb' if one == 'other' else one}" for one in types} <= set(CUSTODY_RULES)
