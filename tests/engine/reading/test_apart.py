"""Tests of reading files in child processes."""

import io
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from kualik.engine.reading import Apart, Limits, Options, Refusal, Refused, read
from kualik.engine.reading.drawing import draw
from kualik.engine.reading.limits import MIB
from tests.engine.reading.samples import (
    ENGLISH,
    KAZAKH,
    docx,
    encrypted_pdf,
    many_paged_pdf,
    packed,
    page,
    paragraph,
    pdf,
    xlsx,
)

HERE = Path(__file__).parent
TIGHT = Limits(cpu_seconds=1, wall_seconds=20, memory_bytes=600 * MIB)
LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux limits memory and tells a child of its parent's end"
)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """Give a place to read apart, with the usual limits."""
    with Apart() as place:
        yield place


def hostile(name: str, limits: Limits = TIGHT) -> Apart:
    """Give a place whose children run a function of the module `hostile`."""
    return Apart(limits, reader=f"hostile:{name}")


@pytest.fixture(autouse=True)
def _findable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let children find the module `hostile`."""
    monkeypatch.setenv("PYTHONPATH", str(HERE))


def refusal(place: Apart, content: bytes = b"x", name: str = "x.txt") -> Refused:
    """Give the refusal of a file."""
    with pytest.raises(Refused) as refused:
        place.read_content(content, name=name)
    return refused.value


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (KAZAKH.encode("kz1048"), "a.txt"),
        (page(f"<p>{ENGLISH}</p>").encode(), "a.html"),
        (pdf("The teacher", "was taken"), "a.pdf"),
        (docx(paragraph(KAZAKH)), "a.docx"),
        (xlsx({"One": [["a", 1]], "Two": [["b"]]}), "a.xlsx"),
    ],
)
def test_apart_reads_the_same_as_here(apart: Apart, tmp_path: Path, content: bytes, name: str) -> None:
    """Whoever reads it, a file has the same documents."""
    (tmp_path / name).write_bytes(content)

    assert apart.read(tmp_path / name) == read(content, name=name)


def test_options_and_names_reach_the_child(apart: Apart, tmp_path: Path) -> None:
    """What the person says of a file is known where it is read."""
    (tmp_path / "blob").write_bytes("a;b\nҚазақ;2".encode("kz1048"))

    (document,) = apart.read(tmp_path / "blob", name="list.csv", options=Options(encoding="kz1048", publisher="Bala"))

    assert (document.text, document.publisher) == ("a\tb\nҚазақ\t2", "Bala")


def test_a_file_of_two_gigabytes_is_refused_unread(apart: Apart, tmp_path: Path) -> None:
    """Its size is looked at, and none of it is taken into memory."""
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(2 << 30)

    with pytest.raises(Refused, match=r"huge\.txt: too large \(2,048 MiB, not over 50\)"):
        apart.read(tmp_path / "huge.txt")


def test_what_is_no_file_is_refused(apart: Apart, tmp_path: Path) -> None:
    """A pipe would be waited for without end; a folder has no bytes."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(Refused, match="not a file"):
            apart.read(path)


def test_a_file_that_is_not_there_is_the_callers_error(apart: Apart, tmp_path: Path) -> None:
    """It says nothing about the content, so it is no refusal."""
    with pytest.raises(FileNotFoundError):
        apart.read(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "x.txt", Refusal.EMPTY),
        (packed({"xl/workbook.xml": bytes(20 * MIB)}), "x.xlsx", Refusal.UNSAFE_ARCHIVE),
        (encrypted_pdf(), "x.pdf", Refusal.ENCRYPTED),
        (many_paged_pdf(11_000), "x.pdf", Refusal.TOO_MANY_PAGES),
        (docx(paragraph("x"))[:-30], "x.docx", Refusal.DAMAGED),
        (packed({"word/document.xml": "<w:"}), "x.docx", Refusal.DAMAGED),
        (KAZAKH.encode() + b"\xff", "x.txt", Refusal.UNSURE_ENCODING),
    ],
)
def test_bad_input_ends_in_a_reason(apart: Apart, content: bytes, name: str, reason: Refusal) -> None:
    """What a child refuses is refused here, with the file's name, and the next file is read."""
    refused = refusal(apart, content, name)

    assert (refused.reason, refused.file) == (reason, name)
    assert apart.read_content(b"The next one", name="next.txt")[0].text == "The next one"


def test_a_spreadsheet_of_a_hundred_thousand_rows_is_read(apart: Apart) -> None:
    """As many rows as the limit allows, formulas among them, within the limits of a child."""
    rows = [[f"Name {number}", number, "=B1*2"] for number in range(100_000)]

    (document,) = apart.read_content(xlsx({"List": rows}), name="list.xlsx")

    assert document.text.count("\n") == 99_999
    assert document.text.endswith("Name 99999\t99999\t42")
    assert any("formulas" in warning for warning in document.warnings)


def test_one_row_more_is_refused(apart: Apart) -> None:
    """The limit is stated, and what to do."""
    assert refusal(apart, b"a,b\n" * 100_001, "list.csv").reason is Refusal.TOO_MANY_ROWS


def test_an_endless_loop_is_stopped_by_processor_time() -> None:
    """It costs as much as the limit says, and the caller goes on."""
    with hostile("loop") as place:
        refused = refusal(place)

    assert refused.reason is Refusal.TOOK_TOO_LONG
    assert "1 seconds of processor time" in refused.detail


def test_waiting_is_tried_twice_and_then_stopped() -> None:
    """A busy machine gets a second chance; a reader that waits for ever is stopped."""
    with hostile("wait", Limits(wall_seconds=1)) as place:
        refused = refusal(place)

    assert refused.reason is Refusal.TOOK_TOO_LONG
    assert "stopped after 1 seconds" in refused.detail


@LINUX
def test_a_memory_bomb_is_stopped() -> None:
    """It cannot take more than the limit from everybody else."""
    with hostile("grow") as place:
        assert refusal(place).reason is Refusal.TOO_MUCH_MEMORY


@pytest.mark.parametrize(
    ("name", "says"),
    [("crash", "SIGSEGV"), ("stumble", "ZeroDivisionError: one over none"), ("lie", "not those of this file")],
)
def test_a_crash_is_a_refusal(name: str, says: str) -> None:
    """A signal, an error that nobody expected, an answer about another file: each is said."""
    with hostile(name) as place:
        refused = refusal(place)

    assert refused.reason is Refusal.CRASHED
    assert says in refused.detail


def test_a_child_cannot_speak_for_the_zygote() -> None:
    """The pipes to the caller are closed to it; only its own is open."""
    with hostile("babble") as place:
        assert refusal(place).reason is Refusal.CRASHED
        assert refusal(place).reason is Refusal.CRASHED


def test_a_child_knows_nothing_of_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """No keys from the environment, no folder of ours, no pipes but its own."""
    monkeypatch.setenv("KUALIK_DATABASE_URL", "postgresql://secret")

    with hostile("tell") as place:
        found = json.loads(_answer(place, "any"))

    *environment, folder, pipes, _ = found["documents"][0]["text"].split("\n")
    assert not any(name.startswith("KUALIK") for name in environment)
    assert Path(folder) != Path.cwd()
    assert not Path(folder).exists()
    assert len(pipes.split()) <= 5


def _answer(place: Apart, said: str) -> bytes:
    """Give what a child answered, unchecked."""
    return place._ask(said.encode(), "x", Options())[1]  # noqa: SLF001 (the answer before it is checked is what is looked at)


def test_a_zygote_that_died_is_replaced(apart: Apart) -> None:
    """Losing it loses no file."""
    zygote = apart._zygote  # noqa: SLF001 (nothing else knows its number)
    assert zygote
    os.kill(zygote._process.pid, signal.SIGKILL)  # noqa: SLF001 (as above)

    assert apart.read_content(b"Read all the same", name="x.txt")[0].text == "Read all the same"


def test_threads_share_one_place(apart: Apart) -> None:
    """A web server has threads; each gets the answer to its own question."""
    found: dict[int, str] = {}

    def ask(number: int) -> None:
        found[number] = apart.read_content(f"Text {number}".encode(), name="x.txt")[0].text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {number: f"Text {number}" for number in range(12)}


def test_a_page_is_drawn_apart_as_it_is_here(apart: Apart) -> None:
    """The same dots, and texts are read before and after."""
    content = pdf("The teacher", "was taken")
    assert apart.read_content(b"One", name="x.txt")

    assert apart.draw(content, name="a.pdf", number=2) == draw(content, name="a.pdf", number=2, limits=Limits())
    assert apart.read_content(b"Two", name="x.txt")


def test_what_cannot_be_drawn_is_refused_by_its_name(apart: Apart) -> None:
    """With the reason that was found in the child."""
    with pytest.raises(Refused) as refused:
        apart.draw(encrypted_pdf(), name="verdict.pdf", number=1)

    assert (refused.value.reason, refused.value.file) == (Refusal.ENCRYPTED, "verdict.pdf")


@LINUX
def test_a_page_that_needs_too_much_memory_or_time_is_not_drawn() -> None:
    """The child ends, whoever asked goes on, and the next page is drawn."""
    file = io.BytesIO()
    Image.new("RGB", (9_000, 9_000)).save(file, "PNG")
    with Apart(Limits(memory_bytes=400 * MIB, pixels=100_000_000, cpu_seconds=5, wall_seconds=20)) as place:
        with pytest.raises(Refused) as refused:
            place.draw(file.getvalue(), name="large.png", number=1)

        assert refused.value.reason in {Refusal.TOO_MUCH_MEMORY, Refusal.TOOK_TOO_LONG}
        assert place.draw(pdf("x"), name="a.pdf", number=1).height > 1_000


def test_it_starts_when_needed_and_leaves_nothing() -> None:
    """Without `with` too; closing ends the process and removes its folder, and reading starts another."""
    place = Apart()
    with closing(place):
        assert place.read_content(b"One", name="x.txt")
        zygote = place._zygote  # noqa: SLF001 (what must be gone afterwards)
        assert zygote
        place.close()
        assert place.read_content(b"Two", name="x.txt")

    assert zygote._process.poll() == 0  # noqa: SLF001 (as above)
    assert not Path(zygote._folder).exists()  # noqa: SLF001 (as above)


CALLER = """
import sys
from kualik.engine.reading import Apart
Apart(reader="hostile:bear").read_content(sys.argv[1].encode(), name="x")
"""


@LINUX
def test_killing_the_caller_leaves_no_process(tmp_path: Path) -> None:
    """After `kill -9` of the caller, zygote and child are gone, and what the child had started."""
    note = tmp_path / "number"
    os.mkfifo(note)
    caller = subprocess.Popen([sys.executable, "-c", CALLER, str(note)])
    grandchild = int(note.read_text(encoding="ascii"))  # waits until it is there
    ours = [caller.pid, *_below(caller.pid)]
    assert grandchild in ours
    assert len(ours) == 4

    caller.kill()
    caller.wait()

    for pid in ours[1:]:
        _wait_for_end(pid)


def _below(pid: int) -> list[int]:
    """List the processes that a process started, and those that they did."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [one for child in map(int, children) for one in (child, *_below(child))]


def _wait_for_end(pid: int) -> None:
    """Wait until a process that is not our child has ended; ten seconds at most."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended = select.select([watched], [], [], 10)[0]
    os.close(watched)
    assert ended, f"process {pid} is still there"
