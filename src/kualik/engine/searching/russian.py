"""The stem of a Russian word.

Source: M. F. Porter, the Snowball stemmer for Russian (snowballstem.org/algorithms/russian), and after it three rules
of our own: a vowel that comes and goes (отец, отца), -ова- of verbs (арестовал, арест), and the words of kinship.
"""

import re
from typing import Final

__all__ = ["stem"]

_VOWEL = "аеиоуыэюя"
_REGION = re.compile(rf"^[^{_VOWEL}]*[{_VOWEL}]")
_GERUND = re.compile(r"(?:(?<=[ая])(?:вшись|вши|в)|(?:ив|ыв)(?:шись|ши)?)$")
_REFLEXIVE = re.compile(r"(?:ся|сь)$")
_ADJECTIVE = re.compile(r"(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$")
_PARTICIPLE = re.compile(r"(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$")
_VERB = re.compile(
    r"(?:(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)"
    r"|(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н))$"
)
_NOUN = re.compile(
    r"(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$"
)
_SUPERLATIVE = re.compile(r"(?:ейше|ейш)$")
_DERIVED = re.compile(rf"(?<=[^{_VOWEL}])(?:ость|ост)$")
_MADE_VERB = re.compile(r"(?<=.{4})(?:ирова|ова|ева|ыва|ива)$")
_FLEETING = re.compile(rf"(?<=[^{_VOWEL}])[ео](?:(?=[кц]$)|(?<=.{4})(?=[нрл]$))")
WHOLE: Final = {"мать": "мат", "дочь": "доч"}
KIN: Final = {
    "дочер": "доч", "дочр": "доч", "матер": "мат", "матр": "мат", "сынов": "сын", "мужь": "муж", "мужей": "муж",
    "брать": "брат", "братьев": "брат", "братьям": "брат", "детей": "дет", "люд": "люд", "людей": "люд",
    "женщин": "женщин", "сыновей": "сын", "дел": "дел",
}  # fmt: skip
"""What the rules leave of the words of kinship in their cases, and what it is put together under."""
LEAST = 3


def stem(word: str) -> str:
    """Take the inflection off a folded word: осуждён, осудили and осуждённых are still two words, забастовки is one."""
    if word in WHOLE:
        return WHOLE[word]
    region = _REGION.match(word)
    if region is None or len(word) <= LEAST:
        return word
    head, tail = word[: region.end()], word[region.end() :]
    return _ours(head + _later(_first(head, tail)))


def _first(head: str, tail: str) -> str:
    """Take one inflection off. What precedes it may lie before the region."""
    if (cut := _cut(_GERUND, head, tail)) is not None:
        return cut
    tail = _REFLEXIVE.sub("", tail)
    if (cut := _cut(_ADJECTIVE, head, tail)) is not None:
        participle = _cut(_PARTICIPLE, head, cut)
        return cut if participle is None else participle
    for ending in (_VERB, _NOUN):
        if (cut := _cut(ending, head, tail)) is not None:
            return cut
    return tail


def _cut(ending: re.Pattern[str], head: str, tail: str) -> str | None:
    found = ending.search(head + tail, len(head))
    return None if found is None else tail[: found.start() - len(head)]


def _later(tail: str) -> str:
    tail = tail.removesuffix("и")
    tail = _DERIVED.sub("", tail)
    if tail.endswith("нн"):
        return tail[:-1]
    return _SUPERLATIVE.sub("", tail).removesuffix("ь")


def _ours(root: str) -> str:
    root = _MADE_VERB.sub("", root)
    root = f"{root[:-2]}д" if root.endswith("жд") else root
    root = KIN.get(root, root)
    return _FLEETING.sub("", root) if len(root) > LEAST else root
