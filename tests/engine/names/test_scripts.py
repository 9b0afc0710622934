"""Which script a name is in."""

import pytest

from kualik.engine.names import script


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Khalida", "Latn"),
        ("Ä́ygül", "Latn"),
        ("Халида Ақытхан", "Cyrl"),
        ("قاليدا", "Arab"),
        ("ﻗﺎﻟﻴﺪﺍ", "Arab"),
        ("哈丽达", "Hani"),
        ("Халида (Kh)", "Cyrl"),
        ("12 - ·", "Zyyy"),
        ("", "Zyyy"),
        ("ქართული", "Zyyy"),
    ],
)
def test_the_script_of_most_letters(name: str, expected: str) -> None:
    """ISO 15924; Zyyy where we know none."""
    assert script(name) == expected
