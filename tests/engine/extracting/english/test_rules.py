"""Every rule is told in words."""

import re
from pathlib import Path

from kualik.engine.extracting.english import people
from kualik.engine.extracting.english.rules import RULES

OWN = "ages bodies cast descriptions figures kin kin_groups labels people"


def test_every_rule_of_people_and_kin_has_its_words() -> None:
    """Each id in the code is in the table."""
    folder = Path(people.__file__).parent
    code = "\n".join((folder / f"{name}.py").read_text(encoding="utf-8") for name in OWN.split())
    found = set(re.findall(r'"((?:person|body|kin|figure)\.[a-z-]+)"', code))
    assert len(found) > 8
    assert found <= RULES.keys()


def test_words_are_a_short_clause() -> None:
    """Without a full stop."""
    assert all(words and not words.endswith(".") and len(words) < 160 for words in RULES.values())
