"""Who says what: verbs of speech with their clause, quotation or object; nothing where the speaker is not certain.

`quoting.py` has the speech that stands apart from its verb, `sources.py` "по словам …", `silences.py` refusals.
"""

from collections.abc import Iterator

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.russian.cast import OTHERS
from kualik.engine.extracting.russian.gazetteer import is_place
from kualik.engine.extracting.russian.lexicon import column, group
from kualik.engine.extracting.russian.people import Someone
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.scene import Scene
from kualik.engine.extracting.russian.stances import TABLE, Cue, calls, cue_of, denied
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_sayings", "unreal"]

LINKS = group("sayings.links")
ABOUT = frozenset({"о", "об", "обо", "про"})
RUNNING = frozenset({"говорить", "рассказывать", "утверждать", "уверять", "считать", "вспоминать", "полагать"})
TOLD = group("sayings.told")


def find_sayings(scene: Scene) -> Iterator[Saying]:
    """Find what is said with a verb and its clause: "X заявил, что …", "X отрицает …", "X рассказал о …".

    Args:
        scene: the text read so far; the speaker of each quotation that is found is noted in it.

    Yields:
        Sayings in the order of their verbs.
    """
    for i in range(len(scene.page.tokens)):
        if (found := _participle(scene, i)) is not None:
            yield found
        cue = cue_of(scene.page, i)
        if cue is None or i in scene.spent or scene.page.sentence(i).heading or unreal(scene, i):
            continue
        found = _read(scene, i, cue)
        if found is not None:
            yield found


def _participle(scene: Scene, i: int) -> Saying | None:
    """Read "курьера Рауфа, признавшего вину": an active participle in the past, right behind who speaks."""
    page, segment = scene.page, scene.clauses.segment(i)
    form = next((one for one in page.tokens[i].forms if one.pos == "PRTF" and {"actv", "past"} <= one.marks), None)
    if form is None or form.lemma not in TABLE or segment.first != i or page.tokens[i - 1].text != ",":
        return None
    near = scene.clauses.phrases_in(max(page.sentence(i).first, i - 12), i - 1)
    behind = [one for one in near if one.last == i - 1 and one.animate and one.cases & page.tokens[i].cases("PRTF")]
    speaker = scene.register.meant(behind[0]) if behind else None
    content = _content(scene, i, TABLE[form.lemma]) if speaker is not None else None
    if speaker is None or content is None or form.plural != behind[0].plural:
        return None
    content = content[0], min(content[1], max(segment.last, content[0] + 1))
    stance = _stance(scene, i, TABLE[form.lemma], content, official=speaker.kind == "body")
    return scene.saying(
        first=behind[0].first, last=content[1], content=content, stance=stance, speaker=speaker, rule="say.participle"
    )


def unreal(scene: Scene, i: int) -> bool:
    """Say whether a verb only asks or foretells: "опровергает ли она", "назовём его"."""
    form = next((one for one in scene.page.tokens[i].forms if one.pos in {"VERB", "GRND", "ADJS", "PRTS"}), None)
    return form is None or bool(form.marks & {"futr", "impr"}) or scene.page.lower(i + 1) == "ли"


def _read(scene: Scene, i: int, cue: Cue) -> Saying | None:
    content = _of_this(scene, i) or _content(scene, i, cue)
    if content is None:
        return None
    phrase = scene.clauses.subject(i) if cue[1] != "paper" else None
    speaker = speaker_of(scene, phrase, i) if cue[1] != "paper" else in_paper(scene, i)
    if speaker is None and phrase is None:
        speaker = _accused(scene, i, cue)
    if speaker is None and cue[1] == "paper":
        return None
    if cue[0] is Stance.ACKNOWLEDGES and phrase is not None and phrase.lemma in {"суд", "судья", "трибунал"}:
        return None
    if speaker is None and not _agentless(scene, i, phrase):
        return None
    first = min(phrase.first if phrase is not None else i, i)
    if phrase is not None and i - first > 40:
        first = i
    stance = _stance(scene, i, cue, content, official=speaker is not None and speaker.kind == "body")
    for one in scene.speeches_in(content[0], content[1]):
        if speaker is not None:
            scene.register.says(one, speaker)
    last = content[1] if content[1] > i else scene.clauses.segment(i).last
    return scene.saying(
        first=first, last=last, content=content, stance=stance, speaker=speaker, rule=_rule(stance, cue)
    )


def _of_this(scene: Scene, i: int) -> tuple[int, int] | None:
    """Find what "Об этом сообщает …" speaks of: the sentence before."""
    page, sentence = scene.page, scene.page.sentence(i)
    if (
        page.lower(sentence.first) not in {"об", "о"}
        or page.lower(sentence.first + 1) != "этом"
        or sentence.number == 0
    ):
        return None
    before = page.sentences[sentence.number - 1]
    return (before.first, before.last) if not before.heading and i - sentence.first < 6 else None


def _rule(stance: Stance, cue: Cue) -> str:
    return (
        "say.denial-in-words"
        if stance is Stance.DENIES and cue[0] is not Stance.DENIES
        else f"say.{cue[0].value.replace(' ', '-')}"
    )


def speaker_of(scene: Scene, phrase: Phrase | None, i: int) -> Someone | None:
    """Find who speaks: somebody or a body as subject; the ministry of "в министерстве заявили"."""
    if phrase is not None and phrase.animate:
        if phrase.lemma in {"он", "она", "они"} and scene.register.quoted(phrase.head) >= 0:
            return None  # whom a speaker means by "he" is not safe to say
        someone = scene.register.meant(phrase)
        return scene.register.unowned(phrase) if someone is None and phrase.kind == "kin" else someone
    if phrase is not None and phrase.lemma in scene.documents and phrase.complement is not None:
        owner = next((one for one in scene.clauses.phrases_in(phrase.complement, phrase.last) if one.animate), None)
        return scene.register.meant(owner) if owner is not None else None
    if phrase is not None:
        return _metonym(scene, phrase, i)
    return within_body(scene, i) or _unsaid(scene, i)


def _metonym(scene: Scene, phrase: Phrase, i: int) -> Someone | None:
    """Take a capitalised noun that says something for a body, unless it is a paper or stands far off."""
    token = scene.page.tokens[phrase.head]
    if (
        not token.capital
        or phrase.lemma in scene.documents
        or is_place(token.lower)
        or i - phrase.last > 6
        or i < phrase.first
    ):
        return None
    return scene.register.body(phrase)


def in_paper(scene: Scene, i: int) -> Someone | None:
    """Find the body of "в заявлении министерства говорится"."""
    segment = scene.clauses.segment(i)
    for one in scene.clauses.phrases_in(segment.first, segment.last):
        if one.lemma in scene.documents and "loct" in one.cases and one.complement is not None:
            owner = next((p for p in scene.clauses.phrases_in(one.complement, one.last) if p.animate), None)
            return scene.register.meant(owner) if owner is not None else None
    return None


def within_body(scene: Scene, i: int) -> Someone | None:
    """Find the body of "в посольстве заявляли": plural verb, place phrase with a body, no subject."""
    form = next((one for one in scene.page.tokens[i].forms if one.finite), None)
    if form is None or not (form.plural or "neut" in form.marks):
        return None
    segment = scene.clauses.segment(i)
    for one in (*reversed(scene.clauses.phrases_in(segment.first, i)), *scene.clauses.phrases_in(i, segment.last)):
        before = scene.page.lower(one.first - 1)
        if (
            one.kind == "body"
            and one.lemma not in column("countries")
            and before in {"в", "во", "на"}
            and "loct" in one.cases
        ):
            return scene.register.meant(one)
    return None


def _unsaid(scene: Scene, i: int) -> Someone | None:
    """Find the subject that a verb shares with the sentence before: singular, of one gender, right at the beginning."""
    segment = scene.clauses.segment(i)
    form = next((one for one in scene.page.tokens[i].forms if one.finite), None)
    if form is None or form.plural or i - segment.first > 2 or "1per" in form.marks:
        return scene.register.speaker_at(i) if form is not None and "1per" in form.marks else None
    return None


def _accused(scene: Scene, i: int, cue: Cue) -> Someone | None:
    """Find who "вину не признал" goes on about: the one named last who is no judge, lawyer or journalist."""
    segment = scene.clauses.segment(i)
    guilt = {"вину", "виновным", "виновной"} & {scene.page.lower(k) for k in range(segment.first, segment.last)}
    form = next((one for one in scene.page.tokens[i].forms if one.finite), None)
    if not guilt or cue[0] is not Stance.ACKNOWLEDGES or form is None or form.plural or not form.gender:
        return None
    someone = scene.register.last_person(i, form.gender)
    return someone if someone is not None and someone.gender == form.gender and not someone.roles & OTHERS else None


def _agentless(scene: Scene, i: int, phrase: Phrase | None) -> bool:
    """Say whether somebody speaks and is not named: "ей сказали, что …" is a saying, "сообщается, что" is none."""
    form = next((one for one in scene.page.tokens[i].forms if one.pos == "VERB" and one.lemma in TOLD), None)
    if form is None or not form.plural or phrase is not None or form.marks & {"1per", "2per", "impr"}:
        return False
    near = scene.clauses.phrases_in(max(scene.clauses.segment(i).first, i - 6), i + 2)
    return any("datv" in one.cases and one.animate and one.kind != "body" for one in near)


def _stance(scene: Scene, i: int, cue: Cue, content: tuple[int, int], *, official: bool) -> Stance:
    negated = scene.page.lower(i - 1) == "не"
    if cue[0] is Stance.ASSERTS and denied(scene.page, *content, official=official):
        return Stance.DENIES
    if cue[0] is Stance.ACKNOWLEDGES and negated:
        return Stance.DENIES
    if cue[0] is Stance.DENIES and negated:
        return Stance.ACKNOWLEDGES
    return cue[0]


def _content(scene: Scene, i: int, cue: Cue) -> tuple[int, int] | None:
    """Find what is said, behind a verb; None where nothing of it is there."""
    page = scene.page
    end = scene.end_of_saying(i)
    segment = scene.clauses.segment(i)
    need = cue[1]
    if page.lower(i - 1) == "не" and cue[0] is not Stance.ACKNOWLEDGES and cue[0] is not Stance.DENIES:
        return None
    link = segment.last
    opened = page.tokens[link - 1].text
    after = page.lower(link)
    linked = after in LINKS or page.lower(link + 1) in LINKS or _relative(scene, link) or _runs_on(scene, i, link)
    if opened == "," and linked and link < end:
        return link, end
    if opened == ":" and link < end:
        return link, scene.end_of_colon(link, end)
    quote = next((one for one in scene.speeches_in(i, segment.last)), None)
    if quote is not None:
        return quote.first, max(end, quote.last)
    if need == "clause":
        return None
    return _plain(scene, i, need, end)


def _runs_on(scene: Scene, i: int, link: int) -> bool:
    """Say whether a clause that nothing links is what is said: "Адвокат говорит, её до сих пор не кормят"."""
    page, segment = scene.page, scene.clauses.segment(i)
    form = next((one for one in page.tokens[i].forms if one.finite), None)
    told = form is not None and form.lemma in RUNNING and segment.first == page.sentence(i).first
    if not told or i != link - 2 or scene.register.quoted(i) >= 0:
        return False
    subject = scene.clauses.subject(i)
    behind = scene.clauses.segment(link)
    return subject is not None and subject.animate and subject.last <= i and behind.kind == "main"


def _relative(scene: Scene, link: int) -> bool:
    return scene.clauses.segment(link).kind == "rel" and scene.page.tokens[link - 1].text == ","


def _plain(scene: Scene, i: int, need: str, end: int) -> tuple[int, int] | None:
    """Find content without a clause: "рассказал о задержании", "требует освободить", "отрицает вину"."""
    last = scene.clauses.segment(i).last
    finds = {"content": _about, "demand": _wanted, "object": _thing, "with": _laid_to}.get(need)
    if finds is not None:
        return finds(scene, i, end)
    if need == "condemn":
        whole = any("accs" in one.cases for one in scene.clauses.phrases_in(i + 1, last))
        return (i + 1, last) if whole and not scene.clauses.objects(i) else None
    if need == "calls":
        return (i + 1, last) if calls(scene.page, i, last) else None
    return _rest(scene, i, end, 1) if need == "-" else None


def _rest(scene: Scene, i: int, end: int, least: int) -> tuple[int, int]:
    """Take what stands behind a verb for what is said, or, where that is too little, what stands before."""
    segment = scene.clauses.segment(i)
    return (i + 1, end) if segment.last > i + least else (segment.first, i + 1)


def _about(scene: Scene, i: int, end: int) -> tuple[int, int] | None:
    page, segment = scene.page, scene.clauses.segment(i)
    about = next((k for k in range(i + 1, segment.last) if page.lower(k) in ABOUT), None)
    if about is None and page.lower(segment.first) in ABOUT and i > segment.first + 1:
        return segment.first, i
    return (about, end) if about is not None else None


def _wanted(scene: Scene, i: int, end: int) -> tuple[int, int] | None:
    page, last = scene.page, scene.clauses.segment(i).last
    if page.lower(last) == "если" and page.tokens[last - 1].text == ",":
        last = scene.clauses.segment(scene.clauses.segment(last).last).last  # "велела, если спросят, молчать"
    deeds = (k for k in range(i + 1, last) if page.tokens[k].forms[:1] and page.tokens[k].forms[0].pos == "INFN")
    ways = (k for k in range(i + 1, last) if page.lower(k) in {"к", "от", "о"})
    wanted = min((k for k in (next(deeds, None), next(ways, None)) if k is not None), default=None)
    noun = any(one.cases & {"gent", "accs"} for one in scene.clauses.phrases_in(i + 1, last))
    return (wanted or i + 1, end) if wanted is not None or noun else None


def _laid_to(scene: Scene, i: int, end: int) -> tuple[int, int] | None:
    """Read "родные связывают арест с петицией": something in the accusative, and what it is laid to."""
    page, last = scene.page, scene.clauses.segment(i).last
    laid = any(page.lower(k) in {"с", "со"} for k in range(i + 1, last))
    near = scene.clauses.phrases_in(i + 1, last)
    thing = any("accs" in one.cases and not page.tokens[one.first - 1].may_be("PREP") for one in near)
    return (i + 1, end) if laid and thing else None


def _thing(scene: Scene, i: int, end: int) -> tuple[int, int] | None:
    page, segment = scene.page, scene.clauses.segment(i)
    near = scene.clauses.phrases_in(segment.first, segment.last)
    things = any("accs" in one.cases or page.lower(one.first - 1) == "в" for one in near)
    guilty = any(page.lower(k).startswith("винов") for k in range(segment.first, segment.last))
    return _rest(scene, i, end, 2) if things or guilty else None
