"""The day's story: two reports of one family, who works on them, and how a day is gone through in a browser."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.totp.internal import auth as totp
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role, User
from kualik.cases.claims import jobs as reading
from kualik.cases.documents.models import Document
from kualik.cases.findings import following
from kualik.cases.people import jobs as people
from tests.cases.arrivals.lists import Reader
from tests.web.house import PASSWORD

__all__ = ["BROTHER", "IN_RUSSIAN", "PASTED", "TOLD_BY", "Day", "code_of", "staff"]

BROTHER = "Serzhan Toleuqazy"
IN_RUSSIAN = "Сержан Толеуказы"
TOLD_BY = "the driver's cousin"
PASTED = """Fourth week at the consulate in Almaty

Almaty, 8 February 2021. A picket took place in front of the Chinese consulate in Almaty on Monday.

Saltanat Toleuqazy, 61, said that her brother Serzhan Toleuqazy was detained in Ghulja in May 2017. In 2018 he was \
sentenced to 22 years in prison, she said. She has not heard his voice since.

Gulnar Omar said that her husband Bolat Omar, a teacher born in 1974, is held in Shawan prison. The consulate did not \
receive the petitioners. Police asked them to leave.
"""
RUSSIAN = """Пикет у консульства КНР в Алматы

12 марта 2021 года, Алматы. У консульства Китая в Алматы прошёл пикет. Салтанат Толеуказы рассказала, что её брат \
Сержан Толеуказы был задержан в Кульдже в мае 2017 года. По её словам, его приговорили к 20 годам лишения свободы.
"""
FILE = FilePayload(name="piket.txt", mimeType="text/plain", buffer=RUSSIAN.encode())
NAMES = {
    "marat": ("Marat Iskakov", (Role.ADMINISTRATOR,)),
    "aigerim": ("Aigerim Sadyq", (Role.EDITOR,)),
    "saule": ("Saule Nurgali", (Role.PUBLISHER,)),
    "meruert": ("Meruert Aman", (Role.PUBLISHER,)),
    "rustem": ("Rustem Bek", (Role.READER,)),
    "zhanna": ("Zhanna Tore", (Role.CUSTODIAN,)),
}


def staff(language: str) -> dict[str, User]:
    """Make everybody but the contributor, whom the administrator invites in the story."""
    at = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    keeper = accounts.create_first(at=at, username="keeper", display_name="Keeper")
    made = {
        name: accounts.create(by=keeper, at=at, username=name, display_name=shown, roles=roles)
        for name, (shown, roles) in NAMES.items()
    }
    for user in made.values():
        accounts.set_password(by=keeper, at=at, user=user, password=PASSWORD)
        accounts.set_language(by=user, at=at, language=language)
    return made


def code_of(secret: str) -> str:
    """Say what an app on a telephone shows."""
    now = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, now)))


@dataclass(kw_only=True)
class Day:
    """One day in one browser: who sits at it changes, the casebook stays. Nothing is found by its words."""

    page: Page
    server: LiveServer
    users: dict[str, User]
    language: str
    keep: Callable[[Page, str], None]
    taken: int = 0

    def sits_down(self, name: str, password: str = PASSWORD) -> None:
        """Sign somebody in by the form, instead of whoever sat there before."""
        self.page.context.clear_cookies()
        self.open("/accounts/login/")
        self.page.fill("input[name=login]", name)
        self.page.fill("input[name=password]", password)
        self.page.locator("form:has(input[name=login]) button.main").click()
        expect(self.page.locator("input[name=login]")).to_have_count(0)

    def open(self, address: str) -> None:
        """Open a page by its address."""
        self.page.goto(self.server.url + address)

    def follow(self, address: str) -> None:
        """Click the first link of the page that leads to an address."""
        self.page.locator(f"main a[href='{address}'], main a[href^='{address}?']").first.click()

    def send(self, address: str) -> None:
        """Press the chief button of the form that goes to an address."""
        self.page.locator(f"form[action='{address}'] button.main, form[action='{address}'] button").first.click()

    def shows(self, what: str) -> None:
        """Keep a picture of what the page shows, with its place in the story."""
        self.taken += 1
        self.keep(self.page, f"{self.taken:02}-{what}-{self.language}")

    def worker(self) -> None:
        """Let the worker do what waits: read, record people, sum up."""
        list(reading.run(worker="worker", apart=Reader(), clock=timezone.now))
        people.run(by=self.users["aigerim"], at=timezone.now())
        following.keep_up()

    def document(self, language: str) -> Document:
        """Find one of the two reports."""
        return Document.objects.get(language__startswith=language)
