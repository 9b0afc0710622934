"""Numbers of people said of a population, with their bound."""

import re

from kualik.engine.extracting.chinese.layout import Sentence
from kualik.engine.extracting.chinese.numerals import value
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.notes import Figure, Value
from kualik.engine.extracting.spans import Span

__all__ = ["read_figures"]

NUMBER = r"(?:(?<!\d)\d[\d,]{0,14}(?:\.\d{1,6})?[百千万亿]{0,4}|[一二两三四五六七八九十百千万亿]{1,16})"
PATTERN = re.compile(
    rf"(?P<before>至少(?:有|已有)?|最少|不少于|不下|多达|高达|最多|逾|超过|超|多于|约有?|大约(?:有)?|近|将近|接近|估计(?:有)?|数以|上|不到|不足|少于|共有?|总共|总计|合计)?"
    rf"(?:(?P<first>{NUMBER})(?:[至到~—-]))?(?P<number>{NUMBER})(?P<more>多|余|来)?(?P<unit>万|千|百)?(?P<more2>多|余)?(?:名|位|人|个人|户|起|份|例|宗|个家庭)(?P<after>以上|左右|次)?"
)
PART = 50  # people; fewer "of them" are part of a crowd or a group
LEAST = 8  # people; fewer are a group, not a population
CROWD = re.compile(
    r"(?:参加|静坐|拦路|围堵|堵路|聚会|围观|集会|示威|抗议|游行|聚集|到场|请愿|警员|警察|军人|便衣|特警|代表|记者|观众|联名者)"
)


def read_figures(story: Story, sentence: Sentence) -> None:
    """Note the numbers of people in a sentence.

    Args:
        story: the text being read.
        sentence: an outer sentence.
    """
    for clause in sentence.clauses:
        for match in PATTERN.finditer(story.folded, clause.start, clause.end):
            _figure(story, match, clause.start, clause.end)


def _figure(story: Story, match: re.Match[str], start: int, end: int) -> None:
    unit = {"万": 10_000, "千": 1000, "百": 100}.get(match["unit"] or "", 1)
    number = value(match["number"])
    if number is None or number * unit < LEAST or match["after"] == "次":
        return
    around = story.folded[match.end() : end]
    if CROWD.search(around) or CROWD.search(story.folded[max(start, match.start() - 8) : match.start()]):
        return
    if story.folded[max(0, match.start() - 1) : match.start()] in {"第", "月", "年", "."}:
        return
    at = Span(start=start, end=end)
    of = _group(story, match, end)
    if (
        not match["before"]
        and "其中" in story.folded[max(start, match.start() - 4) : match.start()]
        and number * unit < PART
        and "被" in around[:1]
    ):
        return  # so many of those told of before
    story.notes.figures.append(Figure(value=number * unit, bound=_bound(match), span=at, rule="figure", of=of))


def _bound(match: re.Match[str]) -> str:
    before, more = match["before"] or "", match["more"] or match["more2"]
    if before in {"逾", "超过", "超", "多于", "上"} or more in {"多", "余"}:
        return "more than"
    if before.startswith(("至少", "最少", "不少于", "不下")) or match["after"] == "以上":
        return "at least"
    if before in {"多达", "高达", "最多"}:
        return "at most"
    if before in {"不到", "不足", "少于"}:
        return "fewer than"
    if before.startswith(("约", "大约", "近", "将近", "接近", "估计")) or match["after"] == "左右" or more == "来":
        return "about"
    return "exactly"


def _group(story: Story, match: re.Match[str], end: int) -> Value | None:
    """Take what follows the number up to the end of the clause as the population."""
    stop = end
    for mark in "，。；、":
        found = story.folded.find(mark, match.end(), end)
        stop = found if found > 0 and found < stop else stop
    start = match.end()
    if stop - start < 2:
        start = max(match.start() - 14, story.folded.rfind("，", 0, match.start()) + 1)
        stop = match.start()
    if stop - start < 2 or stop - start > 40:
        return None
    span = Span(start=start, end=stop)
    return Value(text=story.words(span).strip("的，, "), span=span)
