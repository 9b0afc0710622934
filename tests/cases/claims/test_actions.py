"""Claims: proposed, decided, corrected, added; never edited."""

from collections.abc import Callable, Collection
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role, User
from kualik.cases.claims import actions, queries
from kualik.cases.claims.errors import ClaimRefused, DecidedMeanwhile, NoSuchClaim, NothingToDecide, PassageMismatch
from kualik.cases.claims.models import Claim, Decision, Entity
from kualik.cases.claims.verification import problems
from kualik.cases.claims.writing import NewEntity
from kualik.cases.ledger.models import Entry
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine import facts
from kualik.engine.facts import Schema, Stance, Status
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db
TEXT = "Khadisha, 68, said her son Yerlan was given 10 years. Officials denied it."


@pytest.fixture
def story() -> Story:
    """Propose what a report says."""
    story = Story(TEXT)
    khadisha, yerlan = story.person("Khadisha"), story.person("Yerlan", roles=("detainee",))
    story.say(khadisha, "age", "68")
    story.held(yerlan, voice=("Khadisha",), sentence="P10Y")
    return story.propose()


def claim(name: str) -> Claim:
    """Find the claim of that property."""
    return Claim.objects.get(property=name)


def statuses() -> set[str]:
    """List the statuses that there are."""
    return set(Claim.objects.values_list("status", flat=True))


def test_a_machines_reading_stays_a_proposal(story: Story) -> None:
    """Nothing is accepted by itself, and a value that is an entity points at it."""
    assert statuses() == {"proposed"}
    assert claim("detainee").value_entity == story.entity("e2")
    assert claim("detainee").value == ""
    assert claim("sentence").voice == ["The Steppe Post", "Khadisha"]


def test_a_quote_that_does_not_stand_there_is_not_kept(story: Story) -> None:
    """Nor is anything else of that reading."""
    before = (Claim.objects.count(), Entity.objects.count(), Entry.objects.count())
    person = facts.Entity(id="x1", schema=Schema.PERSON, name="Khadisha")
    wrong = facts.Claim(
        entity="x1",
        property="name",
        value="Khadisha",
        stance=Stance.ASSERTS,
        voice=("P",),
        start=1,
        end=9,
        quote="Khadisha",
        method="reader 1",
        confidence=0.9,
    )
    reading = facts.Reading(
        document=facts.Document(id="d", media_type="text/plain", text=TEXT), entities=(person,), claims=(wrong,)
    )
    with pytest.raises(PassageMismatch, match="reader 1"):
        actions.propose(by=keeper(), at=NOW, document=story.document, reading=reading)

    assert (Claim.objects.count(), Entity.objects.count(), Entry.objects.count()) == before


def test_each_decision_is_kept_with_who_when_and_why(story: Story) -> None:
    """Accepted, rejected, reopened: the claim stands where the last put it, and all are there to be seen."""
    by, one = keeper(), claim("age")
    actions.accept(by=by, at=later(1), claims=[one.pk])
    actions.reject(by=by, at=later(2), claims=[one.pk], why="the other Khadisha")
    actions.reopen(by=by, at=later(3), claims=[one.pk])

    assert claim("age").status == "proposed"
    found = Decision.objects.filter(claim=one).values_list("was", "became", "at", "why")
    assert list(found) == [
        ("proposed", "accepted", later(1), ""),
        ("accepted", "rejected", later(2), "the other Khadisha"),
        ("rejected", "proposed", later(3), ""),
    ]
    assert story.by == by
    assert list(problems()) == []


@pytest.mark.usefixtures("story")
def test_many_are_decided_in_one_act() -> None:
    """One entry that names them all; those decided already stay as they are."""
    by = keeper()
    ids = list(Claim.objects.values_list("pk", flat=True))
    actions.accept(by=by, at=NOW, claims=ids[:1])
    changed = actions.accept(by=by, at=NOW, claims=ids)

    assert len(changed) == len(ids) - 1
    assert statuses() == {"accepted"}
    last = Entry.objects.order_by("-seq").first()
    assert last is not None
    assert set(last.details["claims"]) == {str(one) for one in ids[1:]}


@pytest.mark.usefixtures("story")
def test_what_is_decided_so_already_is_said() -> None:
    """And leaves no entry."""
    by, one = keeper(), claim("age").pk
    actions.accept(by=by, at=NOW, claims=[one])
    before = Entry.objects.count()
    with pytest.raises(NothingToDecide, match="accepted"):
        actions.accept(by=by, at=NOW, claims=[one])

    assert Entry.objects.count() == before


@pytest.mark.usefixtures("story")
def test_a_withdrawn_claim_is_reopened_before_it_is_accepted() -> None:
    """Withdrawn is final until somebody takes it back."""
    by, one = keeper(), claim("age").pk
    actions.withdraw(by=by, at=NOW, claims=[one])
    with pytest.raises(NothingToDecide):
        actions.accept(by=by, at=NOW, claims=[one])
    actions.reopen(by=by, at=NOW, claims=[one])
    actions.accept(by=by, at=NOW, claims=[one])

    assert claim("age").status == "accepted"


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("deed", [actions.accept, actions.reject, actions.reopen])
def test_what_somebody_decided_meanwhile_is_not_overridden_from_an_older_page(deed: Callable[..., object]) -> None:
    """Whoever acts says in which state they saw it; in another state nothing changes."""
    by, one = keeper(), claim("age").pk
    actions.reject(by=by, at=NOW, claims=[one], why="it is about her sister")

    with pytest.raises(DecidedMeanwhile, match="rejected by now"):
        deed(by=by, at=later(1), claims=[one], seen=Status.PROPOSED)

    assert claim("age").status == "rejected"
    actions.accept(by=by, at=later(2), claims=[one], seen=Status.REJECTED)
    assert claim("age").status == "accepted"


@pytest.mark.usefixtures("story")
def test_all_or_none_are_decided() -> None:
    """One id that is not there, and none is."""
    with pytest.raises(NoSuchClaim):
        actions.accept(by=keeper(), at=NOW, claims=[claim("age").pk, uuid4()])

    assert statuses() == {"proposed"}


def test_a_claim_that_one_may_not_know_of_is_absent() -> None:
    """To an editor, a claim of a sealed source."""
    story = Story(TEXT, told=Told(publisher="P", level=Sensitivity.SEALED))
    story.person("Khadisha")
    story.propose()
    editor = worker("editor", Role.EDITOR)
    for deed in (actions.accept, actions.reject, actions.withdraw, actions.reopen):
        with pytest.raises(NoSuchClaim):
            deed(by=editor, at=NOW, claims=[claim("name").pk])


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.PUBLISHER, Role.CUSTODIAN])
def test_none_but_editors_decide(role: Role) -> None:
    """Every other role is refused, and nothing changes."""
    user, ids = worker("somebody", role), [claim("age").pk]
    for deed in (actions.accept, actions.reject, actions.withdraw, actions.reopen):
        with pytest.raises(NotAllowed):
            deed(by=user, at=NOW, claims=ids)
    with pytest.raises(NotAllowed):
        actions.correct(by=user, at=NOW, claim=ids[0], value="67")

    assert Decision.objects.count() == 0


def test_a_contributor_proposes_and_withdraws_their_own(story: Story) -> None:
    """Not that of the machine, and not once it is accepted."""
    daniyar = worker("daniyar", Role.CONTRIBUTOR)
    added = actions.add(
        by=daniyar,
        at=NOW,
        document=story.document,
        entity=story.entity("e1").pk,
        property="gender",
        value="female",
        start=0,
        end=8,
    )
    assert added.status == Status.PROPOSED
    actions.withdraw(by=daniyar, at=NOW, claims=[added.pk])
    actions.reopen(by=keeper(), at=NOW, claims=[added.pk])
    actions.accept(by=keeper(), at=NOW, claims=[added.pk])
    with pytest.raises(NotAllowed):
        actions.withdraw(by=daniyar, at=NOW, claims=[added.pk])


def test_what_is_accepted_while_it_is_being_withdrawn_is_not_withdrawn(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a proposal is still one is looked at when it is held, not before."""
    daniyar = worker("daniyar", Role.CONTRIBUTOR)
    entity = story.entity("e1").pk
    added = actions.add(
        by=daniyar, at=NOW, document=story.document, entity=entity, property="gender", value="female", start=0, end=8
    )
    held = vars(actions)["_locked"]

    def an_editor_is_quicker(by: User, claims: Collection[UUID]) -> list[Claim]:
        Claim.objects.filter(pk__in=claims).update(status=Status.ACCEPTED)
        found: list[Claim] = held(by, claims)
        return found

    monkeypatch.setattr(actions, "_locked", an_editor_is_quicker)
    with pytest.raises(NotAllowed):
        actions.withdraw(by=daniyar, at=NOW, claims=[added.pk])


@pytest.mark.usefixtures("story")
def test_a_correction_takes_the_place_of_what_was_wrong() -> None:
    """The old one stays, withdrawn, with the reason; the passage is the same; what was not changed stays."""
    by, old = keeper(), claim("age")
    new = actions.correct(by=by, at=later(1), claim=old.pk, value="67", why="the figure is smudged")

    old.refresh_from_db()
    assert (new.status, old.status, new.supersedes) == ("accepted", "withdrawn", old)
    assert (new.value, new.quote, new.voice, new.method, new.made_by) == ("67", old.quote, old.voice, "person", by)
    assert list(queries.decisions(viewer=by, claim=old).values_list("became", "why")) == [
        ("withdrawn", "the figure is smudged")
    ]
    assert list(problems()) == []


@pytest.mark.usefixtures("story")
def test_a_correction_of_what_points_keeps_pointing() -> None:
    """Its stance and voice can be changed without naming the entity again; text in its place is refused."""
    by, old = keeper(), claim("detainee")
    with pytest.raises(ClaimRefused, match="points at an entity"):
        actions.correct(by=by, at=NOW, claim=old.pk, value="Yerlan")
    new = actions.correct(by=by, at=NOW, claim=old.pk, stance=Stance.ALLEGES, voice=["P", "a neighbour"])

    assert (new.value_entity, new.stance, new.voice) == (old.value_entity, "alleges", ["P", "a neighbour"])


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    "changed", [{}, {"value": " "}, {"voice": [" "]}, {"property": "colour"}, {"property": "birthDate"}]
)
def test_a_correction_that_cannot_be_changes_nothing(changed: dict[str, object]) -> None:
    """It is refused, the old claim stays as it is, and there is no entry."""
    before = Entry.objects.count()
    with pytest.raises(ClaimRefused):
        actions.correct(by=keeper(), at=NOW, claim=claim("age").pk, **changed)  # type: ignore[arg-type]

    assert (claim("age").status, Entry.objects.count()) == ("proposed", before)


@pytest.mark.usefixtures("story")
def test_what_was_withdrawn_is_not_corrected() -> None:
    """It was decided already, perhaps by a correction."""
    old = claim("age").pk
    actions.correct(by=keeper(), at=NOW, claim=old, value="67")
    with pytest.raises(NothingToDecide):
        actions.correct(by=keeper(), at=NOW, claim=old, value="66")


def test_an_editor_adds_what_the_machine_missed(story: Story) -> None:
    """Somebody new and somebody known, in one claim; it is accepted, with its decision and one entry."""
    by = keeper()
    before = Entry.objects.count()
    added = actions.add(
        by=by,
        at=NOW,
        document=story.document,
        entity=NewEntity(schema=Schema.FAMILY),
        property="person",
        value_entity=NewEntity(schema=Schema.PERSON, description="an official", roles=("official",)),
        stance=Stance.DENIES,
        start=TEXT.index("Officials"),
        end=len(TEXT),
    )

    assert (added.status, added.quote, added.voice) == ("accepted", "Officials denied it.", ["The Steppe Post"])
    assert [added.entity.local_id, added.value_entity and added.value_entity.local_id] == ["p1", "p2"]
    assert Decision.objects.get(claim=added).became == "accepted"
    assert Entry.objects.count() == before + 1
    assert list(problems()) == []


@pytest.mark.parametrize(
    "stated",
    [
        {"property": "colour", "value": "red"},
        {"property": "birthDate", "value": "long ago"},
        {"property": "name", "value": ""},
        {"property": "name", "value": "x", "start": 70, "end": 1000},
        {"property": "name", "value": "x", "start": 5, "end": 5},
        {"property": "name", "value": "x", "voice": []},
        {"property": "name", "value": "x", "entity": NewEntity(schema=Schema.PERSON)},
    ],
)
def test_a_claim_that_cannot_be_is_not_added(story: Story, stated: dict[str, object]) -> None:
    """Neither the claim nor a new entity stays."""
    fields = {"entity": NewEntity(schema=Schema.PERSON, name="X"), "start": 0, "end": 8} | stated
    before = (Claim.objects.count(), Entity.objects.count(), Entry.objects.count())
    with pytest.raises(ClaimRefused):
        actions.add(by=keeper(), at=NOW, document=story.document, **fields)  # type: ignore[arg-type]

    assert (Claim.objects.count(), Entity.objects.count(), Entry.objects.count()) == before


def test_a_claim_is_about_its_own_document(story: Story) -> None:
    """An entity of another document is absent there."""
    other = Story("Another report about Khadisha.")
    other.person("Khadisha")
    other.propose()
    with pytest.raises(NoSuchClaim, match="no entity"):
        actions.add(
            by=keeper(),
            at=NOW,
            document=story.document,
            entity=other.entity("e1").pk,
            property="name",
            value="x",
            start=0,
            end=2,
        )


DEEDS = {"accept": actions.accept, "reject": actions.reject, "withdraw": actions.withdraw, "reopen": actions.reopen}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 6)), max_size=12))
def test_whatever_is_decided_the_ledger_agrees(story: Story, deeds: list[tuple[str, int]]) -> None:
    """After any row of decisions each claim stands where its last decision put it, and where the ledger says."""
    ids: list[UUID] = list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    for deed, at in deeds:
        try:
            DEEDS[deed](by=story.by, at=NOW, claims=[ids[at % len(ids)]])
        except NothingToDecide:
            continue

    assert list(problems()) == []
    for one in Claim.objects.all():
        last = one.decisions.order_by("pk").last() if one.decisions.count() < 2 else None
        assert last is None or last.became == one.status
