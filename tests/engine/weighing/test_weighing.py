"""What is known, by whom, what is disputed. All people here are fictional."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import NOBODY, Stance
from kualik.engine.weighing import OFFICIAL_RECORD, Finding, Grade, Testimony, Weighed, weigh

MOTHER = "Khalida Aqytkhan"
BROTHER = "Serik Bolatuly"


def said(
    value: str = "P22Y",
    *,
    by: str = MOTHER,
    stance: Stance = Stance.ASSERTS,
    document: str = "d1",
    property_: str = "sentence",
    **more: object,
) -> Testimony:
    """Make a testimony through a paper; its story is its document unless given."""
    claim = f"{document}|{by}|{value}|{stance}|{property_}"
    first = Testimony(
        claim=claim,
        subject="p1",
        property=property_,
        value=value,
        stance=stance,
        voice=("Daily", by),
        document=document,
        story=document,
    )
    return replace(first, **more)  # type: ignore[arg-type]  # a test's shorthand: fields by name


def only(*testimonies: Testimony) -> Finding:
    """Weigh testimonies of one property."""
    (finding,) = weigh(testimonies)
    return finding


def value(finding: Finding, wanted: str) -> Weighed:
    """Pick one value of a finding."""
    return next(one for one in finding.values if one.value == wanted)


def test_ten_articles_that_quote_one_mother_are_one_witness() -> None:
    """Ten stories, spelled in three ways, one human being."""
    spellings = [MOTHER, "Khalida Akytkhan", "Халида Ақытхан"]
    finding = only(*(said(by=spellings[n % 3], document=f"d{n}") for n in range(10)))

    (weighed,) = finding.values
    assert weighed.grade == Grade.SINGLE_WITNESS
    assert weighed.independent == 1
    assert weighed.witnesses[0].spellings == tuple(sorted(spellings))
    assert len(weighed.supports) == 10


def test_two_people_corroborate() -> None:
    """A mother and a brother, each through a story of its own."""
    (weighed,) = only(said(), said(by=BROTHER, document="d2")).values

    assert weighed.grade == Grade.CORROBORATED
    assert [one.name for one in weighed.witnesses] == [MOTHER, BROTHER]


def test_two_people_side_by_side_in_one_article_are_two() -> None:
    """The document itself sets them apart."""
    (weighed,) = only(said(), said(by=BROTHER)).values

    assert weighed.independent == 2


def test_a_copied_paragraph_with_another_attribution_is_no_second_source() -> None:
    """The copy puts another name where the mother stood."""
    (weighed,) = only(said(story="s"), said(by="Zhanar Omarova", document="d2", story="s")).values

    assert weighed.grade == Grade.SINGLE_WITNESS
    assert weighed.independent == 1


def test_a_publisher_alone_is_no_witness() -> None:
    """It does not say how it knows, however many papers print it."""
    papers = [said(voice=(paper,), document=paper) for paper in ("Daily", "Weekly", "Post")]
    nobody = said(by=NOBODY, document="d9")

    (weighed,) = only(*papers, nobody).values
    assert weighed.grade == Grade.UNATTRIBUTED
    assert weighed.witnesses == ()


def test_a_paper_that_another_cites_is_no_witness() -> None:
    """A copy that names the first paper as its source raises nothing."""
    (weighed,) = only(said(voice=("Daily",)), said(by="Daily", voice=("Weekly", "Daily"), document="d2")).values

    assert weighed.grade == Grade.UNATTRIBUTED


def test_the_only_voice_of_a_first_hand_document_is_its_witness() -> None:
    """A statement that somebody signed needs no publisher."""
    (weighed,) = only(said(voice=(MOTHER,), media="statement")).values

    assert weighed.grade == Grade.SINGLE_WITNESS


def test_people_who_are_only_described_are_at_most_one() -> None:
    """A relative and a neighbour may be anybody, the mother included."""
    (alone,) = only(said(by="a relative"), said(by="a neighbour", document="d2")).values
    (beside,) = only(said(), said(by="a relative", document="d2")).values

    assert alone.grade == Grade.SINGLE_WITNESS
    assert beside.independent == 1
    assert len(beside.witnesses) == 2


def test_an_official_paper_documents() -> None:
    """A verdict outweighs any number of witnesses."""
    verdict = said(by="Court of Kuytun", official=True, media=OFFICIAL_RECORD, document="v")
    (weighed,) = only(said(), said(by=BROTHER, document="d2"), verdict).values

    assert weighed.grade == Grade.DOCUMENTED


def test_an_authority_acknowledges_even_when_it_explains_otherwise() -> None:
    """It admits the act; the explanation is another claim."""
    (weighed,) = only(said(by="Embassy", stance=Stance.ACKNOWLEDGES_OTHERWISE)).values
    (spoken,) = only(said(by="Embassy", official=True)).values

    assert weighed.grade == Grade.ACKNOWLEDGED
    assert spoken.grade == Grade.ACKNOWLEDGED


def test_a_denial_stands_beside_the_grade() -> None:
    """It lowers no grade and is never lost."""
    finding = only(said(), said(by="Embassy", stance=Stance.DENIES, official=True, document="d2"))

    (weighed,) = finding.values
    assert finding.disputed
    assert weighed.disputed
    assert weighed.grade == Grade.SINGLE_WITNESS
    assert [one.voice for one in weighed.denies] == [("Daily", "Embassy")]


def test_what_is_only_denied_is_unsupported_and_shown() -> None:
    """Nobody says it, somebody denies it."""
    (weighed,) = only(said(stance=Stance.DENIES)).values

    assert weighed.grade == Grade.UNSUPPORTED
    assert not weighed.disputed
    assert len(weighed.denies) == 1


def test_a_retraction_removes_nothing_and_counts_no_longer() -> None:
    """The brother takes it back; what he said stays in sight."""
    first, taken = said(), said(by=BROTHER, document="d2", day="2020-01-01")
    back = said(by="Serik Bolatovich", document="d3", stance=Stance.RETRACTS, day="2021-01-01")

    (weighed,) = only(first, taken, back).values
    assert weighed.grade == Grade.SINGLE_WITNESS
    assert weighed.retracted == (taken.claim,)
    assert weighed.supports == (first.claim,)


def test_a_copy_that_names_nobody_falls_with_the_voice_it_left_out() -> None:
    """The mother takes it back; the paper that printed her story as its own gives no other source."""
    copy = said(voice=("Weekly",), document="d2", story="d1")
    back = said(stance=Stance.RETRACTS, document="d3")

    (weighed,) = only(said(), copy, back).values
    assert weighed.grade == Grade.UNSUPPORTED
    assert len(weighed.retracted) == 2


def test_what_is_said_anew_after_a_retraction_stands() -> None:
    """Only what came before is taken back."""
    back = said(stance=Stance.RETRACTS, document="d2", day="2021-01-01")
    again = said(document="d3", day="2022")

    (weighed,) = only(said(day="2020"), back, again).values
    assert weighed.supports == (again.claim,)
    assert weighed.grade == Grade.SINGLE_WITNESS


def test_a_paper_that_retracts_takes_back_what_came_through_it() -> None:
    """It speaks for its own pages, not for the witness elsewhere."""
    elsewhere = said(voice=("Weekly", MOTHER), document="w")
    back = said(voice=("Daily",), stance=Stance.RETRACTS, document="d2")

    (weighed,) = only(said(), elsewhere, back).values
    assert weighed.supports == (elsewhere.claim,)
    assert weighed.retracted == (said().claim,)


def test_two_sentences_for_one_act_are_disputed() -> None:
    """Ten years and twelve cannot both be true; each names the other."""
    finding = only(said("P10Y"), said("P12Y", by=BROTHER, document="d2"))

    assert finding.disputed
    assert value(finding, "P10Y").conflicts == ("P12Y",)
    assert value(finding, "P12Y").conflicts == ("P10Y",)


def test_one_sentence_in_other_units_is_one_value() -> None:
    """264 months are 22 years."""
    finding = only(said("P22Y"), said("P264M", by=BROTHER, document="d2"))

    assert len(finding.values) == 1
    assert not finding.disputed


def test_a_day_inside_a_year_supports_the_year_and_contradicts_nothing() -> None:
    """Two witnesses say 1980; one of them gives the day."""
    finding = only(
        said("1980", property_="birthDate"), said("1980-05-03", by=BROTHER, document="d2", property_="birthDate")
    )

    assert not finding.disputed
    assert value(finding, "1980").grade == Grade.CORROBORATED
    assert value(finding, "1980-05-03").grade == Grade.SINGLE_WITNESS


def test_birth_dates_that_share_no_day_are_disputed() -> None:
    """1980 and 1982; about 1981 fits either."""
    born = [said(day, by=f"Witness {day}", document=day, property_="birthDate") for day in ("1980", "1982")]

    assert only(*born).disputed
    assert not only(born[0], said("1981~", document="d3", property_="birthDate")).disputed


def test_states_of_custody_are_a_sequence() -> None:
    """Police custody in one year and prison in another are no dispute."""
    finding = only(said("police custody", property_="state"), said("prison", document="d2", property_="state"))

    assert not finding.disputed


def test_ages_are_compared_on_the_days_they_were_given() -> None:
    """68 in 2018 and 74 in 2024 are one birth year; 68 in both are not."""
    early = said("68", property_="age", day="2018-02-08")
    later = said("74", property_="age", day="2024-02-08", document="d2")
    same = said("68", property_="age", day="2024-02-08", document="d2")

    assert not only(early, later).disputed
    assert only(early, same).disputed
    assert only(replace(early, day=None), later).disputed


def test_a_refusal_to_comment_is_neither_for_nor_against() -> None:
    """It is kept with the finding."""
    silent = said(by="Police of Almaty", stance=Stance.DECLINES_TO_COMMENT, document="d2")
    finding = only(said(), silent)

    assert finding.unanswered == (silent.claim,)
    assert not finding.disputed


def test_missing_is_said() -> None:
    """What nobody speaks of is a finding too."""
    findings = {one.property: one for one in weigh([said()], expected=["birthDate", "sentence"])}

    assert findings["birthDate"].missing
    assert not findings["sentence"].missing


TESTIMONIES = st.lists(
    st.builds(
        lambda value, voice, stance, document, story, official: said(
            value, voice=voice, by=voice[-1], stance=stance, document=document, story=story, official=official
        ),
        st.sampled_from(["P10Y", "P12Y", "P120M"]),
        st.sampled_from([MOTHER, "Халида Ақытхан", BROTHER, "a relative", NOBODY, ""]).map(
            lambda name: ("Daily", name) if name else ("Daily",)
        ),
        st.sampled_from([Stance.ASSERTS, Stance.DENIES, Stance.RETRACTS]),
        st.sampled_from(["d1", "d2", "d3"]),
        st.sampled_from(["s1", "s2"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@given(TESTIMONIES, st.randoms(use_true_random=False))
def test_order_makes_no_difference(testimonies: list[Testimony], random: object) -> None:
    """Nor does giving a testimony twice."""
    shuffled = testimonies + testimonies[:3]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' random has no public type

    assert weigh(shuffled) == weigh(testimonies)


@given(TESTIMONIES, st.data())
def test_a_copy_raises_no_grade(testimonies: list[Testimony], data: st.DataObject) -> None:
    """Another paper prints the same story with the same voice, or names the first paper as its source."""
    copied = data.draw(st.sampled_from([one for one in testimonies if one.stance != Stance.RETRACTS] or [said()]))
    chain = data.draw(st.sampled_from([("Copier", copied.voice[-1]), ("Copier", *copied.voice), ("Copier",)]))
    copy = replace(copied, claim="copy", document="copy", voice=chain, official=copied.official and len(chain) > 1)
    before = {(f.property, v.value): v for f in weigh([*testimonies, copied]) for v in f.values}
    order = list(Grade)

    for finding in weigh([*testimonies, copied, copy]):
        for weighed in finding.values:
            was = before[finding.property, weighed.value]
            assert weighed.independent <= was.independent
            assert order.index(weighed.grade) >= order.index(was.grade)
