"""Forms of verbs."""

import pytest

from kualik.engine.extracting.uyghur.verbs import Form, form_of, is_closed


@pytest.mark.parametrize(
    ("word", "stem", "form"),
    [
        ("ئېيتتى", "ئېيت", Form(kind="finite")), ("ئېيتماقتا", "ئېيت", Form(kind="finite")),
        ("بەرمىدى", "بەر", Form(kind="finite", negated=True)),
        ("قىلىمەن", "قىل", Form(kind="finite", first_person=True)),
        ("قىلىنغانلىقىنى", "قىلىن", Form(kind="nominal")), ("تۇتۇلۇپ", "تۇتۇل", Form(kind="converb")),
        ("قىلسا", "قىل", Form(kind="condition")), ("بېرىشنى", "بېر", Form(kind="act")),
    ],
)  # fmt: skip
def test_what_stands_behind_a_stem_is_read(word: str, stem: str, form: Form) -> None:
    """Told, denied, said of oneself, wished, supposed."""
    assert form_of(word, stem) == form


def test_another_verb_is_not_a_form() -> None:
    """Here: "Was held" is not "held"; "illness" is not "was cut"."""
    assert form_of("تۇتۇلدى", "تۇت") is None
    assert form_of("كېسىلى", "كېسىل") is None


def test_finite_verbs_close_a_clause() -> None:
    """A noun does not."""
    assert is_closed("قىلدى")
    assert not is_closed("مەكتەپ")
