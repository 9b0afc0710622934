"""The catalogues: every word of the pages is there in every language."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools import catalogues
from tools.catalogues import LANGUAGES, Said, add, lacking, said_in


def test_no_text_lacks_a_translation(capsys: pytest.CaptureFixture[str]) -> None:
    """In any language; whoever writes a new text translates it."""
    code = catalogues.main(["missing"])

    assert (capsys.readouterr().out, code) == ("", 0)


def test_texts_of_a_template_are_found(tmp_path: Path) -> None:
    """With their plurals, and where they are given to an included part."""
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}{% translate "Add" %}{% include "x.html" with label=_("Menu") %}'
        "{% blocktranslate count n=n %}{{ n }} paper{% plural %}{{ n }} papers{% endblocktranslate %}",
        encoding="utf-8",
    )

    assert set(said_in(page)) == {Said("Add"), Said("Menu"), Said("%(n)s paper", "%(n)s papers")}


def test_texts_of_a_module_are_found(tmp_path: Path) -> None:
    """With their context; what is no plain text has no translation to lack."""
    module = tmp_path / "page.py"
    module.write_text('_("one")\npgettext("stance", "says")\nngettext("a", "b", n)\n_(word)', encoding="utf-8")

    assert set(said_in(module)) == {Said("one"), Said("says", "", "stance"), Said("a", "b")}


def test_a_text_without_all_its_forms_is_lacking() -> None:
    """One form of a plural is not enough in Russian."""
    catalogue = Catalog(locale="ru")
    catalogue.add(("a", "b"), ("а", "", ""))
    catalogue.add("one", "один")

    assert lacking(catalogue, [Said("a", "b"), Said("one"), Said("two")]) == [Said("a", "b"), Said("two")]


def test_a_translation_can_be_put_in_and_replaced() -> None:
    """The last word counts."""
    catalogue = Catalog(locale="ru")
    add(catalogue, [{"id": "one", "ru": "адин"}], language="ru")
    add(catalogue, [{"id": "one", "ru": "один"}, {"id": "a", "plural": "b", "ru": ["а", "б", "в"]}], language="ru")

    assert catalogue.get("one").string == "один"  # type: ignore[union-attr]  # it is there, or the test fails
    assert lacking(catalogue, [Said("one"), Said("a", "b")]) == []


@pytest.mark.parametrize("words", [{}, {"ru": ""}, {"ru": ["а"], "plural": "b"}])
def test_a_translation_with_too_few_forms_is_refused(words: dict[str, Any]) -> None:
    """And said by language and text."""
    with pytest.raises(ValueError, match="ru: 'one' needs"):
        add(Catalog(locale="ru"), [{"id": "one", **words}], language="ru")


def test_files_are_written_and_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All four languages, or a refusal that names the file."""
    for folder in LANGUAGES.values():
        place = tmp_path / folder / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "django.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    given = tmp_path / "given.json"
    given.write_text('[{"id": "one", "kk": "бір", "ru": "один", "zh-hans": "一", "ug": "بىر"}]', encoding="utf-8")

    assert catalogues.main(["add", str(given)]) == 0
    with (tmp_path / "ug" / "LC_MESSAGES" / "django.po").open("rb") as file:
        written = read_po(file)
    compiled = BytesIO()
    write_mo(compiled, written)
    assert lacking(written, [Said("one")]) == []
    assert (tmp_path / "ug" / "LC_MESSAGES" / "django.mo").read_bytes() == compiled.getvalue()


def test_a_file_that_lacks_a_language_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal says what is missing."""
    given = tmp_path / "given.json"
    given.write_text('[{"id": "a text of nobody"}]', encoding="utf-8")

    assert catalogues.main(["add", str(given)]) != 0
    assert "a text of nobody" in capsys.readouterr().err
