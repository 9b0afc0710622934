"""Documents: the list, and one document beside its claims."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.sources import actions as sources
from kualik.cases.sources.models import Sensitivity
from kualik.web.documents import card_of, tally
from tests.web.house import NEVER_TOLD, NOW, TEXT, House, keep


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


def test_the_list_says_what_is_left_to_review(house: House, as_: Callable[[Role], Client]) -> None:
    """Per document; decided ones leave the list of those with claims to review."""
    client = as_(Role.EDITOR)
    (row,) = client.get("/documents/?show=review").context["documents"]
    assert (row.proposed, row.accepted) == (len(house.claims), 0)

    claims.accept(by=house.keeper, at=NOW, claims=[claim.pk for claim in house.claims])

    assert "No claim waits" in client.get("/documents/?show=review").content.decode()
    assert client.get("/documents/").context["documents"][0].accepted == len(house.claims)


def test_what_waits_and_what_was_refused_is_listed(house: House, as_: Callable[[Role], Client]) -> None:
    """With the reason why."""
    sources.add(by=house.keeper, at=NOW, content=b"x", name="broken.pdf")
    client = as_(Role.READER)
    assert "broken.pdf" in client.get("/documents/?show=waiting").content.decode()

    leased = sources.lease(worker="w", at=NOW, seconds=60)
    assert leased is not None
    sources.refuse(by=house.keeper, at=NOW, source=leased, worker="w", reason="damaged", detail="Ask for another copy")

    page = client.get("/documents/?show=refused").content.decode()
    assert "broken.pdf" in page
    assert "Ask for another copy" in page


def test_nobody_sees_a_row_they_may_not_know_of(house: House, as_: Callable[[Role], Client]) -> None:
    """Neither in the list nor in its count."""
    keep(by=house.keeper, text="Sealed words", level=Sensitivity.SEALED)

    assert as_(Role.EDITOR).get("/documents/").context["page"].total == 1
    assert as_(Role.CUSTODIAN).get("/documents/").context["page"].total == 2


def test_a_list_that_is_not_there_is_the_whole_list(as_: Callable[[Role], Client]) -> None:
    """An address typed by hand breaks nothing."""
    assert as_(Role.READER).get("/documents/?show=nonsense&offset=x").context["show"] == "all"


def test_a_page_takes_few_queries_whatever_it_holds(
    house: House, as_: Callable[[Role], Client], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    """Twice the claims take as many queries as once."""
    client = as_(Role.EDITOR)
    with django_assert_max_num_queries(30):  # type: ignore[attr-defined]  # pytest-django's own type is private
        client.get(f"/documents/{house.document.pk}/")


def test_the_tally_counts_what_was_decided(house: House) -> None:
    """What was replaced is left out."""
    claims.accept(by=house.keeper, at=NOW, claims=[house.claims[0].pk])
    claims.reject(by=house.keeper, at=NOW, claims=[house.claims[1].pk])
    claims.withdraw(by=house.keeper, at=NOW, claims=[house.claims[2].pk])
    found = list(house.document.claims.all())

    counted = tally(found)

    assert (counted.accepted, counted.rejected, counted.proposed, counted.total) == (1, 1, 3, 5)
    assert (counted.accepted_share, counted.rejected_share) == (20.0, 20.0)


def test_a_card_keeps_its_number(house: House) -> None:
    """The one it has on the page, in the order of the text."""
    found = list(house.document.claims.select_related("entity"))
    numbers = [card_of(document=house.document, claims_there=found, claim=one.pk).number for one in house.claims]

    assert sorted(numbers) == list(range(1, len(found) + 1))
    assert numbers[0] == 1
