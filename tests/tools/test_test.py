"""`./kualik test` passes only what it has proved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools import browser, engines, lint, postgres, test
from tools.browser import Browser, NoBrowser
from tools.postgres import NoPostgres
from tools.steps import Outcome, Step

URL = "postgresql://postgres@127.0.0.1:1/postgres"
REPORT = '<testsuites><testsuite tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}"/></testsuites>'


@dataclass
class Stage:
    """A machine on which nothing is really run: what was run is noted, and ends as is said here."""

    steps: list[Step] = field(default_factory=list)
    code: int = 0
    tests: int = 3
    skipped: int = 0
    linted: int = 0

    def shown(self, step: Step) -> Outcome:
        """Note a run of pytest and write the report that it would."""
        self.steps.append(step)
        report = next(word for word in step.command if word.startswith("--junitxml=")).partition("=")[2]
        Path(report).write_text(REPORT.format(tests=self.tests, failures=self.code, skipped=self.skipped))
        return Outcome(name=step.name, code=self.code, seconds=0)

    def parts(self) -> list[str]:
        """Say which parts of the suite were run."""
        return [word for step in self.steps for word in step.command if word.startswith("--part=")]


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stage:
    """A machine that has everything."""
    stage = Stage()

    @contextmanager
    def served() -> Iterator[str]:
        yield URL

    monkeypatch.setattr(test, "REPORTS", tmp_path / "reports")
    monkeypatch.setattr(test, "shown", stage.shown)
    monkeypatch.setattr(lint, "run", lambda: [Outcome(name="style", code=stage.linted, seconds=0)])
    monkeypatch.setattr(engines, "prove", lambda **_: Outcome(name="engines", code=0, seconds=0))
    monkeypatch.setattr(browser, "provide", lambda: Browser(path=Path("/chromium"), flags=()))
    monkeypatch.setattr(postgres, "served", served)
    return stage


def test_all_of_it_is_run(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """On SQLite, on PostgreSQL, in the browser; the last line is as pytest's."""
    assert test.main([]) == 0

    assert stage.parts() == ["--part=units", "--part=database", "--part=journeys"]
    assert [step.environment["KUALIK_TEST_DATABASE_URL"] for step in stage.steps] == ["", URL, URL]
    assert stage.steps[2].environment["KUALIK_CHROMIUM"] == "/chromium"
    assert capsys.readouterr().out.splitlines()[-1].strip("=").startswith(" 9 passed in ")


def test_one_failure_fails_the_run_and_the_rest_is_still_run(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """One sees all that is wrong at once."""
    stage.code = 1

    assert test.main([]) == 1
    assert len(stage.parts()) == 3
    assert "3 failed, 6 passed" in capsys.readouterr().out.splitlines()[-1]


def test_a_failed_check_fails_the_run(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where every test passes; and the last line does not say otherwise."""
    stage.linted = 1

    assert test.main([]) == 1
    assert "1 step(s) failed" in capsys.readouterr().out.splitlines()[-1]


def test_a_skipped_test_fails_the_run(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """What was not run was not proved."""
    stage.skipped = 1

    assert test.main([]) == 1
    assert "FAILED tests were skipped" in capsys.readouterr().out


def test_no_test_at_all_fails_the_run(stage: Stage) -> None:
    """A misspelt word chooses nothing, and that is no success."""
    stage.tests, stage.code = 0, test.NOTHING_CHOSEN

    assert test.main(["-k", "misspelt"]) == 1


def test_words_choose_tests_and_leave_out_the_checks(stage: Stage) -> None:
    """`./kualik test tests/cases -k claim` is for the minute in which one works on claims."""
    stage.linted = 1

    assert test.main(["tests/cases", "-k", "claim"]) == 0
    assert all({"tests/cases", "-k", "claim"} <= set(step.command) for step in stage.steps)


@pytest.mark.parametrize(
    ("word", "left", "said"),
    [
        ("--without-postgres", ["--part=units", "--part=journeys"], "without PostgreSQL"),
        ("--without-browser", ["--part=units", "--part=database"], "without a browser"),
    ],
)
def test_leaving_something_out_is_said_loudly(
    stage: Stage, capsys: pytest.CaptureFixture[str], word: str, left: list[str], said: str
) -> None:
    """It is asked for by name, and stands at the end of the output."""
    assert test.main([word]) == 0

    assert stage.parts() == left
    assert f"WARNING: run {said}" in capsys.readouterr().out


@pytest.mark.parametrize("error", [NoBrowser(tried="nothing"), NoPostgres(why="nothing")])
def test_what_is_missing_ends_the_run_before_the_first_test(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    """Exit code 3, and what to do, on stderr."""

    def missing() -> Browser:
        raise error

    monkeypatch.setattr(browser, "provide", missing)

    assert test.main([]) == 3
    assert stage.steps == []
    assert "--without-" in capsys.readouterr().err


def test_the_engines_alone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither browser nor database is needed for them."""

    def prove(*, report: Path, words: tuple[str, ...]) -> Outcome:
        report.write_text(REPORT.format(tests=5, failures=0, skipped=0))
        return Outcome(name=" ".join(words), code=0, seconds=0)

    monkeypatch.setattr(engines, "prove", prove)
    monkeypatch.setattr(browser, "provide", lambda: pytest.fail("no browser is needed"))

    assert test.main(["--engines"]) == 0
    assert stage.steps == []


def test_pictures_are_asked_of_the_journeys_alone(stage: Stage) -> None:
    """They are what a browser shows; and everything else is run as ever."""
    assert test.main(["--pictures"]) == 0

    asked = [step.command for step in stage.steps if "--pictures" in step.command]
    assert [[word for word in command if word.startswith("--part=")] for command in asked] == [["--part=journeys"]]
    assert stage.parts() == ["--part=units", "--part=database", "--part=journeys"]
