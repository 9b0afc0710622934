"""Who is named: runs of capitals that name people, their nominative, their gender.

A run counts as a person's name by the dictionary, by its shape, or by the words around it; each name's nominative is
settled over the whole document, so that a form that stands in it as nominative wins over one that does not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.extracting.russian.gazetteer import is_local, is_outlet, is_place
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.morphology import forms
from kualik.engine.extracting.russian.naming import CASES, FIXED, NAME_MARKS, Reading, is_surname, readings
from kualik.engine.extracting.russian.surnames import Name, share_surnames
from kualik.engine.extracting.russian.tokens import Page, Token

__all__ = ["HONORIFICS", "Name", "find_names"]

PARTICLES = group("names.particles")
PLACE_NOUNS = group("names.place_nouns")
OUTLET_NOUNS = group("names.outlet_nouns")
INTO = frozenset({"в", "во", "на", "из", "под", "близ", "через", "из-под", "до", "над"})
RESIDENTS = frozenset({"житель", "жительница", "уроженец", "уроженка", "столица", "город", "аким", "мэр", "область"})
PLACE_ENDINGS = ("ский", "ского", "ском", "ская", "ской", "скую", "ские", "ских", "ским", "ское", "скому")
TURKIC = ("гуль", "гүл", "жан", "бек", "бай", "хан", "мурат", "берген", "сулу", "нур", "айым", "ханум", "джан", "улла")
FOREIGN_LETTERS = group("names.foreign_letters")
MEN = group("names.men")
REACH = 7  # words between the noun that introduces a name and the name
OPENERS = frozenset(':«“„"(—–;')
HONORIFICS = {
    "г-н": "masc", "г-на": "masc", "г-ну": "masc", "г-ном": "masc", "г-не": "masc", "господин": "masc",
    "господина": "masc", "господину": "masc", "господином": "masc", "г-жа": "femn", "г-жи": "femn", "г-же": "femn",
    "г-жу": "femn", "г-жой": "femn", "госпожа": "femn", "госпожи": "femn", "госпоже": "femn", "госпожу": "femn",
    "госпожой": "femn",
}  # fmt: skip
LONGEST = 5
USUAL = {"nomn": 0.06, "gent": 0.05, "accs": 0.04, "ablt": 0.02, "datv": 0.01, "loct": 0.0}
GIVING = frozenset({"дать", "назначить", "присудить", "добавить", "получить"})
AGED = {
    "ему": ("datv", "masc"), "его": ("gent accs", "masc"), "ий": ("nomn", "masc"), "им": ("ablt", "masc"),
    "яя": ("nomn", "femn"), "юю": ("accs", "femn"), "ей": ("gent datv ablt loct", "femn"), "ем": ("loct", "masc"),
}  # fmt: skip
SURE, LATER = 4.0, 1.5


@dataclass(slots=True, kw_only=True)
class _Run:
    first: int
    last: int
    words: list[int]  # tokens that are names' words, particles and initials included
    strong: bool = False


def find_names(page: Page) -> list[Name]:
    """Find the names of people.

    Args:
        page: the text.

    Returns:
        Names in order, not overlapping. Bare words that only may be names are there when the rest of the text, or the
        noun before them, says that they are.
    """
    runs = [run for run in _runs(page) if not _is_other(page, run)]
    for run in runs:
        run.strong = _is_strong(page, run)
    known = {stem for run in runs if run.strong for i in run.words for stem in _stems(page.tokens[i])}
    kept = [run for run in runs if run.strong or _echoes(page, run, known)]
    kept = sorted([*kept, *_again(page, kept, known)], key=lambda run: run.first)
    support = _support(page, kept)
    for run in kept:
        name = _settled(page, run, support)
        if len(run.words) > 1:
            for word in name.words:
                support[word.lower()] += SURE if name.case == "nomn" else SURE / 2
    return share_surnames(page, [_settled(page, run, support) for run in kept])


def _again(page: Page, runs: list[_Run], known: set[str]) -> Iterator[_Run]:
    """Find words that mean something else, and name somebody in this text: a surname such as "Воробей"."""
    taken = {i for run in runs for i in range(run.first, run.last)}
    surnames = {name for run in runs if len(run.words) > 1 for name in _stems(page.tokens[run.words[-1]])} & known
    for token in page.tokens:
        if token.i in taken or not token.word or not token.capital or len(token.text) < 3 or _upper(token):
            continue
        if any(one.nominative in surnames and one.weight >= 0.7 for one in readings(token.lower)):
            yield _Run(first=token.i, last=token.i + 1, words=[token.i])


def _runs(page: Page) -> Iterator[_Run]:
    """Find runs of capitalised words within one sentence, places at their beginning cut off."""
    i = 0
    while i < len(page.tokens):
        if not _can_begin(page, i):
            i += 1
            continue
        last = i + 1 + _initial(page, i)
        words = [i]
        end = page.sentence(i).last
        while last < end and len(words) < LONGEST and (width := _goes_on(page, last)):
            words.append(last)
            last += width
        yield from _parted(page, _Run(first=i, last=last, words=words))
        i = last


def _can_begin(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if not token.word or not token.capital or (token.text.isupper() and len(token.text) > 1):
        return False
    if len(token.text) == 1:
        return _initial(page, i) and _initials_lead(page, i)
    named = any(form.known and "Name" in form.marks for form in token.forms)
    if _namelike(token) or (named and _before_surname(page, i)):
        return True
    return not _begins_sentence(page, i) and (_may_name(token) or _before_surname(page, i))


def _before_surname(page: Page, i: int) -> bool:
    """Say whether a word that means a thing stands before a surname, and so is a name: "Роман Юсупов"."""
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    known = any(form.lemma in column("bodies") for form in page.tokens[i].forms)
    return after is not None and after.capital and _surname_shaped(after) and not known and not is_outlet(page.lower(i))


def _is_title(token: Token) -> bool:
    """Say whether a word with a capital is a title: "Президент"."""
    listed = any(form.lemma in column("people") or form.lemma in column("kin") for form in token.forms[:2])
    return listed and not any(form.marks & NAME_MARKS and form.known for form in token.forms)


def _may_name(token: Token) -> bool:
    """Say whether a word with a capital may name somebody although it means something else: "Роза", "Улан"."""
    if _is_title(token):
        return False
    return (
        not token.forms
        or any("anim" in form.marks or form.marks & NAME_MARKS for form in token.forms)
        or not token.forms[0].known
    )


def _initials_lead(page: Page, i: int) -> bool:
    """Say whether initials lead to a surname: "А. Б. Садыкова"."""
    place = i
    while _initial(page, place):
        place += 2
    return place < len(page.tokens) and page.tokens[place].capital and len(page.tokens[place].text) > 2


def _upper(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _initial(page: Page, i: int) -> bool:
    if i < 0 or i + 1 >= len(page.tokens):
        return False
    token = page.tokens[i]
    return len(token.text) == 1 and token.capital and token.word and page.tokens[i + 1].text == "."


def _begins_sentence(page: Page, i: int) -> bool:
    first = page.sentence(i).first
    if i > first and page.tokens[i - 1].text in OPENERS:
        return True
    return all(not token.word for token in page.tokens[first:i])


def _namelike(token: Token) -> bool:
    """Say whether a word that begins a sentence may be a name: the dictionary does not know it otherwise."""
    if token.text.isupper() or _is_title(token):
        return False
    if not token.forms:
        return len(token.text) > 2
    best = token.forms[0]
    named = any(form.known and form.marks & NAME_MARKS for form in token.forms)
    common = any(form.known and not form.marks & (NAME_MARKS | {"Geox", "Orgn"}) for form in token.forms)
    return (named and (not common or best.marks & NAME_MARKS != set())) or not best.known


def _goes_on(page: Page, i: int) -> int:
    """How many tokens more belong to a run: a capital, an initial with its point, a particle before or behind."""
    token = page.tokens[i]
    if token.lower in PARTICLES and not token.capital:
        return 1
    if not token.word or not token.capital:
        return 0
    if len(token.text) == 1:
        return 2 if _initial(page, i) else 0
    if token.text.isupper():
        return 1 if _initial(page, i - 2) and len(token.text) > 3 else 0
    before = page.tokens[i - 1]
    given = before.capital and _namelike(before) and not is_place(before.lower)
    return 1 if given or _may_name(token) or is_place(token.lower) else 0


def _parted(page: Page, run: _Run) -> Iterator[_Run]:
    """Cut places, and the owner of a kinsman, off a run's beginning: "житель Алматы | Ержан", "жена Ержана | Айсулу"."""
    words = run.words
    before = page.tokens[run.first - 1] if run.first else None
    lemmas = set(before.lemmas("NOUN")) if before else set()
    cut = 0
    while (
        cut < len(words) - 1
        and (
            is_place(page.tokens[words[cut]].lower)
            or is_outlet(page.tokens[words[cut]].lower)
            or (cut == 0 and lemmas & RESIDENTS)
        )
        and not _is_given(page.tokens[words[cut]])
    ):
        cut += 1
    parting = _two_people(page, words)
    if not cut and parting:
        yield _Run(first=words[0], last=words[parting], words=words[:parting], strong=True)
        yield _Run(first=words[parting], last=run.last, words=words[parting:], strong=True)
        return
    if not cut and lemmas & set(column("kin")) and len(words) > 1 and _owner_then_name(page, words):
        cut = 1
        yield _Run(first=words[0], last=words[1], words=words[:1], strong=True)
    elif cut:
        yield _Run(first=words[0], last=words[cut], words=words[:cut])
    yield _Run(first=words[cut], last=run.last, words=words[cut:])


def _two_people(page: Page, words: list[int]) -> int:
    """Find where one name ends and another begins, in another case: "политзаключённого Ивана Титова | Мария"; 0 if nowhere."""
    if len(words) < 2 or _consistent(page, words):
        return 0
    for k in range(1, len(words)):
        second = page.tokens[words[k]]
        if (
            _is_given(page.tokens[words[0]])
            and _is_given(second)
            and _consistent(page, words[:k])
            and _consistent(page, words[k:])
        ):
            return k
    return 0


def _consistent(page: Page, words: list[int]) -> bool:
    """Say whether all words of a name can stand in one case and gender."""
    ways: set[tuple[str, str]] | None = None
    for i in words:
        found = readings(page.lower(i))
        least = 2.0 if any(one.weight > 2 for one in found) else 0.4
        here = {(one.case, one.gender) for one in found if one.weight >= least}
        ways = here if ways is None else ways & here
    return bool(ways)


def _is_given(token: Token) -> bool:
    return any(form.known and "Name" in form.marks and form.score > 0.3 for form in token.forms)


def _owner_then_name(page: Page, words: list[int]) -> bool:
    """Say whether a kin term is followed by its owner and then by its name: "жена Ержана Айсулу"."""
    kin = page.tokens[words[0] - 1]
    ways = {(form.case, form.gender) for form in kin.forms if form.noun and form.lemma in column("kin")}
    first, second = (readings(page.tokens[i].lower) for i in words[:2])
    if any(one.weight >= 0.6 and (one.case, one.gender) in ways for one in first if one.case != "gent"):
        return False
    owner = {one.gender for one in first if one.case == "gent" and one.weight >= 0.6}
    declined = {one.gender for one in second if one.case == "gent" and one.weight >= 0.6}
    return bool(owner) and not owner & declined and any((one.case, one.gender) in ways for one in second)


def _is_other(page: Page, run: _Run) -> bool:
    """Say whether a run is a place, a body or an outlet."""
    tokens = [page.tokens[i] for i in run.words]
    if all(is_place(token.lower) or is_outlet(token.lower) for token in tokens):
        return not (len(tokens) > 1 and _is_given(tokens[0]))
    if any(is_outlet(token.lower) for token in tokens):
        return True
    after = page.tokens[run.last] if run.last < len(page.tokens) else None
    if tokens[-1].lower.endswith(PLACE_ENDINGS) and after and after.may_be("NOUN", "ADJF") and not after.capital:
        return bool(tokens[-1].cases() & after.cases()) and not after.may_be("VERB") and len(tokens) == 1
    before = page.tokens[run.first - 1] if run.first else None
    if (
        before
        and before.lower in {"и", ","}
        and run.first > 2
        and page.tokens[run.first - 2].capital
        and is_local(page.tokens[run.first - 3])
    ):
        return True
    named = len(tokens) > 1 and (_is_given(tokens[0]) or any(_surname_shaped(token) for token in tokens))
    if before and not named and set(before.lemmas("NOUN")) & (PLACE_NOUNS | OUTLET_NOUNS):
        return True
    closing = {"»", "”", '"', "“"}
    if before and before.text in '«“"„' and any(page.lower(run.last + n) in closing for n in range(3)):
        return True
    adjective = tokens[0].may_be("ADJF") and tokens[0].forms[0].known and tokens[0].forms[0].pos == "ADJF"
    return adjective and not (len(tokens) > 1 and _is_given(tokens[0]))


def _is_strong(page: Page, run: _Run) -> bool:
    tokens = [page.tokens[i] for i in run.words]
    if run.strong:
        return True
    before = page.tokens[run.first - 1] if run.first else None
    if before and before.lower in INTO and len(tokens) == 1:
        return False
    known = any(form.known and form.marks & NAME_MARKS for token in tokens for form in token.forms)
    fixed = any(token.lower.endswith(FIXED[:8]) or token.lower in PARTICLES for token in tokens)
    if len(tokens) > 1:
        return (
            known
            or fixed
            or any(_surname_shaped(token) for token in tokens)
            or (not _begins_sentence(page, run.first) and not any(is_place(token.lower) for token in tokens))
            or all(_namelike(token) or len(token.text) == 1 for token in tokens)
        )
    if is_place(tokens[0].lower):
        return False
    turkic = (
        len(tokens[0].text) > 5
        and not (tokens[0].forms and tokens[0].forms[0].known)
        and any(one.nominative.endswith(TURKIC) and one.weight >= 0.7 for one in readings(tokens[0].lower))
    )
    if before and before.lower in HONORIFICS:
        return True
    if set(tokens[0].lower) & FOREIGN_LETTERS and not (tokens[0].forms and tokens[0].forms[0].known):
        return True
    return known or fixed or turkic or _introduced(page, run) or _surname_shaped(tokens[0])


def _surname_shaped(token: Token) -> bool:
    return any(one.weight >= 2 for one in readings(token.lower)) and not token.lower.endswith(PLACE_ENDINGS)


def _introduced(page: Page, run: _Run) -> bool:
    """Say whether a noun for people or kin stands right before, or a verb of speech beside."""
    before = page.tokens[run.first - 1] if run.first else None
    if before and any(lemma in column("people") or lemma in column("kin") for lemma in before.lemmas("NOUN", "ADJF")):
        return True
    near = (page.lower(run.last), before.lower if before else "")
    return any(
        form.lemma in column("sayings") and form.pos == "VERB" for word in near if word for form in forms(word) if form
    )


def _stems(token: Token) -> Iterator[str]:
    for one in readings(token.lower):
        yield one.nominative


def _echoes(page: Page, run: _Run, known: set[str]) -> bool:
    """Say whether a weak single word is part of a name that stands elsewhere."""
    token = page.tokens[run.words[0]]
    return len(run.words) == 1 and any(
        one.nominative in known and (one.weight >= 0.7 or one.nominative == token.lower)
        for one in readings(token.lower)
    )


def _support(page: Page, runs: list[_Run]) -> Counter[str]:
    """Count, over the document, how much speaks for each nominative."""
    support: Counter[str] = Counter()
    for run in runs:
        expected = _expected(page, run)
        for i in run.words:
            best: dict[str, float] = {}
            for one in readings(page.tokens[i].lower):
                weight = one.weight * (2 if one.case in expected else 1)
                best[one.nominative] = max(best.get(one.nominative, 0.0), weight)
            total = sum(best.values())
            for nominative, weight in best.items():
                support[nominative] += weight / total
    return support


def _noun_before(page: Page, run: _Run) -> Token | None:
    """Find the noun for people or kin that introduces a name: right before, before a comma, or before "г-н"."""
    i = run.first - 1
    for _ in range(REACH):
        if i < 0 or _begins_sentence(page, i + 1):
            return None
        token = page.tokens[i]
        if "gent" in token.cases() and i and page.tokens[i - 1].may_be("NUMR"):
            i -= 1  # "мать двоих детей Ольга Зуева"
            continue
        listed = any(lemma in column("people") or lemma in column("kin") for lemma in token.lemmas("NOUN", "ADJF"))
        if listed or (token.may_be("PRTF") and i == run.first - 1) or _animate(token):
            return token
        between = page.lower(i) in HONORIFICS or token.may_be("NUMR") or (token.text == "," and i == run.first - 1)
        if (
            not between
            and not _upper(token)
            and not (token.capital and is_place(token.lower))
            and "gent" not in token.cases()
        ):
            return None
        i -= 1
    return None


def _expected(page: Page, run: _Run) -> frozenset[str]:
    """Say in which cases a name can stand, by the word before it."""
    before = page.tokens[run.first - 1] if run.first else None
    aged = _aged(before)
    if aged is not None:
        return frozenset(aged[0].split())
    noun = _noun_before(page, run)
    if noun is not None and _owns_next(page, run, noun):
        return frozenset({"gent"})
    if noun is not None:
        return noun.cases("NOUN", "ADJF", "PRTF") | _kin_cases(page, run, noun)
    if before is not None and before.may_be("VERB") and set(before.lemmas("VERB")) & set(column("custody")) - GIVING:
        return frozenset({"accs"})
    if before is None or _begins_sentence(page, run.first):
        return frozenset({"accs"}) if _acted_upon(page, run) else frozenset({"nomn"})
    governed = column("prepositions").get(before.lower)
    if governed:
        return frozenset(governed.split())
    if before.may_be("NOUN") and before.word and before.forms[0].noun:
        return frozenset({"gent"})
    return frozenset()


def _verb_behind(page: Page, run: _Run) -> str:
    """Say which gender the verb behind a name that begins its sentence has: "Рабия Омар рассказала"."""
    if "nomn" not in _expected(page, run) or run.last >= len(page.tokens):
        return ""
    form = next((one for one in page.tokens[run.last].forms[:1] if one.pos == "VERB" and "past" in one.marks), None)
    return form.gender if form is not None and not form.plural and form.gender != "neut" else ""


def _aged(before: Token | None) -> tuple[str, str] | None:
    """Read case and gender off "61-летнему" before a name."""
    if before is None or "летн" not in before.lower:
        return None
    return AGED.get(before.lower.partition("летн")[2])


def _maybe(page: Page, run: _Run) -> frozenset[str]:
    """Say in which case a name may stand besides: behind a kin term it may be the owner's."""
    before = page.tokens[run.first - 1] if run.first else None
    if before is not None and before.may_be("VERB") and not set(before.lemmas("VERB")) & set(column("sayings")):
        return frozenset({"accs"})
    noun = _noun_before(page, run)
    kin = noun is not None and (set(noun.lemmas("NOUN")) & set(column("kin")) or _of_kin(page, noun))
    return frozenset({"gent"}) if kin else frozenset()


def _acted_upon(page: Page, run: _Run) -> bool:
    """Say whether a name that begins a sentence is what others act upon: "Ержана задержали"."""
    behind = [page.tokens[i] for i in range(run.last, min(len(page.tokens), run.last + 3)) if page.tokens[i].word]
    verb = next((token for token in behind if token.may_be("VERB")), None)
    return verb is not None and any(
        form.pos == "VERB" and form.plural and "past" in form.marks and form.lemma in column("custody")
        for form in verb.forms
    )


def _animate(token: Token) -> bool:
    """Say whether a word is a noun for somebody."""
    return (
        bool(token.forms)
        and token.forms[0].noun
        and token.forms[0].known
        and "anim" in token.forms[0].marks
        and not token.capital
    )


def _of_kin(page: Page, noun: Token) -> bool:
    """Say whether a noun is whose kin somebody is: "мать активиста …"."""
    before = page.tokens[noun.i - 1] if noun.i else None
    return before is not None and bool(set(before.lemmas("NOUN")) & set(column("kin"))) and "gent" in noun.cases()


def _kin_cases(page: Page, run: _Run, noun: Token) -> frozenset[str]:
    """Give the cases of kin before "мать активиста Ларису …", where the name is known to be one of that gender."""
    if not _of_kin(page, noun):
        return frozenset()
    kin = page.tokens[noun.i - 1]
    genders = {form.gender for form in kin.forms if form.noun}
    known = {one.case for one in readings(page.lower(run.words[0])) if one.weight > LATER and one.gender in genders}
    return kin.cases("NOUN") & known


def _owns_next(page: Page, run: _Run, noun: Token) -> bool:
    """Say whether a name behind a kin term is the owner's, since another follows: "сестра Ержана, Ольга Зуева"."""
    if not any(lemma in column("kin") for lemma in noun.lemmas("NOUN")):
        return False
    if len(run.words) == 1 and noun.i == run.first - 1 and is_surname(page.lower(run.first)):
        return True  # "жена Громова" is his wife
    if page.lower(run.last) != ",":
        return False
    for token in page.tokens[run.last + 1 : run.last + 4]:
        if token.capital and token.word and not is_place(token.lower):
            return len(run.words) == 1 or page.lower(token.i + 1) in {",", "(", "—", "–"}
        if not token.may_be("NOUN", "ADJF") and "летн" not in token.lower:
            return False
    return False


def _sex(page: Page, run: _Run) -> str:
    """Say which gender the word before a name tells: kin, "г-жа", a feminine noun."""
    honorific = HONORIFICS.get(page.lower(run.first - 1))
    if honorific:
        return honorific
    aged = _aged(page.tokens[run.first - 1] if run.first else None)
    if aged is not None:
        return aged[1]
    told = _verb_behind(page, run)
    if told:
        return told
    noun = _noun_before(page, run)
    form = next((one for one in noun.forms if one.noun), None) if noun is not None else None
    if form is None or form.plural or (noun is not None and (_owns_next(page, run, noun) or _of_kin(page, noun))):
        return ""
    return form.gender if form.gender == "femn" or form.lemma in column("kin") or form.lemma in MEN else ""


def _settled(page: Page, run: _Run, support: Counter[str]) -> Name:
    expected, maybe, sex = _expected(page, run), _maybe(page, run), _sex(page, run)
    scores = [
        (
            _score(page, run, case, gender, support)
            + SURE / 2 * max(case in expected, (case in maybe) / 2)
            + SURE / 2 * (gender == sex)
            + USUAL[case],
            -CASES.index(case),
            gender,
        )
        for case in CASES
        for gender in ("masc", "femn")
    ]
    score, place, gender = max(scores)
    case = CASES[-place]
    words = tuple(_cased(page.tokens[i], _chosen(page.tokens[i], case, gender, support)) for i in run.words)
    text = " ".join(f"{word}." if len(word) == 1 else word for word in words)
    other = max(value for value, _, sex in scores if sex != gender)
    return Name(
        first=run.first, last=run.last, nominative=text, case=case, words=words,
        gender=gender if score - other > 0.25 else "",
    )  # fmt: skip


def _score(page: Page, run: _Run, case: str, gender: str, support: Counter[str]) -> float:
    total = 0.0
    for n, i in enumerate(run.words):
        token = page.tokens[i]
        if len(token.text) == 1 or token.lower in PARTICLES:
            continue
        one = _chosen(token, case, gender, support)
        total += _worth(one, support, given=n == 0) if one else -SURE
    return total


def _worth(one: Reading, support: Counter[str], *, given: bool = True) -> float:
    weight = one.weight if given else min(one.weight, LATER)  # the first name tells the gender: "Гульзира Омар"
    return weight + min(2 * SURE, support[one.nominative])


def _chosen(token: Token, case: str, gender: str, support: Counter[str]) -> Reading | None:
    fitting = [one for one in readings(token.lower) if one.case == case and one.gender == gender]
    return max(fitting, key=lambda one: _worth(one, support), default=None)


def _cased(token: Token, one: Reading | None) -> str:
    """Give a nominative the capitals of the text's word."""
    if one is None or len(token.text) == 1 or token.lower in PARTICLES:
        return token.text
    if _upper(token):
        return one.nominative.capitalize()
    return "".join(
        letter.upper() if n < len(token.text) and token.text[n].isupper() else letter
        for n, letter in enumerate(one.nominative)
    )
