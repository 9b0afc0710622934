"""Bytes to documents: find what a file is, and read its text with the place of every character.

`read` reads in this process; `Apart` reads files of strangers in child processes with limits.
"""

from kualik.engine.reading.apart import Apart
from kualik.engine.reading.dispatch import read
from kualik.engine.reading.language import identify
from kualik.engine.reading.limits import Limits, Options
from kualik.engine.reading.near_duplicate import fingerprint, similarity
from kualik.engine.reading.refusals import Refusal, Refused

__all__ = ["Apart", "Limits", "Options", "Refusal", "Refused", "fingerprint", "identify", "read", "similarity"]
