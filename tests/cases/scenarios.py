"""One scenario for each action: everything is made ready, then the deed is done once.

A scenario is a function that prepares and gives back the deed; `@scenario("noun.action")` lists it.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions as arrivals
from kualik.cases.arrivals.models import Match, Standing
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.claims import actions as claims
from kualik.cases.claims import drafts
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.claims.writing import NewEntity
from kualik.cases.desk import actions as desk
from kualik.cases.documents import actions as documents
from kualik.cases.documents import indexing
from kualik.cases.findings import actions as findings
from kualik.cases.findings.asking import Search
from kualik.cases.findings.captures import ALL
from kualik.cases.findings.counts import tables_of
from kualik.cases.findings.models import Count
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.canonical import JSON
from kualik.cases.people import actions as people
from kualik.cases.people.models import Mention, Verdict
from kualik.cases.releases import actions as releases
from kualik.cases.releases.models import Audience, Consent
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Sensitivity, Source
from kualik.engine import facts
from kualik.engine.counting import count_people
from tests.cases.arrivals.lists import mapping, table, tried
from tests.cases.casting import NOW, Story, keeper, worker
from tests.cases.findings.listing import asked, named
from tests.cases.releases.releasing import approved, case, consented, draft

__all__ = ["SCENARIOS", "Deed"]

Deed = Callable[[], object]
SCENARIOS: dict[str, Callable[[], Deed]] = {}
SOON = NOW + timedelta(minutes=1)
PASSWORD = "steppe grass in the wind"
MAPPING: dict[str, JSON] = {"columns": {"ФИО": {"property": "name", "schema": "Person"}}}


def scenario(action: str) -> Callable[[Callable[[], Deed]], Callable[[], Deed]]:
    """List a scenario under its action."""

    def listed(prepare: Callable[[], Deed]) -> Callable[[], Deed]:
        SCENARIOS[action] = prepare
        return prepare

    return listed


def added(content: bytes = b"Khadisha was taken.") -> Source:
    """Add a source."""
    return sources.add(by=keeper(), at=NOW, content=content, name="a.txt").source


def leased() -> Source:
    """Add a source, and lease it."""
    added()
    source = sources.lease(worker="w", at=NOW, seconds=600)
    assert source is not None
    return source


def claim() -> Claim:
    """Propose one claim."""
    story = Story("Khadisha was taken.")
    story.person("Khadisha")
    story.propose()
    return Claim.objects.get()


@scenario("ledger.write")
def _write() -> Deed:
    by = keeper()
    return lambda: ledger.write(by=by, at=SOON, kind="test:done", about="test:1")


@scenario("accounts.create_first")
def _create_first() -> Deed:
    return lambda: accounts.create_first(at=NOW, username="aigerim")


@scenario("accounts.create")
def _create() -> Deed:
    by = keeper()
    return lambda: accounts.create(by=by, at=SOON, username="saule", roles=list(Role), password=PASSWORD)


@scenario("accounts.invite")
def _invite() -> Deed:
    by = keeper()
    return lambda: accounts.invite(by=by, at=SOON, username="saule", roles=[Role.EDITOR])


@scenario("accounts.invite_again")
def _invite_again() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    return lambda: accounts.invite_again(by=by, at=SOON, user=saule)


@scenario("accounts.arrive")
def _arrive() -> Deed:
    by = keeper()
    return lambda: accounts.arrive(by=by, at=SOON)


@scenario("accounts.reopen")
def _open_again() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    accounts.deactivate(by=by, at=NOW, user=saule)
    return lambda: accounts.reopen(by=by, at=SOON, user=saule)


@scenario("accounts.end_sessions")
def _end_sessions() -> Deed:
    by = keeper()
    return lambda: accounts.end_sessions(by=by, at=SOON)


@scenario("accounts.clear_factors")
def _clear_factors() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    return lambda: accounts.clear_factors(by=by, at=SOON, user=saule)


@scenario("accounts.grant")
def _grant() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    return lambda: accounts.grant(by=by, at=SOON, user=saule, role=Role.EDITOR)


@scenario("accounts.end_grant")
def _end_grant() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    return lambda: accounts.end_grant(by=by, at=SOON, user=saule, role=Role.READER)


@scenario("accounts.set_password")
def _set_password() -> Deed:
    by = keeper()
    return lambda: accounts.set_password(by=by, at=SOON, user=by, password=PASSWORD)


@scenario("accounts.set_language")
def _set_language() -> Deed:
    by = keeper()
    return lambda: accounts.set_language(by=by, at=SOON, language="kk")


@scenario("accounts.deactivate")
def _deactivate() -> Deed:
    by, saule = keeper(), worker("saule", Role.READER)
    return lambda: accounts.deactivate(by=by, at=SOON, user=saule)


@scenario("accounts.record_sign_in")
def _sign_in() -> Deed:
    by = keeper()
    return lambda: accounts.record_sign_in(by=by, at=SOON, how=["password", "totp"])


@scenario("accounts.record_sign_in_failed")
def _sign_in_failed() -> Deed:
    by = keeper()
    return lambda: accounts.record_sign_in_failed(by=by, at=SOON, how="password", place="203.0.113.7")


@scenario("accounts.record_sign_out")
def _sign_out() -> Deed:
    by = keeper()
    return lambda: accounts.record_sign_out(by=by, at=SOON, why="idle")


@scenario("accounts.record_factor_added")
def _factor_added() -> Deed:
    by = keeper()
    return lambda: accounts.record_factor_added(by=by, at=SOON, factor="webauthn")


@scenario("accounts.record_factor_removed")
def _factor_removed() -> Deed:
    by = keeper()
    return lambda: accounts.record_factor_removed(by=by, at=SOON, factor="webauthn")


@scenario("accounts.record_factor_renamed")
def _factor_renamed() -> Deed:
    by = keeper()
    return lambda: accounts.record_factor_renamed(by=by, at=SOON, factor="webauthn")


@scenario("accounts.record_recovery_codes")
def _recovery_codes() -> Deed:
    by = keeper()
    return lambda: accounts.record_recovery_codes(by=by, at=SOON)


@scenario("sources.add")
def _add_source() -> Deed:
    keeper()
    return added


@scenario("sources.read_again")
def _read_again() -> Deed:
    by, source = keeper(), leased()
    sources.refuse(by=by, at=NOW, source=source, worker="w", reason="empty", detail="")
    return lambda: sources.read_again(by=by, at=SOON, source=source)


@scenario("sources.classify")
def _classify() -> Deed:
    by, source = keeper(), added()
    return lambda: sources.classify(by=by, at=SOON, source=source, level=Sensitivity.SEALED)


@scenario("sources.save_mapping")
def _save_mapping() -> Deed:
    by = keeper()
    return lambda: sources.save_mapping(by=by, at=SOON, name="committee", definition=MAPPING)


@scenario("sources.tell")
def _tell() -> Deed:
    source = added()
    return lambda: sources.tell(by=keeper(), at=SOON, source=source, told=Told(publisher="The Steppe Post"))


@scenario("sources.withdraw")
def _withdraw_source() -> Deed:
    source = added()
    return lambda: sources.withdraw(by=keeper(), at=SOON, sources=[source], cause="batch:1")


@scenario("sources.put_back")
def _put_source_back() -> Deed:
    source = added()
    sources.withdraw(by=keeper(), at=NOW, sources=[source], cause="batch:1")
    return lambda: sources.put_back(by=keeper(), at=SOON, sources=[source], cause="batch:1")


@scenario("claims.propose_rows")
def _propose_rows() -> Deed:
    old = claim()
    new = drafts.corrected(keeper(), SOON, old, {"value": "Khadiisha"})
    return lambda: claims.propose_rows(by=keeper(), at=SOON, document=old.document, claims=[new])


@scenario("arrivals.open_batch")
def _open_batch() -> Deed:
    by = keeper()
    return lambda: arrivals.open_batch(by=by, at=SOON, title="letters")


@scenario("arrivals.arrive")
def _hand_in() -> Deed:
    batch = arrivals.open_batch(by=keeper(), at=NOW, title="letters")
    piece = Piece(name="a.txt", content=b"Khadisha was taken.")
    return lambda: arrivals.arrive(by=keeper(), at=SOON, batch=batch, piece=piece, told=Told(), handover=HandoverNote())


@scenario("arrivals.try_out")
def _try_out() -> Deed:
    document, columns = table(), mapping()
    return lambda: arrivals.try_out(by=keeper(), at=SOON, document=document, mapping=columns, match=Match.NOTHING)


@scenario("arrivals.begin")
def _begin() -> Deed:
    made = tried(table())
    return lambda: arrivals.begin(by=keeper(), at=SOON, imported=made)


@scenario("arrivals.drop")
def _drop() -> Deed:
    made = tried(table())
    return lambda: arrivals.drop(by=keeper(), at=SOON, imported=made)


@scenario("arrivals.lease")
def _lease_table() -> Deed:
    arrivals.try_out(by=keeper(), at=NOW, document=table(), mapping=mapping(), match=Match.NOTHING)
    return lambda: arrivals.lease(worker="w", at=SOON, seconds=60)


@scenario("arrivals.note")
def _note() -> Deed:
    arrivals.try_out(by=keeper(), at=NOW, document=table(), mapping=mapping(), match=Match.NOTHING)
    held = arrivals.lease(worker="w", at=NOW, seconds=60)
    assert held
    return lambda: arrivals.note(imported=held, worker="w", row=3)


@scenario("arrivals.undo")
def _undo_batch() -> Deed:
    batch = arrivals.open_batch(by=keeper(), at=NOW, title="letters")
    return lambda: arrivals.undo(by=keeper(), at=SOON, batch=batch)


@scenario("arrivals.put_back")
def _put_batch_back() -> Deed:
    batch = arrivals.open_batch(by=keeper(), at=NOW, title="letters")
    arrivals.undo(by=keeper(), at=NOW, batch=batch)
    arrivals.settle(batch=batch, standing=Standing.UNDONE)
    return lambda: arrivals.put_back(by=keeper(), at=SOON, batch=batch)


@scenario("arrivals.settle")
def _settle() -> Deed:
    batch = arrivals.open_batch(by=keeper(), at=NOW, title="letters")
    arrivals.undo(by=keeper(), at=NOW, batch=batch)
    return lambda: arrivals.settle(batch=batch, standing=Standing.UNDONE)


@scenario("sources.lease")
def _lease() -> Deed:
    added()
    return lambda: sources.lease(worker="w", at=SOON, seconds=60)


@scenario("sources.release")
def _release() -> Deed:
    leased()
    return lambda: sources.release(workers=["w"])


@scenario("sources.finish")
def _finish() -> Deed:
    by, source = keeper(), leased()
    return lambda: sources.finish(by=by, at=SOON, source=source, worker="w", media_type="text/plain")


@scenario("sources.refuse")
def _refuse() -> Deed:
    by, source = keeper(), leased()
    return lambda: sources.refuse(by=by, at=SOON, source=source, worker="w", reason="empty", detail="")


@scenario("sources.transcribed")
def _transcribed() -> Deed:
    by, source = keeper(), leased()
    sources.refuse(by=by, at=NOW, source=source, worker="w", reason="no text", detail="")
    return lambda: sources.transcribed(by=by, at=SOON, source=source)


@scenario("documents.record")
def _record() -> Deed:
    by, source = keeper(), added()
    parts = [facts.Document(id=f"x{n}", media_type="text/plain", text=f"Part {n}.", reader="test") for n in (1, 2)]
    return lambda: documents.record(by=by, at=SOON, source=source, read=parts)


@scenario("documents.index")
def _index() -> Deed:
    story = Story("Khadisha was taken.").propose()
    rows = list(indexing.text_rows([story.document]))
    return lambda: documents.index(by=keeper(), at=SOON, rows=rows, again=True)


@scenario("claims.propose")
def _propose() -> Deed:
    by, document = keeper(), Story("Khadisha was taken.").propose().document
    read = facts.Document(id="x", media_type="text/plain", text=document.text)
    people_ = tuple(facts.Entity(id=f"x{n}", schema=facts.Schema.PERSON, name="Khadisha") for n in (1, 2))
    reading = facts.Reading(document=read, entities=people_)
    return lambda: claims.propose(by=by, at=SOON, document=document, reading=reading)


@scenario("claims.accept")
def _accept() -> Deed:
    by, one = keeper(), claim()
    return lambda: claims.accept(by=by, at=SOON, claims=[one.pk])


@scenario("claims.reject")
def _reject() -> Deed:
    by, one = keeper(), claim()
    return lambda: claims.reject(by=by, at=SOON, claims=[one.pk], why="another")


@scenario("claims.withdraw")
def _withdraw() -> Deed:
    by, one = keeper(), claim()
    return lambda: claims.withdraw(by=by, at=SOON, claims=[one.pk])


@scenario("claims.reopen")
def _reopen() -> Deed:
    by, one = keeper(), claim()
    claims.accept(by=by, at=NOW, claims=[one.pk])
    return lambda: claims.reopen(by=by, at=SOON, claims=[one.pk])


@scenario("claims.correct")
def _correct() -> Deed:
    by, one = keeper(), claim()
    return lambda: claims.correct(by=by, at=SOON, claim=one.pk, value="Khadisha Nurlanqyzy")


@scenario("claims.add")
def _add_claim() -> Deed:
    one = claim()
    said = {"entity": one.entity_id, "property": "gender", "value": "female", "start": 0, "end": 8}
    return lambda: claims.add(by=keeper(), at=SOON, document=one.document, **said)  # type: ignore[arg-type]


@scenario("people.record_mentions")
def _record_mentions() -> Deed:
    by, one = keeper(), claim()
    said = {"entity": NewEntity(schema=facts.Schema.PERSON, name="Yerlan"), "property": "name"}
    new = claims.add(by=by, at=NOW, document=one.document, value="Yerlan", start=0, end=8, **said)  # type: ignore[arg-type]
    return lambda: people.record_mentions(by=by, at=SOON, entities=[new.entity])


@scenario("people.reindex")
def _reindex() -> Deed:
    by = keeper()
    claim()
    return lambda: people.reindex(by=by, at=SOON, mentions=list(Mention.objects.all()))


def _two() -> tuple[Mention, Mention]:
    story = Story("Khadisha and Serik were taken.")
    ids = story.person("Khadisha"), story.person("Serik")
    story.propose()
    return story.mention(ids[0]), story.mention(ids[1])


@scenario("people.judge")
def _judge() -> Deed:
    left, right = _two()
    return lambda: people.judge(by=keeper(), at=SOON, left=left, right=right, verdict=Verdict.POSITIVE)


@scenario("people.arrange")
def _arrange() -> Deed:
    left, right = _two()
    return lambda: people.arrange(by=keeper(), at=SOON, persons={left.person_id, right.person_id})


@scenario("people.undo")
def _undo() -> Deed:
    left, right = _two()
    judgement = people.judge(by=keeper(), at=NOW, left=left, right=right, verdict=Verdict.NEGATIVE)
    return lambda: people.undo(by=keeper(), at=SOON, judgement=judgement)


@scenario("findings.choose")
def _choose() -> Deed:
    person = case().who("e1")
    said = {"property": "Custody.sentence", "value": "P10Y", "why": "the verdict"}
    return lambda: findings.choose(by=keeper(), at=SOON, person=person, **said)


@scenario("findings.unchoose")
def _unchoose() -> Deed:
    person = case().who("e1")
    said = {"property": "Custody.sentence", "value": "P10Y", "why": "the verdict"}
    findings.choose(by=keeper(), at=NOW, person=person, **said)
    return lambda: findings.unchoose(by=keeper(), at=SOON, person=person, property="Custody.sentence")


def counting() -> Count:
    """Ask how many people there are, and lease it."""
    named("Steppe Post", ["Serik Almasuly"])
    asked()
    count = findings.lease_count(worker="w", at=NOW, seconds=600)
    assert count is not None
    return count


@scenario("findings.ask_count")
def _ask_count() -> Deed:
    named("Steppe Post", ["Serik Almasuly"])
    return asked


@scenario("findings.lease_count")
def _lease_count() -> Deed:
    named("Steppe Post", ["Serik Almasuly"])
    asked()
    return lambda: findings.lease_count(worker="w", at=SOON, seconds=60)


@scenario("findings.note_count")
def _note_count() -> Deed:
    count = counting()
    return lambda: findings.note_count(count=count, worker="w", at=SOON, share=0.5, seconds=60)


@scenario("findings.release_counts")
def _release_counts() -> Deed:
    counting()
    return lambda: findings.release_counts(workers=["w"])


@scenario("findings.report_count")
def _report_count() -> Deed:
    by, count = keeper(), counting()
    report = count_people(tables_of(count)[ALL])
    return lambda: findings.report_count(by=by, at=SOON, count=count, worker="w", report=report)


@scenario("findings.fail_count")
def _fail_count() -> Deed:
    by, count = keeper(), counting()
    return lambda: findings.fail_count(by=by, at=SOON, count=count, worker="w", why="no room")


@scenario("releases.record_consent")
def _record_consent() -> Deed:
    person = case().who("e1")
    return lambda: consented(person)


@scenario("releases.withdraw_consent")
def _withdraw_consent() -> Deed:
    consented(case().who("e1"))
    return lambda: releases.withdraw_consent(by=keeper(), at=SOON, consent=Consent.objects.get())


@scenario("releases.draft")
def _draft() -> Deed:
    person = case().who("e1")
    consented(person, Audience.PUBLIC)
    return lambda: draft(person)


@scenario("releases.approve")
def _approve() -> Deed:
    person = case().who("e1")
    consented(person)
    drafted = draft(person)
    return lambda: releases.approve(by=keeper(), at=SOON, release=drafted)


@scenario("releases.withdraw")
def _withdraw_release() -> Deed:
    release = approved(case().who("e1"))
    return lambda: releases.withdraw(by=keeper(), at=SOON, release=release)


@scenario("releases.record_export")
def _record_export() -> Deed:
    release = approved(case().who("e1"))
    return lambda: releases.record_export(by=keeper(), at=SOON, release=release, form="csv")


def _claimed() -> list[UUID]:
    return [claim().pk]


@scenario("claims.put_back")
def _put_back() -> Deed:
    by, ids = keeper(), _claimed()
    claims.accept(by=by, at=SOON, claims=ids)
    return lambda: claims.put_back(by=by, at=SOON, statuses=dict.fromkeys(ids, facts.Status.PROPOSED))


@scenario("sources.classify_together")
def _classify_together() -> Deed:
    by, story = keeper(), Story("Khadisha was taken.").propose()
    levels = {story.document.source_id: Sensitivity.SEALED}
    return lambda: sources.classify_together(by=by, at=SOON, levels=levels)


@scenario("desk.save_search")
def _save_search() -> Deed:
    by = keeper()
    return lambda: desk.save_search(by=by, at=SOON, name="Camps", search=Search(words="camp"))


@scenario("desk.forget_search")
def _forget_search() -> Deed:
    by = keeper()
    saved = desk.save_search(by=by, at=NOW, name="Camps", search=Search(words="camp"))
    return lambda: desk.forget_search(by=by, at=SOON, saved=saved)


@scenario("desk.look")
def _look() -> Deed:
    by = keeper()
    saved = desk.save_search(by=by, at=NOW, name="Camps", search=Search(words="camp"))
    return lambda: desk.look(by=by, at=SOON, saved=saved)


@scenario("desk.collect")
def _collect() -> Deed:
    by, ids = keeper(), _claimed()
    person = Mention.objects.get(entity__claims__in=ids).person_id
    return lambda: desk.collect(by=by, at=SOON, title="Shonzhy", persons=[person])


@scenario("desk.decide")
def _decide_many() -> Deed:
    by, ids = keeper(), _claimed()
    return lambda: desk.decide(by=by, at=SOON, claims_=ids, became=facts.Status.ACCEPTED)


@scenario("desk.classify")
def _classify_many() -> Deed:
    by, story = keeper(), Story("Khadisha was taken.").propose()
    return lambda: desk.classify(by=by, at=SOON, documents_=[story.document.pk], level=Sensitivity.SEALED)


@scenario("desk.undo")
def _undo_many() -> Deed:
    by, ids = keeper(), _claimed()
    bulk = desk.decide(by=by, at=SOON, claims_=ids, became=facts.Status.ACCEPTED)
    return lambda: desk.undo(by=by, at=SOON, bulk=bulk)


def _event() -> Entity:
    """An event of a document of its own."""
    story = Story("People stood at the consulate in Almaty.")
    story.say(story.thing(facts.Schema.PROTEST), "place", "Almaty")
    return Entity.objects.get(document=story.propose().document, schema=facts.Schema.PROTEST.value)


@scenario("documents.pair")
def _pair() -> Deed:
    by, original, translation = keeper(), Story("Қадиша алынды.").propose(), Story("Khadisha was taken.").propose()
    return lambda: documents.pair(by=by, at=SOON, document=translation.document, original=original.document)


@scenario("documents.unpair")
def _unpair() -> Deed:
    by, original, translation = keeper(), Story("Қадиша алынды.").propose(), Story("Khadisha was taken.").propose()
    made = documents.pair(by=by, at=NOW, document=translation.document, original=original.document)
    return lambda: documents.unpair(by=by, at=SOON, rendition=made)


@scenario("findings.place_event")
def _place_event() -> Deed:
    by, event = keeper(), _event()
    return lambda: findings.place_event(by=by, at=SOON, event=event, series=None)


@scenario("findings.unplace_event")
def _unplace_event() -> Deed:
    by = keeper()
    placing = findings.place_event(by=by, at=NOW, event=_event(), series=None)
    return lambda: findings.unplace_event(by=by, at=SOON, placing=placing)


@scenario("findings.hand_on_events")
def _hand_on_events() -> Deed:
    by = keeper()
    return lambda: findings.hand_on_events(by=by, at=SOON, form="csv", rows=3, chosen={"place": "Almaty"})
