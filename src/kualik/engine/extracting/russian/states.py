"""States of custody that no verb of holding tells: no news, a passport taken, "он под стражей", "арест Омарова"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kualik.engine.extracting.notes import Held
from kualik.engine.extracting.russian.circumstances import (
    facility_state,
    grounds_near,
    moment_near,
    place_near,
    sentence_near,
)  # fmt: skip
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.shapes import upper
from kualik.engine.extracting.russian.tokens import Page

__all__ = ["find_states"]

HELD_ONES = {
    "задержанн": "police custody", "арестованн": "police custody", "осужденн": "prison", "осуждённ": "prison",
    "пропавш": "disappeared", "исчезнувш": "disappeared", "заключенн": "prison", "заключённ": "prison",
    "политзаключ": "prison", "похищенн": "disappeared", "освобожденн": "released", "освобождённ": "released",
}  # fmt: skip
VERBS = frozenset({"VERB", "PRTS", "GRND", "INFN", "ADJS", "PRTF"})
NEWS = frozenset({"весть", "вестей", "известий", "новостей", "сведений", "связи"})
GONE = (
    ("связь", "прерва"),
    ("связь", "потерян"),
    ("связь", "оборвал"),
    ("местонахождение", "неизвестн"),
    ("судьба", "неизвестн"),
    ("местонахождение", "остается"),
    ("судьбе", "неизвестн"),
    ("судьба", "остается"),
)
TAKEN = frozenset(
    {"отобрать", "отнять", "забрать", "изъять", "конфисковать", "аннулировать", "отбирать", "изымать", "удерживать"}
)
PAPERS = frozenset({"паспорт", "загранпаспорт", "паспорта", "документы", "загранпаспорта"})
NOUNS = {
    "задержание": "police custody", "арест": "police custody", "заключение": "prison", "исчезновение": "disappeared",
    "похищение": "disappeared", "освобождение": "released", "заточение": "prison", "содержание": "unspecified",
}  # fmt: skip
CHINA = ("китай", "китае", "китая", "синьцзян", "кнр", "суар", "уйгур", "тибет", "кашгар", "урумчи")
FORBIDDEN = (
    ("невыезд",),
    ("обязал", "не", "поки"),
    ("запре", "выез"),
    ("запре", "поки"),
    ("не", "выпуска"),
    ("запрет", "выезд"),
)


def find_states(scene: Scene) -> Iterator[Held]:
    """Find states told without a verb of holding.

    Args:
        scene: the text read so far.

    Yields:
        States, in the order of the sentences.
    """
    foreign = any(token.lower.startswith(CHINA) for token in scene.page.tokens)
    for sentence in scene.page.sentences:
        if sentence.heading:
            continue
        for segment in scene.clauses.around(sentence.first, ahead=60):
            if segment.first >= segment.last:
                continue
            found = _missing(scene, segment.first, segment.last) or _barred(scene, segment.first, segment.last)
            found = found or _verbless(scene, segment.first, segment.last, foreign=foreign)
            if found is not None:
                yield found
        yield from _nouns(scene, sentence.first, sentence.last, foreign=foreign)
        yield from _sentences(scene, sentence.first, sentence.last)
        yield from _remand(scene, sentence.first, sentence.last)
        yield from _among_held(scene, sentence.first, sentence.last, foreign=foreign)


def _held(scene: Scene, i: int, someone: Someone, state: str, span: tuple[int, int], rule: str) -> Held:
    moment = moment_near(scene, i) if state in {"disappeared", "released"} else moment_near(scene, i, since_only=True)
    sentence = sentence_near(scene, i, span[1]) if state == "prison" else None
    grounds, suspected = grounds_near(scene, i, span[1]) if state not in {"released", "disappeared"} else (None, None)
    scene.reach(i, span[1], [(someone, None)])
    return Held(
        party=scene.register.key(someone),
        state=state,
        span=scene.span(*span),
        cue=scene.span(i, i + 1),
        rule=rule,
        since=scene.value(moment.first, moment.last, moment.edtf) if moment is not None else None,
        sentence=scene.value(*sentence.place, sentence.values[0])
        if sentence and sentence.place and sentence.values
        else None,
        place=place_near(scene, i, span[1]),
        grounds=grounds,
        suspected=suspected,
    )


def _missing(scene: Scene, first: int, last: int) -> Held | None:
    """Read "нет вестей от брата", "не выходит на связь", "связь с ним прервалась"."""
    page = scene.page
    words = [page.lower(k) for k in range(first, last)]
    cue = next(
        (first + n for n, word in enumerate(words) if word in NEWS and _none(words[max(0, n - 5) : n + 4])), None
    )
    if cue is None:
        for one, other in GONE:
            if one in words and any(word.replace("ё", "е").startswith(other) for word in words):
                cue = first + words.index(one)
    if (
        cue is None
        and ({"неизвестно", "неизвестна"} & set(words) or {"не", "известно"} <= set(words))
        and {"о", "об", "судьба", "местонахождение"} & set(words)
    ):
        cue = next(first + n for n, word in enumerate(words) if word.startswith(("известн", "неизвестн")))
    if (
        cue is None
        and words[:1] == ["где"]
        and {"находится", "содержится", "находятся", "сейчас"} & set(words)
        and _unknown(page, first)
    ):
        cue = first
    if cue is None and {"не", "слышно"} <= set(words):
        cue = first + words.index("слышно")
    if cue is None and "не" in words:
        cue = _not_back(page, first, last)
    if cue is None and "связь" in words and "не" in words and any(word.startswith(("выход", "выш")) for word in words):
        cue = first + words.index("связь")
    if cue is None:
        return None
    someone = _whose(scene, first, last, cue)
    return _held(scene, cue, someone, "disappeared", (first, last), "custody.no-news") if someone is not None else None


def _not_back(page: Page, first: int, last: int) -> int | None:
    """Read "домой не вернулась", "больше его не видели"."""
    words = {page.lower(k) for k in range(first, last)}
    for k in range(first + 1, last):
        if page.lower(k - 1) != "не":
            continue
        back = {"вернуться", "возвращаться"} & set(page.tokens[k].lemmas("VERB")) and words & {"домой", "больше"}
        seen = page.lower(k) == "видели" and "больше" in words
        if back or seen:
            return k
    return None


def _unknown(page: Page, first: int) -> bool:
    """Say whether "где он находится" follows "не знают", "неизвестно"."""
    before = [page.lower(k) for k in range(max(0, first - 6), first)]
    return "неизвестно" in before or (
        "не" in before and any(word.startswith(("зна", "сообща", "говор", "извест")) for word in before)
    )


def _none(words: Sequence[str]) -> bool:
    return bool({"нет", "никаких", "было", "имеет", "имеют", "получал", "получала", "поступало"} & set(words)) and bool(
        {"нет", "не", "никаких"} & set(words)
    )


def _whose(scene: Scene, first: int, last: int, cue: int) -> Someone | None:
    """Find of whom there is no news: "от брата", "о дочери", "с ним", the subject, or whom "о котором" stands for."""
    for phrase in scene.clauses.phrases_in(first, last):
        before = scene.page.lower(phrase.first - 1)
        if (
            phrase.animate
            and phrase.lemma not in {"судьба", "местонахождение"}
            and phrase.kind != "body"
            and (before in {"от", "о", "об", "с", "со"} or phrase.cases & {"nomn", "gent"})
        ):
            return scene.register.meant(phrase)
    verb = scene.clauses.segment(cue).verb
    subject = scene.clauses.subject(verb) if verb is not None else None
    if subject is not None and subject.animate and subject.kind != "body":
        return scene.register.meant(subject)
    if scene.clauses.segment(cue).kind == "rel":
        near = scene.clauses.phrases_in(max(0, first - 12), first - 1)
        phrases = [one for one in near if one.last in {first - 1, first} and one.animate and one.kind != "body"]
        return scene.register.meant(phrases[-1]) if phrases else None
    return None


def _barred(scene: Scene, first: int, last: int) -> Held | None:
    """Read "отобрали паспорт", "под подпиской о невыезде", "запретили выезжать"."""
    page = scene.page
    words = [page.lower(k) for k in range(first, last)]
    cue = None
    for k in range(first, last):
        if page.lower(k) in PAPERS and any(
            set(page.tokens[n].lemmas("VERB", "PRTS")) & TAKEN for n in range(first, last)
        ):
            cue = k
    for stems in FORBIDDEN:
        places = [next((n for n, word in enumerate(words) if word.startswith(stem)), None) for stem in stems]
        if all(place is not None for place in places) and (
            len(places) == 1 or places == sorted(places, key=lambda one: one or 0)
        ):
            cue = first + (places[-1] or 0)
    if cue is None:
        return None
    someone = _affected(scene, first, last) or _subject(scene, first, last) or scene.last_held(cue)
    return (
        _held(scene, cue, someone, "barred from leaving", (first, last), "custody.barred")
        if someone is not None
        else None
    )


def _subject(scene: Scene, first: int, last: int) -> Someone | None:
    near = [one for one in scene.clauses.phrases_in(first, last) if _can_be_held(one)]
    return scene.register.meant(near[0]) if near else None


def _among_held(scene: Scene, first: int, last: int, *, foreign: bool) -> Iterator[Held]:
    """Read "среди задержанных — журналистка …", "в списке осуждённых и профессор …"."""
    page = scene.page
    for k in range(first, min(last, first + 12)):
        state = next((state for stem, state in HELD_ONES.items() if page.lower(k).startswith(stem)), None)
        if state is None or not {"среди", "числе", "списке", "список"} & {
            page.lower(n) for n in range(max(first, k - 2), k)
        }:
            continue
        for one in scene.clauses.phrases_in(k + 1, last):
            someone = scene.register.meant(one) if one.name is not None and "nomn" in one.cases else None
            if someone is not None:
                kept = "unspecified" if foreign and state == "police custody" else state
                yield _held(scene, k, someone, kept, (first, max(one.last, k + 1)), "custody.among")
        return


def _affected(scene: Scene, first: int, last: int) -> Someone | None:
    for phrase in scene.clauses.phrases_in(first, last):
        before = scene.page.lower(phrase.first - 1)
        if not phrase.animate or phrase.kind == "body":
            continue
        if before in {"у", "с"} or (
            phrase.cases & {"datv", "accs"} and not scene.page.tokens[phrase.first - 1].may_be("PREP")
        ):
            return scene.register.meant(phrase)
    return None


def _verbless(scene: Scene, first: int, last: int, *, foreign: bool) -> Held | None:
    """Read "он уже месяц под стражей", "с декабря она в следственном изоляторе", "брат был в лагере"."""
    page, segment = scene.page, scene.clauses.segment(first)
    verbs = [
        k
        for k in range(first, last)
        if page.tokens[k].forms and page.tokens[k].forms[0].pos in VERBS and not upper(page.tokens[k])
    ]
    be = len(verbs) == 1 and page.tokens[verbs[0]].lemma == "быть"
    if verbs and not be:
        return None
    facility = facility_state(scene, first, last)
    if facility is None or not any(
        page.lower(k) in {"в", "под", "на", "за"} for k in range(max(first, facility[1] - 4), facility[1])
    ):
        return None
    subject = next((one for one in scene.clauses.phrases_in(first, last) if _can_be_held(one)), None)
    if subject is None and segment.kind == "main" and not be:
        subject = _parted(scene, first)
    if subject is None and be and segment.verb is not None:
        subject = scene.clauses.subject(segment.verb)
    if subject is None and segment.kind == "rel" and "nomn" in page.tokens[first].cases():
        behind = [one for one in scene.clauses.phrases_in(max(0, first - 12), first - 1) if one.last >= first - 1]
        subject = behind[-1] if behind and behind[-1].kind in {"person", "kin", "human"} else None
        someone = scene.register.meant(subject) if subject is not None else None
    else:
        someone = scene.register.meant(subject) if subject is not None and _can_be_held(subject) else None
    state = facility[0] if not (foreign and facility[0] == "police custody") else "unspecified"
    return _held(scene, facility[1], someone, state, (first, last), "custody.is-in") if someone is not None else None


def _parted(scene: Scene, first: int) -> Phrase | None:
    """Find a subject that something put in parts from its place: "Дочери Османа, Айна и Рена, до сих пор в СИЗО"."""
    start = scene.page.sentence(first).first
    segments = scene.clauses.around(first, back=6)[:-1]
    segments = [one for one in segments if one.first < first]
    if any(one.verb is not None and one.kind not in {"rel", "sub"} for one in segments):
        return None
    found = [one for one in scene.clauses.phrases_in(start, first) if _can_be_held(one)]
    return found[0] if found and found[0].first - start < 3 else None


def _remand(scene: Scene, first: int, last: int) -> Iterator[Held]:
    """Read "продлил срок содержания под стражей журналисту Омарову": remand, said with a noun."""
    page = scene.page
    for k in range(first, last - 1):
        measure = page.lower(k) == "пресечения" and (state := facility_state(scene, k, last))
        guard = (
            page.lower(k).startswith(("содержани", "заключени"))
            and page.lower(k + 1) == "под"
            and page.lower(k + 2).startswith("страж")
        )
        if not measure and not guard:
            continue
        near = [
            one for one in scene.clauses.phrases_in(first, last)
            if one.kind in {"person", "human", "kin", "pronoun"} and (one.name or one.kind in {"kin", "pronoun"})
            and one.cases & {"datv", "gent"} and "nomn" not in one.cases
            and not scene.page.tokens[max(0, one.first - 1)].may_be("PREP")
        ]  # fmt: skip
        someone = scene.register.meant(min(near, key=lambda one: abs(one.first - k))) if near else scene.last_held(k)
        if someone is not None:
            kept = state[0] if measure and state else "prison"
            told = _held(scene, min(k + 2, last - 1), someone, kept, (k, last), "custody.remand")
            yield replace(told, sentence=None)
        return


def _sentences(scene: Scene, first: int, last: int) -> Iterator[Held]:
    """Read "приговор Омарову: восемь лет", "приговор — 14 лет": a sentence with its length, and no verb."""
    for phrase in scene.clauses.phrases_in(first, last):
        if phrase.lemma not in {"приговор", "наказание", "срок", "дело"}:
            continue
        end = min(last, phrase.first + 14)
        sentence = sentence_near(scene, phrase.head, end)
        words = (
            [scene.page.tokens[k].text for k in range(phrase.head, sentence.place[0])]
            if sentence.place and sentence.values
            else []
        )
        if not {":", "—", "–"} & set(words) or sentence.suspended:
            continue
        near = [
            one for one in scene.clauses.phrases_in(phrase.head + 1, end)
            if one.kind in {"person", "kin", "human"} and one.cases & {"datv", "gent"}
        ]  # fmt: skip
        someone = scene.register.meant(near[0]) if near else scene.last_held(phrase.head)
        if someone is not None:
            yield _held(scene, phrase.head, someone, "prison", (phrase.first, end), "custody.sentence-noun")


def _can_be_held(phrase: Phrase) -> bool:
    return (
        "nomn" in phrase.cases
        and phrase.kind in {"person", "kin", "pronoun", "human"}
        and phrase.lemma not in {"я", "мы", "кто"}
    )


def _nouns(scene: Scene, first: int, last: int, *, foreign: bool) -> Iterator[Held]:
    """Read "арест Омарова", "похищение её мужа": somebody in the genitive behind a noun of custody."""
    for phrase in scene.clauses.phrases_in(first, last):
        state = NOUNS.get(phrase.lemma)
        if state is None or phrase.complement is None or phrase.plural:
            continue
        inner = next(
            (
                one
                for one in scene.clauses.phrases_in(phrase.head + 1, phrase.last)
                if one.kind in {"person", "kin", "human"}
            ),
            None,
        )
        if inner is None or "gent" not in inner.cases or scene.page.tokens[inner.first - 1].may_be("PREP"):
            continue
        someone = scene.register.meant(inner)
        described = inner.kind == "human" and inner.last - inner.first > 1
        known = someone is not None and (someone.name or someone.kind == "kin" or (described and someone.count == 1))
        if someone is None or not known:
            continue
        if foreign and state == "police custody":
            state = "unspecified"
        yield _held(scene, phrase.head, someone, state, (phrase.first, max(phrase.last, inner.last)), "custody.noun")
