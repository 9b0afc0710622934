"""Who says, denies, demands what: verbs of saying at the end of their clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.phrases import Phrase
from kualik.engine.extracting.kazakh.predicates import Predicate, find_predicates, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Saying
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_sayings"]

SHORT_QUOTE = 12  # words
NEAR = 7  # words between what is said and the verb
NOUNED = ("ғанын", "генін", "қанын", "кенін", "тынын", "тінін", "екенін", "жоғын", "барын", "ғандарын", "гендерін", "мегенін", "уды", "уді", "уын", "уін", "ғанымды", "генімді")
DEMANDED = ("уды", "уді", "уын", "уін", "уға", "уге", "уына", "уіне", "уларын", "улерін", "юді", "юды", "юын", "юін", "юға", "юге")
ANY_OBJECT = ("ды", "ді", "ты", "ті", "ны", "ні", "н")
NOT_SO = frozenset({"жоқ", "емес", "өтірік", "жалған", "негізсіз", "жала"})
FIRST = ("мыз", "міз", "быз", "біз", "пыз", "піз", "дық", "дік", "тық", "тік", "дым", "дім", "тым", "тім", "мын", "мін", "бын", "бін", "пын", "пін")
NEVER = frozenset({"мұндай", "ондай", "ешқандай", "бізде", "тізімде", "лагерь", "тұтқын", "қысым", "ештеңе", "түк", "негіз", "зорлық", "азаптау", "бірде-бір"})
TELLING = frozenset({"бұл", "мұны", "осыны", "осы", "оны", "соны"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a verb of saying has before it: where the content begins and ends, by places in the frame."""

    first: int
    last: int
    quote: int = -1
    subject: int = -1  # where the subject must end, when it stands right before the verb
    back: bool = False  # the content is the sentence before
    denies: bool = False


def find_sayings(scene: Scene) -> list[Saying]:
    """Find what is said by verbs of saying.

    Args:
        scene: the document.

    Returns:
        Sayings in order; what has nobody to say it is left out, except a quotation.
    """
    found: list[Saying] = []
    for number, frame in enumerate(scene.page.frames):
        if not frame.heading:
            found += _of_frame(scene, number)
            found += _on_banners(scene, number)
            found += _before_colon(scene, number, {saying.content.start for saying in found})
    return found


def _before_colon(scene: Scene, number: int, told: set[int]) -> Iterator[Saying]:
    """Read "N, a resident of the town: «…»", where no verb says that it is said."""
    tokens = scene.tokens(number)
    for place in range(2, len(tokens)):
        token = tokens[place]
        if token.quote < 0 or tokens[place - 1].text != ":" or token.start in told:
            continue
        before = [p for p in scene.phrases[number] if p.last < place and p.case == "" and p.kind in {"name", "kin", "people", "body"}]
        key = scene.register.key(number, before[0]) if before else None
        if key is not None:
            span = scene.page.span(tokens[before[0].first], token)
            scene.register.says(token.quote, key, number)
            yield Saying(span=span, content=scene.page.span(token, token), stance=Stance.ASSERTS, rule="say.colon", speaker=key)


def _on_banners(scene: Scene, number: int) -> Iterator[Saying]:
    """Read "with posters that said «…»"."""
    tokens = scene.tokens(number)
    for place, token in enumerate(tokens[:-2]):
        if token.quote < 0 or not tokens[place + 1].lower.startswith(("деген", "деп", "жазылған")):
            continue
        if not any(word.lower.startswith(("ұран", "жазу", "плакат", "транспарант", "жазылған")) for word in tokens[place + 1 : place + 5]):
            continue
        before = [p for p in scene.phrases[number] if p.last <= place and p.case == "" and p.kind in {"name", "people"}]
        key = scene.register.key(number, before[0]) if before else None
        if key is not None:
            span = scene.page.span(tokens[before[0].first], tokens[min(len(tokens) - 1, place + 2)])
            scene.register.says(token.quote, key, number)
            yield Saying(span=span, content=scene.page.span(token, token), stance=Stance.DEMANDS, rule="say.banner", speaker=key)


def _of_frame(scene: Scene, number: int) -> Iterator[Saying]:
    frame = scene.page.frames[number]
    tokens = frame.tokens
    starts = hard_starts(tokens)
    begun, last_key = 0, None
    for one in find_predicates(tokens, "says"):
        if one.first < begun or _is_that(one, tokens) or not _tells(one, tokens):
            continue
        clause = max((start for start in starts if start <= one.first), default=0)
        said = _content(tokens, one, max(clause, begun))
        if said is None:
            continue
        key, first = _speaker(scene, number, one, said, clause)
        if key is None and last_key is not None and (clause < begun or not _own_subject(scene, number, clause, one)):
            key = last_key
        if key is None and not tokens[one.last - 1].lower.endswith(FIRST):
            key = _dropped(scene, number, one, said)
        if key is None or (frame.quote >= 0 and key == scene.register.speaker_of(frame.quote)):
            continue  # what somebody says of their own words in a quotation is part of it
        yield _saying(scene, number, one, said, key, min(first, said.first) if clause >= begun else begun)
        begun, last_key = one.last if one.form.tense != "nominal" else begun, key


def _is_that(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether "деп" only joins what is said to another verb."""
    word = tokens[one.first].lower
    return word == "деп" and one.last < len(tokens) and (tokens[one.last].word or tokens[one.last].number)


def _tells(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether a verb stands in a form that tells: finite, a converb, or a noun that is told on."""
    stance = one.entry[1]
    if one.form.denied and stance not in {"acknowledges", "refuted", "asserts"}:
        return False
    if one.form.denied and stance == "asserts" and not (one.entry[2] == "thought" and tokens[one.first].lower.startswith(("сен", "таны", "сана"))):
        return False
    if (stance == "refuted" and not one.form.denied) or one.form.tense == "wish":
        return False
    if one.form.passive and one.entry[2] != "said":
        return False
    if one.form.tense == "perfect" and one.last < len(tokens) and _goes_on(tokens[one.last]):
        return False
    if one.form.tense == "nonfinite" and one.form.denied and tokens[one.first].lower.endswith(("май", "мей", "бай", "бей", "пай", "пей")):
        return stance in {"acknowledges", "refuted"}
    return one.form.finite or one.form.tense == "converb" or (one.form.tense == "nominal" and one.form.case in {"ды", "ді", "н", ""})


def _goes_on(token: Token) -> bool:
    """Say whether a noun follows, so that a verb in -ған is only its attribute."""
    return token.word and token.lower not in {"де", "да", "еді", "екен", "болатын", "ал", "бірақ", "және", "жоқ", "емес", "ол", "көрінеді"} and not token.capital


def _content(tokens: Sequence[Token], one: Predicate, clause: int) -> _Said | None:
    """Find what is said before the verb, by the kind of verb."""
    needs = one.entry[2]
    read = _quoted(tokens, one, clause) or _called(tokens, one, clause)
    if read is not None or needs == "said":
        return read
    if needs == "thought" and not (one.form.denied and _noun_before(tokens, one, clause, ANY_OBJECT)):
        return None
    if needs == "heard":
        return _nouned(tokens, one, clause, NOUNED)
    if needs == "content":
        return _nouned(tokens, one, clause, NOUNED) or _told_back(tokens, one, clause) or _colon(tokens, one, clause)
    if needs == "infinitive":
        return _nouned(tokens, one, clause, DEMANDED)
    if needs == "object":
        return _nouned(tokens, one, clause, ANY_OBJECT)
    return _Said(first=clause, last=one.first)


def _quoted(tokens: Sequence[Token], one: Predicate, clause: int) -> _Said | None:
    """Find a quotation before "said": «…», – деді; «…» деп …; X: «…», – деді; one word or two may stand between."""
    place = one.first - 1
    if tokens[one.first].lower.startswith("де") and one.entry[0] == "де":
        skipped = _back_over(tokens, place)
        if skipped >= 0 and tokens[skipped].quote >= 0:
            return _Said(first=skipped, last=skipped + 1, quote=tokens[skipped].quote)
        return None
    for at in range(place, max(clause - 1, place - 6), -1):
        if tokens[at].quote >= 0 and not _is_noun_phrase(tokens, at):
            between = tokens[at + 1 : one.first]
            joined = any(token.lower == "деп" or token.dash for token in between) or (at and tokens[at - 1].text == ":")
            if joined and all(token.word or token.dash or token.text == "," for token in between):
                return _Said(first=at, last=at + 1, quote=tokens[at].quote, subject=one.first)
    return None


def _back_over(tokens: Sequence[Token], place: int) -> int:
    """Step back over the comma and the dash before "said"."""
    while place >= 0 and (tokens[place].dash or tokens[place].text == ","):
        place -= 1
    return place


def _is_noun_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a quotation is only an attribute: «салық төлемегені үшін» қамалғанын айтты."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.word and after.lower not in {"деп", "деген", "дегенді", "деді", "дейді"} and any(
        token.lower.endswith(NOUNED) for token in tokens[at + 1 : at + 6]
    )  # fmt: skip


def _called(tokens: Sequence[Token], one: Predicate, clause: int) -> _Said | None:
    """Find "that": the word деп before the verb."""
    if one.entry[0] == "де":
        said = tokens[one.first].lower
        if said in {"деп", "деген", "дегенді", "дейтін"} or one.first <= clause:
            return None
        before = tokens[one.first - 1]
        ok = before.word or before.text == ","
        return _Said(first=clause, last=one.first, denies=_negative(tokens, one.first)) if ok else None
    for at in range(one.first - 1, max(clause - 1, one.first - 5), -1):
        if tokens[at].lower in {"деп", "дегенді"} and at > clause and tokens[at + 1].lower not in {"те", "атал"}:
            quote = tokens[at - 1].quote
            skipped = _back_over(tokens, at - 1)
            if quote < 0 and skipped >= 0 and tokens[skipped].quote >= 0:
                quote, at = tokens[skipped].quote, skipped + 1
            if quote >= 0:
                return _Said(first=at - 1, last=at, quote=quote, subject=one.first)
            ahead = tokens[at - 1].text == ","
            return _Said(first=0 if ahead else clause, last=at, subject=one.first, denies=_negative(tokens, at))
        if not tokens[at].word:
            return None
    return None


def _negative(tokens: Sequence[Token], at: int) -> bool:
    """Say whether what is said ends in "there is no", "is not", "is a lie"."""
    return tokens[at - 1].lower in NOT_SO or (at > 1 and tokens[at - 1].text == "," and tokens[at - 2].lower in NOT_SO)


def _nouned(tokens: Sequence[Token], one: Predicate, clause: int, endings: tuple[str, ...]) -> _Said | None:
    """Find a clause made a noun in the accusative: "that he was held"."""
    for at in range(one.first - 1, max(clause - 1, one.first - NEAR), -1):
        if tokens[at].word and tokens[at].lower.endswith(endings) and (len(tokens[at].text) > 3 or tokens[at].lower == "оны"):
            denies = tokens[at].lower in {"жоғын", "еместігін"} or tokens[at - 1].lower in {"жоқ", "емес"}
            return _Said(first=clause, last=at + 1, subject=one.first, denies=at > clause and denies)
        if tokens[at].quote >= 0 and endings is not ANY_OBJECT:
            continue
        if tokens[at].text in {";", ":"}:
            return None
    return None


def _noun_before(tokens: Sequence[Token], one: Predicate, clause: int, endings: tuple[str, ...]) -> bool:
    return any(
        tokens[at].lower.endswith(endings) or tokens[at].lower in {"бұған", "оған"} for at in range(max(clause, one.first - 3), one.first)
    )


def _told_back(tokens: Sequence[Token], one: Predicate, clause: int) -> _Said | None:
    """Find "of this he told": the content is the sentence before."""
    words = [token.lower for token in tokens[clause : one.first]]
    about = any(word in TELLING and words[at + 1 : at + 2] in (["туралы"], ["жайлы"], ["жөнінде"]) for at, word in enumerate(words))
    if about or "мұны" in words or "осыны" in words:
        return _Said(first=clause, last=one.first, back=True, subject=one.first)
    return None


def _colon(tokens: Sequence[Token], one: Predicate, clause: int) -> _Said | None:
    """Find what follows the verb behind a colon."""
    if one.last < len(tokens) and tokens[one.last].text == ":" and one.last + 1 < len(tokens):
        after = tokens[one.last + 1]
        return _Said(first=clause, last=len(tokens), quote=after.quote, subject=one.first)
    return None


def _speaker(scene: Scene, number: int, one: Predicate, said: _Said, clause: int) -> tuple[int | None, int]:
    """Find who says it: behind the verb, right before it, or first in the clause."""
    phrases = [phrase for phrase in scene.phrases[number] if phrase.case == "" and _may_speak(phrase)]
    tokens = scene.page.frames[number].tokens
    if tokens[one.last - 1].lower.endswith(FIRST):
        return scene.register.speaker_of(scene.page.frames[number].quote), said.first
    if one.entry[2] == "heard":
        return _source(scene, number, one)
    ahead = said.quote >= 0 or tokens[max(0, one.first - 1)].dash or _is_loose(tokens, one)
    if ahead:
        behind = next((phrase for phrase in phrases if one.last <= phrase.first <= one.last + 6), None)
        if behind is not None and _stands_alone(tokens, behind) and all(tokens[at].word or tokens[at].number for at in range(one.last, behind.first)):
            return scene.register.key(number, behind), said.first
    if one.last < len(tokens) and tokens[one.last].lower in {"ол", "олар"} and (one.last + 1 >= len(tokens) or not tokens[one.last + 1].word):
        pronoun = next((phrase for phrase in phrases if phrase.first == one.last), None)
        return (scene.register.antecedent(number, 0) if pronoun is not None else None), said.first
    if said.subject > 0:
        beside = next((phrase for phrase in phrases if phrase.last == said.subject and phrase.first >= said.last), None)
        if beside is not None:
            return scene.register.key(number, beside), said.first
    for start in _starts(tokens, clause):
        first = next(
            (p for p in phrases if start <= p.first and p.last <= one.first and _is_subject(scene, number, p)), None
        )
        if first is not None:
            return scene.register.key(number, first), max(first.first, min(clause, said.first))
    return None, said.first


def _starts(tokens: Sequence[Token], clause: int) -> Iterator[int]:
    """Give where the clause begins, then where those before it begin that share their subject with it."""
    yield clause
    if tokens[clause].lower in {"ал", "алайда"} or (clause and tokens[clause - 1].text in {":", ";"}):
        return
    yield from sorted((start for start in hard_starts(tokens) if start < clause), reverse=True)[:2]


def _stands_alone(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Leave out a bare noun that only stands before another one: "сот" of "сот залында"."""
    return bool(phrase.name or phrase.possessed or phrase.last >= len(tokens) or not tokens[phrase.last].word)


def _is_subject(scene: Scene, number: int, phrase: Phrase) -> bool:
    """Leave out a noun that only stands before another word of its own phrase, and what is said of somebody."""
    tokens = scene.page.frames[number].tokens
    after = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    return after not in {"деген", "туралы", "үшін", "арқылы", "сияқты", "жөнінде", "есімді", "атты"}


def _is_loose(tokens: Sequence[Token], one: Predicate) -> bool:
    """Say whether "…, деп жазады" hangs behind its content."""
    return any(tokens[at].lower == "деп" and at and tokens[at - 1].text == "," for at in range(max(0, one.first - 2), one.first))


def _source(scene: Scene, number: int, one: Predicate) -> tuple[int | None, int]:
    """Find from whom it was heard."""
    for phrase in reversed(scene.phrases[number]):
        if phrase.last <= one.first and phrase.case == "abl" and one.first - phrase.last < 3:
            return scene.register.key(number, phrase), phrase.first
    return None, 0


def _may_speak(phrase: Phrase) -> bool:
    return phrase.kind in {"name", "people", "kin", "body"} or (phrase.kind == "pronoun" and phrase.stem in {"1", "1p", "3", "3p"})


def _own_subject(scene: Scene, number: int, clause: int, one: Predicate) -> bool:
    return any(phrase.case == "" and _may_speak(phrase) and clause <= phrase.first < one.first for phrase in scene.phrases[number])


def _dropped(scene: Scene, number: int, one: Predicate, said: _Said) -> int | None:
    """Find the subject that is left out: who spoke just before, in the same paragraph."""
    if said.quote < 0 and not one.form.finite:
        return None
    if said.back or one.form.tense == "nominal" or (one.entry[0] == "де" and said.quote < 0):
        return None
    return scene.register.antecedent(number, one.first)


def _saying(scene: Scene, number: int, one: Predicate, said: _Said, key: int, first: int) -> Saying:
    frame = scene.page.frames[number]
    tokens = frame.tokens
    begun = min(first, said.first)
    span = scene.page.span(tokens[begun], tokens[one.last - 1])
    behind = next((p for p in scene.phrases[number] if p.first >= one.last and p.first <= one.last + 6 and p.case == ""), None)
    if said.quote >= 0 and behind is not None:
        span = scene.page.span(tokens[begun], tokens[behind.last - 1])
    if said.last > one.last:
        span = scene.page.span(tokens[begun], tokens[said.last - 1])
    content = span
    if said.quote >= 0:
        at = next(token for token in tokens if token.quote == said.quote)
        content = scene.page.span(at, at)
    if said.back and number:
        content = scene.page.span(scene.page.frames[number - 1].tokens[0], tokens[one.last - 1])
    scene.register.says(said.quote, key, number)
    speaker = scene.register.notes.parties[key]
    stance = _stance(one, said, tokens, official=speaker.body or "official" in speaker.roles)
    return Saying(span=span, content=content, stance=stance, rule=_rule(one, said), speaker=key)


def _stance(one: Predicate, said: _Said, tokens: Sequence[Token], *, official: bool) -> Stance:
    stance = one.entry[1]
    if stance in {"refuted"} or (stance == "acknowledges" and one.form.denied) or (one.entry[2] == "thought" and one.form.denied):
        return Stance.DENIES
    if stance == "asserts" and ((said.denies and official) or _quoted_denial(tokens, said)):
        return Stance.DENIES
    return Stance(stance)


def _quoted_denial(tokens: Sequence[Token], said: _Said) -> bool:
    """Say whether a short quotation ends in "there is no", "is not"."""
    quote = next((token.text for token in tokens if said.quote >= 0 and token.quote == said.quote), "")
    words = quote.casefold().strip("«»“”\"!.?…, ").split()
    if not 0 < len(words) <= SHORT_QUOTE:
        return False
    return words[-1] in {"емес", "өтірік", "жала", "жалған"} or (words[-1] == "жоқ" and bool(NEVER & set(words)))


def _rule(one: Predicate, said: _Said) -> str:
    if one.entry[2] in {"heard", "thought", "infinitive", "object", "none"}:
        return f"say.{one.entry[2]}"
    return "say.quote" if said.quote >= 0 else "say.back" if said.back else "say.clause"
