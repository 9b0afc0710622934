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
    claims,
    counts,
    documents,
    findings,
    home,
    ledger,
    people,
    preferences,
    releases,
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
    _route("home", "", home.home, SIGNED_IN),
    _route("add", "add/", sources.add, ADDS),
    _route("transcribe", "sources/<str:sha256>/transcript/", transcripts.transcribe, ADDS),
    _route("original", "sources/<str:sha256>/original/", sources.original, READS),
    _route("documents", "documents/", documents.documents, READS),
    _route("document", "documents/<uuid:id>/", documents.document, READS),
    _route("decide", "documents/<uuid:id>/decide/", claims.decide, DECIDES),
    _route("add_claim", "documents/<uuid:id>/claims/", claims.add, ADDS),
    _route("accept", "claims/<uuid:id>/accept/", claims.accept, DECIDES),
    _route("reject", "claims/<uuid:id>/reject/", claims.reject, DECIDES),
    _route("reopen", "claims/<uuid:id>/reopen/", claims.reopen, DECIDES),
    _route("correct", "claims/<uuid:id>/correct/", claims.correct, DECIDES),
    _route("people", "people/", people.people, READS),
    _route("person", "people/<str:reference>/", findings.person, READS),
    _route("choose", "people/<str:reference>/choose/", findings.choose, DECIDES | PUBLISHES),
    _route("consent", "people/<str:reference>/consents/", releases.consent, PUBLISHES),
    _route("withdraw_consent", "consents/<uuid:id>/withdraw/", releases.withdraw_consent, PUBLISHES),
    _route("same", "same/", people.same, DECIDES),
    _route("judge", "same/judge/", people.judge, DECIDES),
    _route("undo_judgement", "judgements/<uuid:id>/undo/", people.undo, DECIDES),
    _route("events", "events/", findings.events, READS),
    _route("event", "events/<uuid:id>/", findings.event, READS),
    _route("counts", "counts/", counts.counts, READS),
    _route("ask_count", "counts/new/", counts.ask, DECIDES | PUBLISHES),
    _route("count", "counts/<uuid:id>/", counts.count, READS),
    _route("releases", "releases/", releases.releases, READS),
    _route("draft", "releases/new/", releases.draft, PUBLISHES),
    _route("release", "releases/<uuid:id>/", releases.release, READS),
    _route("approve", "releases/<uuid:id>/approve/", releases.approve, PUBLISHES),
    _route("withdraw", "releases/<uuid:id>/withdraw/", releases.withdraw, PUBLISHES),
    _route("ledger", "ledger/", ledger.ledger, LOOKS_AFTER),
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
