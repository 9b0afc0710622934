"""Who was taken, held, sentenced, let go: the deeds told in each clause, and whom they befell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.chinese import patients, slots
from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.layout import Clause, Sentence
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import mapping, words
from kualik.engine.extracting.chinese.terms import Term, find_terms, length
from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.spans import Span

__all__ = ["read_custody"]

PRISON = re.compile(r"监狱|监牢|狱中|劳改营|劳改农场|殖民地|重刑犯")
CAMP = re.compile(
    r"(?:再教育|教育转化|转化|集中|拘禁|拘留|政治教育|思想教育|洗脑|改造)营|学习班|(?:职业技能|技能)?教育培训中心|培训中心|教培中心|政治学习中心|学习中心|再教育中心|教育中心|转化中心|集训中心|“学习”|去学习|集中营|拘禁设施|“营”"
)
POLICE = re.compile(r"看守所|派出所|警局|警察局|公安局|拘留所|拘留中心|刑事拘留|刑拘|警署|国安|预审|候审|临时拘留")
HOME = re.compile(r"软禁|监视居住|居家监禁|居家软禁")
FACTORY = re.compile(
    r"(?:强迫|强制)(?:劳动|劳役)|血汗工厂|(?:送|派|安排|分配)(?:往|到|去|进|至)[^，。；]{0,12}(?:工厂|厂)"
)
NEGATED = words("custody.negated")
UNREAL = re.compile(
    r"(?:立即|无条件|应|必须|尽快)释放|任意(?:关押|拘押|拘留|羁押)|如果|假如|倘若|若是|一旦|是否|有没有|可能会?被|恐怕|恐会|将会|会被|或会|威胁|扬言|要么|否则|以免|避免|可判|可处|最高可|面临[^，。]{0,6}(?:年|死刑|监禁)|应被|应当|不应|能否|何时|要求|呼吁|敦促|希望|请求|促请|盼|请愿"
)
NOUN_AFTER = words("custody.noun-after")
TAKEN = r"(?:收走|没收|收缴|扣押|扣下|扣留|吊销|注销|收去|上缴|扣住)"
WORDED = (
    ("bar", re.compile(rf"{TAKEN}[^，。；]{{0,8}}护照|护照[^，。；]{{0,4}}[被遭][^，。；]{{0,8}}{TAKEN}")),
    (
        "disappear",
        re.compile(
            r"(?:没再|没有再|再没有?|再也没有?)(?:回来|出现|见过|消息|音讯)|没有(?:任何)?(?:他|她|其)的?(?:消息|音讯)|没有人再见过|没有任何消息|毫无消息"
        ),
    ),
    (
        "hold",
        re.compile(
            r"(?:进了?|进入|送[到去进往]?了?|关[在进]|上了?|去了?|转[到至往]|押[在往到])[^，。；]{0,12}?(?:再教育营|集中营|学习班|教培中心|培训中心|学习中心|看守所|监狱|转化中心)(?!工作|外|门|的电话)"
        ),
    ),
)
EVENTS = {"arrest": "arrest", "sentence": "sentencing", "release": "release"}
ARRESTED = words("custody.arrested")
TERM_ONLY = "term"


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


def read_custody(story: Story, sentence: Sentence) -> None:
    """Note the custody told in a sentence and in the quotations in it.

    Args:
        story: the text being read; the mentions of this sentence are known.
        sentence: the sentence.
    """
    if not sentence.heading:
        for number in range(len(sentence.clauses)):
            for deed in _deeds(story, sentence, number):
                _write(story, deed)
    for inner in sentence.inner.values():
        for one in inner:
            read_custody(story, one)


def _deeds(story: Story, sentence: Sentence, number: int) -> list[Deed]:
    """Find the deeds of a clause, one of each kind, those that did not happen left out."""
    clause = sentence.clauses[number]
    found: list[Deed] = []
    kinds: set[str] = set()
    for place, token in enumerate(clause.tokens):
        kind = mapping("deeds").get(token.text) if token.kind == "han" else None
        if token.text == "判" and place + 1 < len(clause.tokens) and find_terms(story.folded, clause.start, clause.end):
            kind = "sentence"
        if kind is None or kind in kinds or not _is_real(story, sentence, clause, place):
            continue
        kinds.add(kind)
        found.append(Deed(sentence=sentence, number=number, place=place, kind=kind))
    if not found and (read := _by_words(story, sentence, number)):
        found.append(read)
    if not found and _has_penalty(story, clause):
        found.append(Deed(sentence=sentence, number=number, place=_penalty_place(story, clause), kind="sentence"))
    return found


def _by_words(story: Story, sentence: Sentence, number: int) -> Deed | None:
    """Find what no single word says: a passport taken, a camp gone to, no news any more."""
    clause = sentence.clauses[number]
    for kind, pattern in WORDED:
        match = pattern.search(story.folded, clause.start, clause.end)
        if match and not UNREAL.search(story.folded, clause.start, match.end()):
            place = next((n for n, token in enumerate(clause.tokens) if token.end > match.start()), 0)
            return Deed(sentence=sentence, number=number, place=place, kind=kind)
    return None


def _has_penalty(story: Story, clause: Clause) -> bool:
    terms = find_terms(story.folded, clause.start, clause.end)
    text = story.folded[clause.start : clause.end]
    return (
        bool(terms)
        and not UNREAL.search(text)
        and bool(re.search(r"有期徒刑|无期徒刑|判|刑期|拘留", text))
        and "剥夺政治" not in text[:6]
    )


def _penalty_place(story: Story, clause: Clause) -> int:
    term = find_terms(story.folded, clause.start, clause.end)[0]
    return next((n for n, token in enumerate(clause.tokens) if token.end > term.span.start), 0)


def _is_real(story: Story, sentence: Sentence, clause: Clause, place: int) -> bool:
    """Leave out what did not happen, may happen, is asked for, or is only a noun."""
    tokens = clause.tokens
    if {token.text for token in tokens[max(0, place - 3) : place]} & NEGATED or UNREAL.search(
        story.folded, clause.start, tokens[place].end
    ):
        return False
    if sentence.clauses[0].tokens[0].text in {"如果", "若", "假如", "倘若", "一旦"} and clause is sentence.clauses[0]:
        return False
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if after in {"之前", "以前", "前"} or (
        after == "的"
        and place + 2 < len(tokens)
        and tokens[place + 2].kind != "name"
        and tokens[place + 2].text not in {"时候", "时"}
    ):
        return False
    if (
        tokens[place].text in {"送往", "送进", "送入", "送去"}
        and "医院" in story.folded[tokens[place].end : tokens[place].end + 12]
    ):
        return False
    if after in NOUN_AFTER or (
        after == "的" and place + 2 < len(tokens) and tokens[place + 2].kind != "name" and not clause.after
    ):
        return False
    return not (
        after == "的"
        and place + 2 < len(tokens)
        and tokens[place + 2].text
        in {
            "人",
            "人士",
            "家属",
            "原因",
            "消息",
            "说法",
            "情况",
            "人员",
            "人数",
            "理由",
            "穆斯林",
            "民众",
            "数百",
            "还有",
            "维吾尔人",
            "哈萨克人",
            "亲属",
            "亲人",
            "家人",
        }
    )


def _write(story: Story, deed: Deed) -> None:
    parties = patients.befallen(story, deed.sentence, deed.number, deed.place, deed.kind)
    if not parties:
        return
    window = _window(story, deed)
    terms = [term for term in find_terms(story.folded, *window)]
    if deed.kind == "release":
        terms = []
    if any(story.folded[term.span.end : term.span.end + 1] == "的" for term in terms):
        return
    span = _span(story, deed, terms)
    if deed.kind in EVENTS:
        _event(story, deed, parties, span)
    for order, party in enumerate(parties):
        term = _term_for(terms, order, len(parties))
        _held(story, deed, party, term, span)


def _window(story: Story, deed: Deed) -> tuple[int, int]:
    """The stretch in which the term of a sentence stands: to the end of the next clause without a deed of its own."""
    end = deed.clause.end
    following = deed.sentence.clauses[deed.number + 1 : deed.number + 3]
    for clause in following:
        if any(
            token.kind == "name" or token.text in mapping("deeds") or token.text in {"一个", "另", "他", "她"}
            for token in clause.tokens
        ):
            break
        end = clause.end
    first = deed.clause.start
    return (first, end)


def _term_for(terms: Sequence[Term], order: int, people: int) -> Term | None:
    if not terms:
        return None
    return terms[order] if len(terms) >= people > 1 else terms[0]


def _state(story: Story, deed: Deed, term: Term | None, text: str) -> str | None:
    """Name the state: what the word says, and the place named beside it."""
    kind, word = deed.kind, deed.token.text
    fixed = {
        "release": "released",
        "disappear": "disappeared",
        "bar": "barred from leaving",
        "confine": "house arrest",
    }.get(kind)
    if fixed:
        return fixed
    if kind == "die":
        return "died in custody" if re.search(r"狱|看守所|营|关押|羁押|拘留|拘押|服刑|押|中心", text) else None
    if kind == "labour":
        return "forced labour"
    if kind in {"summon", "demand"}:
        return None
    if term is not None or kind == "sentence":
        return "prison"
    if CAMP.search(text):
        return "camp"
    if PRISON.search(text) or word in {"服刑", "坐牢", "入狱"}:
        return "prison"
    if POLICE.search(text) or word in ARRESTED:
        return "police custody"
    return "unspecified"


def _held(story: Story, deed: Deed, party: int, term: Term | None, span: Span) -> None:
    if term is not None and term.suspended:
        return
    text = story.folded[deed.clause.start : deed.clause.end]
    state = _state(story, deed, term, text)
    if state is None:
        return
    if state == "unspecified" and deed.kind == "hold":
        state = next(
            (one.state for one in reversed(story.notes.held) if one.party == party and one.state in {"prison", "camp"}),
            state,
        )
    if deed.kind in {"arrest", "hold", "sentence"} and HOME.search(text):
        state = "house arrest"
    grounds = slots.grounds(story, deed.sentence, deed.number)
    since = slots.date(story, deed.sentence, deed.number, deed.place)
    spent = (
        length(story.folded, deed.token.end, deed.clause.end)
        if term is None and deed.kind in {"hold", "disappear"}
        else None
    )
    story.notes.held.append(
        Held(
            party=party, state=state, span=span, cue=Span(start=deed.token.start, end=deed.token.end), rule=f"custody.{deed.kind}",
            sentence=Value(text=term.iso, span=term.span) if term and term.iso else None,
            sentence_text=Value(text=term.words, span=term.span) if term and term.words else None,
            duration=Value(text=spent[0], span=spent[1]) if spent else None, since=since,
            place=slots.place(story, deed.clause, deed.place) if deed.kind not in {"release"} else None,
            grounds=grounds, suspected=None if grounds else slots.suspected(story, deed.clause),
        )
    )  # fmt: skip


def _span(story: Story, deed: Deed, terms: Sequence[Term]) -> Span:
    end = deed.clause.end
    for term in terms:
        end = max(end, term.span.end) if term.span.start - end < 20 else end
    return Span(start=deed.clause.start, end=end)


def _event(story: Story, deed: Deed, parties: Sequence[int], span: Span) -> None:
    if deed.kind == "sentence" and not re.search(r"判|获刑|处以|处", story.folded[span.start : span.end]):
        return
    labels = "、".join(dict.fromkeys(story.people.label(party) for party in parties))
    cue = Span(start=deed.token.start, end=deed.token.end)
    story.notes.happenings.append(
        Happening(
            type=EVENTS[deed.kind], span=span, cue=cue, rule=f"event.{deed.kind}", target=Value(text=labels, span=span),
            date=slots.date(story, deed.sentence, deed.number, deed.place), place=slots.place(story, deed.clause, deed.place),
            who=slots.agent(story, deed.clause, deed.place),
        )
    )  # fmt: skip
