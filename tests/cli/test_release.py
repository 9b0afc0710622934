"""`kualik release` at the terminal, from the consent to the withdrawal."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.releases.models import Consent, Release
from tests.cases.casting import worker
from tests.cases.releases.releasing import case
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_release_goes_all_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    """Each step prints what the next one needs."""
    case()
    worker("saule", Role.PUBLISHER)
    given = ("--given-by", "his brother", "--given-on", "2024-02")
    assert run(capsys, "release", "consent", "K-1", *given).out.startswith("consent ")
    assert str(Consent.objects.get().pk) in run(capsys, "release", "consents", "K-1").out

    drafted = run(capsys, "release", "draft", "K-1", "--title", "Held", "--audience", "public")
    assert drafted.out.startswith(f"draft {Release.objects.get().pk}: Held, 1 in it")
    assert "K-000001: Person.phone withheld: not among what the public may be shown" in drafted.err

    own = run(capsys, "release", "approve", "Held")
    assert (own.code, "somebody else who may publish must approve it" in own.err) == (1, True)
    approved = run(capsys, "release", "approve", "Held", as_="saule")
    assert f"digest {Release.objects.get().digest}" in approved.out
    assert "approved  public  Held" in run(capsys, "release", "list").out
    assert "Sentence: 10 years" in run(capsys, "release", "show", "Held").out

    assert run(capsys, "release", "withdraw", "Held").code == 0
    assert run(capsys, "release", "withdraw", "Held").code == 1


def test_without_consent_the_refusal_says_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is drafted."""
    case()

    ran = run(capsys, "release", "draft", "K-1", "--title", "Held")

    assert ran.code == 1
    assert "kualik release consent" in ran.err
    assert not Release.objects.exists()


def test_an_audience_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2."""
    assert run(capsys, "release", "draft", "K-1", "--title", "T", "--audience", "everybody").code == 2


def test_a_date_in_words_is_refused_with_how_to_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    """No consent is recorded."""
    case()

    ran = run(capsys, "release", "consent", "K-1", "--given-by", "his brother", "--given-on", "June 2023")

    assert ran.code == 1
    assert "'June 2023' is not a date" in ran.err
    assert not Consent.objects.exists()
