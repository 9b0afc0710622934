"""The findings as a Django app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """See models.py for what is kept and actions.py for what can be done."""

    name = "kualik.cases.findings"
    label = "findings"
