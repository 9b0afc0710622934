"""Whether and where a language model is asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from kualik.assistant import settings
from kualik.assistant.errors import AddressRefused, NoAssistant, SettingsRefused
from kualik.assistant.settings import Settings

HERE = Settings(url="http://127.0.0.1:11434/v1", model="toy:1b")
AWAY = Settings(url="https://model.invalid/v1", model="toy")


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (settings.URL, settings.MODEL, settings.KEY):
        monkeypatch.delenv(name, raising=False)


def test_it_is_off_as_long_as_nobody_sets_it(tmp_path: Path) -> None:
    """The message says how one sets it."""
    assert not settings.is_set(tmp_path)
    with pytest.raises(NoAssistant, match="kualik llm set"):
        settings.load(tmp_path)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """By nobody but its owner."""
    told = replace(HERE, key_file="/home/a/ключ", seconds=30)
    path = settings.write(tmp_path, told)

    assert settings.load(tmp_path) == told
    assert path.stat().st_mode & 0o077 == 0
    assert settings.forget(tmp_path)
    assert not settings.forget(tmp_path)


def test_another_machine_needs_leave_and_confirmation(tmp_path: Path) -> None:
    """For that very host: a confirmation is not carried over to another."""
    with pytest.raises(AddressRefused, match="allow_remote_llm"):
        settings.write(tmp_path, AWAY)
    with pytest.raises(AddressRefused, match="nobody confirmed"):
        replace(AWAY, allow_remote_llm=True).allowed()
    with pytest.raises(AddressRefused, match="nobody confirmed"):
        replace(AWAY, allow_remote_llm=True, confirmed="other.invalid").allowed()

    assert replace(AWAY, allow_remote_llm=True, confirmed="model.invalid").allowed().remote


def test_the_environment_names_one_of_this_machine_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For one command without a casebook."""
    monkeypatch.setenv(settings.URL, HERE.url)
    monkeypatch.setenv(settings.MODEL, "toy:1b")
    assert settings.is_set(tmp_path)
    assert settings.load(tmp_path) == HERE

    monkeypatch.setenv(settings.URL, AWAY.url)
    with pytest.raises(AddressRefused):
        settings.load(tmp_path).allowed()


@pytest.mark.parametrize(
    "text",
    [
        "url = ", "\x00", 'url = "http://127.0.0.1"', 'url = 5\nmodel = "m"', 'url = "u"\nmodel = "m"\nallow = true',
        'url = "u"\nmodel = "m"\nallow_remote_llm = "yes"', 'url = "u"\nmodel = "m"\nseconds = 100000',
    ],
)  # fmt: skip
def test_settings_that_cannot_be_understood_are_refused(tmp_path: Path, text: str) -> None:
    """Nothing is guessed: a word in the wrong place might send text away."""
    (tmp_path / settings.FILE).write_text(text, encoding="utf-8")

    with pytest.raises(SettingsRefused, match="kualik llm off"):
        settings.load(tmp_path)


def test_the_key_is_in_a_file_of_the_users_or_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never in the settings; and others may not read it."""
    path = tmp_path / "key"
    path.write_text("s3cret\n")
    path.chmod(0o600)
    named = replace(HERE, key_file=str(path))
    assert settings.key(named, casebook=tmp_path) == "s3cret"
    assert settings.key(HERE, casebook=tmp_path) == ""

    monkeypatch.setenv(settings.KEY, "other")
    assert settings.key(HERE, casebook=tmp_path) == "other"

    path.chmod(0o644)
    with pytest.raises(SettingsRefused, match="others may read"):
        settings.key(named, casebook=tmp_path)


@pytest.mark.parametrize("given", ["two\nlines", "a b", "ключ"])
def test_a_key_that_would_end_its_header_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """Nothing is added to what is sent."""
    monkeypatch.setenv(settings.KEY, given)

    with pytest.raises(SettingsRefused, match="one line"):
        settings.key(HERE, casebook=tmp_path)


def test_a_key_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(SettingsRefused, match="nowhere"):
        settings.key(replace(HERE, key_file=str(tmp_path / "nowhere")), casebook=tmp_path)


def test_a_key_in_the_wrong_place_is_not_repeated(tmp_path: Path) -> None:
    """What is refused goes to terminals and logs; a key in it would stay there."""
    (tmp_path / settings.FILE).write_text('url = "http://127.0.0.1"\nmodel = "m"\nkey = "s3cret"\n', encoding="utf-8")

    with pytest.raises(SettingsRefused) as refused:
        settings.load(tmp_path)
    assert "s3cret" not in str(refused.value)
    assert "key" in str(refused.value)


def test_an_empty_key_file_is_refused(tmp_path: Path) -> None:
    """Else text would go out without the key that was meant, and whoever answers is not the one who knows it."""
    path = tmp_path / "key"
    path.write_text("\n")
    path.chmod(0o600)

    with pytest.raises(SettingsRefused, match="empty"):
        settings.key(replace(HERE, key_file=str(path)), casebook=tmp_path)
