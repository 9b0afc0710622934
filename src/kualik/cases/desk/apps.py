"""The desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """See models.py for what is kept and actions.py for what can be done."""

    name = "kualik.cases.desk"
    label = "desk"
