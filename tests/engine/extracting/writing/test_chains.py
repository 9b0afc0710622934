"""Whose words stand where."""

from dataclasses import replace

from kualik.engine.extracting.notes import Saying
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.chains import Chains
from kualik.engine.facts.vocabulary import Stance
from tests.engine.extracting.writing.samples import document, notes, span


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
