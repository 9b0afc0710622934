"""Episodes written down as claims."""

from tests.engine.extracting.samples import found, read


def test_a_custody_told_twice_is_one() -> None:
    """Its slots are united."""
    text = "Omar Amin was sentenced to seven years. Omar Amin was sentenced in May 2019 in Kunes county."
    (fact,) = found(text, "custody")

    assert (fact["sentence"], fact["since"], fact["place"]) == ("P7Y", "2019-05", "Kunes county")


def test_two_terms_are_two_custodies() -> None:
    """Even of one person."""
    text = "Omar Amin was sentenced to seven years. Omar Amin was sentenced to nine years."

    assert [fact["sentence"] for fact in found(text, "custody")] == ["P7Y", "P9Y"]


def test_two_voices_are_two_custodies() -> None:
    """Who contradicts whom is for people to weigh."""
    text = "Lawyer Aida Bekova said Omar Amin was arrested. An officer said Omar Amin was arrested."

    assert [fact["voice"] for fact in found(text, "custody")] == ["Aida Bekova", "An officer"]


def test_an_arrest_is_an_event_and_a_state_is_not() -> None:
    """The words "is serving" happened to nobody on any day."""
    assert [fact["type"] for fact in found("Omar Amin was arrested in May 2019.", "event")] == ["arrest"]
    assert found("Omar Amin is serving seven years.", "event") == []


def test_an_allegation_keeps_its_stance() -> None:
    """What is claimed is not asserted."""
    stances = {
        claim.stance.value
        for claim in read("Relatives claim that Omar Amin was arrested.").claims
        if claim.property == "detainee"
    }

    assert stances == {"alleges"}
