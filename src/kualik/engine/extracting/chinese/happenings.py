"""Protests, hearings, searches, deaths and other things that happened at a time and place."""

import re

from kualik.engine.extracting.chinese import slots
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.phrases import trimmed
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import words
from kualik.engine.extracting.notes import Happening, Value
from kualik.engine.extracting.spans import Span

__all__ = ["read_happenings"]

OTHER = "|".join(words("happenings.other"))
KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("press conference", r"(?:举行|召开|举办)[^，。；]{0,16}?(?:记者会|发布会|新闻会)"),
        (
            "petition",
            (
                r"(?:递交|提交|发起|联署|签署|递送|呈交)[^，。；]{0,20}?(?:请愿书?|联署信?|公开信|信件|联名信|请求书|申请书|求助信|申诉书?|陈情书?|上诉书|请愿信)|上访"
                r"|请愿(?!书|信|人|者)"
            ),
        ),
        ("march", r"游行(?!者)"),
        ("picket", r"纠察|举牌|单人(?:示威|抗议)"),
        ("rally", r"(?:举行|参加|组织|发起|召开)[^，。；]{0,16}?集会|集会(?:上|现场)"),
        (
            "protest",
            (
                r"(?:举行|参加|发起|组织|展开|爆发|发生|进行|继续|聚集|前往|到)[^，。；]{0,20}?(?:抗议|示威)(?!者)"
                r"|(?:抗议|示威)(?:活动)?(?=，|。|已|进入|持续)|绝食|静坐(?!的)"
            ),
        ),
        (
            "hearing",
            r"开庭(?!前)|庭审|受审|(?:一审|二审|上诉)[^，。；]{0,8}审理|提审|听证会|聆讯|维持原判|驳回[^，。；]{0,8}上诉|提堂|应讯",
        ),
        ("dispersal", r"驱散|驱离"),
        ("attack", r"(?:遭|被)[^，。；]{0,10}?(?:殴打|袭击|打伤|枪击|毒打)|袭击了"),
        ("meeting", r"(?:会见|会晤|接见|见到|探视|探望|见面)(?:了|过)?(?!室|权)"),
        ("other", OTHER),
    )
)
UNREAL = re.compile(
    r"如果|若|倘若|一旦|可能|恐|计划|打算|准备|将于|拟|是否|要求|呼吁|敦促|希望|没有|未|不|无法|拒绝|禁止|企图|试图|每(?:天|周|月|年)"
)
FULL_ONLY = frozenset({"other", "meeting"})
CROWD = re.compile(
    r"((?:约|大约|近|逾|超过|数|至少|上)?(?:\d[\d,]{0,9}|[一二两三四五六七八九十百千万几数]{1,9})(?:多|余)?(?:名|位|人)(?:[^，。；被]{0,12}?(?:者|人|人士|民众|居民|家属|学生|市民|亲属))?)"
)


def read_happenings(story: Story, sentence: Sentence) -> None:
    """Note what happened in a sentence, at most one of a kind for each clause.

    Args:
        story: the text being read.
        sentence: an outer sentence.
    """
    told: set[str] = set()
    for number, clause in enumerate(sentence.clauses):
        for kind, pattern in KINDS:
            match = pattern.search(story.folded, clause.start, clause.end)
            if match is None or kind in told or UNREAL.search(story.folded, clause.start, match.end()):
                continue
            if _note(story, sentence, number, kind, match):
                told.add(kind)
                break


def _note(story: Story, sentence: Sentence, number: int, kind: str, match: re.Match[str]) -> bool:
    clause = sentence.clauses[number]
    place = next((n for n, token in enumerate(clause.tokens) if token.end > match.start()), 0)
    date = slots.date(story, sentence, number, place)
    where = slots.place(story, clause) or _site(story, clause)
    if kind in FULL_ONLY and not (date and date.span.start >= clause.start - 40):
        return False
    if kind in FULL_ONLY and date and date.text.startswith("XXXX"):
        return False
    story.notes.happenings.append(
        Happening(
            type=kind, span=Span(start=min(clause.start, date.span.start if date else clause.start), end=clause.end),
            cue=Span(start=match.start(), end=match.end()), rule=f"event.{kind.replace(' ', '-')}", date=date,
            place=where,
            who=_who(story, clause, place), crowd=_crowd(story, clause, kind),
        )
    )  # fmt: skip
    return True


def _site(story: Story, clause: Clause) -> Value | None:
    """Read "在中国驻阿拉木图总领事馆前"."""
    match = re.compile(
        r"(?:在|到|前往)([^，。；]{2,24}?(?:领事馆|总领馆|大使馆|使馆|广场|法院|政府大楼|办公楼|议会|总部|监狱)(?:门?前|门外|外|附近|门口)?)"
    ).search(story.folded, clause.start, clause.end)
    if not match:
        return None
    span = Span(start=match.start(1), end=match.end(1))
    return Value(text=story.words(span), span=span)


def _who(story: Story, clause: Clause, place: int) -> Value | None:
    first, last = trimmed(story, clause, 0, place)
    if last <= first or last - first > 12:
        return None
    span = Span(start=clause.tokens[first].start, end=clause.tokens[last - 1].end)
    mention = next((one for one in story.mentions.get(clause.start, []) if one.end == span.end), None)
    return Value(text=story.people.label(mention.party) if mention else story.words(span), span=span)


def _crowd(story: Story, clause: Clause, kind: str) -> Value | None:
    match = (
        CROWD.search(story.folded, clause.start, clause.end)
        if kind in {"protest", "picket", "rally", "march"}
        else None
    )
    if not match:
        return None
    span = Span(start=match.start(1), end=match.end(1))
    return Value(text=story.words(span), span=span)
