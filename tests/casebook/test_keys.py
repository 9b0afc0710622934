"""The casebook's keys: plain, or sealed under a passphrase and a recovery key."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.casebook import keys
from kualik.casebook.errors import CasebookLocked, DamagedCasebook, NewerCasebook, WrongPassphrase

CHEAP = keys.Cost(passes=1, memory_kib=64, lanes=1)
PASSPHRASE = "steppe grass in the wind"


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, keys.Keys, str]:
    """Make keys under a passphrase."""
    made, recovery = keys.create(tmp_path / "keys.json", passphrase=PASSPHRASE, cost=CHEAP)
    assert recovery is not None
    return tmp_path / "keys.json", made, recovery


def test_plain_keys_open_without_asking(tmp_path: Path) -> None:
    """Nobody is asked, the file is for its owner alone, and there is no recovery key."""
    made, recovery = keys.create(tmp_path / "keys.json")

    assert keys.unlock(tmp_path / "keys.json", ask=lambda: None) == made
    assert recovery is None
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert not keys.is_encrypted(tmp_path / "keys.json")


def test_sealed_keys_open_with_the_passphrase(sealed: tuple[Path, keys.Keys, str]) -> None:
    """The same keys come back, and none of them stands in the file."""
    path, made, _ = sealed

    assert keys.unlock(path, ask=lambda: PASSPHRASE) == made
    assert keys.is_encrypted(path)
    assert made.master.hex() not in path.read_text(encoding="ascii")
    assert str(made.identity) not in path.read_text(encoding="ascii")


def test_sealed_keys_open_with_the_recovery_key_as_people_type(sealed: tuple[Path, keys.Keys, str]) -> None:
    """Small letters, spaces for dashes: the printed key still opens."""
    path, made, recovery = sealed

    assert keys.unlock(path, ask=lambda: recovery) == made
    assert keys.unlock(path, ask=lambda: recovery.lower().replace("-", " ")) == made


@pytest.mark.parametrize("wrong", ["", "steppe grass in the winds", "A" * 52, "ә" * 20])
def test_a_wrong_passphrase_changes_nothing(sealed: tuple[Path, keys.Keys, str], wrong: str) -> None:
    """It is refused with a message, and the file stays byte for byte."""
    path, _, _ = sealed
    before = path.read_bytes()

    with pytest.raises(WrongPassphrase, match="nothing was changed"):
        keys.unlock(path, ask=lambda: wrong)

    assert path.read_bytes() == before


def test_without_anybody_to_ask_it_says_where_the_passphrase_goes(
    sealed: tuple[Path, keys.Keys, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server without a terminal is told of the environment."""
    monkeypatch.delenv("KUALIK_PASSPHRASE", raising=False)
    monkeypatch.delenv("KUALIK_PASSPHRASE_FILE", raising=False)

    with pytest.raises(CasebookLocked, match="KUALIK_PASSPHRASE_FILE"):
        keys.unlock(sealed[0])


def test_the_environment_gives_the_passphrase(
    sealed: tuple[Path, keys.Keys, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As itself, or in a file, whose last line end does not count."""
    path, made, _ = sealed
    monkeypatch.setenv("KUALIK_PASSPHRASE", PASSPHRASE)
    assert keys.unlock(path) == made

    (tmp_path / "word").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("KUALIK_PASSPHRASE", "something else")
    monkeypatch.setenv("KUALIK_PASSPHRASE_FILE", str(tmp_path / "word"))
    assert keys.unlock(path) == made


def test_a_new_passphrase_replaces_the_old_and_keeps_the_recovery_key(sealed: tuple[Path, keys.Keys, str]) -> None:
    """The keys stay the same; the old passphrase no longer opens."""
    path, made, recovery = sealed
    keys.rewrap(path, keys=made, passphrase="another long passphrase", cost=CHEAP)

    assert keys.unlock(path, ask=lambda: "another long passphrase") == made
    assert keys.unlock(path, ask=lambda: recovery) == made
    with pytest.raises(WrongPassphrase):
        keys.unlock(path, ask=lambda: PASSPHRASE)


def test_damaged_or_newer_keys_are_told_apart(sealed: tuple[Path, keys.Keys, str]) -> None:
    """A file cut short, of other parts, or of a newer format each gets its own message."""
    path, _, _ = sealed
    content = json.loads(path.read_text(encoding="ascii"))

    path.write_text(json.dumps(content | {"format": 2}), encoding="ascii")
    with pytest.raises(NewerCasebook):
        keys.unlock(path, ask=lambda: PASSPHRASE)
    path.write_text(json.dumps({name: content[name] for name in ("format", "identity")}), encoding="ascii")
    with pytest.raises(DamagedCasebook):
        keys.unlock(path, ask=lambda: PASSPHRASE)
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(DamagedCasebook, match="restore"):
        keys.unlock(path, ask=lambda: PASSPHRASE)
    path.unlink()
    with pytest.raises(DamagedCasebook):
        keys.is_encrypted(path)


def test_parts_of_two_casebooks_do_not_open_together(sealed: tuple[Path, keys.Keys, str], tmp_path: Path) -> None:
    """The identity of another casebook under our master key is noticed."""
    path, _, _ = sealed
    keys.create(tmp_path / "other.json", passphrase=PASSPHRASE, cost=CHEAP)
    ours, others = (json.loads(one.read_text(encoding="ascii")) for one in (path, tmp_path / "other.json"))
    path.write_text(json.dumps(ours | {"identity": others["identity"]}), encoding="ascii")

    with pytest.raises(DamagedCasebook, match="do not belong together"):
        keys.unlock(path, ask=lambda: PASSPHRASE)


@given(st.text(min_size=1), st.text(min_size=1))
def test_keys_for_two_purposes_are_unlike(one: str, other: str) -> None:
    """Each purpose has a key of its own, the same every time."""
    made = keys.Keys(master=b"\x01" * 32)

    assert (made.derive(one) == made.derive(other)) == (one == other)
    assert len(made.derive(one)) == 32


def test_keys_are_not_printed() -> None:
    """A traceback or a log that shows the object shows no key."""
    assert "01" not in repr(keys.Keys(master=b"\x01" * 32, identity="AGE-SECRET-KEY-01"))
