"""Pages as pictures: who may see them, what a browser keeps, and what comes where there is none."""

import io
from collections.abc import Callable, Iterator
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.test import Client
from PIL import Image

from kualik.cases.accounts.models import Role
from kualik.cases.documents.models import Document
from kualik.cases.sources.models import Sensitivity
from kualik.engine.reading import Apart, Refusal, Refused
from kualik.engine.reading.drawn import Drawn
from kualik.web import page_images
from tests.engine.reading.samples import pdf
from tests.web.house import House, sign_in
from tests.web.paged import paged


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Draw without a process; gives the numbers of the pages drawn."""
    asked: list[int] = []

    class Grey:
        """Draws every page as two grey dots."""

        def draw(self, content: bytes, *, name: str, number: int) -> Drawn:
            """Draw."""
            assert content.startswith(b"%PDF")
            assert name
            asked.append(number)
            return Drawn(width=2, height=1, mode="L", dots=b"\x80\x80")

    monkeypatch.setattr(page_images, "drawer", Grey)
    return asked


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw in a child process, and end it after the test."""
    with Apart(page_images.LIMITS) as place:
        monkeypatch.setattr(page_images, "drawer", lambda: place)
        yield


def address(document: Document, number: int = 1) -> str:
    """Where a page is."""
    return f"/documents/{document.pk}/pages/{number}.png"


@pytest.mark.usefixtures("apart")
def test_a_page_is_drawn_in_a_process_apart(house: House, as_: Callable[[Role], Client]) -> None:
    """And comes as PNG, as sharp as it can be read, whatever else the file holds."""
    answer = as_(Role.READER).get(address(paged(house), 2))

    assert (answer.status_code, answer["Content-Type"]) == (HTTPStatus.OK, "image/png")
    with Image.open(io.BytesIO(answer.content), formats=["PNG"]) as image:
        assert image.size[1] > 1_500
        assert image.info == {}


@pytest.mark.usefixtures("apart")
def test_what_cannot_be_drawn_says_why(house: House, as_: Callable[[Role], Client]) -> None:
    """In words, and with what to do next."""
    answer = as_(Role.READER).get(address(paged(house, content=b"%PDF-1.7 nothing else")))

    assert (answer.status_code, answer["Content-Type"]) == (HTTPStatus.CONFLICT, "text/plain; charset=utf-8")
    assert "damaged" in answer.content.decode()


@pytest.mark.parametrize(
    ("level", "kept"),
    [
        (Sensitivity.PUBLIC, "private, max-age=600"),
        (Sensitivity.INTERNAL, "private, max-age=600"),
        (Sensitivity.RESTRICTED, "no-store"),
        (Sensitivity.SEALED, "no-store"),
    ],
)
@pytest.mark.usefixtures("drawn")
def test_of_what_is_guarded_a_browser_keeps_nothing(house: House, level: Sensitivity, kept: str) -> None:
    """Of the rest it keeps pictures for ten minutes, for one account."""
    answer = sign_in(house.keeper).get(address(paged(house, level=level)))

    assert answer["Cache-Control"] == kept
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_one_may_not_know_of_is_not_there(
    house: House, as_: Callable[[Role], Client], drawn: list[int]
) -> None:
    """Nor one of another document, nor one too many, nor that of a text; nothing of them is drawn."""
    sealed, seen = paged(house, level=Sensitivity.SEALED), paged(house, content=pdf("Another", "file"))
    client = as_(Role.READER)

    for one in (address(sealed), address(seen, 3), address(seen, 0), address(house.document)):
        assert client.get(one).status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"/documents/{uuid4()}/pages/1.png").status_code == HTTPStatus.NOT_FOUND
    assert drawn == []
    assert client.get(address(seen, 2)).status_code == HTTPStatus.OK
    assert drawn == [2]


def test_pages_that_are_slow_to_draw_do_not_take_every_thread(
    house: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch, drawn: list[int]
) -> None:
    """Whoever finds the line full is told to come back; afterwards there is room again."""
    monkeypatch.setattr(page_images, "PATIENCE", 0.01)
    document = paged(house)
    for _ in range(4):
        assert page_images.IN_LINE.acquire(blocking=False)
    try:
        answer = as_(Role.READER).get(address(document))
    finally:
        for _ in range(4):
            page_images.IN_LINE.release()

    assert (answer.status_code, answer["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "5")
    assert drawn == []
    assert as_(Role.READER).get(address(document)).status_code == HTTPStatus.OK


def test_a_refusal_leaves_the_line(
    house: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten files that cannot be drawn do not close the door for the eleventh."""
    monkeypatch.setattr(page_images, "PATIENCE", 0.01)

    class Never:
        """Draws nothing."""

        def draw(self, content: bytes, *, name: str, number: int) -> Drawn:
            """Refuse."""
            raise Refused(Refusal.TOOK_TOO_LONG, file=name, where=str(number), detail=f"{len(content)} bytes")

    monkeypatch.setattr(page_images, "drawer", Never)
    document, client = paged(house), as_(Role.READER)

    assert {client.get(address(document)).status_code for _ in range(10)} == {HTTPStatus.CONFLICT}


def test_the_place_where_pages_are_drawn_is_one_and_has_limits() -> None:
    """It starts nothing before a page is asked for."""
    assert page_images.drawer() is page_images.drawer()
    assert page_images.LIMITS.cpu_seconds < page_images.LIMITS.wall_seconds <= 20
    page_images.drawer.cache_clear()
