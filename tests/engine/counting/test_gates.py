"""Each gate: a table or an answer that it lets through, and one that it refuses, with the reason."""

from dataclasses import replace

import numpy as np
import pytest

from kualik.engine.counting.averaging import Averaged, average
from kualik.engine.counting.gates import Gate, check, valley
from kualik.engine.counting.latent_classes import Classes, MixtureOptions, Mode, fit
from kualik.engine.counting.phrases import phrase
from kualik.engine.counting.posterior import Posterior
from kualik.engine.counting.priors import Options
from kualik.engine.counting.sensitivity import vary_averaged
from kualik.engine.counting.table import Table
from kualik.engine.counting.variant import Variant
from tests.engine.counting.published import published

GOOD = Table.of("ABC", [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1]], [200, 210, 190, 40, 45, 50])


def around(people: float, *, spread: float = 0.05, listed: int = 735) -> Posterior:
    """A posterior with its median there; the logarithm of N0 is normal, with that spread."""
    grid = np.exp(np.random.default_rng(1).normal(np.log(people - listed), spread, 8000))
    return Posterior.of_draws(np.rint(listed + grid), listed=listed)


def averaged(posterior: Posterior) -> Averaged:
    """What A would say."""
    return Averaged(posterior=posterior, graphs=(), pairs=(), effective=1.0, models=7, cap=735_000, at_cap=0.0)


def walked(posterior: Posterior, *, rhat: float = 1.0, ess: float = 1000.0, modes: int = 1) -> Classes:
    """What B would say."""
    every = tuple(Mode(chains=8, low=place, median=place + 1.0, high=place + 2.0) for place in range(modes))
    traces = np.zeros((16, 10))
    return Classes(
        posterior=posterior, traces=traces, rhat=rhat, bulk_ess=ess, tail_ess=ess + 1, sweeps=400, modes=every
    )


def variant(what: str, median: float, *, estimator: str = "A", left_out: str = "") -> Variant:
    """The same counted again."""
    label = phrase("changed")
    return Variant(
        what=what, label=label, estimator=estimator, low=median / 2, median=median, high=median * 2, left_out=left_out
    )


def gates(
    table: Table = GOOD, *, a: Posterior | None = None, b: Classes | None = None, **more: object
) -> dict[str, Gate]:
    """Check, and give the gates by name."""
    variants = more.get("variants", ())
    assert isinstance(variants, tuple)
    found = check(table, averaged=averaged(a or around(2000)), classes=b or walked(around(2000)), variants=variants)
    return {gate.name: gate for gate in found}


def failed(found: dict[str, Gate]) -> set[str]:
    """Which forbid a headline."""
    return {name for name, gate in found.items() if gate.blocks and not gate.passed}


def test_a_good_table_passes_every_gate() -> None:
    """Three lists that overlap, two models that agree, chains that agree."""
    found = gates()

    assert failed(found) == set()
    assert not any(gate.provisional for gate in found.values())
    assert set(found) >= {"lists", "overlap", "convergence", "sample", "agreement", "width", "modes"}


def test_every_gate_says_its_rule_its_value_and_what_would_help() -> None:
    """In words that name no variable."""
    for gate in gates(variants=(variant("delta", 2000), variant("leave-out", 2000, left_out="A"))).values():
        assert str(gate.rule)
        assert str(gate.value)
        assert str(gate.advice)
        assert "%(" not in f"{gate.rule}{gate.value}{gate.advice}"


def test_two_lists_are_too_few() -> None:
    """Whatever the models say."""
    assert "lists" in failed(gates(GOOD.only((0, 1))))


@pytest.mark.parametrize(("twice", "alone", "passes"), [(19, 100, False), (20, 100, True), (20, 700, False)])
def test_few_people_on_two_lists_are_too_few(twice: int, alone: int, *, passes: bool) -> None:
    """Fewer than twenty, or fewer than three in a hundred."""
    table = Table.of("ABC", [[1, 0, 0], [0, 0, 1], [1, 1, 0]], [alone, 1, twice])

    assert ("overlap" not in failed(gates(table))) is passes


def test_lists_of_which_most_pairs_share_nobody_are_warned_of() -> None:
    """It forbids nothing by itself."""
    table = Table.of("ABC", [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]], [50, 50, 50, 30])
    gate = gates(table)["thin"]

    assert not gate.passed
    assert not gate.blocks
    assert "2 of 3" in str(gate.value)


@pytest.mark.parametrize(
    ("rhat", "passed", "provisional"),
    [(1.01, True, False), (1.02, True, True), (1.05, True, True), (1.06, False, False)],
)
def test_chains_must_agree(rhat: float, *, passed: bool, provisional: bool) -> None:
    """To 1.01; to 1.05 the answer is provisional."""
    gate = gates(b=walked(around(2000), rhat=rhat))["convergence"]

    assert (gate.passed, gate.provisional) == (passed, provisional)


def test_chains_that_stay_apart_are_listed() -> None:
    """Where they lie is what the reader needs."""
    assert "1 (0-2); 2 (1-3)" in str(gates(b=walked(around(2000), rhat=2.0, modes=2))["convergence"].value)


def test_too_few_draws_are_refused() -> None:
    """The lesser of bulk and tail counts."""
    assert "sample" in failed(gates(b=walked(around(2000), ess=399)))
    assert "sample" not in failed(gates(b=walked(around(2000), ess=400)))


@pytest.mark.parametrize(("other", "passes"), [(2050, True), (3200, False), (1400, False)])
def test_models_must_agree(other: float, *, passes: bool) -> None:
    """Medians within a factor of 1.5, and intervals that overlap."""
    assert ("agreement" not in failed(gates(b=walked(around(other))))) is passes


def test_an_interval_may_not_be_too_wide() -> None:
    """The upper end of the envelope is at most four times the lower."""
    assert "width" in failed(gates(a=around(4000, spread=0.9)))
    assert "width" not in failed(gates(a=around(4000, spread=0.3)))


def test_two_heaps_of_belief_are_two_answers() -> None:
    """A valley between them, half as high as the lower of the two, parts them."""
    one, other = around(1500).draws(4000, 1), around(3000).draws(4000, 1)
    both = Posterior.of_draws(np.concatenate((one, other)), listed=735)

    assert valley(both) < 0.1
    assert valley(around(2000)) > 0.8
    assert "modes" in failed(gates(a=both))


def test_a_small_heap_aside_is_no_second_answer() -> None:
    """Less than one in twenty."""
    one, other = around(1500).draws(9700, 1), around(3000).draws(300, 1)

    assert valley(Posterior.of_draws(np.concatenate((one, other)), listed=735)) > 0.5


@pytest.mark.parametrize(
    ("median", "passed", "provisional"), [(2200, True, False), (2700, True, True), (3300, False, False)]
)
def test_the_prior_may_not_decide(median: float, *, passed: bool, provisional: bool) -> None:
    """A factor of 1.25 makes the answer provisional, 1.5 forbids it; either way, whichever prior and model."""
    for what, estimator in (("delta", "A"), ("prior", "A"), ("classes", "B"), ("alpha", "B")):
        for moved in (median, 2000 * 2000 / median):
            gate = gates(variants=(variant(what, moved, estimator=estimator),))["prior"]
            assert (gate.passed, gate.provisional) == (passed, provisional)


def test_a_list_that_decides_alone_is_named() -> None:
    """It is a warning."""
    gate = gates(variants=(variant("leave-out", 2100, left_out="B"), variant("leave-out", 900, left_out="A")))[
        "leave-out"
    ]

    assert not gate.passed
    assert not gate.blocks
    assert "without A" in str(gate.value)


def test_an_answer_that_hangs_on_the_cap_is_refused() -> None:
    """Its ends move by more than two in a hundred."""
    usual = around(2000)
    low, high = usual.interval()
    same = replace(variant("cap", usual.median), low=low, high=high)

    assert gates(a=usual, variants=(same,))["cap"].passed
    assert not gates(a=usual, variants=(replace(same, high=high * 0.97),))["cap"].passed


def test_the_row_as_it_is_and_a_model_without_answer_are_passed_over() -> None:
    """A variant of B where there is no B is not compared with anything."""
    found = check(
        GOOD,
        averaged=averaged(around(2000)),
        classes=None,
        variants=(variant("base", 9000), variant("alpha", 9000, estimator="B")),
    )

    assert {gate.name for gate in found}.isdisjoint({"prior", "convergence", "agreement"})


def published_gates(name: str, *, sweeps: int = 3200) -> dict[str, Gate]:
    """What A and B say of a published table, checked."""
    table = published(name)
    classes = fit(table, seed=1, options=MixtureOptions(sweeps=sweeps))
    variants = vary_averaged(table, options=Options())
    return {gate.name: gate for gate in check(table, averaged=average(table), classes=classes, variants=variants)}


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("uk_2013_5lists", {"modes", "convergence"}),
        ("uk_2013_6lists", {"modes"}),
        ("netherlands_2010_2015_5lists", {"modes", "prior", "convergence"}),
        ("netherlands_2010_2015_6lists", {"prior", "convergence"}),
        ("new_orleans_2016_5lists", {"overlap"}),
    ],
)
def test_where_no_number_can_be_defended_it_is_refused(name: str, least: set[str]) -> None:
    """United Kingdom and Netherlands have two answers each; New Orleans twelve people on two lists."""
    assert failed(published_gates(name, sweeps=400)) >= least


def test_kosovo_passes() -> None:
    """Provisionally: hidden, one list of four comes out too low, and that is said."""
    found = published_gates("kosovo_1999")

    assert failed(found) == set()
    assert found["hidden"].provisional
    assert "ABA" in str(found["hidden"].value)
