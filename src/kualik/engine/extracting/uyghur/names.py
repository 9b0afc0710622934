"""Names of people in Uyghur text, which has no capitals: by lists, by parts of names, by what stands before."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.letters import trimmed
from kualik.engine.extracting.uyghur.nouns import is_place, noun_of
from kualik.engine.extracting.uyghur.page import Page
from kualik.engine.extracting.uyghur.tables import mapping, rows, words
from kualik.engine.extracting.uyghur.tokens import UNSEEN
from kualik.engine.extracting.uyghur.verbs import is_closed

__all__ = ["Name", "find_names"]

MOST = 3  # words of one name
RUN = 4  # words of names side by side that are looked at
PART = 2  # letters beside a part of a name
CALLED = frozenset({"ئىسىملىك", "ئاتلىق", "دېگەن"})
TITLES = frozenset({"official", "lawyer", "researcher", "journalist", "activist", "witness"})
VERBAL = re.compile(
    ".*(?:غان|گەن|قان|كەن|ىدۇ|يدۇ|ماق|مەك|ىش|ۇش|ۈش|لىق|لىك|ىدىغان|لىقى|لىكى|لىقىنى|چە|راق|رەك|سىز|لىق|دىكى|تىكى)"
)
HIDDEN = re.compile(f"[{UNSEEN}]")
CASES = (("نىڭ", "gen"), ("نى", "acc"), ("غا", "dat"), ("قا", "dat"), ("گە", "dat"), ("كە", "dat"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at tokens [first, last): as written, without its ending; `stems` are its words in Arabic letters."""

    first: int
    last: int
    text: str
    stems: tuple[str, ...]
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word that may be part of a name: how surely ("strong", "weak", "cap"), its stem and its case."""

    sure: str
    stem: str
    case: str = ""


def find_names(page: Page) -> list[Name]:
    """Find the names of people.

    Args:
        page: the text.

    Returns:
        Names in order, without the endings of their last words.
    """
    finder = _Finder(page)
    finder.known = {stem for one in _scan(page, finder) if len(one.stems) > 1 for stem in one.stems}
    return _known(page, _scan(page, finder))


def _scan(page: Page, finder: "_Finder") -> list[Name]:
    found: list[Name] = []
    i = 0
    while i < len(page.tokens):
        name = finder.name_at(i)
        if name is not None:
            found.append(name)
        i = name.last if name is not None else i + 1
    return found


def _known(page: Page, found: list[Name]) -> list[Name]:
    """Keep a single word only where it is surely a name, or part of a fuller one."""
    full = [one for one in found if len(one.stems) > 1]
    parts = {one.stems[0] for one in full} | {
        one.stems[-1] for one in full if mapping("given").get(one.stems[-1]) != "weak"
    }
    kept = []
    for one in found:
        table = mapping("given").get(one.stems[0])
        around = page.form(one.last) in CALLED or (one.first > 0 and _titled(page, one.first))
        if len(one.stems) > 1 or one.stems[0] in parts or table == "strong" or around:
            kept.append(one)
    return kept


def _titled(page: Page, i: int) -> bool:
    """Say whether the word before is a kin term with an owner, or the title of one who speaks."""
    noun = noun_of(page.form(i - 1))
    if noun is None or noun.ending.case or noun.value == "ethnic":
        return False
    return (noun.kind == "kin" and noun.ending.owner != "") or (noun.kind == "people" and not noun.ending.plural)


class _Finder:
    """Names of one page; a word counts as a name more readily where it stands there without an ending too."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.votes = Counter(token.form for token in page.tokens if token.word)
        self.known: set[str] = set()
        self.lower = self._is_lower()
        self.pairs = Counter(zip(*([t.form for t in page.tokens][k:] for k in (0, 1)), strict=False))

    def _is_lower(self) -> bool:
        """Say whether names stand in small letters, as some papers write Latin and Cyrillic."""
        listed = (one for one in self.page.tokens if mapping("given").get(one.form) == "strong")
        first = next(listed, None)
        return first is not None and first.text[0].islower()

    def name_at(self, i: int) -> Name | None:
        token = self.page.tokens[i]
        if not token.word:
            return None
        listed: list[_Word] = []
        sentence = self.page.sentence_of[i]
        while len(listed) < RUN and self._in(i + len(listed), sentence):
            word = self._word(i + len(listed), inside=bool(listed))
            if word is None:
                break
            listed.append(word)
            if word.case:
                break
        listed = listed if len(listed) <= MOST else listed[:2]  # two people side by side: each has two names
        return self._named(i, listed) or self._introduced(i)

    def _in(self, i: int, sentence: int) -> bool:
        """Say whether a token stands in a sentence."""
        return i < len(self.page.tokens) and self.page.sentence_of[i] == sentence

    def _named(self, i: int, listed: list[_Word]) -> Name | None:
        if not listed:
            return None
        sure = [word.sure for word in listed]
        if len(listed) == 1 and sure[0] in {"strong", "cap"} and not listed[0].case:
            more = self._repeated(i)
            listed = [*listed, more] if more is not None else listed
        before = noun_of(self.page.form(i - 1)) if i else None
        if before is not None and before.kind in {"body", "outlet"} and before.ending.owner and sure[0] == "cap":
            return None  # the name of a body
        if len(listed) == 1 and sure[0] == "cap" and not _titled(self.page, i):
            return None
        return self._made(i, listed)

    def _repeated(self, i: int) -> _Word | None:
        """Find the unknown second word of a name that stands in the text more than once, or behind a title."""
        form = self.page.form(i + 1)
        if not self._unknown(i + 1) or not self._in(i + 1, self.page.sentence_of[i]):
            return None
        stem, case = self._stemmed(form)
        often = self.pairs[self.page.form(i), stem] + (self.pairs[self.page.form(i), form] if form != stem else 0)
        return _Word(sure="weak", stem=stem, case=case) if often > 1 or _titled(self.page, i) else None

    def _introduced(self, i: int) -> Name | None:
        """Find a name of unknown words behind a title: a foreign name, a Chinese one."""
        noun = noun_of(self.page.form(i - 1)) if i else None
        if noun is None or noun.ending.case or not (self._unknown(i) or self.page.form(i) in words("chinese_surnames")):
            return None
        if not (noun.kind == "people" and noun.value in TITLES) and self.page.form(i - 1) != "دوكتور":
            return None
        first, second = self.page.form(i), self.page.form(i + 1)
        if not self._unknown(i + 1) or self.page.sentence_of[i] != self.page.sentence_of[i + 1]:
            return None
        stem, case = self._stemmed(second)
        return self._made(i, [_Word(sure="weak", stem=first), _Word(sure="weak", stem=stem, case=case)])

    def _made(self, i: int, listed: list[_Word]) -> Name:
        tokens = [self.page.tokens[i + k].text for k in range(len(listed))]
        tokens[-1] = trimmed(tokens[-1], listed[-1].stem)
        text = HIDDEN.sub("", " ".join(tokens))
        stems = tuple(word.stem for word in listed)
        return Name(first=i, last=i + len(listed), text=text, stems=stems, case=listed[-1].case)

    def _unknown(self, i: int) -> bool:
        """Say whether a word is of no list and of no verb's form, so that it may be a name."""
        if i >= len(self.page.tokens) or not self.page.tokens[i].word or len(self.page.form(i)) < 2:
            return False
        token = self.page.tokens[i]
        cased = token.text[0].lower() != token.text[0].upper()
        form = token.form
        common = any(one.stem in words("common") for one in endings(form))
        known = common or noun_of(form) is not None or is_place(form) is not None
        return (
            not known
            and not VERBAL.fullmatch(form)
            and not is_closed(form)
            and (token.capital or self.lower or not cased)
        )

    def _word(self, i: int, *, inside: bool) -> _Word | None:
        if i >= len(self.page.tokens) or not self.page.tokens[i].word:
            return None
        token, form = self.page.tokens[i], self.page.form(i)
        sure = _sure(form)
        if sure:
            return _Word(sure=sure, stem=form)
        if form in self.known:
            return _Word(sure="weak", stem=form)
        for stem, case in _cut(form):
            if _sure(stem) or stem in self.known:
                return _Word(sure=_sure(stem) or "weak", stem=stem, case=case)
        opens = self.page.sentences[self.page.sentence_of[i]].first == i
        if token.capital and (inside or not opens) and self._unknown(i):
            stem, case = self._stemmed(form)
            return _Word(sure="cap", stem=stem, case=case)
        return None

    def _stemmed(self, form: str) -> tuple[str, str]:
        """Take off a case ending of an unknown name."""
        return next(iter(_cut(form)), (form, ""))


def _cut(form: str) -> list[tuple[str, str]]:
    """Cut off what joins a name: "too", then a case; the longest ending first."""
    found: list[tuple[str, str]] = []
    bare = form.removesuffix("مۇ") if len(form) > 5 else form
    for word in dict.fromkeys((form, bare)):
        for ending, case in CASES:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                found.append((word[: -len(ending)], case))
        for ending, case in (("دىن", "abl"), ("تىن", "abl"), ("دا", "loc"), ("تا", "loc"), ("دە", "loc")):
            if word.endswith(ending) and _sure(word[: -len(ending)]):
                found.append((word[: -len(ending)], case))
    if bare != form and _sure(bare):
        found.append((bare, ""))
    return found


@lru_cache(maxsize=1 << 15)
def _sure(form: str) -> str:
    """Say how surely a word without ending is a name: "strong", "weak", or "" for not at all."""
    listed = mapping("given").get(form)
    if listed:
        return listed
    if form in words("common") or noun_of(form) is not None or is_place(form) is not None:
        return ""
    for part, where in ((row[0], row[1]) for row in rows("name_parts")):
        found = form.startswith(part) if where == "start" else form.endswith(part)
        if found and len(form) - len(part) > PART:
            return "strong" if len(part) > PART else "weak"
    joined = any(_listed(form[:k]) and _listed(form[k:]) for k in range(3, len(form) - 2))
    return "strong" if joined else ""


def _listed(form: str) -> bool:
    return mapping("given").get(form) == "strong"
