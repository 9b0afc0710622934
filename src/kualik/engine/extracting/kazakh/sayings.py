"""Who says, denies, demands what: verbs of saying at the end of their clause."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kualik.engine.extracting.kazakh.contents import Said, content_of
from kualik.engine.extracting.kazakh.predicates import Predicate, find_predicates, hard_starts
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.sources import sources_in
from kualik.engine.extracting.kazakh.speakers import has_subject, is_agent, is_anybody, speaker
from kualik.engine.extracting.kazakh.tables import group, members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Saying
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_sayings"]

SHORT_QUOTE = 12  # words
SLOGAN = 3  # words; what is shouted in so few demands something


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
            here = [*_of_frame(scene, number), *_on_banners(scene, number)]
            found += here
            found += _before_colon(scene, number, {saying.content.start for saying in here})
        found += sources_in(scene, number)  # in the text's order, so that "he" behind it is who said this
    return found


def _before_colon(scene: Scene, number: int, told: set[int]) -> Iterator[Saying]:
    """Read "N, a resident of the town: «…»", where no verb says that it is said."""
    tokens = scene.tokens(number)
    for place in range(2, len(tokens)):
        token = tokens[place]
        if token.quote < 0 or tokens[place - 1].text != ":" or token.start in told:
            continue
        before = [
            p
            for p in scene.phrases[number]
            if p.last < place and p.case == "" and p.kind in {"name", "kin", "people", "body"}
        ]
        key = scene.register.key(number, before[0]) if before else None
        if key is not None:
            span = scene.page.span(tokens[before[0].first], token)
            scene.register.says(token.quote, key, number)
            yield Saying(
                span=span, content=scene.page.span(token, token), stance=Stance.ASSERTS, rule="say.colon", speaker=key
            )


def _on_banners(scene: Scene, number: int) -> Iterator[Saying]:
    """Read "with posters that said «…»"."""
    tokens = scene.tokens(number)
    for place, token in enumerate(tokens[:-2]):
        if token.quote < 0 or not tokens[place + 1].lower.startswith(("деген", "деп", "жазылған")):
            continue
        if not any(word.lower.startswith(group("banners")) for word in tokens[place + 1 : place + 5]):
            continue
        before = [p for p in scene.phrases[number] if p.last <= place and p.case == "" and p.kind in {"name", "people"}]
        key = scene.register.key(number, before[0]) if before else None
        if key is not None:
            span = scene.page.span(tokens[before[0].first], tokens[min(len(tokens) - 1, place + 2)])
            scene.register.says(token.quote, key, number)
            yield Saying(
                span=span, content=scene.page.span(token, token), stance=Stance.DEMANDS, rule="say.banner", speaker=key
            )


def _of_frame(scene: Scene, number: int) -> Iterator[Saying]:
    frame = scene.page.frames[number]
    tokens = frame.tokens
    starts = hard_starts(tokens)
    begun, last_key = 0, None
    found = find_predicates(tokens, "says")
    inner = _told_on(tokens, found)
    for one in found:
        if one.first < begun or one.last in inner or _is_that(one, tokens) or not _tells(one, tokens):
            continue
        clause = max((start for start in starts if start <= one.first), default=0)
        said = content_of(tokens, one, max(clause, begun))
        if said is None or is_anybody(tokens, one, clause):
            continue
        key, first = speaker(scene, number, one, said, clause)
        if key is None and one.entry[2] == "heard":
            continue  # who heard it is not who says it
        if key is None and last_key is not None and (clause < begun or not has_subject(scene, number, clause, one)):
            key = last_key
        if key is None and _may_be_dropped(tokens, one, clause):
            key = _dropped(scene, number, one, said)
        if key is None or (frame.quote >= 0 and key == scene.register.speaker_of(frame.quote)):
            continue  # what somebody says of their own words in a quotation is part of it
        told = _saying(scene, number, one, said, key, min(first, said.first) if clause >= begun else begun)
        yield replace(told, stance=inner[one.first]) if one.first in inner else told
        begun, last_key = one.last if one.form.tense != "nominal" else begun, key


def _told_on(tokens: Sequence[Token], found: Sequence[Predicate]) -> dict[int, Stance]:
    """Find "said that he demands", one thing of one person: where the second verb is, and the stance of the first."""
    firsts = {one.first for one in found}
    ahead = ("тінін", "тынын")
    return {
        one.last: Stance.DENIES if one.entry[1] == "refuted" else Stance(one.entry[1])
        for one in found
        if one.form.tense == "nominal" and one.last in firsts and tokens[one.last - 1].lower.endswith(ahead)
    }


def _is_that(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether "деп" only joins what is said to another verb."""
    word = tokens[one.first].lower
    return word == "деп" and one.last < len(tokens) and (tokens[one.last].word or tokens[one.last].number)


def _tells(one: Predicate, tokens: Sequence[Token]) -> bool:
    """Say whether a verb stands in a form that tells: finite, a converb, or a noun that is told on."""
    form, word = one.form, tokens[one.first].lower
    attribute = form.tense == "perfect" and one.last < len(tokens) and _goes_on(tokens[one.last])
    if attribute or form.tense == "wish" or (form.passive and one.entry[2] != "said") or not _may_be_denied(one, word):
        return False
    if form.tense == "nonfinite" and form.denied and word.endswith(group("refusing")):
        return one.entry[1] in {"acknowledges", "refuted"}
    told = form.tense == "nominal" and form.case in {"ды", "ді", "н", ""}
    return form.finite or form.tense == "converb" or told


def _may_be_denied(one: Predicate, word: str) -> bool:
    """Say whether a verb still tells of a stance when it is denied, or tells of one only then."""
    stance, denied = one.entry[1], one.form.denied
    if stance == "refuted":
        return denied
    believed = one.entry[2] == "thought" and word.startswith(("сен", "таны", "сана"))
    return not denied or stance == "acknowledges" or (stance == "asserts" and believed)


def _goes_on(token: Token) -> bool:
    """Say whether a noun follows, so that a verb in -ған is only its attribute."""
    return token.word and token.lower not in members("after-participle") and not token.capital


def _may_be_dropped(tokens: Sequence[Token], one: Predicate, clause: int) -> bool:
    """Say whether the subject can be left out: it is not "I", "you", "two of them"."""
    told = (*group("first-person"), *group("second-person"))
    anybody = members("some-of-them") | members("anybody")
    some = any(token.lower in anybody or is_agent(token.lower) for token in tokens[clause : one.last + 1])
    return not some and not tokens[one.last - 1].lower.endswith(told)


def _dropped(scene: Scene, number: int, one: Predicate, said: Said) -> int | None:
    """Find the subject that is left out: who spoke just before, in the same paragraph."""
    if said.quote < 0 and not one.form.finite:
        return None
    if said.back or one.form.tense == "nominal" or (one.entry[0] == "де" and said.quote < 0):
        return None
    quote = scene.page.frames[number].quote
    if quote >= 0 and scene.register.speaker_of(quote) is None:
        return None
    key = scene.register.antecedent(number, one.first)
    others = (p for p in scene.phrases[number] if p.kind == "pronoun" and p.case not in {"", "gen"})
    beside = {scene.register.key(number, p) for p in others if p.last <= one.first}
    return key if key not in beside else None


def _saying(scene: Scene, number: int, one: Predicate, said: Said, key: int, first: int) -> Saying:
    frame = scene.page.frames[number]
    tokens = frame.tokens
    begun = min(first, said.first)
    span = scene.page.span(tokens[begun], tokens[one.last - 1])
    behind = next(
        (p for p in scene.phrases[number] if p.first >= one.last and p.first <= one.last + 6 and p.case == ""), None
    )
    if said.quote >= 0 and behind is not None:
        span = scene.page.span(tokens[begun], tokens[behind.last - 1])
    if said.last > one.last:
        span = scene.page.span(tokens[begun], tokens[said.last - 1])
    content = span
    if said.quote >= 0:
        at = next(token for token in tokens if token.quote == said.quote)
        content = scene.page.span(at, at)
    before = scene.page.frames[number - 1] if number else None
    if said.back and before is not None and before.quote == frame.quote:
        content = scene.page.span(before.tokens[0], tokens[one.last - 1])
    scene.register.says(said.quote, key, number)
    who = scene.register.notes.parties[key]
    stance = _stance(one, said, tokens, official=who.body or "official" in who.roles)
    return Saying(span=span, content=content, stance=stance, rule=_rule(one, said), speaker=key)


def _stance(one: Predicate, said: Said, tokens: Sequence[Token], *, official: bool) -> Stance:
    stance = one.entry[1]
    if one.entry[0].startswith("айқайла") and 0 < len(_quoted_words(tokens, said)) <= SLOGAN:
        return Stance.DEMANDS
    if stance == "refuted" or one.form.denied or _calls_absurd(one, said, tokens):
        return Stance.DENIES
    if stance == "asserts" and ((said.denies and official) or _quoted_denial(tokens, said)):
        return Stance.DENIES
    return Stance(stance)


def _calls_absurd(one: Predicate, said: Said, tokens: Sequence[Token]) -> bool:
    """Say whether a charge is called absurd or unfounded, which denies it."""
    if one.entry[2] != "thought":
        return False
    words = [token.lower for token in tokens[said.first : one.first]]
    charged = any(word.startswith(("айып", "кінә", "тағылған")) for word in words)
    return charged and bool(set(words[-3:]) & members("absurd"))


def _quoted_words(tokens: Sequence[Token], said: Said) -> list[str]:
    """Give the words of a quotation that is said, in small letters."""
    quote = next((token.text for token in tokens if said.quote >= 0 and token.quote == said.quote), "")
    return quote.casefold().strip('«»“”"!.?…, ').split()


def _quoted_denial(tokens: Sequence[Token], said: Said) -> bool:
    """Say whether a short quotation ends in "there is no", "is not"."""
    words = _quoted_words(tokens, said)
    if not 0 < len(words) <= SHORT_QUOTE:
        return False
    return words[-1] in {"емес", "өтірік", "жала", "жалған"} or (
        words[-1] == "жоқ" and bool(members("never") & set(words))
    )


def _rule(one: Predicate, said: Said) -> str:
    if one.entry[2] in {"heard", "thought", "infinitive", "object", "none"}:
        return f"say.{one.entry[2]}"
    return "say.quote" if said.quote >= 0 else "say.back" if said.back else "say.clause"
