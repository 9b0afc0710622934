"""Whose words stand where."""

from dataclasses import replace

import pytest

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.chains import Chains
from kualik.engine.facts import Spoken
from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.writing.samples import TEXT, document, notes, span


def test_voices_run_from_the_page_inwards() -> None:
    """A saying within a saying stands behind it."""
    noted = notes()
    inner = Saying(
        span=span("Timur was jailed"), content=span("was jailed"), stance=Stance.ASSERTS, rule="said", speaker=2
    )
    noted.sayings.append(inner)
    chain = Chains(document(), noted).chain(span("jailed"))
    assert chain == ("Vostok Times", "Aida Bekova", "The consulate")
    assert Chains(document(), noted).chain(inner.content, without=inner) == ("Vostok Times", "Aida Bekova")


def test_outside_every_saying_the_page_speaks() -> None:
    """Narration has the publisher's voice alone."""
    assert Chains(document(), notes()).chain(span("The consulate")) == ("Vostok Times",)


def test_a_narrator_stands_behind_the_publisher() -> None:
    """In a testimony everything is told by one person."""
    noted = replace(notes(), narrator=0)
    assert Chains(document(), noted).chain(span("The consulate")) == ("Vostok Times", "Aida Bekova")
    assert Chains(document(), noted).chain(span("jailed")) == ("Vostok Times", "Aida Bekova")


def test_a_hundred_sayings_within_each_other_are_read() -> None:
    """Deep nesting gives a chain and takes no time."""
    noted = notes()
    noted.sayings = [
        Saying(
            span=Span(start=n, end=90), content=Span(start=n, end=90), stance=Stance.ASSERTS, rule="s", speaker=n % 2
        )
        for n in range(60)
    ]
    assert len(Chains(document(), noted).chain(Span(start=80, end=81))) == 61


def test_the_author_of_a_message_stands_between_the_page_and_who_is_quoted() -> None:
    """Form gives a voice to what no verb gives one to."""
    sent = replace(document(), spoken=(Spoken(start=0, end=len(TEXT), speaker="Dina Omarova"),))
    assert Chains(sent, notes()).chain(span("jailed")) == ("Vostok Times", "Dina Omarova", "Aida Bekova")
    assert Chains(sent, notes()).voice(notes().sayings[0]) == ("Vostok Times", "Dina Omarova", "Aida Bekova")


@pytest.mark.parametrize(("margin", "shown"), [("Aida", "Aida Bekova"), ("Bekova", "Aida Bekova")])
def test_a_name_in_the_margin_is_written_as_in_the_text(margin: str, shown: str) -> None:
    """A turn's short label and the person's full name are one voice."""
    said = TEXT.index("her son")
    told = replace(document(), spoken=(Spoken(start=said, end=len(TEXT), speaker=margin),))
    assert Chains(told, notes()).chain(span("jailed")) == ("Vostok Times", shown)
    assert Chains(told, notes()).voice(notes().sayings[0]) == ("Vostok Times", "Aida Bekova")


def test_somebody_described_by_a_name_is_somebody_else() -> None:
    """The son of the author is not the author."""
    noted = notes()
    noted.parties[0].name, noted.parties[0].description = None, "son of Aida"
    told = replace(document(), spoken=(Spoken(start=0, end=len(TEXT), speaker="Aida"),))
    assert Chains(told, noted).chain(span("jailed")) == ("Vostok Times", "Aida", "son of Aida")


def test_a_namesake_who_is_quoted_is_not_the_author() -> None:
    """Aida writes that Aida Bekova said it: she passes on, and the words are not her own."""
    sent = replace(document(), spoken=(Spoken(start=0, end=len(TEXT), speaker="Aida"),))
    assert Chains(sent, notes()).voice(notes().sayings[0]) == ("Vostok Times", "Aida", "Aida Bekova")


def test_a_narrator_does_not_stand_behind_another_authors_message() -> None:
    """Whoever tells the letter does not tell what another wrote in it."""
    noted = replace(notes(), narrator=0)
    sent = replace(document(), spoken=(Spoken(start=0, end=len(TEXT), speaker="Dina Omarova"),))
    assert Chains(sent, noted).chain(span("The consulate")) == ("Vostok Times", "Dina Omarova")
