"""What may stand beside a name of a person, and what shows that there is none."""

from collections.abc import Sequence
from functools import cache

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.tables import column, mapping, words

__all__ = [
    "LATIN_BODIES", "after_titles", "ends_name", "in_brackets", "is_kin_before", "is_label", "is_place_before",
    "is_place_next", "left",
    "may_be_given", "may_be_given_word", "may_be_name", "right", "true_start",
]  # fmt: skip

OPENERS = frozenset('。！？!?；;：:“”"「」『』（(，,【】[]》《…—\n')
AND = words("contexts.and")
INTRODUCERS = words("contexts.introducers")
TAKERS = words("contexts.takers")
FOLLOWERS = words("contexts.followers")
PLACE_SUFFIXES = words("contexts.place-suffixes")
PLACE_BEFORE = words("contexts.place-before")
NOT_GIVEN = words("contexts.not-given")
BEFALLS = 6  # words after 被 among which the deed stands
COMMON_WORD = 3000  # times in the word list
LATIN_BODIES = words("contexts.latin-bodies")
BYLINES = words("contexts.bylines")


@cache
def _titles() -> frozenset[str]:
    return column("people") | column("kin")


@cache
def after_titles() -> frozenset[str]:
    """Give the words that follow a bare surname: 先生, 律师, 教授."""
    return column("people", where="after") | {
        "律师",
        "教授",
        "老师",
        "医生",
        "主任",
        "局长",
        "书记",
        "记者",
        "博士",
        "校长",
        "院长",
        "领事",
        "警官",
        "法官",
    }


@cache
def _cues() -> frozenset[str]:
    return column("cues") | column("refusals")


def left(tokens: Sequence[Token], place: int) -> int:
    """Weigh what stands before a name.

    Args:
        tokens: the text's words.
        place: the first word of the name.

    Returns:
        3 a word that gives a name ("called"), 2 a title, kin or the like, 1 a place where one may begin, 0 nothing.
    """
    if place == 0:
        return 1
    before = tokens[place - 1]
    text, second = before.text, tokens[place - 2].text if place > 1 else ""
    if text == "的" and second.endswith("岁"):
        return 2
    if text in {"叫", "名叫", "叫做", "名为"} or (text in {"：", ":"} and second in BYLINES):
        return 3
    if _is_title(text) or (text == "是" and second in _titles()):
        return 2
    known = text in OPENERS or text in AND or text in TAKERS or text in _cues()
    return int(known or before.kind in {"line", "latin"} or text in column("adverbs") or text in column("deeds"))


def _is_title(text: str) -> bool:
    ends = len(text) > 2 and text.endswith(("族", "公民", "师", "员", "家", "长", "者"))
    return ends or text in _titles() or text in INTRODUCERS or text in {"人", "员", "长", "师", "者", "士", "生", "民"}


def right(tokens: Sequence[Token], place: int) -> int:
    """Weigh what stands after a name: 2 a title or an age, 1 a place where one may end, 0 nothing."""
    if place >= len(tokens):
        return 1
    after = tokens[place]
    if after.text in after_titles() or _shows_person(tokens, place):
        return 2
    known = after.text in OPENERS or after.text in AND or after.text in FOLLOWERS or after.text in _cues()
    if known or after.kind in {"mark", "line", "number"}:
        return 1
    return int(after.text in column("adverbs") or after.text in column("deeds") or after.text in _titles())


def _shows_person(tokens: Sequence[Token], place: int) -> bool:
    """Say whether words show that a person stands before them: an age, 和妻子, 被…带走."""
    after, next_ = tokens[place].text, tokens[place + 1] if place + 1 < len(tokens) else None
    if next_ is None:
        return False
    if after in "（(，,":
        return next_.kind == "latin" or _is_age(tokens, place + 1)
    if after in {"被", "遭", "获"}:
        return any(one.text in column("deeds") for one in tokens[place + 1 : place + BEFALLS])
    if after in {"对", "向"}:
        return next_.text in {"记者", "本台", "本报", "媒体", "外媒", "警方", "法庭"}
    return after in {"和", "与", "及"} and next_.text in column("kin")


def _is_age(tokens: Sequence[Token], place: int) -> bool:
    window = tokens[place : place + 3]
    return any(token.text in {"岁", "男", "女", "现年", "今年"} for token in window) or any(
        token.text.endswith("岁") for token in window
    )


def true_start(tokens: Sequence[Token], place: int) -> int:
    """Pass over a little word at the head of a run of name characters: 让, 也, 其."""
    small = tokens[place].text in {"让", "也", "其", "可", "因", "如", "地", "里", "子", "门", "而", "根据", "山"}
    follows = (
        place + 1 < len(tokens) and tokens[place + 1].kind == "han" and tokens[place + 1].start == tokens[place].end
    )
    return place + 1 if small and follows else place


def ends_name(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token that could write a name begins something else here."""
    word = tokens[place].text
    if word == "地" and place and tokens[place - 1].text in {"尔", "克", "帕"}:
        return False  # 吐尔地, 巴克地
    if word in column("places") or word in column("not_names") or word in column("bodies"):
        return True
    return word in {"也", "因", "让", "如", "可", "其", "和", "地", "里"} and (
        place + 1 >= len(tokens) or tokens[place + 1].text not in mapping("transliteration")
    )


def may_be_name(word: str) -> bool:
    """Say whether a word may be (part of) a transcribed name: no list of ordinary words has it."""
    if word in column("places") or word in column("not_names") or word in column("people") or word in column("bodies"):
        return False
    return not (_is_ordinary(word) or word in column("kin") or word in column("adverbs") or word in column("cues"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for word in column("words") if len(word) > 1)


def _is_ordinary(word: str) -> bool:
    return word in _ordinary()


def may_be_given(character: str) -> bool:
    """Say whether a character may stand in a given name."""
    return character not in NOT_GIVEN and "\u4e00" <= character <= "\u9fff"


def may_be_given_word(word: str, *, titled: bool = False) -> bool:
    """Say whether a word of two characters may be a given name; after a title even a frequent one: 被告人马建国."""
    own = any(
        word in column(name)
        for name in ("people", "kin", "cues", "refusals", "adverbs", "places", "bodies", "not_names", "deeds")
    )
    return (
        not own
        and all(may_be_given(character) for character in word)
        and (titled or int(mapping("words").get(word, "0")) < COMMON_WORD)
    )


def is_place_next(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what follows makes a place or a body of it: 县, 监狱, 日报."""
    if place >= len(tokens) or tokens[place].start != tokens[place - 1].end:
        return False
    word = tokens[place].text
    return word in PLACE_SUFFIXES or (
        word.endswith(("县", "市", "州", "镇", "监狱", "看守所", "大学", "地区", "族")) and word not in column("places")
    )


def is_label(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether words open a line and a colon follows: the one whose turn it is in a conversation."""
    opens = first == 0 or tokens[first - 1].kind == "line"
    return opens and last < len(tokens) and tokens[last].text in {"：", ":"}


def is_kin_before(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a kin term stands right before."""
    return place > 0 and tokens[place - 1].text in column("kin")


def is_place_before(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what stands before wants a place: 位于, 前往."""
    return place > 0 and tokens[place - 1].text in PLACE_BEFORE


def in_brackets(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token is the first one in brackets."""
    return place > 0 and tokens[place - 1].text in "（("
