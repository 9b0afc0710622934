"""Every rule in words."""

import re
from pathlib import Path

from kualik.engine.extracting.russian import reading
from kualik.engine.extracting.russian.rules import RULES


def test_every_rule_of_the_code_has_its_words() -> None:
    """What `--why` prints is never a bare id."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(reading.__file__).parent.glob("*.py"))
    found = set(re.findall(r'rule="([^"]+)"', code))

    assert len(found) > 9
    assert found <= RULES.keys()
