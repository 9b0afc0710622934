"""A document by its pages: which page is shown, which claims lie on it, and how few queries that takes."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document, Page
from kualik.cases.sources.models import Source
from tests.engine.reading.samples import pdf
from tests.web.house import House, keep
from tests.web.many_claims import many
from tests.web.paged import QUOTE, paged

SignIn = Callable[[Role], Client]


def shown(client: Client, document: Document, query: str = "") -> str:
    """Fetch the page of a document."""
    answer = client.get(f"/documents/{document.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def own(document: Document) -> Claim:
    """Give the claim that the tests added."""
    return document.claims.get(method="test 1")


def test_a_pdf_is_offered_as_text_and_page_by_page(house: House, as_: SignIn) -> None:
    """Its text comes first, with a way to each page; a text without pages has no such thing."""
    client, document = as_(Role.READER), paged(house)

    page = shown(client, document)

    assert 'href="?view=page"' in page
    assert 'href="?view=page&amp;page=2"' in page
    assert "<img" not in page.split("data-leaf")[1]
    for query in ("", "?view=page"):
        assert 'class="views"' not in shown(client, house.document, query)


def test_a_transcript_of_a_pdf_has_no_pages(house: House, as_: SignIn) -> None:
    """A person's words have no place on the picture."""
    document = paged(house)
    Page.objects.filter(document=document).delete()

    page = shown(as_(Role.READER), document, "?view=page")

    assert "data-text" in page
    assert 'class="views"' not in page


def test_each_passage_of_a_page_is_drawn_and_tied_to_its_card(house: House, as_: SignIn) -> None:
    """With the number of its card, so that the card leads to it."""
    document = paged(house)
    page = shown(as_(Role.READER), document, "?view=page")

    assert f'src="/documents/{document.pk}/pages/1.png"' in page
    drawn = set(re.findall(r'data-claims="([^"]+)"', page))
    cards = set(re.findall(r'data-claim="([^"]+)"', page))
    assert str(own(document).pk) in drawn == cards
    ids = set(re.findall(r'id="(passage-\d+)"', page))
    assert set(re.findall(r'href="#(passage-\d+)"', page)) == ids
    assert 'class="text"' not in page


def test_the_box_lies_where_the_words_are(house: House, as_: SignIn) -> None:
    """On the second line, to the right of what goes before."""
    document = paged(house)
    page = shown(as_(Role.READER), document, "?view=page")

    link = page.split(f'data-claims="{own(document).pk}"')[1].split("</a>")[0]
    sides = dict(re.findall(r' (x|y|width|height)="([\d.]+)"', link))
    left, top, width, height = (float(sides[name]) for name in ("x", "y", "width", "height"))
    assert link.count("<rect") == 1
    assert 150 < left < 260
    assert 792 - 700 < top + height / 2 < 792 - 670
    assert width > 100


def test_only_the_claims_of_a_page_are_beside_it(house: House, as_: SignIn) -> None:
    """The second page has none, and says where to go on."""
    page = shown(as_(Role.READER), paged(house), "?view=page&page=2")

    assert "pages/2.png" in page
    assert "data-claim=" not in page
    assert "No claim comes from this page." in page


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 1), ("&page=2", 2), ("&page=0", 1), ("&page=99999", 3), ("&page=x", 1), ("&page=2&claim=x", 2)],
)
def test_an_address_that_makes_no_sense_leads_to_a_page_that_is_there(
    house: House, as_: SignIn, query: str, number: int
) -> None:
    """The nearest to what was asked for."""
    assert f"pages/{number}.png" in shown(as_(Role.READER), paged(house), f"?view=page{query}")


def test_a_claim_or_a_passage_leads_to_its_page(house: House, as_: SignIn) -> None:
    """Whatever page is asked for beside; a claim of another document does not."""
    document = paged(house, content=pdf("The first page", f"His mother says that {QUOTE}"))
    claim, client = own(document), as_(Role.READER)

    assert "pages/2.png" in shown(client, document, f"?view=page&page=1&claim={claim.pk}")
    assert "pages/2.png" in shown(client, document, f"?view=page&at={claim.start}-{claim.end}")
    assert "pages/1.png" in shown(client, document, f"?view=page&claim={house.claims[0].pk}")


@pytest.mark.parametrize("count", [1, 60, 400])
def test_a_page_takes_few_queries_whatever_it_holds(
    house: House, as_: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    """Cards come fifty at a time; every passage is drawn."""
    document = many(house, count)
    Source.objects.filter(pk=document.source_id).update(media_type="application/pdf")
    boxes = [[one.start, one.end, 10, 10, 20, 20] for one in document.claims.all()]
    for number in range(1, 41):
        first = number == 1
        Page.objects.create(
            document=document, number=number, start=0 if first else len(document.text), end=len(document.text),
            width=600, height=800, boxes=boxes if first else [],
        )  # fmt: skip
    last_claim = document.claims.order_by("start")[count - 1]
    client = as_(Role.EDITOR)

    with django_assert_max_num_queries(15):
        answer = client.get(f"/documents/{document.pk}/?view=page&claim={last_claim.pk}")

    page = answer.content.decode()
    assert page.split('class="paper-marks"')[1].split("</svg>")[0].count("<rect") == count
    assert page.count('<article class="claim') == (count - 1) % 50 + 1
    assert "of 40" in re.sub(r"<[^>]+>", "", page)


def test_a_text_that_was_read_plainly_stays_as_it_was(house: House, as_: SignIn) -> None:
    """No switch, no query for pages."""
    document = keep(by=house.keeper, text="Only words.")

    assert 'class="views"' not in shown(as_(Role.READER), document)
