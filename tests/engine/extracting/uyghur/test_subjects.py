"""Subjects of verbs of speech."""

from kualik.engine.extracting.uyghur.subjects import source_before, subject_of
from kualik.engine.extracting.uyghur.verbs import Form
from tests.engine.extracting.uyghur.samples import place, scene


def name_of(text: str, verb: str, form: Form) -> str | None:
    """Name the subject of a verb."""
    made = scene(text)
    subject = subject_of(made, place(made, verb), form)
    return made.cast.party(subject.key).label if subject is not None and subject.key is not None else None


def test_the_first_nominative_speaks_and_the_genitive_does_not() -> None:
    """The inner clause has its own subject."""
    text = "گۈلنار ھەمدۇل ئابلىز ھەمدۇلنىڭ تۇتۇلغانلىقىنى ئېيتتى."
    assert name_of(text, "ئېيتتى", Form(kind="finite")) == "گۈلنار ھەمدۇل"


def test_a_verb_with_a_nouns_endings_has_its_subject_in_the_genitive() -> None:
    """That Abliz said so."""
    text = "گۈلنار ھەمدۇل ئابلىز ھەمدۇلنىڭ شۇنداق ئېيتقانلىقىنى ئاڭلىدى."
    assert name_of(text, "ئېيتقانلىقىنى", Form(kind="nominal")) == "ئابلىز ھەمدۇل"


def test_nobody_is_guessed() -> None:
    """A passive without an agent."""
    assert name_of("بۇ ھەقتە كۆپ نەرسە ئېيتىلدى دېدى.", "دېدى", Form(kind="finite")) is None


def test_a_source_stands_in_the_genitive() -> None:
    """Before "by the words of"."""
    made = scene("گۈلنار ھەمدۇلنىڭ ئېيتىشىچە، ئۇ كەتتى.")
    subject = source_before(made, place(made, "ئېيتىشىچە"))
    assert subject is not None
    assert made.cast.party(subject.key or 0).name == "گۈلنار ھەمدۇل"
