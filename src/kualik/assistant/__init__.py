"""A language model of the user's own, off unless it is set: the only room that asks another program about a text."""

from kualik.assistant.errors import AddressRefused, NoAnswer, NoAssistant, SettingsRefused
from kualik.assistant.opinion import Assistant, Opinion

__all__ = ["AddressRefused", "Assistant", "NoAnswer", "NoAssistant", "Opinion", "SettingsRefused"]
