"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Who did what, when; only ever added to."""

    name = "kualik.cases.ledger"
    label = "ledger"
