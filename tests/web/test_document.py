"""One document: its text with every claim marked, and the claims as cards beside it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.documents import actions as documents
from kualik.cases.documents.models import Document
from kualik.web import document as document_page
from kualik.web import reviewing
from tests.web.house import NEVER_TOLD, NOW, TEXT, House, keep
from tests.web.many_claims import many


def text_of(page: str) -> str:
    """Read the document's text off its page, as a browser shows it."""
    inner = page.split("data-text")[1].split(">", 1)[1].split("</div>", maxsplit=1)[0]
    return unescape(re.sub(r"<[^>]+>", "", inner))


def test_the_text_is_there_to_the_letter(house: House, as_: Callable[[Role], Client]) -> None:
    """Marks are put around words, and change none."""
    assert text_of(as_(Role.READER).get(f"/documents/{house.document.pk}/").content.decode()) == TEXT


def test_every_claim_is_a_card_and_a_mark(house: House, as_: Callable[[Role], Client]) -> None:
    """Each is tied to its passage, both ways."""
    page = as_(Role.READER).get(f"/documents/{house.document.pk}/").content.decode()

    marked = {one for group in re.findall(r'data-claims="([^"]+)"', page) for one in group.split()}
    cards = set(re.findall(r'data-claim="([^"]+)"', page))
    assert marked == cards == {str(claim.pk) for claim in house.claims}
    for target in re.findall(r'href="#(passage-\d+)"', page):
        assert f'id="{target}"' in page


def test_a_denial_never_looks_like_an_assertion(house: House, as_: Callable[[Role], Client]) -> None:
    """It has its own word, shape and colour, on the card and in the text."""
    page = as_(Role.READER).get(f"/documents/{house.document.pk}/").content.decode()
    denial = next(claim for claim in house.claims if claim.stance == "denies")
    card = page.split(f'id="claim-{denial.pk}"')[1].split("</article>")[0]

    assert "icons.svg#denies" in card
    assert ">denies<" in re.sub(r"<use[^>]*></use></svg>", ">", card).replace(">>", ">")
    assert re.search(rf'class="mark is-denies [^"]*" href="#claim-{denial.pk}"', page)


@pytest.mark.parametrize(("role", "decides"), [(Role.READER, False), (Role.CONTRIBUTOR, False), (Role.EDITOR, True)])
def test_only_editors_are_offered_decisions(
    house: House, as_: Callable[[Role], Client], role: Role, *, decides: bool
) -> None:
    """Others see that it is a proposal."""
    page = as_(role).get(f"/documents/{house.document.pk}/").content.decode()

    assert (f"/claims/{house.claims[0].pk}/accept/" in page) is decides


def test_who_handed_it_over_is_for_custodians(house: House, as_: Callable[[Role], Client]) -> None:
    """It stands on no page of anybody else."""
    address = f"/documents/{house.document.pk}/"

    assert NEVER_TOLD in as_(Role.CUSTODIAN).get(address).content.decode()
    for role in set(Role) - {Role.CUSTODIAN, Role.ADMINISTRATOR}:
        assert NEVER_TOLD not in as_(role).get(address).content.decode()


@pytest.mark.parametrize("count", [1, 60, 400])
def test_a_page_takes_few_queries_whatever_it_holds(
    house: House,
    as_: Callable[[Role], Client],
    django_assert_max_num_queries: Callable[[int], object],
    count: int,
) -> None:
    """A hundred times the claims take as many queries."""
    document = many(house, count)
    client = as_(Role.EDITOR)
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]  # pytest-django's own type is private
        answer = client.get(f"/documents/{document.pk}/")
    assert answer.status_code == 200


def test_the_cards_come_in_pages_and_the_text_is_whole(house: House, as_: Callable[[Role], Client]) -> None:
    """Every claim is marked; those whose cards are on another page lead there."""
    document = many(house, reviewing.CARDS + 10)
    client = as_(Role.READER)
    page = client.get(f"/documents/{document.pk}/").content.decode()
    last = document.claims.order_by("start").last()
    assert last is not None

    assert page.count('<article class="claim') == reviewing.CARDS
    assert text_of(page) == document.text
    assert f'href="?claim={last.pk}#claim-{last.pk}"' in page

    page = client.get(f"/documents/{document.pk}/?claim={last.pk}").content.decode()
    assert page.count('<article class="claim') == 10
    assert f'id="claim-{last.pk}"' in page


def test_of_a_very_long_text_only_a_part_is_shown(
    house: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table can have a million rows; what is shown is what the claims on the page come from."""
    monkeypatch.setattr(reviewing, "LONGEST", 3000)
    monkeypatch.setattr(document_page, "LONGEST", 3000)
    monkeypatch.setattr(reviewing, "AROUND", 100)
    document = many(house, 400)
    answer = as_(Role.READER).get(f"/documents/{document.pk}/?offset=100")
    stretch = answer.context["stretch"]
    shown = text_of(answer.content.decode())

    assert not stretch.whole
    assert shown == document.text[stretch.start : stretch.end]
    assert all(card.claim.quote in shown for card in stretch.cards[:-1])
    assert "This text is long" in answer.content.decode()


def test_a_search_leads_to_its_passage(house: House, as_: Callable[[Role], Client]) -> None:
    """The words that were found are marked, on whichever page of cards they lie."""
    start = TEXT.index("stood at")
    page = as_(Role.READER).get(f"/documents/{house.document.pk}/?at={start}-{start + 8}").content.decode()

    assert '<mark class="found" id="at">stood at</mark>' in page
    assert text_of(page) == TEXT


@pytest.mark.parametrize("at", ["x", "3-2", "-", "9999999999999999999999-1", "٣-٤", "5-999999"])
def test_a_passage_that_is_none_breaks_nothing(house: House, as_: Callable[[Role], Client], at: str) -> None:
    """An address can be typed by hand."""
    answer = as_(Role.READER).get(f"/documents/{house.document.pk}/", {"at": at})

    assert answer.status_code == 200
    assert text_of(answer.content.decode()) == TEXT


@pytest.mark.parametrize("claim", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_claim_that_is_none_leads_to_the_first_page(house: House, as_: Callable[[Role], Client], claim: str) -> None:
    """So does one of another document."""
    answer = as_(Role.READER).get(f"/documents/{house.document.pk}/", {"claim": claim})

    assert answer.context["stretch"].offset == 0


def test_a_translation_stands_beside(house: House, as_: Callable[[Role], Client]) -> None:
    """Each leads to the other; asked for by somebody who may know of both."""
    translation = keep(by=house.keeper, text="Консулдықтағы пикет")
    documents.pair(by=house.keeper, at=NOW, document=translation, original=house.document)
    client = as_(Role.READER)

    assert f"?beside={translation.pk}" in client.get(f"/documents/{house.document.pk}/").content.decode()
    page = client.get(f"/documents/{house.document.pk}/?beside={translation.pk}").content.decode()
    assert "Консулдықтағы пикет" in page.split("data-leaf-beside")[1]
    assert "data-leaf-beside" not in client.get(f"/documents/{house.document.pk}/?beside=x").content.decode()


def test_what_was_decided_at_once_is_undone_at_once(house: House, as_: Callable[[Role], Client]) -> None:
    """For as long as nobody has decided on one of them since."""
    client = as_(Role.EDITOR)
    ids = " ".join(str(one.pk) for one in house.claims[:3])
    answer = client.post(f"/documents/{house.document.pk}/decide/", {"deed": "accept", "claims": ids})
    undoable = client.get(answer["Location"]).context["undoable"]
    assert undoable["many"] == 3

    client.post(f"/documents/{house.document.pk}/decide/", {"deed": "reopen", "claims": undoable["ids"]})

    assert set(Claim.objects.values_list("status", flat=True)) == {"proposed"}
    assert client.get(answer["Location"]).context["undoable"] is None


def test_a_document_without_claims_says_what_to_do(house: House, as_: Callable[[Role], Client]) -> None:
    """Select words, and add what they claim."""
    bare = keep(by=house.keeper, text="Nothing of note.")

    page = as_(Role.EDITOR).get(f"/documents/{bare.pk}/").content.decode()
    assert "Select words in it and add what they claim" in page
    assert Document.objects.count() == 2
