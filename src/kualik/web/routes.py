"""Every page and every deed with its address and with the roles that may open it. There is no other list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import holds
from kualik.web import (
    adding,
    arriving,
    batches,
    chapters,
    claims,
    counts,
    deciding,
    document,
    documents,
    drafting,
    error_sheets,
    event_series,
    events,
    find,
    find_many,
    findings,
    home,
    house,
    judgements,
    ledger,
    map_boundaries,
    mapping,
    maps,
    members,
    page_images,
    people,
    preferences,
    release_files,
    release_preview,
    releases,
    renditions,
    same,
    same_as,
    sessions,
    sources,
    transcripts,
)
from kualik.web.account_events import recorded

__all__ = ["ANYBODY", "ROUTES", "SIGNED_IN", "Route", "patterns"]

View = Callable[..., HttpResponseBase]

ANYBODY: frozenset[Role] | None = None
"""Open without a sign-in."""

SIGNED_IN: frozenset[Role] = frozenset()
"""Open to whoever is signed in, whatever their roles."""

READS = frozenset({Role.READER})
ADDS = frozenset({Role.CONTRIBUTOR})
DECIDES = frozenset({Role.EDITOR})
PUBLISHES = frozenset({Role.PUBLISHER})
GUARDS = frozenset({Role.CUSTODIAN})
LOOKS_AFTER = frozenset({Role.ADMINISTRATOR})


CHANGES_FACTORS = frozenset({
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn", "mfa_edit_webauthn",
    "mfa_remove_webauthn",
})  # fmt: skip
"""Pages of allauth's that change the factors of an account: what they change is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An address, the view behind it, and the roles of which one is needed (roles bring others along)."""

    name: str
    address: str
    view: View
    roles: frozenset[Role] | None


def _route(name: str, address: str, view: View, roles: frozenset[Role] | None) -> Route:
    return Route(name=name, address=address, view=view, roles=roles)


ROUTES: tuple[Route, ...] = (
    _route("account_login", "accounts/login/", account.login, ANYBODY),
    _route("account_logout", "accounts/logout/", sessions.sign_out, ANYBODY),
    _route("account_inactive", "accounts/inactive/", account.account_inactive, ANYBODY),
    _route("account_signup", "accounts/signup/", account.signup, ANYBODY),
    _route("mfa_authenticate", "accounts/2fa/authenticate/", factors.authenticate, ANYBODY),
    _route("mfa_login_webauthn", "accounts/2fa/webauthn/login/", webauthn.login_webauthn, ANYBODY),
    _route("set_language", "preferences/language/", preferences.set_language, ANYBODY),
    _route("set_theme", "preferences/theme/", preferences.set_theme, ANYBODY),
    _route("set_keys", "preferences/keys/", preferences.set_keys, SIGNED_IN),
    _route("account_reauthenticate", "accounts/reauthenticate/", account.reauthenticate, SIGNED_IN),
    _route("account_change_password", "accounts/password/change/", account.password_change, SIGNED_IN),
    _route("account_set_password", "accounts/password/set/", account.password_set, SIGNED_IN),
    _route("mfa_index", "accounts/2fa/", factors.index, SIGNED_IN),
    _route("mfa_reauthenticate", "accounts/2fa/reauthenticate/", factors.reauthenticate, SIGNED_IN),
    _route("mfa_activate_totp", "accounts/2fa/totp/activate/", totp.activate_totp, SIGNED_IN),
    _route("mfa_deactivate_totp", "accounts/2fa/totp/deactivate/", totp.deactivate_totp, SIGNED_IN),
    _route("mfa_view_recovery_codes", "accounts/2fa/recovery-codes/", codes.view_recovery_codes, SIGNED_IN),
    _route(
        "mfa_generate_recovery_codes",
        "accounts/2fa/recovery-codes/new/",
        codes.generate_recovery_codes,
        SIGNED_IN,
    ),
    _route(
        "mfa_download_recovery_codes", "accounts/2fa/recovery-codes/file/", codes.download_recovery_codes, SIGNED_IN
    ),
    _route("mfa_list_webauthn", "accounts/2fa/webauthn/", webauthn.list_webauthn, SIGNED_IN),
    _route("mfa_add_webauthn", "accounts/2fa/webauthn/add/", webauthn.add_webauthn, SIGNED_IN),
    _route(
        "mfa_reauthenticate_webauthn",
        "accounts/2fa/webauthn/reauthenticate/",
        webauthn.reauthenticate_webauthn,
        SIGNED_IN,
    ),
    _route("mfa_edit_webauthn", "accounts/2fa/webauthn/keys/<int:pk>/edit/", webauthn.edit_webauthn, SIGNED_IN),
    _route(
        "mfa_remove_webauthn",
        "accounts/2fa/webauthn/keys/<int:pk>/remove/",
        webauthn.remove_webauthn,
        SIGNED_IN,
    ),
    _route("welcome", "welcome/", arriving.welcome, SIGNED_IN),
    _route("end_sessions", "accounts/sessions/end/", members.end_sessions, SIGNED_IN),
    _route("members", "members/", members.members, LOOKS_AFTER),
    _route("invite", "members/new/", members.invite, LOOKS_AFTER),
    _route("member", "members/<uuid:id>/", members.member, LOOKS_AFTER),
    _route("set_roles", "members/<uuid:id>/roles/", members.set_roles, LOOKS_AFTER),
    _route("invite_again", "members/<uuid:id>/password/", members.invite_again, LOOKS_AFTER),
    _route("close_account", "members/<uuid:id>/close/", members.close, LOOKS_AFTER),
    _route("reopen_account", "members/<uuid:id>/open/", members.reopen, LOOKS_AFTER),
    _route("clear_factors", "members/<uuid:id>/factors/clear/", members.clear_factors, LOOKS_AFTER),
    _route("home", "", home.home, SIGNED_IN),
    _route("dates", "dates/", home.dates, READS),
    _route("add", "add/", adding.add, ADDS),
    _route("batches", "batches/", batches.batches, READS),
    _route("batch", "batches/<uuid:id>/", batches.batch, READS),
    _route("undo_batch", "batches/<uuid:id>/undo/", batches.undo, ADDS | DECIDES),
    _route("put_back_batch", "batches/<uuid:id>/put-back/", batches.put_back, DECIDES),
    _route("begin_table", "batches/<uuid:id>/begin/", batches.begin, ADDS),
    _route("drop_table", "batches/<uuid:id>/drop/", batches.drop, ADDS),
    _route("table_errors", "batches/<uuid:id>/errors/<str:kind>/", error_sheets.errors, READS),
    _route("map_table", "tables/<uuid:id>/", mapping.map_table, ADDS),
    _route("source", "sources/<str:sha256>/", sources.source, READS),
    _route("tell_source", "sources/<str:sha256>/tell/", sources.tell, ADDS),
    _route("classify_source", "sources/<str:sha256>/level/", sources.classify, DECIDES | GUARDS),
    _route("read_source_again", "sources/<str:sha256>/read-again/", sources.read_again, ADDS),
    _route("transcribe", "sources/<str:sha256>/transcript/", transcripts.transcribe, ADDS),
    _route("original", "sources/<str:sha256>/original/", sources.original, READS),
    _route("documents", "documents/", documents.documents, READS),
    _route("document", "documents/<uuid:id>/", document.document, READS),
    _route("page_image", "documents/<uuid:id>/pages/<int:number>.png", page_images.page_image, READS),
    _route("decide", "documents/<uuid:id>/decide/", deciding.decide, DECIDES),
    _route("rendition", "documents/<uuid:id>/translation/", renditions.rendition, ADDS),
    _route("same_as", "claims/<uuid:id>/same/", same_as.same_as, DECIDES),
    _route("add_claim", "documents/<uuid:id>/claims/", claims.add, ADDS),
    _route("accept", "claims/<uuid:id>/accept/", claims.accept, DECIDES),
    _route("reject", "claims/<uuid:id>/reject/", claims.reject, DECIDES),
    _route("reopen", "claims/<uuid:id>/reopen/", claims.reopen, DECIDES),
    _route("correct", "claims/<uuid:id>/correct/", claims.correct, DECIDES),
    _route("people", "people/", people.people, READS),
    _route("person", "people/<str:reference>/", findings.person, READS),
    _route("choose", "people/<str:reference>/choose/", findings.choose, DECIDES | PUBLISHES),
    _route("consent", "people/<str:reference>/consents/", releases.consent, PUBLISHES),
    _route("missing_consents", "consents/missing/", home.consents_missing, DECIDES | PUBLISHES),
    _route("withdraw_consent", "consents/<uuid:id>/withdraw/", releases.withdraw_consent, PUBLISHES),
    _route("find", "find/", find.find, READS),
    _route("find_save", "find/save/", find.save, READS),
    _route("find_saved", "find/saved/<uuid:id>/", find.saved, READS),
    _route("find_forget", "find/saved/<uuid:id>/forget/", find.forget, READS),
    _route("find_collection", "find/collections/<uuid:id>/", find.collection, ADDS | PUBLISHES),
    _route("find_preview", "find/many/", find_many.preview, ADDS | PUBLISHES),
    _route("find_do", "find/many/do/", find_many.do, ADDS | PUBLISHES),
    _route("find_done", "find/many/<uuid:id>/", find_many.done, ADDS | PUBLISHES),
    _route("find_undo", "find/many/<uuid:id>/undo/", find_many.undo, ADDS | PUBLISHES),
    _route("same", "same/", same.same, DECIDES),
    _route("judge", "same/judge/", same.judge, DECIDES),
    _route("judgement", "judgements/<uuid:id>/", judgements.judgement, DECIDES),
    _route("undo_judgement", "judgements/<uuid:id>/undo/", same.undo, DECIDES),
    _route("events", "events/", events.events, READS),
    _route("event_calendar", "events/calendar/", events.calendar, READS),
    _route("event_table", "events/table/", events.table, DECIDES | PUBLISHES),
    _route("event", "events/<uuid:id>/", events.event, READS),
    _route("event_series", "events/<uuid:id>/series/", event_series.series, READS),
    _route("place_event", "events/<uuid:id>/place/", event_series.place, DECIDES),
    _route("unplace_event", "events/placings/<uuid:id>/undo/", event_series.unplace, DECIDES),
    _route("map", "map/", maps.place_map, READS),
    _route("name_place", "map/names/", maps.name_place, DECIDES),
    _route("unname_place", "map/names/<uuid:id>/undo/", maps.unname_place, DECIDES),
    _route("boundaries", "map/boundaries/", map_boundaries.boundaries, LOOKS_AFTER),
    _route("turn_boundaries", "map/boundaries/<uuid:id>/", map_boundaries.turn_boundaries, LOOKS_AFTER),
    _route("counts", "counts/", counts.counts, READS),
    _route("ask_count", "counts/new/", counts.ask, DECIDES | PUBLISHES),
    _route("count", "counts/<uuid:id>/", counts.count, READS),
    _route("releases", "releases/", releases.releases, READS),
    _route("draft", "releases/new/", drafting.draft, PUBLISHES),
    _route("release", "releases/<uuid:id>/", releases.release, READS),
    _route("release_item", "releases/<uuid:id>/people/<int:position>/", release_preview.item, DECIDES | PUBLISHES),
    _route("take_out", "releases/<uuid:id>/file/", release_files.take_out, PUBLISHES),
    _route("approve", "releases/<uuid:id>/approve/", releases.approve, PUBLISHES),
    _route("withdraw", "releases/<uuid:id>/withdraw/", releases.withdraw, PUBLISHES),
    _route("ledger", "ledger/", ledger.ledger, LOOKS_AFTER),
    _route("settings", "settings/", house.settings, SIGNED_IN),
    _route("help", "help/", chapters.contents, SIGNED_IN),
    _route("guide_picture", "help/pictures/<str:name>", chapters.guide_picture, SIGNED_IN),
    _route("chapter", "help/<str:name>/", chapters.chapter, SIGNED_IN),
)


def patterns() -> list[URLPattern]:
    """Make Django's patterns of the table."""
    return [path(route.address, _guarded(route), name=route.name) for route in ROUTES]


def _guarded(route: Route) -> View:
    """Close a view to whoever holds none of its roles. Django's middleware has sent strangers to the sign-in."""
    roles = route.roles
    if not roles:
        return recorded(route.view) if route.name in CHANGES_FACTORS else route.view

    @wraps(route.view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not (isinstance(request.user, User) and holds(request.user, *roles)):
            raise PermissionDenied
        return route.view(request, *args, **kwargs)

    return opened
