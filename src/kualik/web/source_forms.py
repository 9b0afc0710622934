"""What is asked when material comes in: in plain words, with answers that do no harm where nobody knows better."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts.edtf import is_edtf

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

__all__ = ["LEVELS", "AddForm", "HandoverForm", "LevelForm", "ReadForm", "ToldForm"]

LEVELS = (
    (
        Sensitivity.INTERNAL.value,
        _("For all of us"),
        _("Everybody with an account can read it. Choose this where you are not sure."),
    ),
    (
        Sensitivity.RESTRICTED.value,
        _("For few of us"),
        _("Only editors, publishers and custodians: it could harm whoever it came from."),
    ),
    (
        Sensitivity.SEALED.value,
        _("Sealed"),
        _("Only custodians know that it is here. You may not see it again."),
    ),
    (Sensitivity.PUBLIC.value, _("Public already"), _("Anybody can find it: an article, an official page.")),
)
LANGUAGES = (
    ("", _("Find out")),
    ("en", "English"),
    ("kk-Cyrl", "Қазақша"),
    ("kk-Arab", "قازاقشا"),
    ("ru", "Русский"),
    ("zh-Hans", "简体中文"),
    ("ug-Arab", "ئۇيغۇرچە"),
)
ENCODINGS = (
    ("", _("Find out")),
    ("utf-8", "UTF-8"),
    ("windows-1251", "Windows-1251 (Русский)"),
    ("koi8-r", "KOI8-R (Русский)"),
    ("cp866", "CP866 (Русский)"),
    ("mac-cyrillic", "Mac (Русский)"),
    ("gb18030", "GB 18030 (简体中文)"),
    ("big5", "Big5 (繁體中文)"),
    ("windows-1256", "Windows-1256 (عربى)"),
    ("windows-1252", "Windows-1252 (Latin)"),
)
LONGEST_PASTED = 60  # characters
KEPT = ("publisher", "language", "official", "level", "origin", "provider", "consent", "note", "keep")


class FilesInput(forms.ClearableFileInput):
    """A field for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each is checked as one."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Give a list, empty where nothing was chosen."""
        given = data if isinstance(data, list | tuple) else [data]
        cleaned = [super(FilesField, self).clean(one, initial) for one in given]
        return [one for one in cleaned if one]


class ToldForm(forms.Form):
    """What is known of material: who published it, when, in which language."""

    publisher = forms.CharField(
        label=_("Who published it?"),
        help_text=_("A newspaper, an office, a channel. Empty where it is not known, or where nobody published it."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    published = forms.CharField(
        label=_("When?"),
        help_text=_("As far as it is known: 2024-02-08, 2024-02 or 2024."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES, required=False)
    official = forms.BooleanField(
        label=_("It is an official paper: a verdict, a notice, a certificate"), required=False
    )

    def clean_published(self) -> str:
        """Refuse what is no date, in words."""
        published = str(self.cleaned_data["published"]).strip()
        if published and not is_edtf(published):
            raise forms.ValidationError(_("Write it as 2024-02-08, 2024-02 or 2024."))
        return published

    def told(self) -> Told:
        """Gather what is known of the material."""
        given = self.cleaned_data
        return Told(
            publisher=given["publisher"],
            published=given["published"],
            language=given["language"],
            official=given["official"],
        )


class HandoverForm(forms.Form):
    """Where material comes from and what whoever gave it allowed: for custodians alone."""

    origin = forms.CharField(
        label=_("Where did you find it?"),
        help_text=_("An address on the web, a channel, a folder. Only custodians see this."),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    provider = forms.CharField(
        label=_("Who gave it to you?"),
        help_text=_("Only custodians see this. Empty is a good answer where it came from an open page."),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    consent = forms.CharField(
        label=_("What did they allow?"),
        help_text=_("In their words. Empty means: nothing was agreed, and nothing is published from it alone."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    note = forms.CharField(
        label=_("Anything else a custodian must know?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def handover(self) -> HandoverNote:
        """Gather what only custodians see."""
        given = self.cleaned_data
        return HandoverNote(
            origin=given["origin"], provider=given["provider"], note=given["note"], consent=given["consent"]
        )


class LevelForm(forms.Form):
    """Who may read something."""

    level = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[(value, word) for value, word, _meaning in LEVELS],
        initial=Sensitivity.INTERNAL.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, levels: Collection[str] | None = None, **kwargs: Any) -> None:
        """Offer some of the levels, or all."""
        super().__init__(*args, **kwargs)
        if levels is not None:
            field = self.fields["level"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(value, word) for value, word, _meaning in LEVELS if value in levels]

    def levels(self) -> list[tuple[Any, Any]]:
        """Pair each answer to "who may read it?" with what it means."""
        meanings = {value: meaning for value, _word, meaning in LEVELS}
        return [(radio, meanings[radio.data["value"]]) for radio in self["level"]]


class ReadForm(forms.Form):
    """How a text is to be read again."""

    encoding = forms.ChoiceField(
        label=_("In which encoding is it?"),
        help_text=_("Only for a plain text or table whose letters came out wrong."),
        choices=ENCODINGS,
        required=False,
    )


class AddForm(ToldForm, HandoverForm, LevelForm):
    """Files or pasted text, and what is known of them."""

    material = FilesField(label=_("Files"), required=False)
    text = forms.CharField(
        label=_("Or paste text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "class": "written"}),
    )
    keep = forms.BooleanField(
        label=_("Begin with these answers next time, until I sign out"), required=False, initial=True
    )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one file or some text."""
        given = super().clean() or self.cleaned_data
        if not given.get("material") and not given.get("text", "").strip() and not self.errors:
            self.add_error("material", forms.ValidationError(_("Choose a file, drop one here, or paste text below.")))
        return given

    def contents(self) -> "list[tuple[str, UploadedFile[Any] | bytes]]":
        """List what was handed over: names and contents."""
        found: list[tuple[str, UploadedFile[Any] | bytes]] = [(one.name, one) for one in self.cleaned_data["material"]]
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        return [*found, (name_of(text), text.encode())] if text.strip() else found

    def told(self) -> Told:
        """Gather what is known of the material, and who may read it."""
        return replace(super().told(), level=Sensitivity(self.cleaned_data["level"]))

    def answers(self) -> dict[str, object]:
        """Gather what the next form may begin with: all that is not the material itself, nor of it alone."""
        return {name: self.cleaned_data[name] for name in KEPT}


def name_of(text: str) -> str:
    """Name a pasted text by its first words."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return f"{first[:LONGEST_PASTED].strip()}.txt"
