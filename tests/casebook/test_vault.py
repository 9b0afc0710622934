"""The vault: once, byte for byte, and nothing else."""

import errno
import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyrage import x25519

from kualik.casebook.errors import DamagedObject, DiskFull, TooLarge
from kualik.casebook.keys import Keys
from kualik.casebook.vault import Vault

MIB = 1024 * 1024


@pytest.fixture(params=["plain", "encrypted"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    """Make an empty vault of either kind."""
    identity = str(x25519.Identity.generate()) if request.param == "encrypted" else None
    return Vault(tmp_path, Keys(master=b"\x07" * 32, identity=identity))


def files(folder: Path) -> list[Path]:
    """List every file under a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(content=st.binary(max_size=200_000))
def test_what_goes_in_comes_out(vault: Vault, content: bytes) -> None:
    """Byte for byte, with the SHA-256 and the size of the bytes, once however often they are put in."""
    stored = vault.put(BytesIO(content), label="a file")
    again = vault.put(BytesIO(content), label="the same file")

    with vault.open(stored.name) as original:
        assert original.read() == content
    assert (stored.sha256, stored.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (again.name, again.new) == (stored.name, False)
    assert vault.check(stored.name, stored.sha256) is None


def test_names_do_not_tell_what_is_held(vault: Vault) -> None:
    """The SHA-256 of a known file stands nowhere in the vault, and another key gives another name."""
    stored = vault.put(BytesIO(b"a leaked order"), label="order.pdf")

    assert stored.sha256 not in " ".join(map(str, files(vault.folder)))
    assert Vault(vault.folder, Keys(master=b"\x08" * 32)).name_of(stored.sha256) != stored.name


def test_an_encrypted_vault_holds_nothing_readable(tmp_path: Path) -> None:
    """The bytes stand nowhere on the disk, and whoever has the identity reads them with any age program."""
    identity = x25519.Identity.generate()
    vault = Vault(tmp_path, Keys(master=b"\x07" * 32, identity=str(identity)))
    vault.put(BytesIO("Хадиша Нұрланқызы".encode() * 100), label="letter.txt")

    (path,) = files(tmp_path)
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    assert "Нұрлан".encode() not in path.read_bytes()


def test_a_file_over_the_limit_leaves_nothing(vault: Vault) -> None:
    """It is refused while it arrives, and nothing of it stays."""
    with pytest.raises(TooLarge, match=r"film\.mov: larger than 1 MiB.*file_limit_mib"):
        vault.put(BytesIO(b"x" * (MIB + 1)), label="film.mov", limit=MIB)

    assert files(vault.folder) == []
    assert vault.put(BytesIO(b"x" * MIB), label="film.mov", limit=MIB).size == MIB


def test_a_full_disk_leaves_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """No object, no half of one; when there is room again it works."""

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_room)
        with pytest.raises(DiskFull):
            vault.put(BytesIO(b"testimony"), label="letter.txt")

    assert files(vault.folder) == []
    assert vault.put(BytesIO(b"testimony"), label="letter.txt").new


def test_a_changed_cut_or_lost_object_is_noticed(vault: Vault) -> None:
    """One bit, the end, the whole: each is said; putting the same bytes in again heals it."""
    stored = vault.put(BytesIO(b"testimony" * 500), label="letter.txt")
    place = vault.place_of(stored.name)
    whole = place.read_bytes()
    place.chmod(0o600)

    place.write_bytes(whole[:1000] + bytes([whole[1000] ^ 1]) + whole[1001:])
    assert vault.check(stored.name, stored.sha256) is not None
    assert vault.put(BytesIO(b"testimony" * 500), label="letter.txt").new
    assert vault.check(stored.name, stored.sha256) is None
    place.chmod(0o600)
    place.write_bytes(whole[:1000])
    assert vault.check(stored.name, stored.sha256) is not None
    place.unlink()
    assert vault.check(stored.name, stored.sha256) == "is missing"
    with pytest.raises(DamagedObject, match="restore"):
        vault.open(stored.name)


def test_what_a_crash_left_is_counted_apart(vault: Vault) -> None:
    """A half-made copy is no object, is counted, and can be swept away."""
    stored = vault.put(BytesIO(b"testimony"), label="letter.txt")
    (vault.folder / ".unfinished" / "left").write_bytes(b"testi")

    assert list(vault.names()) == [stored.name]
    assert vault.unfinished() == 1
    vault.sweep()
    assert vault.unfinished() == 0
    assert vault.exists(stored.name)


def test_an_object_cannot_be_written_by_accident(vault: Vault) -> None:
    """Its file is for reading only."""
    stored = vault.put(BytesIO(b"testimony"), label="letter.txt")

    assert vault.place_of(stored.name).stat().st_mode & 0o777 == 0o400
