"""What is asked when material comes in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from kualik.cases.sources.models import RowMapping, Sensitivity
from kualik.web.source_forms import LANGUAGES, PASTED, AddForm


def form(data: dict[str, str], *files: SimpleUploadedFile) -> AddForm:
    """Fill in the form."""
    return AddForm(data, MultiValueDict({"material": list(files)}), mappings=RowMapping.objects.none())


@pytest.mark.django_db
def test_the_answer_of_whoever_does_not_know_does_no_harm() -> None:
    """New material is for the house until somebody says otherwise."""
    empty = AddForm(mappings=RowMapping.objects.none())

    assert empty["level"].value() == Sensitivity.INTERNAL.value
    assert empty["official"].value() in {None, False}


@pytest.mark.django_db
def test_every_answer_says_what_it_means() -> None:
    """Whoever chooses how secret something is knows what follows."""
    with translation.override("en"):
        levels = AddForm(mappings=RowMapping.objects.none()).levels()

    assert [radio.data["value"] for radio, _meaning in levels] == ["internal", "restricted", "sealed", "public"]
    assert all(meaning for _radio, meaning in levels)
    assert set(Sensitivity.values) == {radio.data["value"] for radio, _meaning in levels}


@pytest.mark.django_db
def test_files_and_pasted_text_come_together() -> None:
    """In this order; empty text is no text."""
    both = form({"level": "public", "text": "words"}, SimpleUploadedFile("a.txt", b"a"))
    alone = form({"level": "public", "text": "  "}, SimpleUploadedFile("a.txt", b"a"))

    assert both.is_valid()
    assert alone.is_valid()
    assert [name for name, _content in both.contents()] == ["a.txt", PASTED]
    assert [name for name, _content in alone.contents()] == ["a.txt"]


@pytest.mark.django_db
def test_what_is_told_and_what_is_secret_go_apart() -> None:
    """Two values, so that neither slips into the other."""
    filled = form({"level": "restricted", "text": "x", "publisher": "P", "provider": "S", "official": "on"})

    assert filled.is_valid()
    assert (filled.told().publisher, filled.told().level, filled.told().official) == ("P", Sensitivity.RESTRICTED, True)
    assert filled.handover().provider == "S"


def test_every_language_of_ours_can_be_named() -> None:
    """Each in its own words and with its script; the first answer is to find out."""
    assert [tag for tag, _word in LANGUAGES] == ["", "en", "kk-Cyrl", "kk-Arab", "ru", "zh-Hans", "ug-Arab"]
