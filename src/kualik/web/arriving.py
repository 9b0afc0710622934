"""The first sign-in: a password of one's own, a second factor, recovery codes, and what one's roles may do."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import roles_of
from kualik.web.roles import MEANINGS
from kualik.web.signed_in import viewer_of

__all__ = ["ArrivingMiddleware", "Step", "steps", "welcome"]

KEPT = "kualik:codes-kept"
OPEN = ("/welcome/", "/accounts/", "/preferences/", "/static/")
"""Addresses that somebody may see who has not arrived yet: those that the steps lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of arriving."""

    name: str
    word: Promise
    done: bool


class PasswordForm(forms.Form):
    """A password of one's own, twice."""

    new = forms.CharField(
        label=_("New password"),
        help_text=_("Twelve characters or more. Four words that nobody would guess together are easy to keep in mind."),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": True, "dir": "ltr"}),
    )
    again = forms.CharField(
        label=_("The same once more"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # the signature is Django's
        self._user = user

    def clean_new(self) -> str:
        """Refuse one that is easily guessed, or the one that is to be replaced."""
        new = str(self.cleaned_data["new"])
        if self._user.check_password(new):
            raise forms.ValidationError(_("This is the password that you were given. Choose another."))
        validate_password(new, self._user)
        return new

    def clean_again(self) -> str:
        """Refuse what was not typed alike."""
        again = str(self.cleaned_data["again"])
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise forms.ValidationError(_("The two passwords differ. Type the same in both fields."))
        return again


class CodeForm(forms.Form):
    """One of the recovery codes, as a proof that they were kept."""

    code = forms.CharField(
        label=_("One of your recovery codes"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "dir": "ltr", "autofocus": True}),
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # the signature is Django's
        self._user = user

    def clean_code(self) -> str:
        """Refuse what is none of them. The code is not used up by this."""
        code = "".join(str(self.cleaned_data["code"]).split())
        if code not in _codes(self._user):
            raise forms.ValidationError(_("This is none of your recovery codes. Look at what you wrote down or saved."))
        return code


class ArrivingMiddleware:
    """Lead whoever has not arrived yet to the next step, whatever page they ask for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through whoever has arrived, and the pages of the steps themselves."""
        user = request.user
        waits = isinstance(user, User) and user.arrived_at is None
        if waits and not request.path.startswith(OPEN):
            return redirect("welcome")
        return self.get_response(request)


def steps(user: User, *, codes_kept: bool) -> tuple[Step, ...]:
    """List the steps that somebody's roles ask for, and which of them are done."""
    guarded = bool(roles_of(user) - {Role.READER})
    found = [Step(name="password", word=_("A password of your own"), done=user.one_time_until is None)]
    if guarded:
        has_factor = is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
        found.append(Step(name="factor", word=_("A second factor"), done=has_factor))
        found.append(Step(name="codes", word=_("Recovery codes"), done=has_factor and codes_kept))
    return (*found, Step(name="roles", word=_("What you may do here"), done=False))


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Show the next step; a form of a step leads to the one after it."""
    user = viewer_of(request)
    if user.arrived_at is not None:
        return redirect("home")
    way = steps(user, codes_kept=bool(request.session.get(KEPT)))
    step = next(one for one in way if not one.done)
    form = _form(request, user, step)
    if request.method == "POST" and _taken(request, user, step, form):
        return redirect("home" if step.name == "roles" else "welcome")
    roles = [(Role(role).label, MEANINGS[role]) for role in Role if role in roles_of(user)]
    context = {"steps": way, "step": step, "form": form, "roles": roles, "has_codes": bool(_codes(user))}
    return render(request, "pages/welcome.html", context)


def _form(request: HttpRequest, user: User, step: Step) -> forms.Form | None:
    kinds = {"password": PasswordForm, "codes": CodeForm}
    return kinds[step.name](request.POST or None, user=user) if step.name in kinds else None


def _taken(request: HttpRequest, user: User, step: Step, form: forms.Form | None) -> bool:
    """Do what the step's form says; False where it has faults."""
    if form is not None and not form.is_valid():
        return False
    if step.name == "password" and form is not None:
        actions.set_password(by=user, at=timezone.now(), user=user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        record_authentication(request, user, method="password", reauthenticated=True)  # the factor's page asks for it
    elif step.name == "codes":
        request.session[KEPT] = True
    elif step.name == "roles":
        actions.arrive(by=user, at=timezone.now())
    return True


def _codes(user: User) -> list[str]:
    kept = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return RecoveryCodes(kept).get_unused_codes() if kept else []
