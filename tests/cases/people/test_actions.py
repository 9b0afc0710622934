"""Who is who: judgements join and part, lose nothing, and bind."""

from collections.abc import Iterable
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.cases.people import actions
from kualik.cases.people.errors import AlreadyJudged, AlreadyUndone, Contradicted, HeldTogether, OneMention
from kualik.cases.people.models import Candidate, Judgement, Mention, NameKey, Person, Verdict
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db


def several(names: Iterable[str]) -> list[Mention]:
    """Record one mention per name, each in a document of its own."""
    made = []
    for number, name in enumerate(names):
        story = Story(f"{name} was seen.\nReport {number}.")
        one = story.person(name)
        made.append(story.propose().mention(one))
    return made


def persons(among: Iterable[Mention]) -> list[int]:
    """Say which person each mention is of now."""
    return [Mention.objects.get(pk=one.pk).person.number for one in among]


def test_each_new_person_gets_a_number_of_their_own() -> None:
    """Nobody is taken for somebody else by a machine: alike names are only proposed."""
    first, second = several(["Serik Almasuly", "Серик Алмасулы"])

    assert persons([first, second]) == [1, 2]
    (candidate,) = Candidate.objects.all()
    assert {candidate.left_id, candidate.right_id} == {first.pk, second.pk}
    assert candidate.probability > 0.5
    assert candidate.why


def test_recording_twice_records_nobody_twice() -> None:
    """Entities that have a person are passed over, and nothing is written of it."""
    (one,) = several(["Serik Almasuly"])
    before = Entry.objects.count()

    assert actions.record_mentions(by=keeper(), at=NOW, entities=[one.entity]) == []
    assert Person.objects.count() == 1
    assert Entry.objects.count() == before


def test_two_whom_a_document_counts_are_not_proposed_as_one() -> None:
    """Her two sons are two, although neither has a name."""
    story = Story("Her two sons are held, Gulnur Serikqyzy said.")
    mother = story.person("Gulnur Serikqyzy")
    for _ in range(2):
        son = story.person(description="son of Gulnur Serikqyzy")
        story.kin(mother, son, "son")
    story.propose()

    assert Person.objects.count() == 3
    assert not Candidate.objects.exists()


def test_joining_gives_the_lower_number_and_undoing_gives_both_back() -> None:
    """A merge is one judgement, and undone by one."""
    first, second = several(["Serik Almasuly", "Dina Omarqyzy"])

    made = actions.judge(by=keeper(), at=NOW, left=second, right=first, verdict=Verdict.POSITIVE, why="one file")
    assert persons([first, second]) == [1, 1]

    actions.undo(by=keeper(), at=later(1), judgement=made, why="two files")
    assert persons([first, second]) == [1, 2]
    kept = Judgement.objects.get()
    assert (kept.why, kept.undone_why, kept.undone_by) == ("one file", "two files", keeper())


def test_not_the_same_binds_across_a_chain() -> None:
    """What somebody told apart cannot be joined by way of a third."""
    a, b, c = several(["Serik Almasuly", "Serik Almasov", "S. Almas"])
    apart = actions.judge(by=keeper(), at=NOW, left=a, right=c, verdict=Verdict.NEGATIVE, why="born 20 years apart")
    actions.judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.POSITIVE)

    with pytest.raises(Contradicted) as refused:
        actions.judge(by=keeper(), at=NOW, left=b, right=c, verdict=Verdict.POSITIVE)

    assert refused.value.judgement == apart
    assert str(apart.pk) in str(refused.value)
    assert persons([a, b, c]) == [1, 1, 3]


def test_joined_ones_cannot_be_told_apart_before_they_are_parted() -> None:
    """The refusal names what joins them."""
    a, b, c = several(["Serik Almasuly", "Serik Almasov", "S. Almas"])
    joining = {
        actions.judge(by=keeper(), at=NOW, left=left, right=right, verdict=Verdict.POSITIVE)
        for left, right in ((a, b), (b, c))
    }

    with pytest.raises(HeldTogether) as refused:
        actions.judge(by=keeper(), at=NOW, left=a, right=c, verdict=Verdict.NEGATIVE)

    assert set(refused.value.judgements) == joining


def test_a_second_verdict_on_a_pair_is_refused_but_unsure_gives_way() -> None:
    """Unsure is superseded in one step; a yes or no must be undone first."""
    a, b = several(["Serik Almasuly", "Serik Almasov"])
    unsure = actions.judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.UNSURE)
    yes = actions.judge(by=keeper(), at=later(1), left=b, right=a, verdict=Verdict.POSITIVE)

    unsure.refresh_from_db()
    assert unsure.undone_at == later(1)
    with pytest.raises(AlreadyJudged) as refused:
        actions.judge(by=keeper(), at=later(2), left=a, right=b, verdict=Verdict.NEGATIVE)
    assert refused.value.judgement == yes


def test_one_mention_is_not_judged_against_itself() -> None:
    """There is nothing to say about it."""
    (one,) = several(["Serik Almasuly"])

    with pytest.raises(OneMention):
        actions.judge(by=keeper(), at=NOW, left=one, right=one, verdict=Verdict.POSITIVE)


def test_a_judgement_is_undone_once() -> None:
    """The second time says so."""
    a, b = several(["Serik Almasuly", "Serik Almasov"])
    made = actions.judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.POSITIVE)
    actions.undo(by=keeper(), at=NOW, judgement=made)

    with pytest.raises(AlreadyUndone):
        actions.undo(by=keeper(), at=NOW, judgement=made)


def test_only_editors_judge_and_a_refusal_leaves_no_trace() -> None:
    """A contributor may add, not judge."""
    a, b = several(["Serik Almasuly", "Serik Almasov"])
    daniyar = worker("daniyar", Role.CONTRIBUTOR)
    before = Entry.objects.count()

    with pytest.raises(NotAllowed):
        actions.judge(by=daniyar, at=NOW, left=a, right=b, verdict=Verdict.POSITIVE)

    assert not Judgement.objects.exists()
    assert Entry.objects.count() == before


def test_each_act_leaves_one_entry() -> None:
    """Judging and undoing are one deed each."""
    a, b = several(["Serik Almasuly", "Serik Almasov"])
    before = Entry.objects.count()
    made = actions.judge(by=keeper(), at=NOW, left=a, right=b, verdict=Verdict.POSITIVE)
    actions.undo(by=keeper(), at=NOW, judgement=made)

    kinds = Entry.objects.filter(seq__gt=before).order_by("seq").values_list("kind", "about")
    assert list(kinds) == [
        ("judgement:made", f"judgement:{made.pk}"),
        ("judgement:undone", f"judgement:{made.pk}"),
    ]


def test_indexing_again_changes_no_key() -> None:
    """The index follows from the names; doing it twice is doing it once."""
    (one,) = several(["Serik Almasuly"])
    before = set(NameKey.objects.values_list("mention", "key"))

    assert actions.reindex(by=keeper(), at=later(1), mentions=[one]) == 1
    assert set(NameKey.objects.values_list("mention", "key")) == before


PEOPLE = 5
PAIRS = list(combinations(range(PEOPLE), 2))
STEPS = st.lists(
    st.tuples(st.sampled_from(PAIRS), st.sampled_from([*Verdict, None])),  # None undoes what is in force of the pair
    max_size=14,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_persons_are_what_positive_judgements_join_and_undoing_all_gives_the_start(
    steps: list[tuple[tuple[int, int], Verdict | None]],
) -> None:
    """After any sequence: the parts are the connected ones, no "not the same" runs within one, and all comes back."""
    _clear()
    cast = several([f"Person{letter} Almas" for letter in "ABCDE"])
    start = persons(cast)

    for pair, verdict in steps:
        _step(cast, pair, verdict)
        _check(cast)

    for judgement in Judgement.objects.filter(undone_at=None):
        actions.undo(by=keeper(), at=NOW, judgement=judgement)
    assert persons(cast) == start


def _clear() -> None:
    """Start each example without persons; the documents of earlier ones stay, and are known again."""
    for model in (Judgement, Candidate, NameKey, Mention, Person):
        model.objects.all().delete()


def _step(cast: list[Mention], pair: tuple[int, int], verdict: Verdict | None) -> None:
    left, right = (cast[place] for place in pair)
    standing = Judgement.objects.filter(undone_at=None, left__in=[left, right], right__in=[left, right])
    if verdict is None:
        for judgement in standing:
            actions.undo(by=keeper(), at=NOW, judgement=judgement)
        return
    with suppress(AlreadyJudged, Contradicted, HeldTogether):  # then nothing may have changed: the check will see
        actions.judge(by=keeper(), at=NOW, left=left, right=right, verdict=verdict)


def _check(cast: list[Mention]) -> None:
    """Compare what is stored with what the judgements in force say, worked out here by hand."""
    group = {one.pk: {one.pk} for one in cast}
    standing = list(Judgement.objects.filter(undone_at=None))
    for judgement in standing:
        if judgement.verdict == Verdict.POSITIVE:
            joined = group[judgement.left_id] | group[judgement.right_id]
            for one in joined:
                group[one] = joined
    now = {one.pk: one for one in Mention.objects.select_related("person", "origin")}
    for one in cast:
        assert now[one.pk].person.number == min(now[other].origin.number for other in group[one.pk])
    for judgement in standing:
        if judgement.verdict == Verdict.NEGATIVE:
            assert now[judgement.left_id].person != now[judgement.right_id].person
