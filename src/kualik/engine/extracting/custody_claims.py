"""Episodes of custody written down as claims, with the arrests, sentences and releases that they tell of."""

from kualik.engine.extracting.custody import Episode
from kualik.engine.extracting.tokens import Span
from kualik.engine.extracting.writer import LIKELY, SURE, Writer
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["write_custody"]


EVENTS = {"arrest": "arrest", "release": "release", "sentencing": "sentencing"}


Key = tuple[int, str, str]  # person, state, innermost voice
Details = tuple[str | None, str | None, str | None]  # sentence, date, place


def write_custody(writer: Writer) -> None:
    """Write down every episode of a story; what is told twice is one custody."""
    written: dict[Key, list[tuple[Details, str]]] = {}
    for episode in writer.story.episodes:
        for order in range(len(episode.people)):
            _write_episode(writer, episode, order, written)
        if episode.finite and episode.kind in EVENTS:
            _write_incident(writer, episode)


def _write_episode(writer: Writer, episode: Episode, order: int, written: dict[Key, list[tuple[Details, str]]]) -> None:
    person = writer.story.people.all[episode.people[order]]
    sentence, duration = _terms(episode, order)
    voice = writer.voice(episode.trigger)
    details = (
        sentence,
        episode.date.edtf if episode.date else None,
        writer.words(episode.place) if episode.place else None,
    )
    before = written.setdefault((person.key, episode.state, voice[-1]), [])
    id_ = next((id_ for known, id_ in before if _adds_nothing_else(known, details)), None)
    if id_ is None:
        who, stance = writer.id_of(person), _stance(writer, episode)
        id_ = writer.draft.entity(Schema.CUSTODY)
        before.append((details, id_))
        writer.draft.claim(id_, "detainee", who, episode.span, voice=voice, stance=stance)
    _custody_slots(writer, id_, episode, (sentence, duration), voice)


def _adds_nothing_else(known: Details, details: Details) -> bool:
    """Say whether nothing contradicts that two tellings are of one custody."""
    return all(old is None or new in {None, old} for old, new in zip(known, details, strict=True))


def _terms(episode: Episode, order: int) -> tuple[str | None, str | None]:
    if episode.term is None or not episode.term.values:
        return None, None
    values = episode.term.values
    value = values[order] if len(values) == len(episode.people) else values[0]
    return (value, None) if episode.is_sentence else (None, value)


def _stance(writer: Writer, episode: Episode) -> Stance:
    over = writer.story.voices.over(episode.trigger.start, episode.trigger.end)
    stance = over[-1].saying.stance if over else Stance.ASSERTS
    return stance if stance in {Stance.ALLEGES, Stance.ACCUSES, Stance.ACKNOWLEDGES} else Stance.ASSERTS


def _custody_slots(
    writer: Writer, id_: str, episode: Episode, terms: tuple[str | None, str | None], voice: tuple[str, ...]
) -> None:
    draft, (sentence, duration) = writer.draft, terms
    draft.claim(id_, "state", episode.state, episode.trigger, voice=voice, confidence=LIKELY)
    if episode.term:
        span = Span(start=episode.term.start, end=episode.term.end)
        draft.claim(id_, "sentence", sentence or "", span, voice=voice, confidence=SURE)
        draft.claim(id_, "duration", duration or "", span, voice=voice)
        if episode.is_sentence:
            draft.claim(id_, "sentenceText", episode.term.worded or "", span, voice=voice)
    if episode.date:
        draft.claim(id_, "startDate", episode.date.edtf, _date_span(episode), voice=voice)
    if episode.until:
        span = Span(start=episode.until.start, end=episode.until.end)
        draft.claim(id_, "endDate", episode.until.edtf, span, voice=voice)
    if episode.place:
        draft.claim(id_, "place", writer.words(episode.place), episode.place, voice=voice, confidence=LIKELY)
    if episode.actor and episode.kind in EVENTS:
        draft.claim(id_, "authority", writer.words(episode.actor), episode.actor, voice=voice, confidence=LIKELY)
    _write_reasons(writer, id_, episode, voice)


def _date_span(episode: Episode) -> Span:
    assert episode.date is not None
    return Span(start=episode.date.start, end=episode.date.end)


def _write_reasons(writer: Writer, id_: str, episode: Episode, voice: tuple[str, ...]) -> None:
    """What an authority gives is grounds; what anybody else gives is a suspected reason."""
    official = len(voice) == 1 or writer.is_authority(voice[-1])
    for reason, said in ((episode.grounds, True), (episode.because, False)):
        if reason is not None:
            name = "grounds" if official and (said or len(voice) > 1) else "suspectedReason"
            writer.draft.claim(id_, name, writer.words(reason), reason, voice=voice, confidence=LIKELY)


def _write_incident(writer: Writer, episode: Episode) -> None:
    draft, voice = writer.draft, writer.voice(episode.trigger)
    id_ = draft.entity(Schema.INCIDENT)
    draft.claim(id_, "eventType", EVENTS[episode.kind], episode.span, voice=voice)
    if episode.date:
        draft.claim(id_, "date", episode.date.edtf, _date_span(episode), voice=voice)
    if episode.place:
        draft.claim(id_, "place", writer.words(episode.place), episode.place, voice=voice, confidence=LIKELY)
    if episode.actor:
        draft.claim(id_, "actor", writer.words(episode.actor), episode.actor, voice=voice, confidence=LIKELY)
    target = " and ".join(writer.story.people.all[key].label for key in episode.people)
    draft.claim(id_, "target", target, episode.span, voice=voice)
