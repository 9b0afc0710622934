"""Find whose words are quoted in an e-mail: lines behind ">", and what programs write above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from kualik.engine.facts import Spoken

__all__ = ["unquoted"]

MARKS = re.compile(r"(?:>[ \t]?){1,200}")
DEEPEST = 20  # quotations within each other whose authors are told apart
LONGEST = 300  # characters of a line above a quotation, with the line that it may run on to
WROTE = re.compile(
    r"(?P<who>[^\n]{2,280}?)\s*(?:\bwrote|\bwrites|\bschrieb|a écrit|\bescribió|\bнаписал(?:\(а\)|а|и)?|\bпиш[еу]т"
    r"|\bжазды|写道|寫道|يازدى|\byazdı|\byazdi)\s*[:：]\s*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\s*[<(\[](?:mailto:)?[^\s<>()\[\]]{1,120}@[^\s<>()\[\]]{1,120}[>)\]]\s*[:：]?")
BARE = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,120}")
TIME = re.compile(r"\d[:./-]\d|\d{4}")
IN_QUOTES = re.compile(r"[\"“「]([^\"”」]{2,80})[\"”」]$")
AFTER_DATE = re.compile(r"[\d,:]")
LEFT_OF_DATE = re.compile(r"(?:[AaPp]\.?\s?[Mm]\.?|г\.|ж\.|года|GMT|UTC|\(?[A-Z]{3,4}\)?)(?=\s)")
MARKED = re.compile(
    r"\s*-{2,}\s*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение"
    r"|перенаправленное сообщение|бастапқы хабар|қайта жіберілген хабар|原始邮件|原始郵件|转发的邮件|转发邮件"
    r"|ئەسلى خەت)\s*-{2,}\s*",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"\s*\*?(?P<name>from|sent|date|to|cc|subject|от|кому|отправлено|дата|тема|копия|кімнен|кімге|күні|жіберілді|тақырыбы"
    r"|发件人|發件人|发送时间|發送時間|日期|收件人|抄送|主题|主題|ئەۋەتكۈچى)\s?\*?\s?[:：]\*?\s*(?P<value>[^\n]{0,300})",
    re.IGNORECASE,
)
SENDER = frozenset({"from", "от", "кімнен", "发件人", "發件人", "ئەۋەتكۈچى"})
LEAST_FIELDS, MOST_FIELDS = 2, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a body: how deep it is quoted, and what stands behind the marks."""

    depth: int
    text: str


def unquoted(body: str) -> tuple[str, tuple[Spoken, ...]]:
    """Take the marks of quotation off a body.

    Args:
        body: the body of an e-mail, lines ended by line feeds.

    Returns:
        The text without the marks, and whose words the quoted stretches are, where the line above or a block of headers
        says so. A quotation of nobody we know has no stretch of its own, and is its surroundings'.
    """
    lines = [_line(line) for line in body.split("\n")]
    spoken: list[Spoken] = []
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    ends = _ends(lines)
    for first, speaker in _authors(lines):
        spoken.append(Spoken(start=starts[first], end=starts[ends[first] + 1] - 1, speaker=speaker))
    return "\n".join(line.text for line in lines), tuple(sorted(spoken, key=lambda one: (one.start, -one.end)))


def _line(line: str) -> Line:
    marks = MARKS.match(line)
    if marks is None:
        return Line(depth=0, text=line)
    return Line(depth=min(marks[0].count(">"), DEEPEST), text=line[marks.end() :])


def _authors(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Find the first line of each quotation whose author is told."""
    for number, line in enumerate(lines):
        wrote = _who_wrote(lines, number)
        first = _next_words(lines, number)
        if wrote and first is not None and (lines[first].depth > line.depth or BARE.search(line.text)):
            yield first, wrote
        elif MARKED.fullmatch(line.text) or (number and not lines[number - 1].text.strip()):
            yield from _headed(lines, number)


def _next_words(lines: Sequence[Line], number: int) -> int | None:
    near = range(number + 1, min(number + 4, len(lines)))
    return next((at for at in near if lines[at].text.strip()), None)


def _who_wrote(lines: Sequence[Line], number: int) -> str:
    """Read "On … Sara Nur <…> wrote:", which may run over two lines; some programs leave out the verb."""
    line = lines[number]
    if not line.text.rstrip().endswith((":", "：")):
        return ""
    for text in (line.text.strip(), f"{lines[number - 1].text} {line.text}".strip() if number else ""):
        if len(text) > LONGEST or text.startswith("<"):
            continue  # an address at the beginning has its name in the line before
        wrote, address = WROTE.fullmatch(text), ADDRESS.search(text)
        if wrote and (TIME.search(wrote["who"]) or BARE.search(wrote["who"])):
            return _named(wrote["who"])
        if address and address.end() == len(text) and TIME.search(text):
            return _named(text)
    return ""


def _named(who: str) -> str:
    """Take the name, or else the address, out of "4 Mar 2021, 10:00, Sara Nur <sara@…>"."""
    address = ADDRESS.search(who)
    before = (who[: address.start()] if address else who).strip()
    quoted = IN_QUOTES.search(before)
    if quoted:
        return quoted[1].strip()
    name = LEFT_OF_DATE.sub("", AFTER_DATE.split(before)[-1].strip() + " ", count=1).strip(" ,;*-–—")
    if name:
        return name
    bare = BARE.search(who)
    return bare[0] if bare else ""


def _headed(lines: Sequence[Line], number: int) -> Iterator[tuple[int, str]]:
    """Read the headers of a letter that stands inside another: one of them says from whom."""
    at = number + bool(MARKED.fullmatch(lines[number].text))
    fields: list[re.Match[str]] = []
    while at < min(len(lines), number + MOST_FIELDS):
        field = FIELD.fullmatch(lines[at].text)
        if field is None and (fields or lines[at].text.strip()):
            break
        fields += [field] if field else []
        at += 1
    senders = [_sender(field["value"]) for field in fields if field["name"].casefold() in SENDER]
    first = _next_words(lines, at - 1)
    if senders and senders[0] and len(fields) >= LEAST_FIELDS and first is not None:
        yield first, senders[0]


def _sender(value: str) -> str:
    name, address = parseaddr(value.replace("[mailto:", "<").replace("]", ">"))
    return name or (address if "@" in address else value.strip())


def _ends(lines: Sequence[Line]) -> dict[int, int]:
    """Find for each line with words the last one before a line that is quoted less deep."""
    worded = [number for number, line in enumerate(lines) if line.text.strip()]
    ends: dict[int, int] = {}
    shallower: list[int] = []
    for place in reversed(range(len(worded))):
        depth = lines[worded[place]].depth
        while shallower and lines[worded[shallower[-1]]].depth >= depth:
            shallower.pop()
        ends[worded[place]] = worded[(shallower[-1] if shallower else len(worded)) - 1]
        shallower.append(place)
    return ends
