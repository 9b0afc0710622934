"""A backup as one file, of which no bit can change unseen."""

import random
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from kualik.casebook.archive import DamagedBackup, Member, extract, pack, put_in_place
from kualik.casebook.errors import PlaceTaken

NAME = "a" * 64
MEMBERS = (
    Member(name="MANIFEST.json", content=b"{}"),
    Member(name="casebook.toml", content=b"format = 1\n"),
    Member(name="rows.jsonl", content=b"row\n" * 5000),
    Member(name=f"vault/aa/{NAME}", content="ԺΩ字".encode() * 300),
)
LABEL = Path("kualik.backup")


@pytest.fixture
def packed() -> bytes:
    """Make a backup."""
    to = BytesIO()
    pack(MEMBERS, to)
    return to.getvalue()


def content_of(folder: Path) -> dict[str, bytes]:
    """Read back every file but the sums."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found.pop("SHA256SUMS")
    return found


def test_what_is_packed_comes_out_again(packed: bytes, tmp_path: Path) -> None:
    """Every file byte for byte; originals for reading only."""
    extract(BytesIO(packed), tmp_path, label=LABEL)

    assert content_of(tmp_path) == {member.name: member.content for member in MEMBERS}
    assert (tmp_path / "vault" / "aa" / NAME).stat().st_mode & 0o777 == 0o400


def test_other_programs_open_and_check_it(packed: bytes, tmp_path: Path) -> None:
    """`tar` and `sha256sum` do, without us."""
    (tmp_path / "one.backup").write_bytes(packed)
    subprocess.run(["tar", "xf", "one.backup"], cwd=tmp_path, check=True)  # noqa: S607 (whichever tar there is)
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607

    assert done.stdout.count(b": OK") == len(MEMBERS)


def test_no_bit_can_change(packed: bytes, tmp_path: Path) -> None:
    """Of 100 copies with one flipped bit anywhere, padding and seal included, every one is refused."""
    chance = random.Random(20240208)  # noqa: S311 (which bit, not a secret)
    for attempt in range(100):
        changed = bytearray(packed)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        folder = tmp_path / str(attempt)
        folder.mkdir()
        with pytest.raises(DamagedBackup, match="nothing was restored"):
            extract(BytesIO(bytes(changed)), folder, label=LABEL)


def test_no_end_can_be_missing(packed: bytes, tmp_path: Path) -> None:
    """Of 20 copies cut short anywhere, every one is refused; so is an empty file, and one with something after."""
    chance = random.Random(20240208)  # noqa: S311 (where to cut, not a secret)
    cuts = [packed[: chance.randrange(len(packed))] for _ in range(20)]
    for attempt, cut in enumerate([*cuts, b"", packed + b"more"]):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        with pytest.raises(DamagedBackup):
            extract(BytesIO(cut), folder, label=LABEL)


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "vault/aa/short", "keys.json/x", "other"])
def test_nothing_else_is_unpacked(name: str, tmp_path: Path) -> None:
    """A tar made by somebody else, with a path that leads elsewhere, writes nothing there."""
    made = BytesIO()
    with tarfile.open(fileobj=made, mode="w|") as tar:
        info = tarfile.TarInfo(name)
        info.size = 4
        tar.addfile(info, BytesIO(b"evil"))
    inside = tmp_path / "inside"
    inside.mkdir()

    with pytest.raises(DamagedBackup, match="no part of a backup"):
        extract(BytesIO(made.getvalue() + b"x" * 200), inside, label=LABEL)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_link_is_not_unpacked(tmp_path: Path) -> None:
    """Not even under a name that is expected."""
    made = BytesIO()
    with tarfile.open(fileobj=made, mode="w|") as tar:
        info = tarfile.TarInfo("keys.json")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info)

    with pytest.raises(DamagedBackup, match="no part of a backup"):
        extract(BytesIO(made.getvalue() + b"x" * 200), tmp_path, label=LABEL)


def test_a_name_that_could_not_be_restored_is_not_packed() -> None:
    """That would be a fault of ours, found when it is written and not when it is needed."""
    with pytest.raises(ValueError, match="not a file of a backup"):
        pack([Member(name="notes.txt", content=b"")], BytesIO())


def test_a_file_comes_into_its_place_whole_or_not_at_all(tmp_path: Path) -> None:
    """What fails half way leaves nothing; what is there already is not replaced."""
    path = tmp_path / "one.backup"
    with pytest.raises(RuntimeError):
        _write_half(path)
    assert list(tmp_path.iterdir()) == []

    with put_in_place(path) as file:
        file.write(b"whole")
    with pytest.raises(PlaceTaken), put_in_place(path):
        pass
    assert path.read_bytes() == b"whole"


def _write_half(path: Path) -> None:
    with put_in_place(path) as file:
        file.write(b"half")
        raise RuntimeError
