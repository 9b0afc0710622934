"""Numbers as Chinese writes them: 22, 二十二, 两百多, 1.5万, 上百万."""

import re

__all__ = ["NUMERAL", "value"]

NUMERAL = r"(?:\d[\d,]{0,14}(?:\.\d{1,6})?[十百千万亿]{0,4}|[〇零一二两俩三四五六七八九十百千万亿]{1,16})"
DIGITS = {character: n for n, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10_000, "亿": 100_000_000}
ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)")
LONGEST = 24


def value(text: str) -> int | None:
    """Read a numeral; None where the characters make no number."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    match = ARABIC.fullmatch(text)
    if match:
        number = float(match[1].replace(",", ""))
        for unit in match[2]:
            number *= UNITS.get(unit) or GREAT[unit]
        return round(number)
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return _written(text)


def _written(text: str) -> int | None:
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            section += (digit or 1) * UNITS[character]
            digit = 0
        elif character in GREAT:
            total = (total + section + digit or 1) * GREAT[character]
            section = digit = 0
        else:
            return None
    return total + section + digit
