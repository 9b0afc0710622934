"""Who was taken, held, sentenced, let go, and the arrests, sentences and releases that this tells of."""

import re
from collections.abc import Sequence

from kualik.engine.extracting.chinese import slots
from kualik.engine.extracting.chinese.deeds import Deed, deeds_in
from kualik.engine.extracting.chinese.layout import Sentence
from kualik.engine.extracting.chinese.patients import befallen
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.tables import mapping
from kualik.engine.extracting.chinese.terms import Term, find_terms, length
from kualik.engine.extracting.notes import Happening, Held, Value
from kualik.engine.extracting.spans import Span

__all__ = ["read_custody"]

CAMP = re.compile(
    r"(?:再教育|教育转化|转化|集中|拘禁|拘留|政治教育|思想教育|洗脑|改造)营|学习班|(?:职业技能|技能)?教育培训中心|培训中心|教培中心|学习中心"
    r"|再教育中心|教育中心|转化中心|集训中心|去学习|集中营|营地|营里|拘禁设施|“营”"
)
PRISON = re.compile(r"监狱|监牢|狱中|劳改营|劳改农场|殖民地|重刑犯")
POLICE = re.compile(
    r"看守所|派出所|警局|警察局|公安局|拘留所|拘留中心|强制措施|刑事拘留|刑拘|警署|国安|预审|候审|临时拘留"
)
HOME = re.compile(r"软禁|监视居住|居家监禁")
INSIDE = re.compile(r"狱|看守所|营|关押|羁押|拘留|拘押|服刑|押|中心")
SENTENCED = re.compile(r"判|获刑|处")
ARRESTED = frozenset({"被捕", "逮捕", "刑拘", "刑事拘留", "拘捕"})
IN_PRISON = frozenset({"服刑", "坐牢", "入狱"})
FIXED = {
    "release": "released", "disappear": "disappeared", "bar": "barred from leaving", "confine": "house arrest",
    "labour": "forced labour", "sentence": "prison",
}  # fmt: skip
EVENTS = {"arrest": "arrest", "sentence": "sentencing", "release": "release"}
STATELESS = frozenset({"summon", "demand"})
STARTERS = frozenset({"一个", "另", "他", "她"})
ONE_BY_ONE = ("之一", "中的另一人", "中的第三人", "中的第四人", "中的第五人", "中的第六人")
AHEAD = 2  # clauses after a verb in which the punishment may stand


def read_custody(story: Story, sentence: Sentence) -> None:
    """Note the custody told in a sentence and in the quotations in it.

    Args:
        story: the text being read; the mentions of this sentence are known.
        sentence: the sentence.
    """
    if not sentence.heading:
        for number in range(len(sentence.clauses)):
            for deed in deeds_in(story, sentence, number):
                _write(story, deed)
    for inner in sentence.inner.values():
        for one in inner:
            read_custody(story, one)


def _write(story: Story, deed: Deed) -> None:
    parties = befallen(story, deed.sentence, deed.number, deed.place, deed.kind)
    terms = find_terms(story.folded, deed.clause.start, _reach(deed)) if deed.kind != "release" else []
    if not parties or any(story.folded[term.span.end : term.span.end + 1] == "的" for term in terms):
        return
    span = _span(deed, terms)
    parties = _parted(story, parties, len(terms), span)
    if deed.kind in EVENTS and (deed.kind != "sentence" or SENTENCED.search(story.folded, span.start, span.end)):
        _note_event(story, deed, parties, span)
    for order, party in enumerate(parties):
        term = (terms[order] if len(terms) >= len(parties) > 1 else terms[0]) if terms else None
        if term is None or not term.suspended:
            _note_custody(story, deed, party, term, span)


def _parted(story: Story, parties: list[int], terms: int, span: Span) -> list[int]:
    """Make single people of "three sons" who got three terms."""
    if len(parties) != 1 or not 1 < terms <= len(ONE_BY_ONE) or story.notes.parties[parties[0]].count != terms:
        return parties
    label = story.people.label(parties[0])
    words = [f"{label}{order}" for order in ONE_BY_ONE[:terms]]
    return [story.people.described(one, span, rule="person.one-of") for one in words]


def _reach(deed: Deed) -> int:
    """Find how far the punishment may stand from its verb: over the clauses that tell of nobody else."""
    end = deed.clause.end
    for clause in deed.sentence.clauses[deed.number + 1 : deed.number + 1 + AHEAD]:
        others = (token for token in clause.tokens if token.kind == "name" or token.text in STARTERS)
        if any(others) or any(token.text in mapping("deeds") for token in clause.tokens):
            break
        end = clause.end
    return end


def _span(deed: Deed, terms: Sequence[Term]) -> Span:
    end = deed.clause.end
    for term in terms:
        end = max(end, term.span.end) if term.span.start - end < 20 else end
    return Span(start=deed.clause.start, end=end)


def _state(story: Story, deed: Deed, party: int, term: Term | None) -> str | None:
    """Name the state: what the word says, and the place named beside it."""
    text = story.folded[deed.clause.start : deed.clause.end]
    if deed.kind in {"arrest", "hold", "sentence"} and HOME.search(text):
        return "house arrest"
    if deed.kind in FIXED:
        return FIXED[deed.kind]
    if deed.kind == "die":
        return "died in custody" if INSIDE.search(text) else None
    return "prison" if term is not None else _place_state(story, deed, party, text)


def _place_state(story: Story, deed: Deed, party: int, text: str) -> str:
    if CAMP.search(text):
        return "camp"
    if PRISON.search(text) or deed.token.text in IN_PRISON:
        return "prison"
    if POLICE.search(text) or deed.token.text in ARRESTED:
        return "police custody"
    return story.states.get(party, "unspecified") if deed.kind == "hold" else "unspecified"


def _note_custody(story: Story, deed: Deed, party: int, term: Term | None, span: Span) -> None:
    state = _state(story, deed, party, term) if deed.kind not in STATELESS else None
    if state is None:
        return
    if state in {"prison", "camp"}:
        story.states[party] = state
    timed = term is None and deed.kind in {"hold", "disappear"}
    spent = length(story.folded, deed.token.end, deed.clause.end) if timed else None
    grounds = slots.grounds(story, deed.sentence, deed.number)
    story.notes.held.append(
        Held(
            party=party, state=state, span=span, cue=Span(start=deed.token.start, end=deed.token.end),
            rule=f"custody.{deed.kind}",
            sentence=Value(text=term.iso, span=term.span) if term and term.iso else None,
            sentence_text=Value(text=term.words, span=term.span) if term and term.words else None,
            duration=Value(text=spent[0], span=spent[1]) if spent else None,
            since=slots.date(story, deed.sentence, deed.number, deed.place),
            place=slots.place(story, deed.clause) if deed.kind != "release" else None,
            grounds=grounds, suspected=None if grounds else slots.suspected(story, deed.clause),
        )
    )  # fmt: skip


def _note_event(story: Story, deed: Deed, parties: Sequence[int], span: Span) -> None:
    labels = "、".join(dict.fromkeys(story.people.label(party) for party in parties))
    story.notes.happenings.append(
        Happening(
            type=EVENTS[deed.kind], span=span, cue=Span(start=deed.token.start, end=deed.token.end),
            rule=f"event.{deed.kind}", target=Value(text=labels, span=span),
            date=slots.date(story, deed.sentence, deed.number, deed.place), place=slots.place(story, deed.clause),
            who=slots.agent(story, deed.clause, deed.place),
        )
    )  # fmt: skip
