"""How counts that wait are made."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest

from kualik.cases.findings import actions, jobs
from kualik.cases.findings.captures import Chosen
from kualik.cases.findings.counts import report_of
from kualik.cases.findings.errors import NotTheCounter
from kualik.cases.findings.models import Count, CountState
from kualik.cases.ledger.models import Entry
from kualik.engine.counting import MixtureOptions, Settings
from tests.cases.casting import NOW, later
from tests.cases.findings.listing import asked, lists

pytestmark = pytest.mark.django_db
QUICK = Settings(
    mixture=MixtureOptions(chains=2, sweeps=100), short=MixtureOptions(chains=2, sweeps=60), bootstraps=100
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Count with short chains: what is tested here is the queue."""
    monkeypatch.setattr(jobs, "Settings", lambda: QUICK)
    return iter(())


def leased() -> Count:
    """Ask, and lease it."""
    lists()
    asked()
    one = actions.lease_count(worker="w", at=NOW, seconds=600)
    assert one is not None
    return one


def test_what_waits_is_counted_and_reported() -> None:
    """Five people on lists of three are too few: the report says so, and two entries are left."""
    lists()
    asked()
    before = Entry.objects.count()
    (outcome,) = jobs.run(worker="w", clock=lambda: NOW)
    made = Count.objects.get()

    assert outcome.report
    assert made.state == CountState.DONE
    assert report_of(made) == outcome.report
    assert outcome.report.headline is None
    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("seq").details["headline"] is False
    assert jobs.waiting() == 0


def test_a_count_that_is_broken_off_goes_back_and_is_gone_on_with() -> None:
    """What was found so far is kept, and the answer is the same as without the break."""
    one = leased()
    asked_often = count()
    broken = jobs.do(count=one, worker="w", clock=lambda: NOW, stopped=lambda: next(asked_often) >= 1)
    kept = Count.objects.get()

    assert broken.report is None
    assert (kept.state, bool(kept.checkpoint), kept.lease_holder) == (CountState.WAITING, True, "")
    (gone_on,) = jobs.run(worker="w", clock=lambda: later(1))
    asked()
    (whole,) = jobs.run(worker="w", clock=lambda: later(2))
    assert gone_on.report
    assert whole.report
    assert gone_on.report.results == whole.report.results


def test_parts_are_counted_apart() -> None:
    """By gender, of which nothing is known: one part."""
    lists()
    asked(chosen=Chosen(strata="gender"))
    (outcome,) = jobs.run(worker="w", clock=lambda: NOW)

    assert outcome.report
    assert [one.name for one in outcome.report.strata] == ["?"]


def test_a_worker_whose_time_ran_out_keeps_nothing() -> None:
    """Another has it by then."""
    one = leased()
    actions.lease_count(worker="quicker", at=NOW + timedelta(hours=1), seconds=600)

    with pytest.raises(NotTheCounter):
        jobs.do(count=one, worker="w", clock=lambda: later(61), stopped=lambda: False)
    assert Count.objects.get().lease_holder == "quicker"


def test_how_far_it_has_come_is_noted() -> None:
    """At most every two seconds, by the clock."""
    one = leased()
    minutes = count()
    jobs.do(count=one, worker="w", clock=lambda: later(next(minutes)), stopped=lambda: False)

    assert Count.objects.get().share == 1.0


def test_a_count_that_ends_its_worker_again_and_again_is_broken_off() -> None:
    """With the reason, and an entry."""
    one = leased()
    one.attempts = jobs.MOST_ATTEMPTS + 1
    outcome = jobs.do(count=one, worker="w", clock=lambda: NOW, stopped=lambda: False)

    assert "ended its worker" in outcome.failure
    assert Count.objects.get().state == CountState.FAILED
    assert Entry.objects.latest("seq").kind == "count:failed"


def test_a_damaged_checkpoint_breaks_it_off() -> None:
    """Instead of a traceback."""
    one = leased()
    one.checkpoint = "bm90aGluZw=="
    outcome = jobs.do(count=one, worker="w", clock=lambda: NOW, stopped=lambda: False)

    assert "damaged" in outcome.failure
