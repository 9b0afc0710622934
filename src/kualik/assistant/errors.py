"""What can go wrong with a language model of the user's own."""

from pathlib import Path

from kualik.casebook.errors import CasebookError

__all__ = ["AddressRefused", "NoAnswer", "NoAssistant", "SettingsRefused"]


class NoAssistant(CasebookError):
    """No language model is set."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"no language model is set in {path}; set one on this machine with "
            "kualik llm set --url http://127.0.0.1:11434/v1 --model NAME"
        )
        self.path = path


class SettingsRefused(CasebookError):
    """The settings of the language model cannot be used."""

    def __init__(self, *, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}; set it again with kualik llm set, or switch it off with kualik llm off")
        self.path = path
        self.why = why


class AddressRefused(CasebookError):
    """No text may be sent to an address."""

    def __init__(self, *, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}; nothing was sent")
        self.url = url
        self.why = why


class NoAnswer(CasebookError):
    """A language model did not answer as it should."""

    def __init__(self, *, host: str, why: str) -> None:
        super().__init__(f"the language model at {host} gave no answer: {why}")
        self.host = host
        self.why = why
