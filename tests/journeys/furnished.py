"""A casebook in which every page has something on it, and everybody who sees a page that others do not."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role, User
from kualik.cases.claims import actions as claims
from kualik.cases.desk import actions as desk
from kualik.cases.documents import actions as documents
from kualik.cases.findings import actions as findings
from kualik.cases.findings import following
from kualik.cases.findings.asking import Search
from kualik.cases.findings.captures import Chosen
from kualik.cases.findings.counts import Asked
from kualik.cases.people import actions as people
from kualik.cases.people.models import Candidate, Mention, Person, Verdict
from kualik.cases.releases import actions as releases
from kualik.cases.releases.models import Audience
from tests.cases.arrivals.lists import table, tried
from tests.engine.counting.reports import QUESTION, answered
from tests.web.house import NOW, PASSWORD, House, build, keep, sign_in

__all__ = ["SON", "TRANSLATED", "furnish", "newcomer", "protected", "signed_in", "use"]

SON = "K-000002"
TRANSLATED = "Консулдық алдындағы пикет"
TRANSLATION = f"{TRANSLATED}\n\nСалтанат Нұрбек 8 ақпанда консулдық алдында тұрды.\n"


def furnish() -> House:
    """Make the casebook half reviewed, with everything that a page can be about."""
    built = build()
    keeper = built.keeper
    for user in (keeper, built.by_role[Role.EDITOR]):
        accounts.set_password(by=keeper, at=NOW, user=user, password=PASSWORD)
    _decide(built)
    _count_lists(keeper)
    _publish(keeper)
    translation = keep(by=keeper, text=TRANSLATION)
    documents.pair(by=keeper, at=NOW, document=translation, original=built.document)
    tried(table())
    _keep_a_desk(keeper)
    following.keep_up()
    return built


def _decide(built: House) -> None:
    """Accept some claims and correct one; one pair is judged, and the same pair is asked about."""
    keeper = built.keeper
    claims.accept(by=keeper, at=NOW, claims=[one.pk for one in built.claims[:4]])
    left, right = Mention.objects.order_by("pk")
    Candidate.objects.create(left=left, right=right, probability=0.7, why=["x"], method="test 1", proposed_at=NOW)
    made = people.judge(by=keeper, at=NOW, left=left, right=right, verdict=Verdict.UNSURE, why="two voices")
    people.undo(by=keeper, at=NOW, judgement=made)


def _count_lists(keeper: User) -> None:
    """Ask how many people there are, and report what another table says."""
    findings.ask_count(by=keeper, at=NOW, asked=Asked(question=QUESTION, chosen=Chosen()))
    leased = findings.lease_count(worker="w", at=NOW, seconds=60)
    assert leased
    findings.report_count(by=keeper, at=NOW, count=leased, worker="w", report=answered())


def _publish(keeper: User) -> None:
    """Record a consent and draft a release."""
    son = Person.objects.get(number=int(SON.removeprefix("K-")))
    who = {"given_by": "a sister", "given_on": "2024"}
    releases.record_consent(by=keeper, at=NOW, person=son, audience=Audience.PUBLIC, **who)
    shown = ["Person.name", "Custody.sentence"]
    releases.draft(by=keeper, at=NOW, title="Spring", audience=Audience.PUBLIC, persons=[son], properties=shown)


def _keep_a_desk(keeper: User) -> None:
    """Save a search, and collect people."""
    desk.save_search(by=keeper, at=NOW, name="Pickets", search=Search(words="picket"))
    desk.collect(by=keeper, at=NOW, title="Pickets", persons=[Person.objects.order_by("number")[0].pk])


def newcomer(house: House) -> User:
    """Somebody who was invited and has not arrived."""
    return accounts.invite(by=house.keeper, at=timezone.now(), username="daniyar", roles=[Role.EDITOR]).user


def signed_in(user: User) -> Client:
    """Sign somebody in who has just proved again who they are."""
    client = sign_in(user)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def protected(user: User) -> Client:
    """Sign somebody in, and give them only then the factors that they would be asked for."""
    client = signed_in(user)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    key = {"name": "blue key", "credential": {}}
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=key)
    RecoveryCodes.activate(user)
    return client


def use(page: Page, server: LiveServer, client: Client) -> None:
    """Let the browser be whom a client has signed in."""
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])
