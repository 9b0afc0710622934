"""Reading: words a second and core, memory, start, growth with the number of documents.

Seconds are of CPU on one thread, loading left out; the texts are the annotated reports of our own in
benchmarks/reports. The peer for English is spaCy's bare pipeline with the same model on the same texts in the same run;
the other languages have no peer that does the same, so their line says the aim. Growth: many documents of some forty
words each, seconds a thousand words among 10,000 divided by those among 100; 1 is linear. Two processes: words a second
(wall) of two at once beside one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._reading import BARE_SPACY, GROWING, OURS, counted, reports, write_many
from benchmarks._running import kualik
from tools.rows import Row

__all__ = ["run"]

TURNS = 3
NUMBERS = (10, 100, 1_000, 10_000)
LANGUAGES = {"ru": "Russian", "zh": "Chinese", "kk": "Kazakh", "ug": "Uyghur"}
AIM, AIM_ENGLISH = 1_500, 3_000
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def run() -> list[Row]:
    """Measure ours and the peer's turn by turn."""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        return [*_english(base), *_others(base), *_growth(base), _two(base), *_start(base)]


def _print(code: str, **values: str) -> list[float]:
    command = [sys.executable, "-P", "-c", code.format(**values)]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, capture_output=True, check=True, encoding="utf-8")
    return [float(line) for line in done.stdout.split()]


def _write(base: Path, language: str, times: int) -> tuple[str, int]:
    texts = reports(language) * times
    file = base / f"{language}.jsonl"
    file.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    return str(file), sum(counted(text) for text in texts)


def _english(base: Path) -> list[Row]:
    file, words = _write(base, "en", 4)
    ours, peer = (min(_print(code, file=file, language="en")[0] for _ in range(TURNS)) for code in (OURS, BARE_SPACY))
    return [
        Row(
            figure="English", unit="words a second", ours=words / ours, peer=words / peer,
            peer_name="spaCy's bare pipeline", note=f"to be at least {AIM_ENGLISH:,}, and half the peer's",
        )
    ]  # fmt: skip


def _others(base: Path) -> list[Row]:
    rows = []
    for language, name in LANGUAGES.items():
        file, words = _write(base, language, 4)
        seconds = min(_print(OURS, file=file, language=language)[0] for _ in range(TURNS))
        note = f"to be at least {AIM:,}" + ("; a word is 1.6 characters" if language == "zh" else "")
        rows.append(Row(figure=name, unit="words a second", ours=words / seconds, note=note))
    return rows


def _growth(base: Path) -> list[Row]:
    texts, figures = reports("en"), []
    for number in NUMBERS:
        file = base / f"{number}.jsonl"
        words = write_many(texts, number, file)
        seconds, memory = _print(GROWING, file=str(file), language="en")
        figures.append((seconds / words, memory))
    (first, small), (last, large) = figures[1], figures[-1]
    return [
        Row(figure="a thousand words among 10,000 documents : among 100", unit="times", ours=last / first,
            more_is_better=False, note="1 is linear"),
        Row(figure="memory, 10,000 documents", unit="MiB", ours=large, peer=small, more_is_better=False,
            peer_name="ours, 100 documents", note="to be under 1,229 (1.2 GB), and flat"),
    ]  # fmt: skip


def _two(base: Path) -> Row:
    file, _ = _write(base, "en", 12)
    command = [sys.executable, "-P", "-c", OURS.format(file=file, language="en")]
    seconds = []
    for number in (1, 2):
        began = time.perf_counter()
        running = [
            subprocess.Popen(command, env={**os.environ, **ONE_THREAD}, stdout=subprocess.DEVNULL)
            for _ in range(number)
        ]
        for one in running:
            one.wait()
        seconds.append(time.perf_counter() - began)
    return Row(figure="two processes : one", unit="times the words", ours=2 * seconds[0] / seconds[1],
               note="to be 1.8 or more; loading included")  # fmt: skip


def _start(base: Path) -> list[Row]:
    texts = base / "texts"
    texts.mkdir()
    files = []
    for number, text in enumerate(reports("en") * 10):
        file = texts / f"{number}.txt"
        file.write_text(text[:400], encoding="utf-8")
        files.append(str(file))
    one = min(kualik(base, "read", "--json", files[0]).seconds for _ in range(TURNS))
    many = min(kualik(base, "read", "--json", *files[:101]).seconds for _ in range(TURNS))
    return [
        Row(figure="`kualik read` of one short text", unit="s", ours=one, more_is_better=False, note="to be under 2.5"),
        Row(figure="each hundred short texts more", unit="s", ours=many - one, more_is_better=False,
            note="to be under 0.5; in one child process each file is parsed apart"),
    ]  # fmt: skip
