"""Who is on which list."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings.captures import ALL, Captured, Chosen, capture
from kualik.cases.findings.traits import where
from kualik.cases.people.models import Mention
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, keeper, worker
from tests.cases.findings.listing import ON, PEOPLE, lists, named, same

pytestmark = pytest.mark.django_db


def captured(**chosen: object) -> Captured:
    """Make the table as the keeper sees it."""
    return capture(viewer=keeper(), chosen=Chosen(**chosen))  # type: ignore[arg-type]  # what a test chooses


def sizes(found: Captured) -> dict[str, int]:
    """Read off how many people each list names."""
    return {row.name: row.people for row in found.known.lists}


def test_lists_hold_persons_who_were_judged_to_be_one() -> None:
    """Five people on three lists of three; one of them on all."""
    lists()
    found = captured()
    table = found.tables[ALL]

    assert sizes(found) == {"Court Archive": 3, "Steppe Post": 3, "Valley Committee": 3}
    assert table.listed == found.known.people == len(PEOPLE)
    assert table.on_exactly(3) == 1
    assert table.on_exactly(2) == 2


def test_nobody_is_on_a_list_twice() -> None:
    """Two papers of one publisher that name the same man, judged to be one: he counts once."""
    first, second = (
        named("Steppe Post", [PEOPLE[0]], text=text) for text in ("He was taken.", "Still no word of him.")
    )
    same(first, second, PEOPLE[0])
    found = captured()

    assert sizes(found) == {"Steppe Post": 1}
    assert found.known.lists[0].documents == 2


def test_a_near_copy_counts_for_what_it_copies() -> None:
    """A reprint is no second list; which documents these are is told."""
    text = (
        f"The committee has learnt that {PEOPLE[0]} was taken from the house of a neighbour in the night of the feast."
    )
    original = named("Valley Committee", [PEOPLE[0]], text=text)
    reprint = named("Karavan Post", [PEOPLE[0]], text=f"{text}\n")
    same(original, reprint, PEOPLE[0])
    found = captured()

    assert reprint.document.copy_of == original.document
    assert sizes(found) == {"Valley Committee": 1}
    assert [(one.copier, one.origin) for one in found.known.derived] == [("Karavan Post", "Valley Committee")]


def test_what_one_publisher_has_from_another_counts_for_the_other() -> None:
    """A paper that cites the committee adds nothing to its own list."""
    lists()
    named("Tengri Desk", ["Nurlan Sapar"], voice=("Valley Committee",))
    found = captured()

    assert sizes(found)["Valley Committee"] == 4
    assert "Tengri Desk" not in sizes(found)


def test_two_names_of_one_list_can_be_said_to_be_one() -> None:
    """Whoever is on both is on it once."""
    lists()
    found = captured(same=(("Steppe Post", "Valley Committee"),))

    assert sizes(found) == {"Valley Committee": 4, "Court Archive": 3}


def test_only_accepted_claims_count_unless_somebody_lets_the_others_in() -> None:
    """A proposal is no capture, and a rejected claim never is."""
    lists()
    claim = Claim.objects.filter(property="detainee").first()
    assert claim
    claims.reopen(by=keeper(), at=NOW, claims=[claim.pk])
    before = sum(sizes(captured(proposed=True)).values())
    left = sum(sizes(captured()).values())
    claims.reject(by=keeper(), at=NOW, claims=[claim.pk], why="another man")

    assert (before, left) == (9, 8)
    assert sum(sizes(captured(proposed=True)).values()) == 8


def test_a_denial_is_no_capture() -> None:
    """Whoever denies that somebody is held does not list them."""
    story = lists()["Court Archive"]
    Claim.objects.filter(document=story.document, property="detainee").update(stance="denies")

    assert set(sizes(captured())) == {"Steppe Post", "Valley Committee"}


def test_conditions_choose_people_and_what_is_not_known_does_not_fit() -> None:
    """Held in Ghulja, from 2018; of a man of whom no place is known it is told that it is not."""
    lists()
    named("Steppe Post", ["Nurlan Sapar"], place="", startDate="2018-05")
    found = captured(where=(where("place=ghulja"),))
    dated = captured(where=(where("startDate=2017/2018"),))

    assert found.known.people == len(PEOPLE)
    assert dated.known.people == 1
    assert {one.property: one.unknown for one in dated.known.missing}["startDate"] == len(PEOPLE)


def test_parts_have_the_same_lists_and_share_nobody() -> None:
    """By gender: those of whom it is not known are a part of their own."""
    stories = lists()
    story = stories["Valley Committee"]
    woman = next(story.entity(id_) for id_, one in story.entities.items() if one.name == PEOPLE[2])
    said = {"property": "gender", "value": "female", "start": 0, "end": 5}
    claims.add(by=keeper(), at=NOW, document=story.document, entity=woman.pk, **said)  # type: ignore[arg-type]  # as above
    found = captured(strata="gender")

    assert {name: table.listed for name, table in found.tables.items()} == {"?": 4, "female": 1}
    assert len({table.lists for table in found.tables.values()}) == 1


def test_lists_can_be_chosen() -> None:
    """The others are told with their sizes, and are not counted."""
    lists()
    found = captured(lists=("valley committee", "Steppe Post"))

    assert found.tables[ALL].lists == ("Steppe Post", "Valley Committee")
    assert [row.chosen for row in found.known.lists] == [False, True, True]


def test_whoever_may_not_know_of_a_source_does_not_count_it() -> None:
    """And the sensitivities of what was counted are noted."""
    lists()
    named("Secret Diary", ["Nurlan Sapar"], level=Sensitivity.SEALED)
    editor = worker("saule", Role.EDITOR)

    assert "Secret Diary" not in {row.name for row in capture(viewer=editor, chosen=Chosen()).known.lists}
    assert capture(viewer=editor, chosen=Chosen()).levels == ("internal",)
    assert captured().levels == ("internal", "sealed")


def test_lists_by_provider_are_for_custodians() -> None:
    """They know who handed what over; for others it is refused, and what is counted so is sealed."""
    named("Steppe Post", [PEOPLE[0]], provider="a driver")
    editor = worker("saule", Role.EDITOR)

    assert sizes(captured(providers=True)) == {"a driver": 1}
    assert "sealed" in captured(providers=True).levels
    with pytest.raises(NotAllowed):
        capture(viewer=editor, chosen=Chosen(providers=True))


def test_whoever_is_named_where_nobody_published_is_on_no_list() -> None:
    """They are told of, and counted nowhere."""
    named("", [PEOPLE[0]])
    found = captured()

    assert found.tables == {}
    assert (found.known.people, found.known.unlisted) == (1, 1)


def test_pairs_that_nobody_judged_are_told() -> None:
    """Each may be one person counted twice."""
    for publisher in ON:
        named(publisher, [PEOPLE[0]])

    assert Mention.objects.count() == 3
    assert captured().known.waiting > 0
