"""Custody in one line, in words, and never more certain than it is."""

from collections.abc import Iterable
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.people.custody import CustodyLine, distinct, in_words, line_of, lines, sentences_in_words
from kualik.engine.facts import Stance
from tests.cases.casting import Story, keeper


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P22Y", "22 years"),
        ("P1Y", "1 year"),
        ("P1Y6M", "1 year 6 months"),
        ("P3W", "3 weeks"),
        ("P15D", "15 days"),
        ("life", "life"),
        ("P", "P"),
        ("", ""),
    ],
)
def test_durations_are_said_in_words(duration: str, words: str) -> None:
    """Years, months, weeks and days; what is no duration stays as it is."""
    assert in_words(duration) == words


def test_an_accepted_value_stands_before_one_only_proposed() -> None:
    """Of two accepted values the first in the text is taken."""
    states = [("state", "camp", False), ("state", "prison", True), ("state", "released", True)]

    line = line_of([*states, ("sentence", "P2Y", False)], accepted=True)

    assert (line.state, line.sentence, line.accepted) == ("prison", "P2Y", True)


def test_what_nobody_says_is_left_out() -> None:
    """Without a state it is unspecified; no date is made up."""
    assert line_of([], accepted=False) == CustodyLine(state="unspecified")
    assert str(CustodyLine(state="prison", sentence="P22Y", start="2018")) == "prison, 22 years, from 2018"


def held(
    state: str = "prison",
    sentence: str = "",
    start: str = "",
    end: str = "",
    *,
    sure: bool = True,
    documents: tuple[UUID, ...] = (),
) -> CustodyLine:
    """Tell of one stretch in one line."""
    return CustodyLine(state=state, sentence=sentence, start=start, end=end, accepted=sure, documents=documents)


def test_one_document_with_two_sentences_tells_of_two_stretches() -> None:
    """Whoever wrote it told them apart; another document's sentence is a dispute."""
    one, other = UUID(int=1), UUID(int=2)
    first, second = held(sentence="P3Y", documents=(one,)), held(sentence="P15Y", documents=(one,))

    assert {str(line) for line in distinct([first, second])} == {"prison, 15 years", "prison, 3 years"}
    assert [str(line) for line in distinct([first, held(sentence="P15Y", documents=(other,))])] == [
        "prison, 3 or 15 years (disputed)"
    ]


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (("P12Y", "P10Y"), "10 or 12 years (disputed)"),
        (("P1Y", "P10Y", "P2Y"), "1 year or 2 years or 10 years (disputed)"),
        (("P10Y", "P18M"), "18 months or 10 years (disputed)"),
        (("life", "P20Y6M"), "20 years 6 months or life (disputed)"),
        (("P10Y",), "10 years"),
        ((), ""),
    ],
)
def test_every_sentence_is_said_the_shortest_first(sentences: tuple[str, ...], words: str) -> None:
    """The unit once where it is the same word."""
    line = line_of([("sentence", one, True) for one in sentences], accepted=True)

    assert sentences_in_words(line) == words


def test_an_accepted_sentence_is_not_disputed_by_one_only_proposed() -> None:
    """Accepted and proposed are never one."""
    told = [("sentence", "P10Y", True), ("sentence", "P12Y", False)]

    assert line_of(told, accepted=True).sentences == ("P10Y",)
    assert [str(line) for line in distinct([held(sentence="P10Y"), held(sentence="P12Y", sure=False)])] == [
        "prison, 10 years",
        "prison, 12 years",
    ]


def test_lines_that_can_be_one_are_one() -> None:
    """With the closer of two dates and every sentence; another state stays beside it."""
    told = [
        held(),
        held(sentence="P11Y"),
        held(sentence="P11Y", start="2019"),
        held(start="2019-03"),
        held(sentence="P14Y"),
        held("died in custody", end="2020-11"),
        held("died in custody", start="2020-11-12", end="2020-11-12"),
    ]

    found = distinct(told)

    assert [str(line) for line in found] == [
        "prison, 11 or 14 years (disputed), from 2019-03",
        "died in custody, on 2020-11-12",
    ]


def test_a_proposal_is_never_merged_into_what_is_accepted() -> None:
    """It is shown where it says more, as a proposal, and left out where it does not."""
    accepted = held(sentence="P11Y")
    silent, new = held(sure=False), held(sentence="P11Y", start="2019", sure=False)

    assert distinct([accepted, silent]) == (accepted,)
    assert distinct([accepted, new]) == (accepted, new)


LINES = st.builds(
    held,
    st.sampled_from(["prison", "camp", "unspecified"]),
    st.sampled_from(["", "P10Y", "P12Y"]),
    st.sampled_from(["", "2018", "2018-03", "2021"]),
    sure=st.booleans(),
    documents=st.sampled_from([(), (UUID(int=1),), (UUID(int=2),)]),
)


@given(st.lists(LINES, max_size=5), st.randoms())
def test_the_order_of_lines_makes_no_difference_and_twice_is_once(told: list[CustodyLine], chance: Random) -> None:
    """No sentence is lost."""
    shuffled = chance.sample(told, len(told))

    assert distinct(shuffled) == distinct(told)
    assert distinct(distinct(told)) == distinct(told)
    assert sentences(distinct(told)) == sentences(told)


def sentences(told: Iterable[CustodyLine]) -> set[str]:
    """Gather the sentences that lines give."""
    return {sentence for line in told for sentence in line.sentences}


@pytest.mark.django_db
def test_lines_are_by_entity_and_say_what_is_only_proposed() -> None:
    """Two stretches of one person are two lines, in the order of their dates."""
    story = Story("Serik Almasuly was in a camp from 2017, and in prison from 2019.")
    serik = story.person("Serik Almasuly")
    story.held(serik, state="prison", startDate="2019")
    story.held(serik, state="camp", startDate="2017")
    entity = story.propose().entity(serik)

    found = lines(viewer=keeper(), entities=[entity.pk])

    assert [(line.state, line.start, line.accepted) for line in found[entity.pk]] == [
        ("camp", "2017", False),
        ("prison", "2019", False),
    ]


@pytest.mark.django_db
def test_a_line_gives_every_sentence_that_somebody_stands_by() -> None:
    """One that is only denied is not among them."""
    story = Story("Serik got 10 years, Marat said, 12 said Sholpan; the court denies 15.")
    serik = story.person("Serik Almasuly")
    custody = story.held(serik, voice=("Marat",), state="prison", sentence="P10Y")
    story.say(custody, "sentence", "P12Y", voice=("Sholpan",))
    story.say(custody, "sentence", "P15Y", voice=("the court",), stance=Stance.DENIES)
    entity = story.accept().entity(serik)

    (line,) = lines(viewer=keeper(), entities=[entity.pk])[entity.pk]

    assert str(line) == "prison, 10 or 12 years (disputed)"
    assert line.documents == (story.document.pk,)
