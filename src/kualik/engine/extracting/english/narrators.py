"""Who says "I" outside quotations: the person of a testimony, letter or statement, and who answers in a transcript."""

import re

from kualik.engine.extracting.english.cast import Cast
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.turns import find_turns

__all__ = ["find_narrators"]

SELF = frozenset({"i", "me", "my", "mine", "myself"})
LEAST = 3  # times that a narrator says "I" or "my"
OPENING = 1_500  # characters at the beginning that may introduce the narrator
INTRODUCED = re.compile(
    r"\b(?:testimony|statement|account|story|letter|words|diary|evidence|speech|remarks|memoir|affidavit|appeal|essay"
    r"|notes?)\b[^.\n]{0,24}?\b(?:of|by|from):? "
    r"|\b(?:testimony|statement|letter|witness|author|testifier|applicant)(?: by| from)?: "
    r"|\b[Mm]y name is |\bI am |\bI['’]m |\bI, (?:the undersigned,? )?|\binterview with |\bspoke (?:to|with) |\bBy "
    r"|\bas told by |\btalk(?:s|ed)? (?:to|with) |\bguest: |\bin conversation with ",
    re.IGNORECASE,
)


def find_narrators(cast: Cast) -> None:
    """Find who says "I" in which paragraph; the answers are kept in the cast.

    Args:
        cast: who is named so far, with every mention.
    """
    parsed = cast.parsed
    said = [word for word in parsed.words if word.lower in SELF and word.quote < 0 and not _is_numeral(parsed, word.i)]
    main = _introduced(cast) if len(said) >= LEAST else None
    if len(said) >= LEAST and main is None:
        main = _signed(cast)
    turns = find_turns(parsed)
    answers = main is None and any(turn.head is None for turn in turns)
    cast.narrator = _introduced(cast) if answers else main
    for number in range(len(parsed.paragraphs) if turns else 0):
        cast.tellers[number] = None
    if not turns:
        _read_labels(cast)
    for turn in turns:
        mention = None if turn.head is None else cast.mentions.at(turn.head)
        party = cast.narrator if turn.head is None else mention.party if mention else None
        for sentence in parsed.sentences:
            if turn.span.start <= sentence.start < turn.span.end:
                cast.tellers[sentence.paragraph] = party


def _read_labels(cast: Cast) -> None:
    """Read "NAME: My father …" at the beginning of a single paragraph."""
    parsed = cast.parsed
    for sentence in parsed.sentences:
        mention = cast.mentions.at(sentence.first)
        if mention is None or mention.kind != "name" or mention.last + 1 >= sentence.last:
            continue
        if parsed.words[mention.last].text == ":" and parsed.words[mention.last + 1].quote < 0:
            cast.tellers[sentence.paragraph] = mention.party


def _is_numeral(parsed: Parsed, i: int) -> bool:
    """Tell "Part I" from "I"."""
    return parsed.words[i].text == "I" and parsed.words[i].tag != "PRP"


def _introduced(cast: Cast) -> int | None:
    """Find the name after "testimony of", "my name is", "By"."""
    text = cast.parsed.text
    for match in INTRODUCED.finditer(text, 0, min(len(text), OPENING)):
        place = cast.parsed.at(match.end())
        for i in range(place, min(place + 3, len(cast.parsed.words))):
            mention = cast.mentions.at(i)
            if mention is not None and mention.kind == "name":
                return mention.party
    return None


def _signed(cast: Cast) -> int | None:
    """Find the name that stands alone in one of the last lines."""
    parsed = cast.parsed
    for sentence in parsed.sentences[:-6:-1]:
        mention = cast.mentions.at(sentence.first)
        alone = not any(word.tag.startswith("V") for word in parsed.within(sentence))
        if mention is not None and mention.kind == "name" and sentence.last - mention.last < 8 and alone:
            return mention.party
    return None
