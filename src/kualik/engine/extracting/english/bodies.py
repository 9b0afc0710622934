"""Bodies that speak: ministries, courts, states, outlets, under the fullest name that the text gives them."""

from collections import defaultdict

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.labels import label_of, short_phrase
from kualik.engine.extracting.english.vocabulary import body_words

__all__ = ["Bodies"]

MOST = 30  # fuller forms that are kept for one word


class Bodies:
    """The bodies of a document by the word that names their kind: "the ministry" is the ministry named before."""

    def __init__(self, cast: Cast) -> None:
        """Collect every body that is named with more than its kind."""
        self._cast = cast
        self._full: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word in cast.parsed.words:
            if word.capital and word.lower in body_words("body") and word.dep != "compound":
                first, last = short_phrase(cast.parsed, word.i)
                if last - first > 1 and len(self._full[word.lower]) < MOST:
                    self._full[word.lower].append((word.i, label_of(cast, word.i)))

    def party(self, i: int) -> int:
        """Find the party of a body.

        Args:
            i: the head of its phrase.

        Returns:
            The party's key.
        """
        label = label_of(self._cast, i)
        word = self._cast.parsed.words[i]
        if len(label.split()) == 1 and word.lower in self._full:
            told = [full for place, full in self._full[word.lower] if place <= i] or [self._full[word.lower][0][1]]
            label = told[-1]
        first, last = short_phrase(self._cast.parsed, i)
        party = self._cast.described(
            label, at=self._cast.parsed.span(first, last), rule="body.named", count=1, body=True
        )
        return party.key
