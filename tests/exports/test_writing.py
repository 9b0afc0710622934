"""A release is written whole or not at all, and holds no secret in any format."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from kualik.cases.releases import queries
from kualik.cases.releases.models import Audience, Release
from kualik.cases.sources.models import Source
from kualik.exports.writing import FORMATS, write
from tests.cases.casting import Story, keeper
from tests.cases.releases.releasing import KIN, PROVIDER, SECRETS, UNNAMED, WITNESS, approved, case
from tests.exports.canaries import found, heard
from tests.exports.releasing import person, release


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_file_holds_what_the_format_gives(tmp_path: Path, form: str) -> None:
    """And nothing is left beside it."""
    frozen = release(person(10))
    path = tmp_path / "out"
    path.write_text("what was there before")

    assert write(frozen, form=form, path=path) == len(FORMATS[form](frozen))
    assert path.read_bytes() == FORMATS[form](frozen)
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_off_export_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, say."""
    path = tmp_path / "out"
    path.write_text("what was there before")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write(release(person(10)), form="csv", path=path)

    assert path.read_text() == "what was there before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_not_for_the_public_is_for_its_owner_alone(tmp_path: Path, audience: Audience) -> None:
    """On a machine with several accounts the file for the lawyers is read by none of the others."""
    path = tmp_path / "out"
    path.write_text("readable by all")

    write(replace(release(person(10)), audience=audience.value), form="csv", path=path)

    others = stat.S_IMODE(path.stat().st_mode) & 0o077
    assert bool(others) is (audience == Audience.PUBLIC)


def inside(story: Story, made: Release) -> list[str]:
    """List the ids of the casebook that must not leave."""
    entity = story.entity("e1")
    source = Source.objects.get()
    ids = [entity.pk, story.document.pk, story.who("e1").pk, *made.items.values_list("consent", flat=True)]
    return [*(str(one) for one in ids), *(one.hex for one in ids), source.sha256, source.object_name, "K-000001"]


@pytest.mark.django_db
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_secret_and_no_id_of_the_casebook_leaves(form: str) -> None:
    """Canaries stand in every field that may not leave; what may is there."""
    story = case()
    made = approved(story.who("e1"))
    content = FORMATS[form](queries.frozen(viewer=keeper(), release=made.pk))

    assert found(content, SECRETS) == []
    assert heard(content, UNNAMED) == []
    assert [one for one in inside(story, made) if one.encode() in content] == []
    assert form == "annotations" or b"Serik Almasuly" in content


@pytest.mark.django_db
def test_words_for_a_closed_audience_name_no_witness() -> None:
    """The publisher and the date of the report may be in it; who spoke is not."""
    made = approved(case().who("e1"), audience=Audience.UN, words=True)

    content = FORMATS["annotations"](queries.frozen(viewer=keeper(), release=made.pk))

    assert found(content, [WITNESS, KIN, PROVIDER]) == []
    assert heard(content, [WITNESS, KIN, PROVIDER]) == []


SPELLINGS = [WITNESS, WITNESS[::-1], "Zeynep-Qorqytqyzy", "zeynep%20qorqytqyzy", WITNESS.encode().hex()]


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_secret_is_found_when_it_is_there(text: str) -> None:
    """Else the tests above would prove nothing."""
    assert found(f"… {text} …".encode(), SECRETS) == [WITNESS]


@pytest.mark.parametrize("text", ["Zeinep Korkytkyzy", "Зейнеп Қорқытқызы", "Зейнеп Коркыткызы"])
def test_a_name_is_heard_in_other_spellings(text: str) -> None:
    """The same for transliterations."""
    assert heard(f"… {text} …".encode(), UNNAMED) == [WITNESS]
