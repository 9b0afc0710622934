"""Who would not speak, and who did not answer."""

from collections.abc import Sequence

from kualik.engine.extracting.chinese.here import Found, Here, Who
from kualik.engine.extracting.chinese.layout import Clause
from kualik.engine.extracting.chinese.phrases import lead, trimmed
from kualik.engine.extracting.chinese.speakers import speaker
from kualik.engine.extracting.chinese.story import Story
from kualik.engine.extracting.chinese.subjects import carried
from kualik.engine.extracting.chinese.tables import mapping, words
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["called", "silence"]

TELEPHONE = words("silences.telephone")
RANG = frozenset({"电话", "手机", "热线"})
NAMELESS = frozenset({"不愿透露", "拒绝透露", "不便透露"})
APART = 10  # words between a negation and its verb
LONGEST_OBJECT = 14  # words


def silence(here: Here, found: Sequence[Found]) -> Found | None:
    """Find a refusal to speak, or an answer that did not come.

    Args:
        here: the clause, its mentions read.
        found: the verbs of the sentence before it.

    Returns:
        Whose silence it is; None where there is none, or nobody whose it could be.
    """
    for place, token in enumerate(here.tokens):
        stance = mapping("refusals").get(token.text) or _parted(here.clause, place)
        if stance is None or (token.text in NAMELESS and _hides_name(here, place)):
            continue
        who = _silent(here, place, found)
        if who is None or who[0] == here.story.me:
            return None
        return Found(
            clause=here.number, cue=token, span=Span(start=who[1].start, end=here.clause.end), speaker=who[0],
            stance=Stance(stance), rule="silence.refusal" if stance.startswith("declines") else "silence.no-answer",
            content=Span(start=here.clause.end, end=here.clause.end), silent=True,
        )  # fmt: skip
    return None


def _hides_name(here: Here, place: int) -> bool:
    """Read "不愿透露姓名的官员": this official does speak."""
    after = [token.text for token in here.tokens[place + 1 : place + 3]]
    return after[:1] == ["的"] or after[1:] in (["的"], ["身份"])


def _parted(clause: Clause, place: int) -> str | None:
    """Read a negation and its verb with words between: 没有就此作出回应, 拒绝对本台置评."""
    word = clause.tokens[place].text
    if word not in words("silences.not"):
        return None
    for after in range(place + 1, min(len(clause.tokens), place + APART)):
        text = clause.tokens[after].text
        if text in words("silences.commenting") and word in words("silences.refusing"):
            return "declines to comment"
        follows = clause.tokens[after + 1].text if after + 1 < len(clause.tokens) else ""
        if text in words("silences.answering") and follows != "的":
            return "declines to comment" if word in {"拒绝", "不愿"} else "did not respond"
    return None


def _silent(here: Here, place: int, found: Sequence[Found]) -> Who | None:
    """Find who is silent: the subject, the owner of the telephone, or who was called before."""
    start, end = trimmed(here.story, here.clause, 0, place)
    while end - start > 1 and here.tokens[end - 1].text in TELEPHONE:
        end -= 1
    who = speaker(here.story, here.clause, start, end, here.mentions) if end > start else None
    since = found[-1].clause if found else -1
    reached = (called(here.story, here.at(number).clause) for number in range(here.number, since, -1))
    who = who or next((one for one in reached if one), None)
    if who or (end > start and here.tokens[start].text not in {"电话", "但"}):
        return who
    party = found[-1].speaker if found else carried(here, 0, [])
    return (party, Span(start=here.clause.start, end=here.clause.start)) if party is not None else None


def called(story: Story, clause: Clause) -> Who | None:
    """Find who is called or written to in a clause: 致电X, 向X查询, X的电话.

    Args:
        story: the text being read.
        clause: the clause, its mentions read.

    Returns:
        Who, and where they are named.
    """
    tokens, mentions = clause.tokens, story.mentions.get(clause.start, [])
    for place, token in enumerate(tokens):
        if token.text in RANG and place > 1 and tokens[place - 1].text == "的":
            who = speaker(story, clause, lead(story, clause, 0, place - 1), place - 1, mentions)
        elif token.text in words("silences.calling"):
            who = _object(story, clause, place + 1)
        else:
            continue
        if who:
            return who
    return None


def _object(story: Story, clause: Clause, start: int) -> Who | None:
    for end in range(min(len(clause.tokens), start + LONGEST_OBJECT), start, -1):
        last = end
        while last - start > 1 and clause.tokens[last - 1].text in words("silences.of-calls"):
            last -= 1
        who = speaker(story, clause, start, last, story.mentions.get(clause.start, []))
        if who:
            return who
    return None
