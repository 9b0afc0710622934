"""Why a matcher asks, in the reader's language, without losing what it saw."""

import pytest
from django.utils.translation import override

from kualik.engine.linking import Record, propose
from kualik.web.evidence_words import seen


@pytest.mark.parametrize(
    ("written", "said", "meaning"),
    [
        (
            "names Serik ~ Серік (0.98) (+6.0)",
            "names alike: <bdi>Serik</bdi> ~ <bdi>Серік</bdi>",
            "speaks strongly for",
        ),
        (
            "born 1990 and 1990-05: may be the same (+3.4)",
            "born 1990 and May 1990: may be the same",
            "strongly for one",
        ),
        ("born 1990 and 1980: cannot both be (-3.9)", "born 1990 and 1980: cannot both be", "strongly for two"),
        ("born 1990 and 1991: cannot both be (-1.8)", "born 1990 and 1991: cannot both be", "speaks for two people"),
        ("both male (+0.7)", "both are men", "slightly for one"),
        ("male and female (-3.2)", "one is a man, the other a woman", "strongly for two"),
        ("the same number (+9.1)", "the same number of an identity paper", "strongly for one"),
        ("kin Aisha ~ Айша (+3.9)", "a relative of the same name: <bdi>Aisha</bdi> ~ <bdi>Айша</bdi>", "strongly for"),
        ("place Aksu ~ Aqsu (+0.9)", "the same place: <bdi>Aksu</bdi> ~ <bdi>Aqsu</bdi>", "slightly for one"),
    ],
)
def test_each_piece_is_said_in_words(written: str, said: str, meaning: str) -> None:
    """With how strongly it speaks, and for what."""
    (one,) = seen([written])

    assert one.said == said
    assert meaning in one.meaning
    assert one.speaks_for is (meaning not in {"strongly for two", "speaks for two people"})


def test_every_form_that_the_engine_writes_is_known() -> None:
    """None stays in the engine's own English when the page is in another language."""
    left = Record(
        id="a", names=("Serik Almasuly",), birth="1990", gender="male", places=("Aksu",), numbers=("6523012345",),
        kin=("Aisha Omarqyzy",),
    )  # fmt: skip
    for birth, gender in (("1990-05", "male"), ("1991", "female")):
        right = Record(
            id="b", names=("Серік Алмасұлы",), birth=birth, gender=gender, places=("Aksu",), numbers=("6523012345",),
            kin=("Aisha Omarqyzy",),
        )  # fmt: skip
        (proposal,) = propose([left], [right])
        with override("ru"):
            found = seen(proposal.why)

        assert len(found) == 6
        for one in found:
            assert one.strength
            assert not any(word in one.said for word in ("names ", "born ", "both ", "kin ", "place ", "number"))


def test_what_is_written_otherwise_stays_as_it_is() -> None:
    """A matcher of another make keeps its words, made harmless."""
    (one,) = seen(["<b>alike</b>"])

    assert one.said == '<bdi dir="auto">&lt;b&gt;alike&lt;/b&gt;</bdi>'
    assert one.meaning == ""


def test_names_are_explained_part_by_part() -> None:
    """As the names engine sees them."""
    (one,) = seen(["names Serik Almasuly ~ Серік Алмасұлы (0.98) (+6.0)"])

    assert {("Serik", "Серік"), ("Almasuly", "Алмасұлы")} <= {(why.a, why.b) for why in one.reasons}
