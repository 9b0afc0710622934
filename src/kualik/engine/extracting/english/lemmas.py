"""Dictionary forms of English words, by the tables that come with spaCy's model.

The model's own lemmatizer asks for its mapping of attributes first, which costs as much as parsing; the same tables
with the Penn tag alone cost a look-up for each new word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Lemmas"]

CLASSES = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
BASE = frozenset({"VB", "VBP", "NN", "NNP", "NNPS", "JJ", "RB", "RP"})


@dataclass(slots=True, kw_only=True)
class Lemmas:
    """A lemmatizer by tables: exceptions, an index of known forms, and rules for endings."""

    exceptions: Mapping[str, Mapping[str, Sequence[str]]]
    index: Mapping[str, Mapping[str, object]]
    rules: Mapping[str, Sequence[Sequence[str]]]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, lower: str, tag: str) -> str:
        """Find the dictionary form of a word.

        Args:
            lower: the word, casefolded.
            tag: its Penn tag.

        Returns:
            The form; the word itself where no rule gives a known one.
        """
        key = (lower, tag)
        if key not in self._known:
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[key] = self._find(lower, tag)
        return self._known[key]

    def _find(self, lower: str, tag: str) -> str:
        kind = CLASSES.get(tag[:1])
        if kind is None or tag in {"NNP", "NNPS", "RP"}:
            return AUXILIARY.get(lower, lower) if tag == "MD" else lower
        if lower in AUXILIARY and kind == "verb":
            return AUXILIARY[lower]
        given = self.exceptions[kind].get(lower)
        if given:
            return given[0]
        if tag in BASE and (lower in self.index[kind] or tag in {"NN", "VB"}):
            return lower
        forms = [lower[: len(lower) - len(old)] + new for old, new in self.rules[kind] if lower.endswith(old)]
        return next((form for form in forms if form in self.index[kind]), forms[0] if forms else lower)


AUXILIARY = {
    "'s": "be", "'m": "be", "'re": "be", "'ve": "have", "'d": "have", "'ll": "will", "wo": "will", "ca": "can",
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have",
    "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do", "ai": "be",
}  # fmt: skip
