"""A day's work in one casebook, from an invitation to a release: one role after the other, in English and in Uyghur."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Claim, Decision
from kualik.cases.people.models import Judgement, Person
from kualik.cases.releases.models import Release
from kualik.cases.sources.models import Source
from tests.journeys.story import BROTHER, FILE, IN_RUSSIAN, PASTED, TOLD_BY, Day, code_of, staff
from tests.web.house import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["en", "ug"])
def day(
    request: pytest.FixtureRequest,
    transactional_db: None,  # noqa: ARG001 (the database is what the casebook stands in)
    page: Page,
    live_server: LiveServer,
    scene: Callable[[Page, str], None],
) -> Day:
    """An empty casebook in the morning."""
    language = str(request.param)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(reduced_motion="reduce")  # a picture is not taken on the way
    return Day(page=page, server=live_server, users=staff(language), language=language, keep=scene)


def test_a_day(day: Day) -> None:
    """What each did stands at the end: two reports read and reviewed, one man known, one release that two approved."""
    somebody_is_invited(day)
    documents_come_in(day)
    a_claim_is_proposed(day)
    a_report_is_reviewed(day)
    the_rest_is_accepted_at_once(day)
    two_records_are_one_man(day)
    the_case_is_looked_at(day)
    a_release_is_drafted(day)
    another_approves_it(day)
    a_reader_reads(day)
    a_custodian_sees_who_brought_it(day)
    the_ledger_holds(day)


def somebody_is_invited(day: Day) -> None:
    """The administrator makes an account; whoever gets it is led through the first sign-in."""
    page = day.page
    day.sits_down("marat")
    day.open("/members/")
    page.fill("input[name=username]", "daniyar")
    page.fill("input[name=display_name]", "Daniyar Seitkali")
    page.check("input[name=roles][value=contributor]")
    day.send("/members/new/")
    once = page.locator(".handed-password").inner_text()
    day.shows("invited")

    day.sits_down("daniyar", once.strip())
    invited = User.objects.get(username="daniyar")
    accounts.set_language(by=invited, at=timezone.now(), language=day.language)
    expect(page).to_have_url(re.compile("/welcome/"))
    page.reload()
    day.shows("welcome")
    arrives(day)
    assert User.objects.get(username="daniyar").arrived_at is not None


def arrives(day: Day) -> None:
    """Go through every step of the first sign-in."""
    page = day.page
    page.fill("input[name=new]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    day.send("/welcome/")
    day.follow("/accounts/2fa/totp/activate/")
    if page.locator("input[name=password]").count():
        page.fill("input[name=password]", PASSWORD)
        page.locator("main form button").first.click()
    day.shows("second-factor")
    page.fill("input[name=code]", code_of(page.locator("#authenticator_secret").input_value()))
    day.send("/accounts/2fa/totp/activate/")
    expect(page.locator("input[name=code]")).to_have_count(0)
    day.open("/accounts/2fa/recovery-codes/")
    first = page.locator("#recovery_codes").input_value().split()[0]
    day.open("/welcome/")
    page.fill("input[name=code]", first)
    day.send("/welcome/")
    expect(page.locator(".roles")).to_be_visible()
    day.send("/welcome/")
    expect(page).to_have_url(day.server.url + "/")


def documents_come_in(day: Day) -> None:
    """The contributor pastes one report and hands in another as a file, and says who gave it."""
    page = day.page
    day.shows("first-home")
    day.open("/add/")
    page.fill("textarea[name=text]", PASTED)
    page.fill("input[name=publisher]", "Steppe Wire")
    page.fill("input[name=published]", "2021-02-09")
    page.fill("input[name=provider]", TOLD_BY)
    day.shows("add")
    page.locator("form[data-upload] button.main").click()
    page.wait_for_url("**/batches/**")
    day.open("/add/?afresh=1")
    page.set_input_files("input[name=material]", [FILE])
    page.locator("form[data-upload] button.main").click()
    page.wait_for_url("**/batches/**")
    expect(page.locator("#batch[hx-get]")).to_be_visible()
    day.worker()
    expect(page.locator("#batch:not([hx-get])")).to_be_visible()
    day.shows("read")
    assert {one.state for one in Source.objects.all()} == {"read"}


def a_claim_is_proposed(day: Day) -> None:
    """What no reader found is added from the words that say it."""
    page, document = day.page, day.document("en")
    day.open(f"/documents/{document.pk}/claims/")
    page.fill("textarea[name=quote]", "a teacher born in 1974")
    bolat = Claim.objects.get(document=document, property="name", value="Bolat Omar").entity
    page.select_option("select[name=entity]", str(bolat.pk))
    page.select_option("select[name=property]", "birthDate")
    page.fill("input[name=value]", "1974")
    page.fill("input[name=witness]", "Gulnar Omar")
    day.shows("claim-by-hand")
    day.send(f"/documents/{document.pk}/claims/")
    expect(page.locator("form[data-adder]")).to_have_count(0)
    assert Claim.objects.get(method="person").status == "proposed"


def a_report_is_reviewed(day: Day) -> None:
    """The editor accepts, rejects, takes back and corrects by keys, without a pointer."""
    page, document = day.page, day.document("en")
    day.sits_down("aigerim")
    day.open("/")
    day.shows("home")
    day.follow("/documents/")
    day.open(f"/documents/{document.pk}/")
    page.keyboard.press("j")
    for key, proposed in (("a", 1), ("a", 2), ("r", 3), ("u", 2)):
        page.keyboard.press(key)
        expect(page.locator(".claim:not(.proposed)")).to_have_count(proposed)
    day.shows("review-by-keys")
    page.keyboard.press("?")
    expect(page.locator("dialog[data-keys-sheet]")).to_be_visible()
    day.shows("keys")
    page.keyboard.press("Escape")
    a_sentence_is_corrected(day)


def a_sentence_is_corrected(day: Day) -> None:
    """The place is written as the map knows it; what stood there before stays on record."""
    page = day.page
    claim = Claim.objects.get(document=day.document("en"), property="place", value="Shawan prison")
    card = page.locator(f"#claim-{claim.pk}")
    card.focus()
    page.keyboard.press("e")
    card.locator("input[name$=-value]").fill("Shawan")
    card.locator("input[name$=-why]").fill("the prison is in Shawan")
    card.evaluate("card => card.scrollIntoView({block: 'center', behavior: 'instant'})")
    day.shows("correct")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-supersedes='{claim.pk}']")).to_have_attribute("data-status", "accepted")
    assert Claim.objects.get(supersedes=claim).value == "Shawan"


def the_rest_is_accepted_at_once(day: Day) -> None:
    """All that one voice says, and then all the rest: shown first, then one entry in the ledger each."""
    page, english, russian = day.page, day.document("en"), day.document("ru")
    day.open(f"/documents/{english.pk}/")
    page.keyboard.press("s")
    page.locator("#several-voice").select_option(index=1)
    page.locator("button[name=deed][value=accept]").first.click()
    expect(page.locator("input[name=why]")).to_be_visible()
    day.shows("preview")
    page.locator("h1").click()
    page.keyboard.press("a")
    all_at_once = page.locator("button[name=deed][value=reopen]")
    expect(all_at_once).to_be_visible()
    for document in (english, russian):
        day.open(f"/documents/{document.pk}/decide/")
        page.locator("button[name=deed][value=accept]").click()
        expect(all_at_once).to_be_visible()
    day.shows("accepted")
    assert not Claim.objects.filter(status="proposed").exists()
    assert Decision.objects.filter(claim__document=russian).count() == russian.claims.count()
    day.worker()


def two_records_are_one_man(day: Day) -> None:
    """The matcher asks about the brother in two alphabets; the editor answers by a key."""
    page = day.page
    day.open("/same/")
    names = page.locator("#same-who")
    while IN_RUSSIAN not in names.inner_text():
        before = names.inner_text()
        page.keyboard.press("s")
        expect(names).not_to_have_text(before)
    page.locator("input[name=quick]").first.check()
    day.shows("same-or-not")
    page.locator("h1").click()
    page.keyboard.press("y")
    expect(page.locator(".notice.good")).to_be_visible()
    assert Judgement.objects.get().verdict == "positive"
    day.worker()


def brother() -> Person:
    """Find the man both reports speak of."""
    return Judgement.objects.get().left.person


def the_case_is_looked_at(day: Day) -> None:
    """Found in the other alphabet; his case file, the picket, the map."""
    page = day.page
    day.open("/")
    page.keyboard.press("/")
    page.keyboard.type("Сержан Толеуказы")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/")
    expect(page.locator("#results")).to_contain_text(BROTHER)
    day.shows("found")
    day.open(f"/people/{brother()}/")
    expect(page.locator("#custody")).to_contain_text(re.compile("22|20"))
    day.shows("case-file")
    day.open("/events/")
    day.shows("events")
    picket = Claim.objects.filter(entity__schema="Protest", property="eventType")[0].entity_id
    day.open(f"/events/{picket}/")
    day.shows("event")
    day.open("/map/?layer=held")
    expect(page.locator("#map-room svg").first).to_be_visible()
    day.shows("map")


def a_release_is_drafted(day: Day) -> None:
    """The publisher writes a consent down, says which sentence is published and why, and drafts."""
    page, person = day.page, brother()
    day.sits_down("saule")
    day.open(f"/people/{person}/")
    page.locator("#consent details summary").click()
    consent = page.locator(f"form[action='/people/{person}/consents/']")
    consent.locator("select[name=audience]").select_option("public")
    consent.locator("input[name=given_by]").fill("Saltanat, his sister")
    consent.locator("input[name=given_on]").fill("2026-11-01")
    consent.locator("button").click()
    expect(page.locator("#consent form[action$='/withdraw/']")).to_be_visible()
    day.shows("consent")
    the_sentence_is_chosen(day)
    day.open("/releases/new/")
    page.check("input[name=audience][value=public]")
    page.locator("input[name=persons]").first.check()
    page.fill("input[name=title]", "Winter")
    day.shows("draft")
    page.locator("main form button.main").click()
    page.wait_for_url(re.compile(r"/releases/[0-9a-f-]{36}/"))
    day.shows("drafted")
    assert Release.objects.get().state == "draft"


def the_sentence_is_chosen(day: Day) -> None:
    """Choose one of two sentences that are told, with a reason."""
    page = day.page
    form = page.locator("form:has(input[name=value][value=P22Y])").first
    form.evaluate("one => { while (one = one.closest('details:not([open])')) one.open = true; }")
    form.locator("input[name=why]").fill("his sister was told so")
    form.locator("button").click()
    expect(page.locator("button[name=unchoose]")).to_have_count(1)


def another_approves_it(day: Day) -> None:
    """Nobody approves what they drafted."""
    release = Release.objects.get()
    day.open(f"/releases/{release.pk}/")
    expect(day.page.locator("form[action$='/approve/']")).to_have_count(0)
    day.sits_down("meruert")
    day.open(f"/releases/{release.pk}/")
    day.send(f"/releases/{release.pk}/approve/")
    expect(day.page.locator(".chip.good").first).to_be_visible()
    day.shows("approved")
    assert Release.objects.get().state == "approved"


def a_reader_reads(day: Day) -> None:
    """Everything is there to be read, and nothing to change it by."""
    page = day.page
    day.sits_down("rustem")
    day.open(f"/documents/{day.document('en').pk}/")
    expect(page.locator(".claim").first).to_be_visible()
    expect(page.locator("main form[method=post]")).to_have_count(0)
    day.open(f"/people/{brother()}/")
    expect(page.locator("main form[method=post]")).to_have_count(0)
    day.shows("reader")
    expect(page.locator("a[href='/add/']")).to_have_count(0)


def a_custodian_sees_who_brought_it(day: Day) -> None:
    """Who handed the report over is shown to custodians, and to nobody else in this story."""
    for name, sees in (("rustem", False), ("zhanna", True)):
        day.sits_down(name)
        day.open(f"/documents/{day.document('en').pk}/")
        assert (TOLD_BY in day.page.content().replace("&#x27;", "'")) is sees
    day.page.locator("main .sheet.narrow").last.scroll_into_view_if_needed()
    day.shows("custodian")


def the_ledger_holds(day: Day) -> None:
    """The administrator looks at what was done, and has the chain checked."""
    day.sits_down("marat")
    day.open("/ledger/?check=1")
    expect(day.page.locator("main .notice.good")).to_be_visible()
    day.shows("ledger")
