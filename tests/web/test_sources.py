"""One source: its way here, what was told of it, and what can be done with it."""

from collections.abc import Callable

from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.sources.models import Source
from tests.web.house import NEVER_TOLD, TEXT, House


def test_an_original_is_handed_out_and_never_shown(house: House, as_: Callable[[Role], Client]) -> None:
    """As a file to be kept: a browser opens nothing of it in our page."""
    answer = as_(Role.READER).get(f"/sources/{house.document.source_id}/original/")

    assert b"".join(answer.streaming_content) == TEXT.encode()  # type: ignore[attr-defined]  # a streaming response
    assert answer["Content-Disposition"] == 'attachment; filename="picket.txt"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"
    answer.close()


def test_the_original_of_what_one_may_not_know_of_is_not_there(house: House, as_: Callable[[Role], Client]) -> None:
    """Nor is that of a source that does not exist."""
    house.document.source.level = "sealed"
    Source.objects.filter(pk=house.document.source_id).update(level="sealed")

    assert as_(Role.EDITOR).get(f"/sources/{house.document.source_id}/original/").status_code == 404
    assert as_(Role.EDITOR).get(f"/sources/{'0' * 64}/original/").status_code == 404


def test_a_source_shows_its_hash_and_its_way_here(house: House, as_: Callable[[Role], Client]) -> None:
    """Who handed it over is for custodians alone."""
    address = f"/sources/{house.document.source_id}/"

    seen = as_(Role.READER).get(address).content.decode()
    assert house.document.source_id in seen
    assert NEVER_TOLD not in seen
    assert NEVER_TOLD in as_(Role.CUSTODIAN).get(address).content.decode()


def test_what_is_told_anew_stands_beside_what_was_told(house: House, as_: Callable[[Role], Client]) -> None:
    """Nothing is overwritten."""
    address = f"/sources/{house.document.source_id}/"
    given = {"publisher": "The Steppe Post", "published": "2024-02-10", "language": "en"}

    answer = as_(Role.CONTRIBUTOR).post(f"{address}tell/", given, follow=True)

    page = answer.content.decode()
    assert "The Steppe Post" in page
    assert "Steppe Wire" in page
    assert Source.objects.get().handover.provider == NEVER_TOLD


def test_only_a_custodian_changes_who_handed_it_over(house: House, as_: Callable[[Role], Client]) -> None:
    """What a contributor sends of it is not taken."""
    address = f"/sources/{house.document.source_id}/tell/"
    known = {"publisher": "Steppe Wire", "published": "2024-02-09", "provider": "somebody else"}

    as_(Role.CONTRIBUTOR).post(address, known | {"official": "on"})
    assert Source.objects.get().handover.provider == NEVER_TOLD
    as_().post(address, known)  # type: ignore[call-arg]  # the keeper, who is a custodian and a contributor
    assert Source.objects.get().handover.provider == "somebody else"


def test_a_date_that_is_none_changes_nothing(house: House, as_: Callable[[Role], Client]) -> None:
    """And is said."""
    address = f"/sources/{house.document.source_id}/tell/"

    answer = as_(Role.CONTRIBUTOR).post(address, {"published": "last week"}, follow=True)

    assert "Nothing was changed" in answer.content.decode()
    assert Source.objects.get().published == "2024-02-09"


def test_who_may_read_it_is_changed(house: House, as_: Callable[[Role], Client]) -> None:
    """By an editor, and only to a level that there is."""
    address = f"/sources/{house.document.source_id}/level/"

    as_(Role.EDITOR).post(address, {"level": "restricted"})
    assert Source.objects.get().level == "restricted"
    as_(Role.EDITOR).post(address, {"level": "everybody"})
    assert Source.objects.get().level == "restricted"


def test_it_is_read_again_in_the_letters_that_somebody_knows(house: House, as_: Callable[[Role], Client]) -> None:
    """What was read before stays."""
    as_(Role.CONTRIBUTOR).post(f"/sources/{house.document.source_id}/read-again/", {"encoding": "windows-1251"})

    again = Source.objects.get()
    assert (again.state, again.encoding) == ("waiting", "windows-1251")
    assert again.documents.count() == 1
