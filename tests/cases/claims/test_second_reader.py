"""Who is set to give a second reading, and that the ledger tells of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django

from kualik.assistant import settings
from kualik.assistant.errors import AddressRefused
from kualik.assistant.settings import Settings
from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims import second_reader
from kualik.cases.ledger.models import Entry
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db
HERE = Settings(url="http://127.0.0.1:11434/v1", model="toy:1b")
AWAY = Settings(url="https://model.invalid/v1", model="toy", allow_remote_llm=True, confirmed="model.invalid")


@pytest.fixture(autouse=True)
def casebook() -> Iterator[Path]:
    """The tests' casebook, with no language model before and after."""
    yield django.CASEBOOK
    settings.forget(django.CASEBOOK)


def told() -> list[tuple[str, object]]:
    """What the ledger says of language models."""
    return list(Entry.objects.filter(kind__startswith="assistant:").order_by("seq").values_list("kind", "details"))


def test_each_change_leaves_one_entry_that_names_the_host_where_text_goes(casebook: Path) -> None:
    """Whoever looks for how a text came out of the house finds who let it out, and when."""
    second_reader.name(by=keeper(), at=NOW, casebook=casebook, chosen=HERE)
    second_reader.name(by=keeper(), at=NOW, casebook=casebook, chosen=AWAY)
    assert settings.load(casebook) == AWAY
    assert second_reader.dismiss(by=keeper(), at=NOW, casebook=casebook)

    assert told() == [
        ("assistant:set", {"host": "127.0.0.1", "leaves": False}),
        ("assistant:set", {"host": "model.invalid", "leaves": True}),
        ("assistant:off", {}),
    ]


def test_switching_off_what_is_off_changes_nothing_and_is_not_told(casebook: Path) -> None:
    """An entry stands for a change."""
    assert not second_reader.dismiss(by=keeper(), at=NOW, casebook=casebook)
    assert told() == []


def test_what_is_refused_is_neither_kept_nor_told(casebook: Path) -> None:
    """Neither an address without leave, nor one that a person without the role names."""
    with pytest.raises(AddressRefused):
        second_reader.name(
            by=keeper(), at=NOW, casebook=casebook, chosen=Settings(url="https://model.invalid/v1", model="toy")
        )
    editor = worker("ermek", Role.EDITOR)
    with pytest.raises(NotAllowed):
        second_reader.name(by=editor, at=NOW, casebook=casebook, chosen=HERE)
    with pytest.raises(NotAllowed):
        second_reader.dismiss(by=editor, at=NOW, casebook=casebook)

    assert not settings.is_set(casebook)
    assert told() == []
