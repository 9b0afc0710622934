"""Which records may be of one human being. Everybody here is fictional."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.linking import Record, propose, proposing
from kualik.engine.linking.evidence import PRIOR, evidence, most

SERIK = Record(
    id="n1",
    names=("Serik Bolatuly",),
    birth="1985-03-02",
    gender="male",
    places=("Kuytun",),
    numbers=("650101-19850302-1234",),
    kin=("Khalida Aqytkhan",),
    document="d1",
)


def likelihood(left: Record, right: Record) -> float:
    """Give the probability of one pair; 0 where it is not proposed."""
    return next((one.probability for one in propose([left], [right], least=0)), 0.0)


def test_the_same_person_in_another_script_is_proposed_with_reasons() -> None:
    """Name, birth, kin; each says what it adds."""
    known = Record(id="k1", names=("Серік Болатұлы",), birth="1985", kin=("Халида Ақытхан",), document="d2")
    (proposal,) = propose([SERIK], [known])

    assert (proposal.left, proposal.right) == ("n1", "k1")
    assert proposal.probability > 0.99
    assert [reason.split()[0] for reason in proposal.why] == ["names", "born", "kin"]


def test_a_birth_date_that_cannot_be_weighs_heavily() -> None:
    """Twenty years apart, the same name is a namesake."""
    known = replace(SERIK, id="k", document="d2", numbers=(), kin=(), places=())

    assert likelihood(SERIK, replace(known, birth="1985~")) > 0.9
    assert likelihood(SERIK, replace(known, birth="1965")) < 0.05
    assert likelihood(SERIK, replace(known, birth="1986")) < likelihood(SERIK, replace(known, birth=None))


def test_another_gender_weighs_against() -> None:
    """And the same one a little for."""
    known = Record(id="k", names=SERIK.names, document="d2")
    by_gender = [likelihood(SERIK, replace(known, gender=gender)) for gender in ("female", None, "male")]

    assert by_gender == sorted(by_gender)
    assert by_gender[0] < by_gender[1] < by_gender[2]


def test_two_people_of_one_document_are_not_proposed() -> None:
    """Brothers stand side by side; the document tells them apart, however near their names."""
    brother = replace(SERIK, id="n2", names=("Berik Bolatuly",))

    assert propose([SERIK, brother], [], least=0) == []
    assert propose([SERIK, replace(SERIK, id="n2", names=("Serik Bolatulı",))], []) != []
    assert propose([SERIK, replace(SERIK, id="n2", names=("Серік Болатұлы",))], []) != []


def test_somebody_without_a_name_is_found_by_kin() -> None:
    """Two sons of one mother in two documents; the number settles it."""
    son = Record(id="n", kin=("Khalida Aqytkhan",), gender="male", document="d1")
    other = Record(id="k", kin=("Халида Ақытхан",), gender="male", document="d2")
    numbered = replace(son, numbers=("650101198503021234",)), replace(other, numbers=("650101 19850302 1234",))

    assert 0.3 < likelihood(son, other) < 0.9
    assert likelihood(*numbered) > 0.99


def test_one_part_of_a_name_says_little() -> None:
    """Many people are called Serik."""
    assert likelihood(SERIK, Record(id="k", names=("Serik",), document="d2")) < 0.2


def test_new_records_are_compared_with_each_other_and_known_ones_are_not() -> None:
    """Known ones were judged before."""
    twins = [replace(SERIK, id=one, document=one) for one in ("a", "b")]

    assert [(one.left, one.right) for one in propose(twins, [])] == [("b", "a")]
    assert propose([], twins) == []


@pytest.mark.parametrize("least", [0.0, 0.5, 0.99])
def test_nothing_below_the_least_is_proposed(least: float) -> None:
    """The likeliest first."""
    known = [Record(id=f"k{n}", names=(name,)) for n, name in enumerate(["Serik Bolatuly", "Serik Bolatov", "Serik"])]
    found = [one.probability for one in propose([SERIK], known, least=least)]

    assert all(one >= least for one in found)
    assert found == sorted(found, reverse=True)


RECORDS = st.lists(
    st.builds(
        Record,
        id=st.uuids().map(str),
        names=st.lists(st.sampled_from(["Serik Bolatuly", "Серік Болатұлы", "Aigul Omar", ""])).map(tuple),
        birth=st.sampled_from([None, "1985", "1985-03-02", "XXXX-03-02", "1970/..", "no date"]),
        gender=st.sampled_from([None, "male", "female"]),
        kin=st.lists(st.sampled_from(["Khalida Aqytkhan", "Халида Ақытхан"])).map(tuple),
        document=st.sampled_from(["", "d1", "d2"]),
    ),
    max_size=6,
    unique_by=lambda record: record.id,
)


@given(RECORDS, RECORDS)
def test_what_is_proposed_does_not_hang_on_the_order(new: list[Record], known: list[Record]) -> None:
    """The same pairs with the same probabilities, whichever way round."""

    def pairs(ones: list[Record], others: list[Record]) -> set[tuple[frozenset[str], float]]:
        return {(frozenset((one.left, one.right)), one.probability) for one in propose(ones, others, least=0)}

    assert pairs(new, known) == pairs(new[::-1], known[::-1])


def crowd(count: int, *, kin: tuple[str, ...] = ()) -> list[Record]:
    """Make records that share one common given name and little else."""
    families = [first + last for first in ("Tol", "Zhum", "Qab", "Nur", "Sad") for last in ("eubek", "adilmar")]
    return [
        Record(id=f"c{n:03d}", names=(f"Serik {families[n % len(families)]}",), kin=kin, document=f"c{n}")
        for n in range(count)
    ]


def test_those_who_share_a_common_name_alone_are_compared_only_up_to_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are; nobody is compared with a whole country."""
    compared: list[str] = []

    def count(_left: Record, right: Record) -> float:
        compared.append(right.id)
        return most(_left, right)

    monkeypatch.setattr(proposing, "most", count)
    propose([SERIK], crowd(proposing.COMMON + 40))

    assert len(compared) == proposing.NAMESAKES


@given(st.integers(0, 120), st.integers(1, 30), st.randoms())
def test_the_cap_never_drops_the_same_name_with_the_same_kin(others: int, same: int, chance: Random) -> None:
    """However common the name, and however many have it."""
    known = [
        *crowd(others, kin=SERIK.kin),
        *(Record(id=f"s{n}", names=SERIK.names, kin=SERIK.kin, document=f"s{n}") for n in range(same)),
    ]
    chance.shuffle(known)

    found = {one.right for one in propose([SERIK], known)}

    assert {f"s{n}" for n in range(same)} <= found


@given(RECORDS, RECORDS)
def test_no_pair_reaches_more_than_the_bound(new: list[Record], known: list[Record]) -> None:
    """So that leaving a pair out by its bound loses none."""
    for left in new:
        for right in known:
            assert PRIOR + sum(one.weight for one in evidence(left, right)) <= most(left, right) + 1e-9


def test_the_same_whole_name_comes_before_many_keys_in_common() -> None:
    """Relatives' names have many keys; they do not crowd out who is called the same."""
    kin = ("Toleuqazy Aqytkhan",)
    crowding = [Record(id=f"k{n:02d}", names=("Bolat Omar",), kin=kin, document=f"k{n}") for n in range(80)]
    named = Record(id="named", names=("Abai Yskak",), document="d0")

    found = propose([Record(id="n", names=("Abai Yskak",), kin=kin, document="d1")], [*crowding, named])

    assert "named" in {one.right for one in found}
