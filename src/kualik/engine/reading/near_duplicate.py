"""Tell texts that were copied from one another, wholly or with small changes.

Source: Broder (1997), "On the resemblance and containment of documents", for the idea; Li, Owen and
Zhang (2012), "One permutation hashing", and Shrivastava (2017), "Optimal densification for fast and
accurate minwise hashing", for doing it in one pass.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import blake2b

__all__ = ["VALUES", "fingerprint", "similarity"]

VALUES = 64  # a similarity is then right to about 0.06 (one standard deviation at 0.5)
SHINGLE = 5  # words, or Chinese characters
TOKEN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
PIECE = re.compile(r"\s+|\S{1,200}")
BITS = 32


def fingerprint(text: str) -> tuple[int, ...]:
    """Sum up a text so that copies of it have much the same sum.

    Args:
        text: any text; capitals, punctuation and line breaks do not matter, a Chinese character
            counts as a word.

    Returns:
        64 numbers of 32 bits, the same on every machine; none for a text without words.
    """
    least: list[int | None] = [None] * VALUES
    for hashed in map(_hash, _shingles(TOKEN.findall(_plain(text)))):
        place, value = hashed % VALUES, hashed >> BITS
        kept = least[place]
        if kept is None or value < kept:
            least[place] = value
    return _fill(least) if any(value is not None for value in least) else ()


def similarity(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimate how much two texts share.

    Args:
        a: fingerprint of one text.
        b: fingerprint of the other.

    Returns:
        0 to 1: the share of their runs of five words that both have (Jaccard index); 0 if one has none.

    Raises:
        ValueError: these are not two fingerprints.
    """
    if not a or not b:
        return 0.0
    return sum(one == other for one, other in zip(a, b, strict=True)) / len(a)


def _plain(text: str) -> str:
    """Write alike what is read alike, a piece at a time: sorting a run of accents takes the square of its length."""
    return "".join(unicodedata.normalize("NFKC", piece) for piece in PIECE.findall(text)).casefold()


def _shingles(tokens: Sequence[str]) -> Iterable[str]:
    if 0 < len(tokens) < SHINGLE:
        return [" ".join(tokens)]
    return (" ".join(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1))


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _fill(least: Sequence[int | None]) -> tuple[int, ...]:
    """Give each empty place the value of another, chosen by chance that is the same for every text."""
    filled = []
    for place, own in enumerate(least):
        value, attempt = own, 0
        while value is None:
            value, attempt = least[_hash(f"{place}/{attempt}") % VALUES], attempt + 1
        filled.append(value)
    return tuple(filled)
