"""`kualik count`."""

import json
import signal
from pathlib import Path

import pytest

from kualik.cli import main
from tests.cli.apart import Place

TWO = "A,B,count\n1,1,40\n1,0,160\n0,1,110\n"
THREE = "A,B,C,count\n1,1,0,40\n1,0,0,160\n0,1,0,110\n1,0,1,32\n0,1,1,23\n0,0,1,120\n1,1,1,9\n"


def table(folder: Path, text: str, name: str = "lists.csv") -> str:
    """Write a table."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run `kualik count`: exit code, stdout, stderr."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["count", *words])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_prints_words_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same report in both."""
    lists = table(tmp_path, TWO)
    code, words, _ = ran(capsys, lists)
    _, written, _ = ran(capsys, lists, "--json")

    assert code == 0
    assert words.startswith("At least 310 people are named (A 200, B 150).")
    assert json.loads(written)["listed"] == 310
    assert json.loads(written)["headline"] is None


def test_three_lists_are_counted_by_all_models_and_the_question_stands_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what each list is, a claimed figure and its source, and one HTML file beside."""
    page = tmp_path / "report.html"
    words = ("--population", "people taken away", "--list", "A=a committee", "--seed", "3", "--html", str(page))
    claimed = ("--claimed", "as many as 2 million", "--claimed-source", "a speech")
    code, written, _ = ran(capsys, table(tmp_path, THREE), *words, *claimed, "--json")
    told = json.loads(written)

    assert code == 0
    assert [one["id"] for one in told["estimators"]][:3] == ["A", "B", "C"]
    assert (told["population"], told["seed"]) == ("people taken away", 3)
    assert told["described"][0]["what"] == "a committee"
    assert told["claimed"] == {"figure": "as many as 2 million", "source": "a speech"}
    assert "people taken away" in page.read_text(encoding="utf-8")


def test_one_model_alone_gives_no_headline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says that it was not asked for the other."""
    _, written, _ = ran(capsys, table(tmp_path, THREE), "--method", "a", "--json")

    assert json.loads(written)["headline"] is None
    assert "B was not asked for" in json.loads(written)["refusal"]


@pytest.mark.parametrize(("column", "estimator"), [("--strata", "A-added"), ("--replicates", "A-pooled")])
def test_rows_may_name_their_part_or_their_linkage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], column: str, estimator: str
) -> None:
    """Parts are added up, linkages averaged over."""
    header, *rows = THREE.splitlines()
    text = "\n".join([f"part,{header}", *(f"{part},{row}" for part in ("north", "south") for row in rows)])
    _, written, _ = ran(capsys, table(tmp_path, text), column, "part", "--method", "a", "--json")

    assert json.loads(written)["estimators"][0]["id"] == estimator


def test_progress_is_said_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line once, and stdout stays what was asked for."""
    _, written, said = ran(capsys, table(tmp_path, THREE), "--method", "a", "--progress", "--json")

    assert "averaging over graphs" in said
    assert len(said.splitlines()) == len(set(said.splitlines()))
    assert json.loads(written)["listed"] == 494


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name a table"),
        (("--method", "magic"), "'magic' is none of"),
        (("--prior", "flat"), "'flat' is none of"),
        (("--claimed", "2 million"), "its source go together"),
        (("--list", "A"), "write NAME=what it is"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """And says what is missing."""
    given = (table(tmp_path, TWO), *words) if words else ()
    code, _, said = ran(capsys, *given)

    assert code == 2
    assert told in " ".join(said.replace("│", " ").split())


def test_what_cannot_be_assumed_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cap below the people listed."""
    code, _, said = ran(capsys, table(tmp_path, THREE), "--cap", "100")

    assert code == 1
    assert "above the 494 listed" in said


@pytest.mark.parametrize(("resume", "told"), [(b"nothing of ours", "damaged"), (None, "No such file")])
def test_a_checkpoint_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], resume: bytes | None, told: str
) -> None:
    """Instead of beginning anew in silence."""
    left = tmp_path / "left"
    if resume is not None:
        left.write_bytes(resume)
    code, _, said = ran(capsys, table(tmp_path, THREE), "--resume", str(left))

    assert code == 1
    assert told in said
    assert "Traceback" not in said


def test_ctrl_c_leaves_a_checkpoint_from_which_it_goes_on(bare: Place, tmp_path: Path) -> None:
    """The answer is that of a run that was left alone."""
    lists = table(tmp_path, THREE)
    left = tmp_path / "left"
    left.write_bytes(b"PK\x05\x06" + bytes(18))  # nothing was done yet: an empty archive
    with bare.started("count", lists, "--resume", str(left), "--progress", "--json") as process:
        assert process.stderr
        while "sampling" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()

    if process.returncode == 0:  # it was done before it heard
        assert json.loads(out)["listed"] == 494
        return
    assert process.returncode == 130
    assert f"--resume {left} goes on from here" in err
    gone_on = json.loads(bare.run("count", lists, "--resume", str(left), "--json").stdout)
    whole = json.loads(bare.run("count", lists, "--json").stdout)
    assert gone_on == whole
