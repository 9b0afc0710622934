"""The places as a Django app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """See models.py for what is kept and actions.py for what can be done."""

    name = "kualik.cases.places"
    label = "places"
