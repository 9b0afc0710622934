"""What came in as a Django app."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """See models.py for what is kept and actions.py for what can be done."""

    name = "kualik.cases.arrivals"
    label = "arrivals"
