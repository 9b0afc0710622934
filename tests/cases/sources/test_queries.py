"""Asking about sources: what one may not know of looks as if it were not there."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.sources import actions, queries
from kualik.cases.sources.errors import MappingRefused, NoSuchSource
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Sensitivity, Source
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed() -> Source:
    """Add a sealed source."""
    note = HandoverNote(provider="a cousin")
    return actions.add(
        by=keeper(), at=NOW, content=b"sealed", name="s.txt", handover=note, told=Told(level=Sensitivity.SEALED)
    ).source


def test_forbidden_looks_like_absent(sealed: Source) -> None:
    """The same error with the same words, in every way of asking."""
    reader = worker("reader", Role.READER)
    absent = "f" * 64
    messages = []
    for sha256 in (sealed.sha256, absent):
        for ask in (queries.source, queries.original):
            with pytest.raises(NoSuchSource) as refused:
                ask(viewer=reader, sha256=sha256)
            messages.append(str(refused.value).replace(sha256[:12], "…"))

    assert len(set(messages)) == 1
    assert list(queries.sources(viewer=reader)) == []
    assert queries.waiting_count(viewer=reader) == 0
    assert queries.handover(viewer=reader, source=sealed) is None


def test_who_handed_it_over_is_for_custodians(sealed: Source) -> None:
    """An editor does not see it, even of a source that editors see."""
    editor, custodian = worker("editor", Role.EDITOR), worker("custodian", Role.CUSTODIAN)
    source = actions.add(
        by=keeper(), at=NOW, content=b"open", name="o.txt", handover=HandoverNote(provider="an aunt")
    ).source

    assert queries.handover(viewer=editor, source=source) is None
    assert [getattr(queries.handover(viewer=custodian, source=one), "provider", "") for one in (source, sealed)] == [
        "an aunt",
        "a cousin",
    ]


def test_the_first_digits_are_enough_where_they_are_unmistakable(sealed: Source) -> None:
    """Nothing, or digits of nobody, find nothing."""
    by = keeper()

    assert queries.source(viewer=by, sha256=sealed.sha256[:8]) == sealed
    assert queries.source(viewer=by, sha256=f"sha256:{sealed.sha256.upper()}") == sealed
    for wrong in ("", "xyz"):
        with pytest.raises(NoSuchSource):
            queries.source(viewer=by, sha256=wrong)


def test_digits_that_two_sources_share_find_neither() -> None:
    """Rather than the wrong one."""
    by = keeper()
    for number in range(20):  # 20 sources, 16 first digits: two share one
        actions.add(by=by, at=NOW, content=str(number).encode(), name=f"{number}.txt")
    firsts = [sha256[0] for sha256 in Source.objects.values_list("sha256", flat=True)]
    shared = next(digit for digit in firsts if firsts.count(digit) > 1)

    with pytest.raises(NoSuchSource):
        queries.source(viewer=by, sha256=shared)


def test_sources_are_listed_by_state(sealed: Source) -> None:
    """And those that wait are counted."""
    by = keeper()
    actions.add(by=by, at=NOW, content=b"another", name="a.txt")
    actions.lease(worker="w", at=NOW, seconds=60)

    assert queries.sources(viewer=by, state="reading").count() == 1
    assert queries.sources(viewer=by).count() == queries.waiting_count(viewer=by) == 2
    assert queries.holders() == {"w"}
    assert queries.file_name(sealed) == "s.txt"


def test_mappings_are_for_those_who_add() -> None:
    """A reader finds none; a name that is not saved is told."""
    by = keeper()
    actions.save_mapping(
        by=by, at=NOW, name="committee", definition={"columns": {"ФИО": {"property": "name", "schema": "Person"}}}
    )

    assert [mapping.name for mapping in queries.mappings(viewer=by)] == ["committee"]
    assert list(queries.mappings(viewer=worker("reader", Role.READER))) == []
    with pytest.raises(MappingRefused, match="no mapping of this name"):
        queries.mapping(viewer=by, name="other")
