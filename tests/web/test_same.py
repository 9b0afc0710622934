"""Same or not? The pair, the answer, the next pair; two who answer at once; answers taken back."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.people import actions
from kualik.cases.people.models import Candidate, Judgement, Mention, Person
from tests.cases.casting import Story
from tests.web.house import NOW, House

HTMX = {"HX-Request": "true", "HX-Target": "ask"}


@pytest.fixture
def pair(house: House) -> Candidate:
    """Two mentions that a matcher took for one."""
    left, right = Mention.objects.filter(entity__document=house.document).order_by("pk")
    Candidate.objects.all().delete()
    return Candidate.objects.create(
        left=left, right=right, probability=0.8, why=["names alike"], method="test 1", proposed_at=NOW
    )


@pytest.fixture
def three(house: House) -> tuple[Candidate, ...]:
    """Three pairs in line, by the real matcher: one of them is held on both sides."""
    for place, name in enumerate(("Serik Almasuly", "Bolat Zhunisov", "Dina Omarqyzy")):
        for spelling in (name, name.replace("uly", "ulı").replace("ov", "ow").replace("qyzy", "kyzy")):
            story = Story(f"{spelling} was seen in {place}. {name} {spelling}.")
            one = story.person(spelling)
            if place == 1:
                story.held(one, state="prison")
            story.propose()
    assert house.keeper.is_active
    return tuple(Candidate.objects.filter(waits=True).order_by("-weight", "pk"))


def answer(client: Client, pair: Candidate, verdict: str, **more: str) -> int:
    """Answer one pair by a plain form, and give the status."""
    return client.post("/same/judge/", {"candidate": str(pair.pk), "verdict": verdict, **more}).status_code


def test_a_pair_is_shown_with_its_reasons(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """Two records side by side, why we ask, and what "the same" would do."""
    page = as_(Role.EDITOR).get("/same/")
    text = page.content.decode()

    assert page.context["pair"] == pair
    assert "names alike" in text
    assert "Saltanat Nurbek" in text
    assert "In one document" in text  # the document speaks of both: that speaks for two
    assert "become one person" in text


def test_the_pair_that_changes_most_comes_first(three: tuple[Candidate, ...], as_: Callable[[Role], Client]) -> None:
    """Both held before nobody held; the page says why."""
    page = as_(Role.EDITOR).get("/same/")

    assert page.context["waits"] == 3
    assert page.context["pair"].stakes == ["both held"]
    assert "Both are said to be held" in page.content.decode()
    assert [one.pk for one in page.context["then"]] == [one.pk for one in three[1:]]


@pytest.mark.parametrize("name", ["Болат", "Bolat Zhunisov", "K-000005"])
def test_one_name_in_any_alphabet_narrows_the_line(
    three: tuple[Candidate, ...], as_: Callable[[Role], Client], name: str
) -> None:
    """Kept for the sitting, and nowhere in an address."""
    client = as_(Role.EDITOR)

    moved = client.post("/same/", {"query": name})
    page = client.get("/same/")

    assert moved["Location"] == "/same/"
    assert page.context["waits"] == 1
    assert page.context["pair"] == three[0]
    client.post("/same/", {"query": ""})
    assert client.get("/same/").context["waits"] == 3


def test_a_pair_is_left_for_later(three: tuple[Candidate, ...], as_: Callable[[Role], Client]) -> None:
    """The next is asked about; after the last one can begin again."""
    client = as_(Role.EDITOR)

    second = client.get(f"/same/?after={three[0].pk}")
    end = client.get(f"/same/?after={three[2].pk}")

    assert second.context["pair"] == three[1]
    assert "Those that you skipped still wait" in end.content.decode()


def test_a_pair_can_be_asked_for(three: tuple[Candidate, ...], as_: Callable[[Role], Client]) -> None:
    """Nonsense in its place is the first in line."""
    client = as_(Role.EDITOR)

    assert client.get(f"/same/?pair={three[2].pk}").context["pair"] == three[2]
    assert client.get("/same/?pair=x&after=y").context["pair"] == three[0]


@pytest.mark.parametrize(("verdict", "persons"), [("positive", 1), ("negative", 2), ("unsure", 2)])
def test_an_answer_is_kept(pair: Candidate, as_: Callable[[Role], Client], verdict: str, persons: int) -> None:
    """Only a positive one joins; none asks again."""
    client = as_(Role.EDITOR)

    given = {"candidate": str(pair.pk), "verdict": verdict, "why": "same village", "quick": ["kin", "place"]}
    client.post("/same/judge/", given)

    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.why) == (verdict, "Same relatives; Same home; same village")
    assert Mention.objects.values("person").distinct().count() == persons
    page = client.get("/same/")
    assert "No two records look like one person" in page.content.decode()
    assert page.context["today"] == 1


def test_htmx_gets_the_next_pair_with_the_undo_of_the_last(
    three: tuple[Candidate, ...], as_: Callable[[Role], Client]
) -> None:
    """Without the page around it."""
    given = {"candidate": str(three[0].pk), "verdict": "negative"}

    page = as_(Role.EDITOR).post("/same/judge/", given, headers=HTMX)

    text = page.content.decode()
    assert f"/judgements/{Judgement.objects.get().pk}/undo/" in text
    assert page.context["pair"] == three[1]
    assert "<html" not in text


def test_an_answer_is_taken_back(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """What was joined is apart again, and waits again."""
    client = as_(Role.EDITOR)
    answer(client, pair, "positive")
    judgement = Judgement.objects.get()

    undone = client.post(f"/judgements/{judgement.pk}/undo/", {"next": "/people/K-000001/"})

    assert undone["Location"] == "/people/K-000001/"
    assert Mention.objects.values("person").distinct().count() == 2
    judgement.refresh_from_db()
    assert judgement.undone_at is not None
    assert client.get("/same/").context["pair"] == pair


def test_two_answers_to_one_pair_are_shown_side_by_side(
    pair: Candidate, house: House, as_: Callable[[Role | None], Client]
) -> None:
    """The first stands; the second sees it, with who gave it, and nothing is overwritten."""
    answer(as_(None), pair, "positive", why="one voice")

    second = as_(Role.EDITOR).post("/same/judge/", {"candidate": str(pair.pk), "verdict": "negative", "why": "too old"})

    text = second.content.decode()
    assert second.status_code == 409
    assert all(said in text for said in ("The same", "Not the same", "one voice", "too old", str(house.keeper)))
    assert Judgement.objects.get().verdict == "positive"


def test_mine_can_be_put_in_place_of_theirs(pair: Candidate, as_: Callable[[Role | None], Client]) -> None:
    """Theirs is taken back then, and stays on record."""
    answer(as_(None), pair, "positive")
    theirs = Judgement.objects.get()
    editor = as_(Role.EDITOR)
    mine = editor.post("/same/judge/", {"candidate": str(pair.pk), "verdict": "negative"}).context["conflict"].mine

    editor.post("/same/judge/", dict(mine))

    theirs.refresh_from_db()
    assert theirs.undone_at is not None
    assert Judgement.objects.get(undone_at=None).verdict == "negative"


def test_two_who_agree_have_nothing_to_put_in_place(pair: Candidate, as_: Callable[[Role | None], Client]) -> None:
    """The page only says that it was answered."""
    answer(as_(None), pair, "positive")

    again = as_(Role.EDITOR).post("/same/judge/", {"candidate": str(pair.pk), "verdict": "positive"})

    assert again.status_code == 409
    assert "Put mine in place" not in again.content.decode()


def test_what_another_answer_settled_is_not_answered(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """Two mentions of one person are no question any more."""
    Mention.objects.filter(pk=pair.right_id).update(person=pair.left.person)

    assert answer(as_(Role.EDITOR), pair, "negative") == 409
    assert not Judgement.objects.exists()


def test_no_answer_is_no_answer(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """Nothing is kept."""
    given = as_(Role.EDITOR).post("/same/judge/", {"candidate": str(pair.pk)}, follow=True)

    assert "Choose one of the three answers" in given.content.decode()
    assert not Judgement.objects.exists()


def test_the_way_back_stays_in_the_house(pair: Candidate, as_: Callable[[Role], Client]) -> None:
    """A form made by somebody else sends nobody away."""
    client = as_(Role.EDITOR)
    answer(client, pair, "unsure")

    moved = client.post(f"/judgements/{Judgement.objects.get().pk}/undo/", {"next": "https://example.invalid/"})

    assert moved["Location"] == "/same/"
    assert Person.objects.count() == 2


@pytest.mark.parametrize("many", [2, 12])
def test_the_page_asks_as_little_however_much_is_told(
    house: House, as_: Callable[[Role], Client], django_assert_max_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    """At most fifteen questions to the database."""
    for place in range(many):
        story = Story(f"Serik Almasuly was seen, {place}.")
        one, mother = story.person("Serik Almasuly"), story.person(f"Aisha Number{place}")
        story.kin(one, mother, "mother")
        story.held(one, state="prison", sentence="P10Y")
        story.propose()
    first, *others = Mention.objects.filter(entity__name="Serik Almasuly").order_by("origin__number")
    for other in others[: many // 2]:
        actions.judge(by=house.keeper, at=NOW, left=first, right=other, verdict="positive")  # type: ignore[arg-type]  # a verdict's text
    client = as_(Role.EDITOR)
    client.get("/same/")

    with django_assert_max_num_queries(15):
        page = client.get("/same/")

    assert page.context["pair"]
