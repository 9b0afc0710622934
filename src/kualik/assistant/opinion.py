"""What a language model adds to a reading: it is asked stretch by stretch, and what stands in the text is kept."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kualik.assistant.client import ask
from kualik.assistant.errors import NoAnswer
from kualik.assistant.settings import MOST_SECONDS, Settings, key
from kualik.engine.extracting.assisted import Answer, NotUnderstood, add_answers, chunks, question, understood
from kualik.engine.extracting.spans import Span
from kualik.engine.facts import Reading

__all__ = ["Assistant", "Opinion"]

GIVES_UP = 2  # failures in a row after which a document's other stretches are not asked about


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A reading with the model's proposals; `failures` says, in words, what was not answered."""

    reading: Reading
    failures: tuple[str, ...] = ()


class Assistant:
    """A language model of the user's own, ready to be asked. Making one sends nothing."""

    def __init__(self, settings: Settings, *, casebook: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Check that text may be sent there.

        Raises:
            AddressRefused: it may not.
            SettingsRefused: the key cannot be read.
        """
        self.address = settings.allowed()
        self.model = settings.model
        self._settings, self._clock = settings, clock
        self._key = key(settings, casebook=casebook)

    @property
    def remote(self) -> bool:
        """Whether what it is asked leaves this machine."""
        return self.address.remote

    def second(self, reading: Reading, *, seconds: float = MOST_SECONDS) -> Opinion:
        """Ask about a document that the rules have read.

        Args:
            reading: what the rules read.
            seconds: for all of the document; what is not asked by then is not asked.

        Returns:
            The reading with proposals of the model that stand in the text. Its document's warnings say how many were
            dropped and why, and what was not answered. Nothing is raised: a model that fails must not stop the rules.
        """
        answers, failures = self._answers(reading.document.text, self._clock() + seconds)
        assisted = add_answers(reading, answers, model=self.model)
        told = [f"language model {self.model}: {failure}" for failure in failures]
        if self.remote and reading.document.text.strip():
            told.insert(
                0, f"language model {self.model}: the text left this machine, it was sent to {self.address.host}"
            )
        if dropped := sum(assisted.dropped.values()):
            reasons = "; ".join(f"{why}: {count}" for why, count in assisted.dropped.most_common())
            told.append(f"language model {self.model}: {dropped} proposals dropped ({reasons})")
        if assisted.values:
            told.append(f"language model {self.model}: {assisted.values} values left out that no grammar reads there")
        document = replace(assisted.reading.document, warnings=(*assisted.reading.document.warnings, *told))
        return Opinion(reading=replace(assisted.reading, document=document), failures=tuple(failures))

    def _answers(self, text: str, until: float) -> tuple[list[tuple[Span, Answer]], list[str]]:
        answers: list[tuple[Span, Answer]] = []
        failures: list[str] = []
        row, asked = 0, 0
        for chunk in chunks(text):
            left = until - self._clock()
            if left <= 0 or row == GIVES_UP:
                break
            asked = chunk.end
            try:
                answers.append((chunk, self._asked(text[chunk.start : chunk.end], left)))
                row = 0
            except (NoAnswer, NotUnderstood) as error:
                failures.append(str(error))
                row += 1
        if text[asked:].strip():
            failures.append(f"characters {asked} to {len(text)} were not asked about")
        return answers, list(dict.fromkeys(failures))

    def _asked(self, text: str, left: float) -> Answer:
        seconds = min(left, float(self._settings.seconds))
        return understood(ask(self.address, question(text, model=self.model), key=self._key, seconds=seconds))
