"""Where a quotation stands in a text: exactly, but for composed letters, kinds of quotation marks and blanks."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from kualik.engine.extracting.spans import Span

__all__ = ["Located", "near", "outside_quotations"]

MARKS = {ord(mark): '"' for mark in "“”„‟«»「」『』〝〞＂"} | {ord(mark): "'" for mark in "‘’‚‛ʼ＇`´"}
INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\xad"
)
JAMO = range(0x1160, 0x1200)  # vowels and endings that compose with the Korean letter before
OFTEN = 20  # places of one quotation that are looked at
FAR = 1_200  # characters: a sentence is sought no further
STOP = re.compile(r"[.!?؟…]+[\"'”’»』」)]*(?=\s)|[。！？]+[\"'”’»』」)]*|\n")
QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」|『[^『』]*』|\"[^\"\n]*\"")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # scripts that put no blanks between words


class Located:
    """A text in which quotations are sought."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces, starts = [], []
        for start, piece in _folded(text):
            pieces.append(piece)
            starts.extend([start] * len(piece))
        self._folded, self._starts = "".join(pieces), [*starts, len(text)]

    def places(self, quote: str, *, within: Span) -> Iterator[Span]:
        """Find where a quotation stands as whole words.

        Args:
            quote: the words; other quotation marks, composed letters or blanks do not matter, anything else does.
            within: the stretch to look in.

        Yields:
            Places in the order of the text, 20 at most.
        """
        wanted = "".join(piece for _, piece in _folded(quote.strip())).strip()
        place = bisect_left(self._starts, within.start) - 1
        last = bisect_left(self._starts, within.end)
        for _ in range(OFTEN):
            place = self._folded.find(wanted, place + 1, last) if wanted else -1
            if place < 0:
                return
            span = Span(start=self._starts[place], end=self._end(place + len(wanted)))
            if self._is_whole(span) and within.holds(span.start, span.end):
                yield span

    def _end(self, place: int) -> int:
        """Give the end in the text of what ends there in the folded text, without blanks that follow."""
        last = self._starts[place - 1]
        end = last + 1
        while end < self._starts[place] and self.text[end] not in INVISIBLE and not self.text[end].isspace():
            end += 1
        return end

    def _is_whole(self, span: Span) -> bool:
        """Say whether no word is cut at either end."""
        return not (_joins(self.text, span.start) or _joins(self.text, span.end))


def _joins(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return before.isalnum() and after.isalnum() and not (UNSPACED.match(before) or UNSPACED.match(after))


def _folded(text: str) -> Iterator[tuple[int, str]]:
    """Give what each stretch of a text becomes, and where it starts; runs of blanks become one."""
    start, blank = 0, False
    while start < len(text):
        end = start + 1
        while end < len(text) and (unicodedata.combining(text[end]) or ord(text[end]) in JAMO):
            end += 1
        letter = text[start:end]
        if letter.isspace():
            if not blank:
                yield start, " "
            blank = True
        elif letter[0] not in INVISIBLE:
            yield start, unicodedata.normalize("NFC", letter).translate(MARKS)
            blank = False
        start = end


def near(text: str, span: Span) -> tuple[Span, Span]:
    """Find the sentence a passage stands in, and the stretch from the sentence before to its end.

    Args:
        text: any text.
        span: the passage.

    Returns:
        The sentence (of a passage over several: from the first to the last), and the same with the one before, if that
        is in the same paragraph.
    """
    first = max(0, span.start - FAR)
    ends = [match.end() for match in STOP.finditer(text, first, span.start)]
    start = ends[-1] if ends else first
    before = _before(text, ends, first) if _gap(text, start).count("\n") < 2 else start
    following = STOP.search(text, max(span.start, span.end - 1), span.end + FAR)
    end = max(span.end, following.end() if following else min(len(text), span.end + FAR))
    return Span(start=start, end=end), Span(start=before, end=end)


def _before(text: str, ends: list[int], first: int) -> int:
    """Give where the sentence before the last end begins: an end with nothing said after it is none."""
    place = ends[-1] if ends else first
    return next((end for end in reversed(ends) if text[end:place].strip()), first)


def _gap(text: str, place: int) -> str:
    """Give the blanks before a place."""
    near = text[max(0, place - FAR) : place]
    return near[len(near.rstrip()) :]


def outside_quotations(text: str, within: Span, place: Span) -> bool:
    """Say whether a place lies in nobody's quotation marks.

    Args:
        text: any text.
        within: the sentences around it.
        place: the place.
    """
    return not any(
        match.start() < place.start and place.end < match.end()
        for match in QUOTED.finditer(text, within.start, within.end)
    )
