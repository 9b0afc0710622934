"""Traditional characters and full-width signs folded to one form, for matching only: no offset moves."""

from functools import cache

from kualik.engine.extracting.chinese.tables import mapping

__all__ = ["fold"]

WIDE = {chr(0xFF01 + n): chr(0x21 + n) for n in range(94) if chr(0x21 + n).isalnum()}
DOTS = dict.fromkeys("‧•・･．●∙⋅", "·")


@cache
def _table() -> dict[int, str]:
    return str.maketrans(dict(mapping("traditional")) | WIDE | DOTS)


def fold(text: str) -> str:
    """Fold traditional characters, full-width letters and the dots in names, one character for one."""
    return text.translate(_table())
