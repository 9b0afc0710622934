"""Kuälik: document people who are detained or disappeared en masse."""

__version__ = "0.1.0"
