"""What was done to people: arrests, sentences, releases and the like told in a clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import mapping, words
from kualik.engine.extracting.chinese.terms import find_terms

__all__ = ["Deed", "deeds_in"]

UNREAL = re.compile(
    r"(?:立即|无条件|应|必须|尽快)释放|任意(?:关押|拘押|拘留|羁押)|如果|假如|倘若|若是|一旦|是否|有没有|可能会?被|恐怕|恐会|将会|会被|或会"
    r"|威胁|扬言|要么|否则|以免|避免|可判|可处|最高可|面临[^，。]{0,6}(?:年|死刑|监禁)|应被|应当|不应|能否|何时|要求|呼吁|敦促|希望|请求|促请"
    r"|盼|请愿|(?:拒绝|不准|不予|驳回|反对|申请)[^，。；]{0,8}?(?:释放|保释|假释|取保|放人)"
)
TAKEN = r"(?:收走|没收|收缴|扣押|扣下|扣留|吊销|注销|收去|上缴|扣住)"
SITE = r"(?:再教育营|集中营|学习班|教培中心|培训中心|学习中心|看守所|监狱|转化中心)"
WORDED = (
    ("bar", re.compile(rf"{TAKEN}[^，。；]{{0,8}}护照|护照[^，。；]{{0,4}}[被遭][^，。；]{{0,8}}{TAKEN}")),
    (
        "disappear",
        re.compile(
            r"(?:没再|没有再|再没有?|再也没有?)(?:回来|出现|见过|消息|音讯)|没有(?:任何)?(?:他|她|其)的?(?:消息|音讯)"
            r"|没有人再见过|没有任何消息|毫无消息|[再也都](?:没有?|未)(?:能)?(?:回家|回来|回过家|露面|现身|联系上)|一去不[回返]"
            r"|(?:没有?|未)(?:再|能再)(?:回家|露面|现身|联系上)|(?:家人|外界|亲友|家属)[^，。；]{0,6}(?:联系不上|无法联系(?:上|到)?)(?:他|她)"
        ),
    ),
    (
        "hold",
        re.compile(
            r"(?:进了?|进入|送[到去进往]?了?|关[在进]|上了?|去了?|转[到至往]|押[在往到])[^，。；]{0,12}?"
            rf"{SITE}(?!工作|外|门|的电话)"
            rf"|(?:送|转|押|带|关|弄)[到进去往入至][^，。；]{{0,10}}?营(?:里|地|区|中)?(?:$|[了关待呆])"
            rf"|在[^，。；]{{0,12}}?(?:{SITE}|营|里面|派出所|公安局|拘留所|集训队)(?:里|内|中)?(?:待|呆|住|度过|被?关)(?:了|过|着|满)"
            r"|(?:都|仍|还|现|正|至今|一直)(?:然)?在[^，。；]{0,10}?(?:监狱|看守所|集中营|再教育营|学习班|营)(?:里面?|内|中)?$"
            r"|(?:人身)?自由受到?限制|限制[^，。；]{0,4}人身自由|(?:也|就|又|都|人)进去了(?!$)"
        ),
    ),
    (
        "labour",
        re.compile(
            r"[被遭][^，。；]{0,8}?(?:派|送|分配|安排|调|转移|发配|抽调)(?:[到去往至进]|前往)?[^，。；]{0,14}?(?:厂|车间|棉田|农场|工地|园区)"
            r"[^，。；]{0,4}?(?:上班|干活|劳动|工作|做工|打工|务工)|被迫[^，。；]{0,14}?(?:做工|打工|务工|劳动|摘棉花|干活)"
        ),
    ),
    (
        "bar",
        re.compile(
            r"(?:不许|不准|不让|不能|不得|禁止|不允许)(?:[他她其]们?)?(?:离开|出)(?:村|中国|新疆|国|境|本?县|家门|本市|当地|本地)"
            r"|(?:申请|补办|换发)[^，。；]{0,4}护照[^，。；]{0,6}(?:遭拒|被拒)"
        ),
    ),
)
SEIZED = frozenset({"扣押", "扣留", "扣下", "扣查"})
THINGS = re.compile(r"护照|手机|电脑|财物|物品|证件|银行卡|车辆|账户|书籍|身份证|资料|设备|货物")
PENALTY = re.compile(r"有期徒刑|无期徒刑|判|刑期|拘留")
TO_HOSPITAL = frozenset({"送往", "送进", "送入", "送去"})
BEFORE = frozenset({"之前", "以前", "前"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A word for what was done, in its clause."""

    sentence: Sentence
    number: int
    place: int
    kind: str

    @property
    def clause(self) -> Clause:
        """The clause it stands in."""
        return self.sentence.clauses[self.number]

    @property
    def token(self) -> Token:
        """The word."""
        return self.clause.tokens[self.place]


def deeds_in(story: Story, sentence: Sentence, number: int) -> list[Deed]:
    """Find the deeds of a clause, one of each kind, those left out that did not happen.

    Args:
        story: the text being read.
        sentence: the sentence.
        number: the clause in it.

    Returns:
        The deeds in order.
    """
    clause = sentence.clauses[number]
    found: dict[str, Deed] = {}
    for place in range(len(clause.tokens)):
        kind = _kind(story, clause, place)
        if kind and kind not in found and _is_real(story, sentence, clause, place):
            found[kind] = Deed(sentence=sentence, number=number, place=place, kind=kind)
    other = _by_words(story, clause) or _by_penalty(story, clause) if not found else None
    if other:
        found[other[0]] = Deed(sentence=sentence, number=number, place=other[1], kind=other[0])
    return list(found.values())


def _kind(story: Story, clause: Clause, place: int) -> str | None:
    token = clause.tokens[place]
    if token.text == "判" and place + 1 < len(clause.tokens) and find_terms(story.folded, clause.start, clause.end):
        return "sentence"
    if token.text in SEIZED and THINGS.search(story.folded, clause.start, clause.end):
        return None
    return mapping("deeds").get(token.text) if token.kind == "han" else None


def _by_words(story: Story, clause: Clause) -> tuple[str, int] | None:
    """Find what no single word says: a passport taken, a camp gone to, no news any more."""
    for kind, pattern in WORDED:
        match = pattern.search(story.folded, clause.start, clause.end)
        if match and not UNREAL.search(story.folded, clause.start, match.end()):
            return kind, _word_at(clause.tokens, match.start())
    return None


def _by_penalty(story: Story, clause: Clause) -> tuple[str, int] | None:
    """Find a punishment told without a verb: 有期徒刑十二年."""
    text = story.folded[clause.start : clause.end]
    terms = find_terms(story.folded, clause.start, clause.end)
    if not terms or UNREAL.search(text) or not PENALTY.search(text) or "剥夺政治" in text[:6]:
        return None
    return "sentence", _word_at(clause.tokens, terms[0].span.start)


def _word_at(tokens: Sequence[Token], start: int) -> int:
    return next((n for n, token in enumerate(tokens) if token.end > start), 0)


def _is_real(story: Story, sentence: Sentence, clause: Clause, place: int) -> bool:
    """Leave out what did not happen, may happen, is asked for, or is only a noun."""
    tokens, token = clause.tokens, clause.tokens[place]
    if {one.text for one in tokens[max(0, place - 3) : place]} & words("custody.negated"):
        return False
    conditional = sentence.clauses[0].tokens[0].text in {"如果", "若", "假如", "倘若", "一旦"}
    if UNREAL.search(story.folded, clause.start, token.end) or (conditional and clause is sentence.clauses[0]):
        return False
    if token.text in TO_HOSPITAL and "医院" in story.folded[token.end : token.end + 12]:
        return False
    return not _is_noun(tokens, place)


def _is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a deed only describes what follows: 被关押的穆斯林, 逮捕令, 获释之前."""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    before = tokens[place - 1].text if place else ""
    if before in words("deeds.noun-before") and tokens[place].text in {"判决", "宣判", "判刑", "逮捕"}:
        return True
    if after in BEFORE or after in words("custody.noun-after"):
        return True
    follows = tokens[place + 2] if place + 2 < len(tokens) else None
    return after == "的" and follows is not None and follows.kind != "name" and follows.text not in {"时候", "时"}
