"""The one whom a report begins with by description."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register

STORY = "Timur Asanov, 43, had a shop in Tekes. Asanov had two sons. Asanov read poems."


def _label(lede: str, noun: str) -> str | None:
    register = Register(parse(f"A heading\n\n{lede}\n\n{STORY}"))
    i = next(word.i for word in register.parsed.words if word.lower == noun)
    mention = register.cast.mentions.at(i)
    return None if mention is None else register.cast.party(mention.party).label


def test_the_one_described_first_is_the_one_named_next() -> None:
    """As agencies begin."""
    assert _label("A Uyghur baker from Tekes has died in prison, relatives said.", "baker") == "Timur Asanov"


def test_of_another_age_or_office_it_is_somebody_else() -> None:
    """What does not fit is not joined."""
    assert _label("A 60-year-old baker has died in prison.", "baker") != "Timur Asanov"
    assert _label("A policeman from Tekes has been dismissed.", "policeman") != "Timur Asanov"


def test_who_only_says_something_is_not_whom_it_is_about() -> None:
    """A neighbour told it."""
    assert _label("A baker said that it rained.", "baker") != "Timur Asanov"
