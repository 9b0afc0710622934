"""What a verb of saying has for its content: a quotation, a clause with деп, one made a noun, the sentence before."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.predicates import Predicate
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.kazakh.tokens import Token

__all__ = ["Said", "content_of"]

NEAR = 7  # words between what is said and the verb
ENDINGS = {"heard": "nouned", "content": "nouned", "infinitive": "demanded", "object": "object"}
TELLING = frozenset({"бұл", "мұны", "осыны", "осы", "оны", "соны"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a verb of saying has before it: where the content begins and ends, by places in the frame."""

    first: int
    last: int
    quote: int = -1
    subject: int = -1  # where the subject must end, when it stands right before the verb
    back: bool = False  # the content is the sentence before
    denies: bool = False


def content_of(tokens: Sequence[Token], one: Predicate, clause: int) -> Said | None:
    """Find what is said, by the kind of verb.

    Args:
        tokens: of one frame.
        one: the verb of saying.
        clause: where its clause begins.

    Returns:
        The content; None where the verb has none, and so says nothing of what somebody said.
    """
    needs = one.entry[2]
    read = _quoted(tokens, one, clause) or _called(tokens, one, clause)
    if read is not None or needs == "said":
        return read
    if needs == "thought" and not (one.form.denied and _noun_before(tokens, one, clause, "object")):
        return None
    nouned = _nouned(tokens, one, clause, ENDINGS[needs]) if needs in ENDINGS else None
    if nouned is None and needs == "content":
        return _told_back(tokens, one, clause) or _colon(tokens, one, clause)
    return nouned if needs in ENDINGS else Said(first=clause, last=one.first)


def _quoted(tokens: Sequence[Token], one: Predicate, clause: int) -> Said | None:
    """Find a quotation before "said": «…», – деді; «…» деп …; X: «…», – деді; one word or two may stand between."""
    place = one.first - 1
    if tokens[one.first].lower.startswith("де") and one.entry[0] == "де":
        skipped = _back_over(tokens, place)
        if skipped >= 0 and tokens[skipped].quote >= 0:
            return Said(first=skipped, last=skipped + 1, quote=tokens[skipped].quote)
        return None
    for at in range(place, max(clause - 1, place - 6), -1):
        if tokens[at].quote >= 0 and not _is_noun_phrase(tokens, at):
            between = tokens[at + 1 : one.first]
            joined = any(token.lower == "деп" or token.dash for token in between) or (at and tokens[at - 1].text == ":")
            if joined and all(token.word or token.dash or token.text == "," for token in between):
                return Said(first=at, last=at + 1, quote=tokens[at].quote, subject=one.first)
    return None


def _back_over(tokens: Sequence[Token], place: int) -> int:
    """Step back over the comma and the dash before "said"."""
    while place >= 0 and (tokens[place].dash or tokens[place].text == ","):
        place -= 1
    return place


def _is_noun_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a quotation is only an attribute: «салық төлемегені үшін» қамалғанын айтты."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.word and after.lower not in {"деп", "деген", "дегенді", "деді", "дейді"} and any(
        token.lower.endswith(group("nouned")) for token in tokens[at + 1 : at + 6]
    )  # fmt: skip


def _called(tokens: Sequence[Token], one: Predicate, clause: int) -> Said | None:
    """Find "that": the word деп before the verb."""
    if one.entry[0] == "де":
        said = tokens[one.first].lower
        if said in {"деп", "деген", "дегенді", "дейтін"} or one.first <= clause:
            return None
        before = tokens[one.first - 1]
        ok = before.word or before.text == ","
        return Said(first=clause, last=one.first, denies=_negative(tokens, one.first)) if ok else None
    for at in range(one.first - 1, max(clause - 1, one.first - 5), -1):
        if tokens[at].lower in {"деп", "дегенді"} and at > clause and tokens[at + 1].lower not in {"те", "атал"}:
            quote = tokens[at - 1].quote
            skipped = _back_over(tokens, at - 1)
            loose = quote < 0 and skipped >= 0 and tokens[skipped].quote >= 0
            if quote >= 0 or loose:
                place = skipped if loose else at - 1
                return Said(first=place, last=place + 1, quote=tokens[place].quote, subject=one.first)
            ahead = tokens[at - 1].text == ","
            return Said(first=0 if ahead else clause, last=at, subject=one.first, denies=_negative(tokens, at))
        if not tokens[at].word:
            return None
    return None


def _negative(tokens: Sequence[Token], at: int) -> bool:
    """Say whether what is said ends in "there is no", "is not", "is a lie"."""
    return tokens[at - 1].lower in members("not-so") or (
        at > 1 and tokens[at - 1].text == "," and tokens[at - 2].lower in members("not-so")
    )


def _nouned(tokens: Sequence[Token], one: Predicate, clause: int, endings: str) -> Said | None:
    """Find a clause made a noun in the accusative: "that he was held"."""
    for at in range(one.first - 1, max(clause - 1, one.first - NEAR), -1):
        if (
            tokens[at].word
            and (tokens[at].lower.endswith(group(endings)) or _is_told_on(tokens[at].lower, one.first - at, endings))
            and (len(tokens[at].text) > 3 or tokens[at].lower == "оны")
        ):
            denies = tokens[at].lower in {"жоғын", "еместігін"} or tokens[at - 1].lower in {"жоқ", "емес"}
            return Said(first=clause, last=at + 1, subject=one.first, denies=at > clause and denies)
        if tokens[at].quote >= 0 and endings != "object":
            continue
        if tokens[at].text in {";", ":"}:
            return None
    return None


def _is_told_on(word: str, gap: int, endings: str) -> bool:
    """Say whether a clause stands in the dative right before its verb: "promised that"."""
    return gap == 1 and endings == "nouned" and word.endswith(group("told-on"))


def _noun_before(tokens: Sequence[Token], one: Predicate, clause: int, endings: str) -> bool:
    return any(
        tokens[at].lower.endswith(group(endings)) or tokens[at].lower in {"бұған", "оған"}
        for at in range(max(clause, one.first - 3), one.first)
    )


def _told_back(tokens: Sequence[Token], one: Predicate, clause: int) -> Said | None:
    """Find "of this he told": the content is the sentence before."""
    words = [token.lower for token in tokens[clause : one.first]]
    about = any(
        word in TELLING and words[at + 1 : at + 2] in (["туралы"], ["жайлы"], ["жөнінде"])
        for at, word in enumerate(words)
    )
    if about or "мұны" in words or "осыны" in words:
        return Said(first=clause, last=one.first, back=True, subject=one.first)
    return None


def _colon(tokens: Sequence[Token], one: Predicate, clause: int) -> Said | None:
    """Find what follows the verb behind a colon."""
    if one.last < len(tokens) and tokens[one.last].text == ":" and one.last + 1 < len(tokens):
        after = tokens[one.last + 1]
        return Said(first=clause, last=len(tokens), quote=after.quote, subject=one.first)
    return None
