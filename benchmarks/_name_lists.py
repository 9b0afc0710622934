"""Long lists of names of nobody, for measuring how search grows."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

__all__ = ["Source", "from_rows", "from_syllables", "make"]

NEW = 0.04  # of parts are spelled as none before, since a longer list of people also has more rare names
LOST = 0.5  # of the new spellings lose a letter inside; the others grow at the end
ZIPF = 0.9  # exponent of how often the n-th commonest part is borne
VOCABULARY = 40_000  # different parts an alphabet, where none are given
ALPHABETS = {
    "Latn": ("b d g gh h k kh l m n q r s sh t y z", "a e i o u ö ü", "n r l m t sh "),
    "Cyrl": ("б д г ғ к қ л м н р с ш т ж з", "а ә е і о ө ұ ү ы", "н р л м т с "),
    "Arab": ("ب د گ غ ك ق ل م ن ر س ش ت ي ز", "ا ە ى و ۇ", "ن ر ل م ت "),
    "Hani": ("阿 买 吐 热 努 艾 古 哈 库 萨 亚 玉 巴 达 卡 木 合 尔 提 力 孜 尼 丽 帕 伊 米 依 克 斯 别", "", ""),
}
DOTS = {"Hani": "·"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Parts of names written alike, as often as they are to be borne: first parts, last parts, and what joins them."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    joint: str
    share: float  # of all names


def make(sources: list[Source], *, count: int, seed: int) -> Iterator[str]:
    """Compose names by drawing each part by itself.

    Args:
        sources: where the parts come from, with their shares.
        count: how many names, from 0.
        seed: the same seed gives the same names.

    Returns:
        The names, one after another; some are borne more than once, as in the world.

    Assumes:
        Parts are independent of each other, so that nobody who exists is meant.

    Source:
        docs/methods/names.md, on search.
    """
    random = Random(seed)
    bounds = list(accumulate(source.share for source in sources))
    for source in random.choices(sources, cum_weights=bounds, k=count):
        first, last = random.choice(source.first), random.choice(source.last)
        if random.random() < NEW:
            last = _respelled(last, random)
        yield f"{first}{source.joint}{last}" if last else first


def _respelled(part: str, random: Random) -> str:
    """Take a letter out, or write one twice further on: a part that nobody bore before."""
    place = random.randrange(len(part)) if part else 0
    return part[:place] + part[place + 1 :] + part[place : place + 1] if random.random() < LOST else part + part[:2]


def from_rows(path: Path) -> list[Source]:
    """Take the parts of names in a table with columns name, lang and source (../shared/eval/names/distractors.tsv)."""
    first: dict[str, list[str]] = defaultdict(list)
    last: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = row["name"].replace("·", " ").split()
            first[row["lang"]].extend(words[:1])
            last[row["lang"]].append(words[-1] if len(words) > 1 else "")
    total = sum(map(len, first.values()))
    return [
        Source(
            first=tuple(first[lang]),
            last=tuple(last[lang]),
            joint="·" if lang == "zh" else " ",
            share=len(first[lang]) / total,
        )
        for lang in first
    ]


def from_syllables(*, seed: int) -> list[Source]:
    """Make up parts of syllables in four scripts, a few of them borne by many."""
    random = Random(seed)
    return [
        Source(
            first=_borne(script, random),
            last=_borne(script, random),
            joint=DOTS.get(script, " "),
            share=1 / len(ALPHABETS),
        )
        for script in ALPHABETS
    ]


def _borne(script: str, random: Random) -> tuple[str, ...]:
    parts = sorted({_word(script, random) for _ in range(VOCABULARY)})
    random.shuffle(parts)
    weights = [(rank + 1) ** -ZIPF for rank in range(len(parts))]
    return tuple(random.choices(parts, weights=weights, k=4 * VOCABULARY))


def _word(script: str, random: Random) -> str:
    opening, vowels, closing = (letters.split(" ") for letters in ALPHABETS[script])
    syllables = random.choice((2, 2, 3, 3, 4))
    made = "".join(random.choice(opening) + random.choice(vowels) + random.choice(closing) for _ in range(syllables))
    return made[:1].upper() + made[1:]
