"""When, where, by whom and on which grounds: what stands beside a deed."""

import re

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.dates import dates_in
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import column, mapping
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span

__all__ = ["agent", "date", "grounds", "place", "suspected"]

FACILITY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9“”\"·]{0,16}?(?:第[一二三四五六七八九十\d]+)?(?:监狱|看守所|拘留所|拘留中心|再教育营|集中营|劳改营|学习班|学习中心|培训中心|教育中心|派出所|公安局|警察局|警局|殖民地|转化中心|拘留营|教育营|教培中心|军事基地|拘禁营)"
)
PREPOSITION = re.compile(
    r"(?:关押在|羁押在|关在|关进|关入|押往|押至|押到|送往|送进|送入|送到|转到|转至|转往|转入|带到|带往|带去|囚禁在|拘押在|在|于|进入|从|到|至|位于|被)"
)
WHERE = re.compile(
    r"[在于]([\u4e00-\u9fff·]{2,18}?)(?=被|遭|获|遇|因|以|，|。|逮捕|拘捕|抓|带走|失踪|服刑|坐牢|关押|羁押|开庭|举行|抗议|示威|受审|宣判|$)"
)
FROM = re.compile(
    r"从([^，。；]{0,12}?(?:家中|家里|家|住处|住所|寓所|宿舍|办公室|学校|校园|单位|机场|车站|工地|店里|清真寺|寺院|医院|教堂|酒店))(?:内|里|中)?"
    r"(?=[^，。；]{0,8}(?:带走|抓走|押走|掳走|绑走|拘捕|逮捕|被捕|抓捕|拘走|带离))"
)
GROUNDS = (
    re.compile(
        r"(?:以|因|被控|犯|涉嫌|被指控?|罪名是?|罪名为|涉)(?:涉嫌|犯下?|所谓(?:的)?)?([“「][^”」]{2,30}[”」](?:[、和及][“「][^”」]{2,30}[”」])*(?:等?罪(?:名)?)?)"
    ),
    re.compile(
        r"(?:以|因|被控|犯|涉嫌|被指控?|罪名是)(?:涉嫌|犯下?|所谓(?:的)?)?([\u4e00-\u9fff、]{2,30}?罪)(?!犯|行|恶|人)"
    ),
    re.compile(r"(?:涉嫌|被控|被指控|指控(?:他|她|其))([\u4e00-\u9fff“”「」、]{2,30}?)(?=被|遭|而|，|。|；|$|于)"),
)
CHARGED = re.compile(r"涉嫌(?:犯下?)?|(?:警方|法院|当局|公安|检方)以")
REASON = re.compile(
    r"(?:因为|由于|仅因|只因|(?<!原)因)(?!类似|同样|此)([^，。；因]{2,40}?)(?=而?(?:被|遭|获刑|入狱|失踪)|$)"
)
MANNERS = frozenset(
    {"依法", "处以", "处", "采取", "实施", "强行", "用", "正式", "执行", "施以"}
)  # words that follow who did it
LONGEST_PLACE = 24
LATER = 2  # clauses back that a date may stand


def date(story: Story, sentence: Sentence, number: int, place_: int) -> Value | None:
    """Find the date of a deed: in its clause, before the verb rather than after, else in the clauses just before."""
    clause = sentence.clauses[number]
    cue = clause.tokens[place_]
    inside = dates_in(story.dates, clause.start, clause.end)
    before = [one for one in inside if one.end <= cue.start]
    chosen = (
        before[-1]
        if before
        else next(
            (
                one
                for one in inside
                if one.start >= cue.end and one.start - cue.end < 12 and story.folded[one.end - 1] != "后"
            ),
            None,
        )
    )
    back = number - 1
    while chosen is None and back >= 0 and number - back <= LATER:
        earlier = sentence.clauses[back]
        if any(token.text in mapping("deeds") or token.text in mapping("cues") for token in earlier.tokens):
            break  # the day of another deed, or on which somebody spoke
        found = dates_in(story.dates, earlier.start, earlier.end)
        chosen = found[-1] if found else None
        back -= 1
    return Value(text=chosen.edtf, span=chosen.span) if chosen else None


def place(story: Story, clause: Clause) -> Value | None:
    """Find where: a prison, camp or the like named in the clause, else a place after 在."""
    best = None
    for match in FACILITY.finditer(story.folded, clause.start, clause.end):
        start = match.start()
        for cut in PREPOSITION.finditer(story.folded, match.start(), match.end()):
            start = cut.end() if cut.end() <= match.end() - 2 else start
        best = (start, match.end())
    if best is None:
        where = WHERE.search(story.folded, clause.start, clause.end)
        if (
            where
            and not re.search(r"中$|时$|后$|期间|当局|网|信上|会上|其|罪", where[1])
            and (
                mapping("places").get(where[1][:2])
                or mapping("places").get(where[1][:3])
                or mapping("places").get(where[1][:4])
                or where[1].endswith(
                    ("市", "县", "村", "镇", "机场", "口岸", "家", "家中", "广场", "前", "外", "车站", "边境", "医院")
                )
            )
        ):
            best = where.span(1)
    taken = FROM.search(story.folded, clause.start, clause.end) if best is None else None
    best = taken.span(1) if taken else best
    if best is None or best[1] - best[0] > LONGEST_PLACE:
        return None
    span = Span(start=best[0], end=best[1])
    return Value(text=story.words(span).strip('“”"「」'), span=span)


def agent(story: Story, clause: Clause, place_: int) -> Value | None:
    """Find who did it: between 被 and the verb."""
    tokens = clause.tokens
    for back in range(place_ - 1, max(-1, place_ - 10), -1):
        if tokens[back].text in {"被", "遭", "由"} and place_ - back > 1:
            last = back + 1
            while last < place_ and mapping("adverbs").get(tokens[last].text) not in {"adverb", "preposition"}:
                if tokens[last].text in MANNERS:
                    break
                last += 1
            if last == back + 1:
                return None
            span = Span(start=tokens[back + 1].start, end=tokens[last - 1].end)
            if last == back + 2 and not _acts(tokens[back + 1]):
                return None
            return Value(text=story.words(span), span=span)
    return None


def _acts(token: Token) -> bool:
    """Say whether a single word between 被 and the verb is somebody, and no manner: 被警方拘捕, not 被依法拘捕."""
    known = any(token.text in column(table) for table in ("bodies", "people", "kin"))
    ends = len(token.text) > 1 and token.text.endswith(
        ("方", "局", "员", "警", "队", "部", "保", "会", "院", "军", "安", "人")
    )
    return known or ends or token.kind == "name"


def suspected(story: Story, clause: Clause) -> Value | None:
    """Find the reason that others than an authority see: 因祈祷被带走."""
    match = REASON.search(story.folded, clause.start, clause.end)
    if not match or re.search("涉嫌|罪", match[1]):
        return None
    span = Span(start=match.start(1), end=match.end(1))
    return Value(text=story.words(span), span=span)


def grounds(story: Story, sentence: Sentence, number: int) -> Value | None:
    """Find the grounds an authority gives, in the clause and those beside it."""
    clauses = sentence.clauses
    start = clauses[max(0, number - 1)].start
    end = clauses[min(len(clauses) - 1, number + 1)].end
    here = clauses[number]
    for stretch in ((here.start, here.end), (start, end)):
        for pattern in GROUNDS:
            match = pattern.search(story.folded, *stretch)
            if match:
                start = max(
                    (cut.end() for cut in CHARGED.finditer(story.folded, *match.span(1))), default=match.start(1)
                )
                span = Span(start=start, end=match.end(1))
                return Value(text=story.words(span), span=span)
    return None
