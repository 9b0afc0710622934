"""The stem of an English word: its inflections taken off, no more."""

from typing import Final

__all__ = ["stem"]

VOWELS: Final = frozenset("aeiouy")
LEAST = 3  # letters that a stem has at least
IRREGULAR: Final = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life", "held": "hold",
    "took": "take", "taken": "take", "told": "tell", "said": "say", "saw": "see", "seen": "see", "knew": "know",
    "known": "know", "wrote": "write", "written": "write", "went": "go", "gone": "go", "beaten": "beat",
    "fled": "flee", "kept": "keep", "sent": "send", "died": "die", "dying": "die", "people": "person",
    "sought": "seek", "brought": "bring", "found": "find", "gave": "give", "given": "give", "spoke": "speak",
    "spoken": "speak", "fell": "fall", "fallen": "fall", "left": "leave", "lost": "lose", "heard": "hear",
    "news": "news", "families": "family", "ties": "tie", "paid": "pay",
}  # fmt: skip


def stem(word: str) -> str:
    """Take the inflection off a folded word: sentences, sentenced and sentencing are one."""
    word = IRREGULAR.get(word, word)
    if len(word) <= LEAST:
        return word
    return _even(_past(_plural(_adverb(word)))).replace("iz", "is").replace("our", "or")


def _adverb(word: str) -> str:
    return word[:-2] if word.endswith("ly") and len(word) > LEAST + 2 else word


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > LEAST + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("ied") and len(word) > LEAST + 1:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= LEAST and not VOWELS.isdisjoint(root):
            return _single(root)
    return word


def _single(root: str) -> str:
    doubled = root[-1] == root[-2] and root[-1] not in VOWELS | frozenset("lsz")
    return root[:-1] if doubled else root


def _even(word: str) -> str:
    """Let go of what stays or falls with an ending: a last e, and y for i."""
    word = word.removesuffix("e") if len(word) > LEAST else word
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > LEAST else word
