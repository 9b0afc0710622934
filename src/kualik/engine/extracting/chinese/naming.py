"""Names of people in a text: Han names, transcribed ones with and without a dot, Tibetan ones, Latin ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.chinese import contexts
from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.tables import column, mapping

__all__ = ["Name", "find_names"]

DOT = "·"
LOOSE = frozenset("外都来")  # characters that only the word before a dot may have
LISTING = frozenset("、和与及")
LONGEST = 14  # tokens in one part of a name
UNSURE, SURE = 1, 2
SHORT = 2  # characters of a name that only kin before it makes one: 次子艾力
INNER_BEFORE, INNER_AFTER = frozenset("阿热吾依"), frozenset("都来力拉里杜热")  # around 不 inside a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at the tokens [first, last); `sure` where it needs no second sign."""

    first: int
    last: int
    text: str
    rule: str
    sure: bool


def find_names(tokens: Sequence[Token]) -> list[Name]:
    """Find the names of people, in order, none inside another.

    Args:
        tokens: a whole text, cut into words.

    Returns:
        Names; those seen once for sure are found again wherever they stand, and so are the parts of a dotted one.
    """
    found: list[Name] = []
    place = 0
    while place < len(tokens):
        name = _name_at(tokens, place)
        if name:
            found.append(name)
            place = name.last
        else:
            place += 1
    sure = _sure_texts(found)
    kept = [name for name in found if name.sure or name.text in sure]
    kept += _listed_after(tokens, kept)
    return _with_repeats(tokens, kept, _sure_texts(kept))


def _listed_after(tokens: Sequence[Token], kept: Sequence[Name]) -> list[Name]:
    """Follow a list on from a known name: 沙吾提·居马、艾则孜、买合木提等人."""
    found: list[Name] = []
    firsts = {name.first for name in kept}
    for name in kept:
        last: Name | None = name
        while last is not None and last.last + 1 < len(tokens) and tokens[last.last].text in LISTING:
            place = last.last + 1
            last = _listed(tokens, place) if place not in firsts else None
            found += [last] if last else []
    return found


def _listed(tokens: Sequence[Token], place: int) -> Name | None:
    """Read a name of which a list makes one: a transcribed one, or a Han one of three characters."""
    end = _chunk(tokens, place) if tokens[place].kind == "han" else place
    if end == place or contexts.is_place_next(tokens, end) or not contexts.right(tokens, end):
        ends = [one for one in _given_ends(tokens, place) if contexts.right(tokens, one)]
        usual = mapping("surnames").get(tokens[place].text) == "usual"
        end = ends[-1] if usual and ends else place
    text = "".join(token.text for token in tokens[place:end])
    if len(text) < SHORT or contexts.is_place_next(tokens, end) or text in column("places"):
        return None
    return Name(first=place, last=end, text=text, rule="name.listed", sure=True)


def _name_at(tokens: Sequence[Token], place: int) -> Name | None:
    if tokens[place].kind == "latin":
        return _latin(tokens, place)
    if tokens[place].kind != "han":
        return None
    return (
        _dotted(tokens, place) or _tibetan(tokens, place) or _surname_only(tokens, place) or _han(tokens, place)
        or _transcribed(tokens, place)
    )  # fmt: skip


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token follows the one before it without a gap."""
    return 0 < place < len(tokens) and tokens[place].start == tokens[place - 1].end


def _writes_names(token: Token) -> bool:
    """Say whether a token can be part of a transcribed name: its characters are, and it is no ordinary word."""
    kinds = mapping("transliteration")
    if token.kind != "han" or not all(character in kinds for character in token.text):
        return False
    return len(token.text) == 1 or contexts.may_be_name(token.text)


def _chunk(tokens: Sequence[Token], place: int) -> int:
    """Follow a transcribed name to its end."""
    end = place
    while end < len(tokens) and end - place < LONGEST and (end == place or _joins(tokens, end)):
        if not (_writes_names(tokens[end]) or (end > place and _is_inner(tokens, end))):
            break
        if end > place and contexts.ends_name(tokens, end):
            break
        end += 1
    return end


def _is_inner(tokens: Sequence[Token], place: int) -> bool:
    """Say whether 不, 都, 来 stand inside a name: 阿不都热依木, 阿不来提, 买买提里."""
    before, word = tokens[place - 1].text, tokens[place].text
    if word == "不":
        return before in INNER_BEFORE and place + 1 < len(tokens) and tokens[place + 1].text in INNER_AFTER
    if word == "干":
        return place + 1 < len(tokens) and tokens[place + 1].text in {"拜", "别", "巴", "汗", "古"}
    return (word in {"都", "来"} and before == "不") or (word == "都" and before == "布")


def _is_dot(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text in {DOT, ".", "-", "—"} and _joins(tokens, place)


def _part_after(tokens: Sequence[Token], place: int) -> int:
    """Follow the part of a name after a dot: its first word is one, whatever it means elsewhere."""
    if not (place < len(tokens) and tokens[place].kind == "han" and _joins(tokens, place)):
        return place
    first = tokens[place].text
    kinds = mapping("transliteration")
    if not all(character in kinds for character in first) and len(first) > 1:
        return place
    return max(place + 1, _chunk(tokens, place + 1)) if _joins(tokens, place + 1) else place + 1


def _dotted(tokens: Sequence[Token], place: int) -> Name | None:
    end = max(_chunk(tokens, place), place)
    if not _is_dot(tokens, end):
        last = tokens[end - 1] if end > place else None
        end = end + 1 if (last or _writes_loosely(tokens[place])) and _is_dot(tokens, end + 1) else place
        if end == place or not (tokens[end - 1].kind == "han" and _writes_loosely(tokens[end - 1])):
            return None
    if end == place:
        return None
    hyphen = tokens[end].text in {"-", "—"}
    while _is_dot(tokens, end):
        after = _part_after(tokens, end + 1)
        if after == end + 1 or (tokens[end].text == "—" and tokens[end - 1].text == "—"):
            break
        hyphen = hyphen and tokens[end].text in {"-", "—"}
        end = after
    text = "".join(token.text for token in tokens[place:end])
    if DOT not in text and "." not in text and (hyphen or text[-1] in "-—"):
        return None
    start = contexts.true_start(tokens, place)
    if len(text) < 3 or contexts.is_place_next(tokens, end) or text.endswith((DOT, ".", "-")):
        return None
    text = "".join(token.text for token in tokens[start:end])
    return Name(first=start, last=end, text=text, rule="name.dotted", sure=True)


def _writes_loosely(token: Token) -> bool:
    kinds = mapping("transliteration")
    return (
        len(token.text) <= 3
        and token.text not in column("places")
        and all(one in kinds or one in LOOSE for one in token.text)
    )


def _tibetan(tokens: Sequence[Token], place: int) -> Name | None:
    parts = column("tibetan")
    end = place
    while end < len(tokens) and tokens[end].text in parts and (end == place or _joins(tokens, end)) and end - place < 4:
        end += 1
    if end == place:
        return None
    if end < len(tokens) and _joins(tokens, end) and len(tokens[end].text) == 1 and end - place == 1:
        plain = (
            mapping("transliteration").get(tokens[end].text) == "plain" or tokens[end].text in "加杰吉措本太才多毛姆"
        )
        end += plain and not contexts.ends_name(tokens, end)
    text = "".join(token.text for token in tokens[place:end])
    joined = place > 1 and tokens[place - 1].text in {"和", "与", "及", "、"} and tokens[place - 2].text in parts
    strong = (end - place > 1 and len(text) > 2) or joined
    signs = contexts.left(tokens, place) + contexts.right(tokens, end)
    if contexts.is_place_next(tokens, end) or not (strong or signs >= 3):
        return None
    return Name(
        first=place, last=end, text=text, rule="name.tibetan", sure=strong or contexts.left(tokens, place) >= SURE
    )


def _transcribed(tokens: Sequence[Token], place: int) -> Name | None:
    if place and _joins(tokens, place) and _writes_names(tokens[place - 1]):
        return None
    start = contexts.true_start(tokens, place)
    end = _chunk(tokens, start)
    text = "".join(token.text for token in tokens[start:end])
    if len(text) < 2 or contexts.is_place_next(tokens, end) or text in column("places"):
        return None
    kinds = mapping("transliteration")
    plain = sum(kinds.get(character) == "plain" for character in text) / len(text)
    before, after = contexts.left(tokens, start), contexts.right(tokens, end)
    ending = len(text) > 2 and text.endswith(tuple(column("name_endings")))
    score = before + after + 2 * ending + (len(text) > 3) + (len(text) > 2)
    label = contexts.is_label(tokens, start, end)
    if plain < 0.5 or contexts.is_place_before(tokens, start) or (before < 2 and not ending and len(text) < 3):
        return None
    if label or (len(text) == SHORT and contexts.is_kin_before(tokens, start) and after):
        return Name(first=start, last=end, text=text, rule="name.transcribed", sure=not label)
    return (
        Name(first=start, last=end, text=text, rule="name.transcribed", sure=score >= 5 or before >= 2)
        if score >= 4 or (before >= 2 and len(text) > 2) or before > 2
        else None
    )


def _surname_only(tokens: Sequence[Token], place: int) -> Name | None:
    """Read 王某, 张女士, 一名姓陈的领事: a surname is all that is said."""
    kinds = mapping("surnames")
    text = tokens[place].text
    if text not in kinds or (place and tokens[place - 1].kind == "han" and tokens[place - 1].text in kinds):
        return None
    end = place + 1
    while end < len(tokens) and tokens[end].text in {"某", "某某"} and _joins(tokens, end) and end - place < 3:
        end += 1
    if end > place + 1:
        whole = "".join(token.text for token in tokens[place:end])
        return Name(first=place, last=end, text=whole, rule="name.surname", sure=True)
    if (
        place
        and tokens[place - 1].text == "姓"
        and end < len(tokens)
        and tokens[end].text in {"的", "领事", "男子", "女子", "警官"}
    ):
        return Name(first=place, last=end, text=text, rule="name.surname", sure=True)
    titled = end < len(tokens) and tokens[end].text in contexts.after_titles() and kinds[text] != "rare"
    if titled and _joins(tokens, end) and contexts.left(tokens, place):
        return Name(first=place, last=end + 1, text=text + tokens[end].text, rule="name.surname", sure=True)
    return None


def _han(tokens: Sequence[Token], place: int) -> Name | None:
    """Read a surname with one or two characters after it, by what stands on both sides."""
    kind = mapping("surnames").get(tokens[place].text)
    if (
        kind is None
        or _chunk(tokens, place) - place > 3
        or (_joins(tokens, place) and _writes_plainly(tokens[place - 1]))
    ):
        return None
    found: tuple[int, Name] | None = None
    for end in _given_ends(tokens, place):
        text = "".join(token.text for token in tokens[place:end])
        score = _han_score(tokens, place, end, kind, len(text))
        if score > (found[0] if found else 0):
            found = score, Name(first=place, last=end, text=text, rule="name.han", sure=score >= 2)
    return found[1] if found else None


def _writes_plainly(token: Token) -> bool:
    return len(token.text) == 1 and mapping("transliteration").get(token.text) == "plain" and _writes_names(token)


def _given_ends(tokens: Sequence[Token], place: int) -> Iterator[int]:
    length, end, titled = 0, place + 1, contexts.left(tokens, place) >= SURE
    while end < len(tokens) and _joins(tokens, end) and tokens[end].kind == "han":
        word = tokens[end].text
        length += len(word)
        if (
            length > 2
            or (len(word) == 1 and not contexts.may_be_given(word))
            or (len(word) == 2 and not contexts.may_be_given_word(word, titled=titled))
        ):
            return
        end += 1
        yield end


def _han_score(tokens: Sequence[Token], place: int, end: int, kind: str, length: int) -> int:
    """Weigh a Han name: 0 none, 1 wants a second sign, 2 sure."""
    before, after = contexts.left(tokens, place), contexts.right(tokens, end)
    if contexts.is_place_next(tokens, end) or (kind == "rare" and before < 2 and after < 2):
        return 0
    signs = before + after
    double = kind == "double"
    if contexts.is_label(tokens, place, end) and not double:
        return UNSURE if kind == "usual" else 0
    if length + double >= 3:
        needed = 2 if (before and after) or (before >= 2 and kind == "usual") else 3
        return (2 if signs >= needed else int(signs >= 1 and kind != "rare")) + (signs >= needed and length == 3)
    cut = end < len(tokens) and len(tokens[end].text) > 1 and contexts.is_kin_before(tokens, place)  # 妻子林芳收到
    if kind == "usual" and (cut or (before and after >= SURE)):
        return SURE
    return SURE if before >= SURE and after else int(before >= 1 and after >= 1 and kind != "rare")


def _latin(tokens: Sequence[Token], place: int) -> Name | None:
    """Read a Latin name inside Chinese text: two capitalised words, or one with a title before it."""
    end = place
    while end < len(tokens) and tokens[end].kind == "latin" and tokens[end].text[0].isupper() and end - place < 4:
        end += 1
    words = [token.text for token in tokens[place:end]]
    if not words or any(word.isupper() and len(word) > 1 for word in words) or contexts.in_brackets(tokens, place):
        return None
    before, after = contexts.left(tokens, place), contexts.right(tokens, end)
    if not all(word.replace("-", "").replace("'", "").replace("’", "").isalpha() for word in words):
        return None
    if before < 2 or not after or set(words) & contexts.LATIN_BODIES:
        return None
    return Name(first=place, last=end, text=" ".join(words), rule="name.latin", sure=before >= 2)


def _sure_texts(found: Sequence[Name]) -> set[str]:
    """Gather the names that are sure, and those that were half seen twice."""
    sure = {name.text for name in found if name.sure}
    once: set[str] = set()
    for name in found:
        if name.text in once:
            sure.add(name.text)
        once.add(name.text)
    return sure


def _with_repeats(tokens: Sequence[Token], kept: list[Name], sure: set[str]) -> list[Name]:
    """Find the known names, and the parts of dotted ones, where nothing around them told."""
    short = {part for text in sure for part in text.replace(".", DOT).split(DOT) if DOT in text.replace(".", DOT)}
    known = sure | {part for part in short if len(part) > 1 and contexts.may_be_name(part)}
    longest: dict[str, int] = {}
    for text in known:
        longest[text[0]] = max(longest.get(text[0], 0), len(text))
    taken = {place for name in kept for place in range(name.first, name.last)}
    for place in range(len(tokens)):
        name = None if place in taken else _known_at(tokens, place, known, longest, taken)
        if name:
            kept.append(name)
            taken.update(range(name.first, name.last))
    return sorted(kept, key=lambda name: name.first)


def _known_at(
    tokens: Sequence[Token], place: int, known: set[str], longest: dict[str, int], taken: set[int]
) -> Name | None:  # fmt: skip
    most = longest.get(tokens[place].text[0], 0)
    text, end, found = "", place, None
    while end < len(tokens) and end not in taken and len(text) < most and (end == place or _joins(tokens, end)):
        text += tokens[end].text
        end += 1
        if text in known and not contexts.is_place_next(tokens, end):
            found = Name(first=place, last=end, text=text, rule="name.again", sure=True)
    return found
