"""How much is taken from whom."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kualik.web import uploads
from tests.web.house import House, sign_in

LONG = 5 * 1024 * 1024


def cookie(client: Client) -> dict[str, str]:
    """What a browser sends of a session."""
    name = settings.SESSION_COOKIE_NAME
    return {"COOKIE": f"a=b; {name}={client.cookies[name].value}"}


def test_a_short_body_is_taken_from_anybody() -> None:
    """The sign-in needs one."""
    assert uploads.may_send({}, length=2000)


@pytest.mark.django_db(transaction=True)  # beside the pages, the server asks on a connection of its own
@pytest.mark.parametrize("length", [LONG, None])
def test_a_long_body_is_taken_from_whoever_is_signed_in(house: House, length: int | None) -> None:
    """And from nobody else, whatever they bring."""
    name = settings.SESSION_COOKIE_NAME

    assert uploads.may_send(cookie(sign_in(house.keeper)), length=length)
    assert not uploads.may_send({}, length=length)
    assert not uploads.may_send({"COOKIE": f"{name}=made-up"}, length=length)
    assert not uploads.may_send({"COOKIE": "\x00=;;"}, length=length)


@pytest.mark.django_db
def test_a_strangers_file_is_kept_by_no_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused before the first piece of it is read."""
    read: list[bytes] = []
    monkeypatch.setattr(
        "django.core.files.uploadhandler.MemoryFileUploadHandler.receive_data_chunk",
        lambda _self, data, _start: read.append(data),
    )

    answer = Client(enforce_csrf_checks=True).post("/add/", {"material": SimpleUploadedFile("a.txt", b"x" * 100)})

    assert answer.status_code == 403
    assert read == []
