"""People and roles: who may sign in, what each may do, and the way in for somebody new."""

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.accounts import actions, queries
from kualik.cases.accounts.errors import AccountRefused, NotAllowed
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.passwords import Invitation
from kualik.cases.accounts.policy import granted, holds
from kualik.cases.ledger import queries as ledger
from kualik.web.roles import MEANINGS
from kualik.web.signed_in import viewer_of

__all__ = [
    "clear_factors", "close", "end_sessions", "invite", "invite_again", "member", "members", "reopen", "set_roles",
]  # fmt: skip


class InviteForm(forms.Form):
    """Somebody new."""

    username = forms.CharField(
        label=gettext_lazy("User name"),
        help_text=gettext_lazy("They sign in with it. It need not be their real name."),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto", "autocapitalize": "none"}),
    )
    display_name = forms.CharField(
        label=gettext_lazy("Name that colleagues see"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("What they may do"),
        choices=Role.choices,
        initial=[Role.READER.value],
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def meanings(self) -> list[tuple[Any, Any]]:
        """Each role's box with what the role means."""
        return [(box, MEANINGS[Role(box.data["value"])]) for box in self["roles"]]


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """List everybody who may sign in."""
    viewer = viewer_of(request)
    context = {"members": queries.members(viewer=viewer), "form": InviteForm(), "factors": _with_factors()}
    return render(request, "pages/members.html", context)


def _with_factors() -> set[UUID]:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return set(Authenticator.objects.filter(type__in=kinds).values_list("user_id", flat=True))


@never_cache
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account, and show the password for the first sign-in this once."""
    viewer, form = viewer_of(request), InviteForm(request.POST)
    if form.is_valid():
        chosen = form.cleaned_data
        roles = [Role(role) for role in chosen["roles"]]
        try:
            invitation = actions.invite(
                by=viewer,
                at=timezone.now(),
                username=chosen["username"],
                display_name=chosen["display_name"],
                roles=roles,
            )
        except (AccountRefused, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            return _handed_over(request, invitation)
    context = {"members": queries.members(viewer=viewer), "form": form, "factors": _with_factors()}
    return render(request, "pages/members.html", context, status=400)


def _handed_over(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    return render(request, "pages/invitation.html", {"member": invitation.user, "password": invitation.password})


@require_http_methods(["GET", "HEAD"])
def member(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one account: its roles, its state, and what was done to it."""
    viewer = viewer_of(request)
    one = queries.member(viewer=viewer, id=id)
    held = granted(one)
    context = {
        "member": one,
        "roles": [(role, MEANINGS[role], role in held) for role in Role],
        "own": one.pk == viewer.pk,
        "has_factor": one.pk in _with_factors(),
        "may_custody": holds(viewer, Role.CUSTODIAN) or Role.CUSTODIAN not in held,
        "history": list(ledger.entries(viewer=viewer, about=f"account:{one.pk}", limit=30)),
    }
    return render(request, "pages/member.html", context)


@require_POST
@transaction.atomic
def set_roles(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Give and take roles, so that somebody holds those that are ticked; one entry for each change."""
    viewer = viewer_of(request)
    one = queries.member(viewer=viewer, id=id)
    wanted = {Role(name) for name in request.POST.getlist("roles") if name in Role.values}
    held = granted(one)
    for role in sorted(wanted - held):
        actions.grant(by=viewer, at=timezone.now(), user=one, role=role)
    for role in sorted(held - wanted):
        actions.end_grant(by=viewer, at=timezone.now(), user=one, role=role)
    messages.success(request, _("The roles are as you ticked them."))
    return redirect("member", id=id)


@never_cache
@require_POST
def invite_again(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Give a new password for one sign-in, shown this once."""
    viewer = viewer_of(request)
    one = queries.member(viewer=viewer, id=id)
    return _handed_over(request, actions.invite_again(by=viewer, at=timezone.now(), user=one))


@require_POST
def close(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Close an account; it can be opened again."""
    viewer = viewer_of(request)
    actions.deactivate(by=viewer, at=timezone.now(), user=queries.member(viewer=viewer, id=id))
    messages.success(request, _("The account is closed. What was done with it stays."))
    return redirect("member", id=id)


@require_POST
def reopen(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Open a closed account again."""
    viewer = viewer_of(request)
    actions.reopen(by=viewer, at=timezone.now(), user=queries.member(viewer=viewer, id=id))
    messages.success(request, _("The account is open again, with the roles that it had."))
    return redirect("member", id=id)


@require_POST
def clear_factors(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take away the second factors of somebody who lost them."""
    viewer = viewer_of(request)
    one = queries.member(viewer=viewer, id=id)
    actions.clear_factors(by=viewer, at=timezone.now(), user=one)
    messages.success(request, _("The second factors are gone. Give a new password too, so that the guide asks anew."))
    return redirect("member", id=id)


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign oneself out everywhere, here too."""
    viewer: User = viewer_of(request)
    actions.end_sessions(by=viewer, at=timezone.now())
    return redirect("account_login")
