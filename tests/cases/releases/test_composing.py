"""A case is cut down to what an audience may see, and what is withheld is said with its reason."""

import pytest

from kualik.cases.claims.actions import correct
from kualik.cases.claims.models import Claim
from kualik.cases.findings import queries as findings
from kualik.cases.findings.actions import choose
from kualik.cases.findings.case import Case
from kualik.cases.releases import queries
from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.composing import Composed, Rules, compose, must_stay_unnamed
from kualik.cases.releases.models import Audience
from kualik.cases.sources.intake import Told
from tests.cases.casting import NOW, Story, keeper
from tests.cases.releases.releasing import KIN, PROVIDER, SECRETS, WITNESS, case, consented

pytestmark = pytest.mark.django_db


def shown(audience: Audience, *properties: str, consent: bool = True) -> tuple[Case, Composed]:
    """Compose the case of Serik for an audience."""
    story = case()
    person = story.who("e1")
    if consent:
        consented(person, audience)
    return _composed(findings.case(viewer=keeper(), person=person), audience, *properties)


def _composed(told: Case, audience: Audience, *properties: str) -> tuple[Case, Composed]:
    rules = Rules(
        audience=audience,
        properties=frozenset(properties or allowed(audience)),
        consents=queries.consents_for_screening(told.person),
        hidden=queries.hidden(told),
        languages={form.value: form.language for form in told.names},
    )
    return told, compose(told, rules=rules)


def values(composed: Composed) -> dict[str, list[str]]:
    """Gather what is shown, by property."""
    found: dict[str, list[str]] = {}
    for one in (*composed.person.findings, *(one for held in composed.person.custody for one in held.findings)):
        found.setdefault(one.property, []).append(one.value)
    return found


def test_only_listed_properties_are_shown() -> None:
    """A property that nobody listed is withheld, whatever it holds."""
    _told, composed = shown(Audience.PUBLIC)

    assert values(composed) == {
        "Person.name": ["Serik Almasuly"],
        "Person.alias": ["Серік Алмасұлы"],
        "Custody.state": ["prison"],
        "Custody.sentence": ["P10Y"],
        "Custody.place": ["Altai"],
    }
    why = dict(composed.withheld)
    assert why["Person.phone"] == why["Person.notes"] == "not among what the public may be shown"
    assert why["Custody.grounds"] == "names somebody who must stay unnamed"


def test_a_dispute_is_shown_as_one() -> None:
    """The state is denied; who denies is not said."""
    _told, composed = shown(Audience.PUBLIC)
    by_property = {one.property: one for one in composed.person.custody[0].findings}

    assert by_property["Custody.state"].disputed
    assert not by_property["Custody.sentence"].disputed
    assert {one.source for one in by_property.values()} == {"source withheld"}


def test_without_consent_nothing_is_shown() -> None:
    """Each property is withheld for that reason."""
    _told, composed = shown(Audience.PUBLIC, consent=False)

    assert values(composed) == {}
    assert composed.person.name == ""
    assert "no consent for this audience" in {why for _name, why in composed.withheld}


def test_words_of_documents_are_for_closed_audiences_and_only_where_they_name_nobody_hidden() -> None:
    """A title or a quote that names the witness keeps the passage in the house."""
    _told, composed = shown(Audience.UN)

    quotes = [one.quote for one in composed.person.passages]
    assert "Altai" in quotes
    assert all(secret not in quote for secret in SECRETS for quote in quotes)
    _told, public = _composed(findings.case(viewer=keeper(), person=_told.person), Audience.PUBLIC)
    assert public.person.passages == ()


def test_ids_belong_to_this_copy_alone() -> None:
    """Composing twice gives other ids, and none of the casebook's."""
    told, first = shown(Audience.UN)
    _told, second = _composed(told, Audience.UN)
    inside = {str(one).replace("-", "") for passage in told.passages for one in (passage.claim, passage.document)}

    def ids(composed: Composed) -> set[str]:
        person = composed.person
        passages = {id_ for one in person.passages for id_ in (one.id, one.document)}
        return {person.id, *(one.id for one in person.findings), *(one.id for one in person.custody), *passages}

    assert ids(first).isdisjoint(ids(second))
    assert ids(first).isdisjoint(inside)


def test_of_disputed_values_the_chosen_one_is_shown_still_marked_disputed() -> None:
    """A choice for publication hides no dispute."""
    story = case()
    person = story.who("e1")
    consented(person)
    choose(by=keeper(), at=NOW, person=person, property="Custody.state", value="prison", why="two witnesses")

    _told, composed = _composed(findings.case(viewer=keeper(), person=person), Audience.PUBLIC, "Custody.state")

    (one,) = composed.person.custody[0].findings
    assert (one.value, one.disputed) == ("prison", True)


def test_witnesses_kin_and_providers_must_stay_unnamed_and_bodies_need_not() -> None:
    """The person's own names are no secret in their own release."""
    story = case()
    told = findings.case(viewer=keeper(), person=story.who("e1"))

    hidden = must_stay_unnamed(told, providers=[PROVIDER], bodies=["The ministry"])

    assert {WITNESS, KIN, PROVIDER} == set(hidden)
    assert PASSAGES not in hidden


def test_what_was_not_asked_for_is_told_from_what_the_audience_may_not_see() -> None:
    """Lawyers could have been shown the place."""
    _told, composed = shown(Audience.LAWYERS, "Person.name", "Custody.sentence")

    why = dict(composed.withheld)
    assert why["Custody.place"] == "not asked for in this release"
    assert why["Person.phone"] == "not among what lawyers may be shown"
    assert set(values(composed)) == {"Person.name", "Custody.sentence"}


def test_what_is_only_proposed_is_not_called_withheld() -> None:
    """There is nothing yet that could be shown."""
    story = Story("Serik Almasuly, a teacher.")
    story.say(story.person("Serik Almasuly"), "religion", "Islam")
    person = story.propose().who("e1")

    _told, composed = _composed(findings.case(viewer=keeper(), person=person), Audience.PUBLIC)

    assert composed.withheld == ()


def _closed(story: Story) -> Composed:
    person = story.accept().who("e1")
    consented(person, Audience.UN)
    _told, composed = _composed(findings.case(viewer=keeper(), person=person), Audience.UN)
    return composed


def test_a_witness_who_speaks_for_themselves_is_no_less_hidden() -> None:
    """A voice corrected by hand may be one name alone: it is the witness, not the publisher."""
    text = "Serik Almasuly was taken over a letter to Zeynep Qorqytqyzy."
    story = Story(text)
    custody = story.held(story.person("Serik Almasuly"), state="prison")
    story.say(custody, "grounds", "a letter to Zeynep Qorqytqyzy")
    person = story.accept().who("e1")
    consented(person)
    for claim in Claim.objects.filter(property="state"):
        correct(by=keeper(), at=NOW, claim=claim.pk, voice=("Zeynep Qorqytqyzy",))

    _told, composed = _composed(findings.case(viewer=keeper(), person=person), Audience.PUBLIC)

    assert "Custody.grounds" not in values(composed)
    assert ("Custody.grounds", "names somebody who must stay unnamed") in composed.withheld


def test_a_publisher_who_handed_the_paper_over_keeps_the_passage_in_the_house() -> None:
    """A channel may carry the name of the one who runs it and who must not be named."""
    told = Told(publisher="Нұрлан Тоқтасын арнасы", language="kk")
    story = Story("Serik Almasuly is in Altai.", told=told, provider="Nurlan Toqtasyn")
    story.held(story.person("Serik Almasuly"), place="Altai")

    composed = _closed(story)

    assert composed.person.passages == ()
    assert (PASSAGES, "names somebody who must stay unnamed") in composed.withheld


def test_numbers_that_lead_to_somebody_leave_in_no_quote() -> None:
    """A value is masked; the words that it stands in, and the title over them, are masked as well."""
    story = Story("Call 8 701 555 01 99\nSerik Almasuly, IIN 850101300123, is held.")
    story.say(story.person("Serik Almasuly"), "address", "IIN 850101300123")

    passages = _closed(story).person.passages

    assert passages
    said = " ".join(f"{one.title} {one.quote}" for one in passages)
    assert "•••" in said
    assert not any(number in said for number in ("850101300123", "701 555", "01 99"))
