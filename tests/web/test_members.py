"""People and roles: who may sign in, and what each may do."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import roles_of
from kualik.cases.ledger.models import Entry
from tests.web.house import NOW, House, sign_in

PERMITTED = 15  # queries of one page


def test_everybody_is_listed_with_their_roles(house: House, as_: Callable[[Role], Client]) -> None:
    """And when they last did anything."""
    found = as_(Role.ADMINISTRATOR).get("/members/").context["members"]

    assert {one.user.pk for one in found} == set(User.objects.values_list("pk", flat=True))
    assert next(one for one in found if one.user == house.keeper).last_seen == NOW
    assert next(one for one in found if one.user == house.by_role[Role.EDITOR]).roles == (Role.EDITOR,)


@pytest.mark.parametrize("many", [1, 40])
def test_the_list_asks_no_more_of_many(
    many: int, as_: Callable[[Role], Client], house: House, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    """However many people there are."""
    for number in range(many):
        actions.create(by=house.keeper, at=NOW, username=f"somebody{number}", roles=[Role.READER, Role.EDITOR])
    client = as_(Role.ADMINISTRATOR)
    with django_assert_max_num_queries(PERMITTED):  # type: ignore[attr-defined]  # pytest-django has no type for it
        assert client.get("/members/").status_code == 200


def test_somebody_is_invited_and_the_password_shown_once(as_: Callable[[Role], Client]) -> None:
    """No browser keeps the page, and it lets them in."""
    answer = as_(Role.ADMINISTRATOR).post("/members/new/", {"username": "daniyar", "roles": ["contributor"]})
    made = User.objects.get(username="daniyar")

    assert made.check_password(answer.context["password"])
    assert "no-store" in answer.headers["Cache-Control"]
    assert roles_of(made) == {Role.CONTRIBUTOR, Role.READER}


def test_a_taken_name_is_refused_in_the_form(as_: Callable[[Role], Client]) -> None:
    """What was typed is still there."""
    answer = as_(Role.ADMINISTRATOR).post("/members/new/", {"username": "editor", "roles": ["reader"]})

    assert answer.status_code == 400
    assert "taken" in answer.content.decode()
    assert 'value="editor"' in answer.content.decode()


def test_an_administrator_names_no_custodian(as_: Callable[[Role], Client]) -> None:
    """Who is none."""
    answer = as_(Role.ADMINISTRATOR).post("/members/new/", {"username": "spy", "roles": ["custodian"]})

    assert not User.objects.filter(username="spy").exists()
    assert "custodian" in answer.content.decode()


def test_roles_become_those_that_are_ticked(house: House, as_: Callable[[Role | None], Client]) -> None:
    """One entry for each that was given or taken."""
    member, before = house.by_role[Role.EDITOR], Entry.objects.count()
    as_(None).post(reverse("set_roles", args=[member.pk]), {"roles": ["publisher", "contributor"]})

    assert roles_of(member) == {Role.PUBLISHER, Role.CONTRIBUTOR, Role.READER}
    assert Entry.objects.count() - before == 3


def test_where_one_change_is_refused_none_is_made(house: House, as_: Callable[[Role], Client]) -> None:
    """All or nothing."""
    member = house.by_role[Role.EDITOR]
    as_(Role.ADMINISTRATOR).post(reverse("set_roles", args=[member.pk]), {"roles": ["custodian"]})

    assert roles_of(member) == {Role.EDITOR, Role.CONTRIBUTOR, Role.READER}


def test_an_account_is_closed_and_opened(house: House, as_: Callable[[Role], Client]) -> None:
    """Whoever was signed in with it is out at once."""
    member = house.by_role[Role.READER]
    theirs, client = sign_in(member), as_(Role.ADMINISTRATOR)
    client.post(reverse("close_account", args=[member.pk]))

    assert theirs.get("/").status_code == 302
    client.post(reverse("reopen_account", args=[member.pk]))
    assert roles_of(User.objects.get(pk=member.pk)) == {Role.READER}


def test_lost_factors_are_taken_away(house: House, as_: Callable[[Role], Client]) -> None:
    """And it is written down by whom."""
    member = house.by_role[Role.EDITOR]
    Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": "x"})
    as_(Role.ADMINISTRATOR).post(reverse("clear_factors", args=[member.pk]))

    assert not Authenticator.objects.filter(user=member).exists()
    assert Entry.objects.order_by("-seq")[0].kind == "account:factors-cleared"


def test_a_lost_password_is_replaced_by_one_for_once(house: House, as_: Callable[[Role], Client]) -> None:
    """Wherever they were signed in, they are out."""
    member = house.by_role[Role.EDITOR]
    theirs = sign_in(member)
    answer = as_(Role.ADMINISTRATOR).post(reverse("invite_again", args=[member.pk]))
    member.refresh_from_db()

    assert member.check_password(answer.context["password"])
    assert theirs.get("/").status_code == 302


def test_what_was_done_to_an_account_stands_on_its_page(house: House, as_: Callable[[Role], Client]) -> None:
    """From its making on."""
    page = as_(Role.ADMINISTRATOR).get(reverse("member", args=[house.by_role[Role.EDITOR].pk]))

    assert [entry.kind for entry in page.context["history"]] == ["account:created"]


def test_one_signs_out_everywhere(house: House) -> None:
    """Here too."""
    here, there = sign_in(house.keeper), sign_in(house.keeper)
    here.post("/accounts/sessions/end/")

    assert there.get("/").status_code == here.get("/").status_code == 302
