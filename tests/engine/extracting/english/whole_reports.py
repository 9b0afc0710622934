"""Whole reports about fictional people, with who and what is told in them, from `whole_reports.txt`.

A line below a report's text is "P name; age", "K who|relation|of whom" or "F value bound". "?" before it marks what the
text tells and the reader does not find yet, "!" what it finds and the text does not tell: both are known faults.
"""

from dataclasses import dataclass
from pathlib import Path

from kualik.engine.extracting import extract
from kualik.engine.facts.claims import Document
from kualik.engine.facts.flat import facts

__all__ = ["REPORTS", "Report", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: its name, its text and what is told, as lines; `wrong` are known faults."""

    name: str
    text: str
    told: frozenset[str]
    wrong: frozenset[str]


def _report(block: str) -> Report:
    name, rest = block.split("\n", 1)
    text, gold = rest.split("\n---\n")
    lines = [line for line in gold.splitlines() if line]
    told = frozenset(line for line in lines if line[0] not in "?!")
    return Report(name=name, text=text, told=told, wrong=frozenset(line[1:] for line in lines if line.startswith("!")))


def read(text: str) -> frozenset[str]:
    """Read a report, as lines."""
    document = Document(id="sha256:1", media_type="text/plain", text=text, language="en", published="2022-05-01")
    reading = extract(document)
    found: set[str] = set()
    for fact in facts(reading.entities, reading.claims):
        if fact["kind"] == "person":
            found.add(f"P {fact['name']}" + (f"; {fact['age']}" if fact.get("age") else ""))
        elif fact["kind"] == "kin":
            found.add(f"K {fact['person']}|{fact['relation']}|{fact['relative']}")
        elif fact["kind"] == "figure":
            found.add(f"F {fact['value']} {fact['qualifier']}")
    return frozenset(found)


REPORTS = [
    _report(block)
    for block in ("\n" + Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")).split("\n=== ")[1:]
]
