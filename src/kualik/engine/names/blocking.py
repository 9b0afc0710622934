"""Keys under which spellings of one name meet: classes of consonants, vowels left out."""

from functools import lru_cache

from kualik.engine.names.splitting import parts

__all__ = ["keys", "shape", "skeleton"]

CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouv?", None),
        **dict.fromkeys("bpf", "P"),
        **dict.fromkeys("dt", "T"),
        **dict.fromkeys("gkh", "K"),
        **dict.fromkeys("szxcj", "S"),
        "m": "M",
        "n": "N",
        "l": "L",
        "r": "R",
    }
)
SHAPES = str.maketrans(dict.fromkeys("eiou", "a"))
SHORT = 2  # consonants; with fewer, the skeleton alone would put too many names together
LONG = 4  # consonants; from here on a name may lose one and still be found


@lru_cache(maxsize=65536)
def skeleton(sounds: str) -> str:
    """Reduce sounds to classes of consonants (b, p and f are one; v and vowels are none)."""
    return _undouble(sounds.translate(CLASSES))


@lru_cache(maxsize=65536)
def shape(sounds: str) -> str:
    """Reduce sounds to consonants and places of vowels."""
    return _undouble(sounds.translate(SHAPES))


def _undouble(text: str) -> str:
    return "".join(letter for place, letter in enumerate(text) if place == 0 or text[place - 1] != letter)


def keys(name: str) -> frozenset[str]:
    """Find the keys of a name for blocking.

    Args:
        name: a name in any of our scripts.

    Returns:
        Per part its consonant skeleton, and for a long one also the skeletons that lack one consonant;
        for a short one (Ali, Aya) its sounds. Two spellings of one name nearly always share a key.
    """
    found = {key for part in parts(name) for stem in part.stems for key in _keys_of(stem)}
    whole = "".join(part.stems[0] for part in parts(name))
    return frozenset(found | set(_keys_of(whole)))


@lru_cache(maxsize=65536)
def _keys_of(stem: str) -> tuple[str, ...]:
    bones = skeleton(stem)
    if len(bones) < SHORT:
        return (f"~{shape(stem)}",) if stem else ()
    lacking = [bones[:place] + bones[place + 1 :] for place in range(len(bones))] if len(bones) >= LONG else []
    return (bones, *dict.fromkeys(lacking))
