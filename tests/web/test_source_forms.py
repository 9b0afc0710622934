"""What is asked when material comes in."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from kualik.cases.sources.models import Sensitivity
from kualik.web.source_forms import LANGUAGES, AddForm, LevelForm, ReadForm, ToldForm


def form(data: dict[str, str], *files: SimpleUploadedFile) -> AddForm:
    """Fill in the form."""
    return AddForm(data, MultiValueDict({"material": list(files)}))


def test_the_answer_of_whoever_does_not_know_does_no_harm() -> None:
    """New material is for the house until somebody says otherwise."""
    empty = AddForm()

    assert empty["level"].value() == Sensitivity.INTERNAL.value
    assert empty["official"].value() in {None, False}


def test_every_answer_says_what_it_means() -> None:
    """Whoever chooses how secret something is knows what follows."""
    with translation.override("en"):
        levels = AddForm().levels()

    assert [radio.data["value"] for radio, _meaning in levels] == ["internal", "restricted", "sealed", "public"]
    assert all(meaning for _radio, meaning in levels)
    assert set(Sensitivity.values) == {radio.data["value"] for radio, _meaning in levels}


def test_files_and_pasted_text_come_together() -> None:
    """In this order; empty text is no text."""
    both = form({"level": "public", "text": "\n First words of it\nmore"}, SimpleUploadedFile("a.txt", b"a"))
    alone = form({"level": "public", "text": "  "}, SimpleUploadedFile("a.txt", b"a"))

    assert both.is_valid()
    assert alone.is_valid()
    assert [name for name, _content in both.contents()] == ["a.txt", "First words of it.txt"]
    assert [name for name, _content in alone.contents()] == ["a.txt"]


def test_what_is_told_and_what_is_secret_go_apart() -> None:
    """Two values, so that neither slips into the other."""
    filled = form({"level": "restricted", "text": "x", "publisher": "P", "provider": "S", "official": "on"})

    assert filled.is_valid()
    assert (filled.told().publisher, filled.told().level, filled.told().official) == ("P", Sensitivity.RESTRICTED, True)
    assert filled.handover().provider == "S"


def test_every_language_of_ours_can_be_named() -> None:
    """Each in its own words and with its script; the first answer is to find out."""
    assert [tag for tag, _word in LANGUAGES] == ["", "en", "kk-Cyrl", "kk-Arab", "ru", "zh-Hans", "ug-Arab"]


def test_the_next_form_begins_with_answers_and_never_with_the_material() -> None:
    """Neither text nor date belong to what comes next."""
    filled = form({"level": "restricted", "text": "x", "published": "2024", "provider": "S", "keep": "on"})

    assert filled.is_valid()
    answers = filled.answers()
    assert (answers["level"], answers["provider"]) == ("restricted", "S")
    assert not {"text", "material", "published"} & answers.keys()


def test_only_levels_that_somebody_may_choose_are_offered() -> None:
    """Each with what it means."""
    offered = LevelForm(levels=["internal", "restricted"]).levels()

    assert [radio.data["value"] for radio, _meaning in offered] == ["internal", "restricted"]


def test_every_encoding_that_is_offered_can_be_read() -> None:
    """By its name in Python."""
    names = [name for name, _word in ReadForm().fields["encoding"].choices if name]  # type: ignore[attr-defined]  # Django types fields loosely

    assert all("a".encode(name) for name in names)
    assert "windows-1251" in names


def test_a_date_that_is_none_is_said_at_its_place() -> None:
    """In words."""
    wrong = ToldForm({"published": "last week"})

    assert not wrong.is_valid()
    assert set(wrong.errors) == {"published"}
