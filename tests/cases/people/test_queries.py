"""Lists of persons, one person, pairs that wait, judgements: as far as the viewer may see."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people import queries
from kualik.cases.people.actions import judge, undo
from kualik.cases.people.errors import NoSuchJudgement, NoSuchPerson
from kualik.cases.people.models import Mention, Verdict
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db
SEALED = Told(publisher="Sealed", language="en", level=Sensitivity.SEALED)


def tell(name: str, *, told: Told | None = None) -> Mention:
    """Record one person in a document of their own."""
    story = Story(f"{name} was seen.", told=told)
    one = story.person(name)
    return story.propose().mention(one)


def test_people_are_listed_by_number_in_pages() -> None:
    """The total counts all of them."""
    for name in ("Serik Almasuly", "Dina Omarqyzy", "Bolat Zhunis"):
        tell(name)

    page = queries.people(viewer=keeper(), limit=2, offset=1)

    assert [row.label for row in page.rows] == ["Dina Omarqyzy", "Bolat Zhunis"]
    assert page.total == 3


def test_a_search_says_why_and_a_number_is_one_too() -> None:
    """K-2, k-000002 and k2 are the same person."""
    tell("Serik Almasuly")
    tell("Dina Omarqyzy")

    found = queries.people(viewer=keeper(), query="Дина Омарқызы")
    assert [row.label for row in found.rows] == ["Dina Omarqyzy"]
    assert "Дина" in str(found.rows[0].why[0])
    for number in ("K-2", "k-000002", " k2 "):
        assert [row.label for row in queries.people(viewer=keeper(), query=number).rows] == ["Dina Omarqyzy"]
    assert queries.people(viewer=keeper(), query="K-99").rows == ()


def test_somebody_of_whom_all_is_rejected_is_not_listed() -> None:
    """A town that was taken for a person goes, and comes back when the claim does."""
    mention = tell("Almaty Qala")
    ids = list(Claim.objects.values_list("pk", flat=True))
    claims.reject(by=keeper(), at=NOW, claims=ids)
    assert queries.people(viewer=keeper()).total == 0

    claims.reopen(by=keeper(), at=NOW, claims=ids)
    assert [row.person for row in queries.people(viewer=keeper()).rows] == [mention.person]


def test_an_id_that_was_merged_leads_to_the_person_of_now() -> None:
    """No id vanishes, and after an undo it is itself again."""
    first, second = tell("Serik Almasuly"), tell("Serik Almasov")
    made = judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.POSITIVE)

    assert queries.person(viewer=keeper(), reference="K-000002") == first.origin
    assert queries.person(viewer=keeper(), reference=second.origin_id) == first.origin
    undo(by=keeper(), at=NOW, judgement=made)
    assert queries.person(viewer=keeper(), reference="K-000002") == second.origin


@pytest.mark.parametrize("reference", ["K-000077", "nobody", "0c87dee1-64a2-4c04-a818-440a7d837ef9", ""])
def test_nobody_is_nobody(reference: str) -> None:
    """Each is refused by name."""
    with pytest.raises(NoSuchPerson):
        queries.person(viewer=keeper(), reference=reference)


def test_what_is_sealed_looks_absent() -> None:
    """A reader gets the same refusal as for somebody who is not there."""
    mention = tell("Serik Almasuly", told=SEALED)
    reader = worker("reader", Role.READER)

    assert queries.people(viewer=reader).total == 0
    assert queries.people(viewer=reader, query="Serik Almasuly").rows == ()
    for ask in (queries.row, queries.mention):
        with pytest.raises(NoSuchPerson):
            ask(viewer=reader, person=mention.person)
    with pytest.raises(NoSuchPerson) as sealed:
        queries.person(viewer=reader, reference="K-000001")
    with pytest.raises(NoSuchPerson) as absent:
        queries.person(viewer=reader, reference="K-000009")
    assert str(sealed.value).replace("1", "9") == str(absent.value)


def test_a_pair_waits_until_it_is_judged_or_joined_otherwise() -> None:
    """Undoing brings it back."""
    first, second = tell("Serik Almasuly"), tell("Серік Алмасұлы")

    (pair,) = queries.candidates(viewer=keeper())
    assert {pair.left_mention, pair.right_mention} == {first.pk, second.pk}
    assert pair.why
    made = judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.NEGATIVE)
    assert queries.candidates(viewer=keeper()) == ()
    undo(by=keeper(), at=NOW, judgement=made)
    assert queries.waiting_candidates(viewer=keeper()).count() == 1


def test_a_pair_with_a_sealed_side_is_not_shown() -> None:
    """It would say that the sealed document speaks of that person."""
    tell("Serik Almasuly")
    tell("Серік Алмасұлы", told=SEALED)

    assert queries.candidates(viewer=worker("editor", Role.EDITOR)) == ()
    assert len(queries.candidates(viewer=keeper())) == 1


def test_judgements_are_listed_with_those_undone() -> None:
    """In order of time, by the names that the documents write."""
    first, second = tell("Serik Almasuly"), tell("Serik Almasov")
    made = judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.UNSURE)
    undo(by=keeper(), at=later(1), judgement=made)
    judge(by=keeper(), at=later(2), left=first, right=second, verdict=Verdict.POSITIVE)

    told = queries.judgements(viewer=keeper(), person=first.person)

    assert [one.in_force for one in told] == [False, True]
    assert {told[0].left, told[0].right} == {"Serik Almasuly", "Serik Almasov"}


def test_a_judgement_is_found_by_its_id_alone() -> None:
    """Anything else is refused by name."""
    first, second = tell("Serik Almasuly"), tell("Serik Almasov")
    made = judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.POSITIVE)

    assert queries.judgement(viewer=keeper(), reference=str(made.pk)) == made
    for wrong in ("x", str(uuid4())):
        with pytest.raises(NoSuchJudgement):
            queries.judgement(viewer=keeper(), reference=wrong)


def test_the_mention_of_a_person_is_the_one_that_was_theirs_from_the_first() -> None:
    """A judgement made on persons is on these mentions."""
    first, second = tell("Serik Almasuly"), tell("Serik Almasov")
    judge(by=keeper(), at=NOW, left=first, right=second, verdict=Verdict.POSITIVE)

    assert queries.mention(viewer=keeper(), person=first.origin) == first
    assert queries.row(viewer=keeper(), person=first.origin).documents == 2


def test_two_persons_wait_once_with_their_likeliest_mentions_until_judged() -> None:
    """However many mentions are alike; a judgement of one pair of mentions settles the persons."""
    first, second, third = tell("Serik Almasuly"), tell("Серік Алмасұлы"), tell("Serik Almasulı")
    judge(by=keeper(), at=NOW, left=first, right=third, verdict=Verdict.POSITIVE)
    assert queries.waiting_candidates(viewer=keeper()).count() == 2

    (pair,) = queries.candidates(viewer=keeper())
    assert queries.waiting_pairs(viewer=keeper()) == 1
    assert pair.probability == max(one.probability for one in queries.waiting_candidates(viewer=keeper()))
    assert {pair.left.person, pair.right.person} == {first.origin, second.origin}

    judge(by=keeper(), at=NOW, left=third, right=second, verdict=Verdict.NEGATIVE)
    assert queries.candidates(viewer=keeper()) == ()
    assert queries.waiting_pairs(viewer=keeper()) == 0


def test_a_limit_counts_persons_not_mentions() -> None:
    """The likeliest pairs first."""
    for name in ("Serik Almasuly", "Серік Алмасұлы", "Dina Omarqyzy", "Дина Омарқызы", "Dina Omarkyzy"):
        tell(name)

    found = queries.candidates(viewer=keeper(), limit=3)

    assert len({frozenset((pair.left.person, pair.right.person)) for pair in found}) == 3
    assert [pair.probability for pair in found] == sorted((pair.probability for pair in found), reverse=True)
