"""What is asked when material comes in: in plain words, with answers that do no harm where nobody knows better."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import RowMapping, Sensitivity
from kualik.engine.facts.edtf import is_edtf

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

__all__ = ["AddForm"]

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
PASTED = "pasted.txt"


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


class AddForm(forms.Form):
    """Files or pasted text, and what is known of them."""

    material = FilesField(label=_("Files"), required=False)
    text = forms.CharField(
        label=_("Or paste text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "class": "written"}),
    )
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
    mapping = forms.ModelChoiceField(
        label=_("For a spreadsheet: what its columns say"),
        help_text=_("A mapping saved before. Without one only the text is kept."),
        queryset=RowMapping.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    level = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[(value, word) for value, word, _meaning in LEVELS],
        initial=Sensitivity.INTERNAL.value,
        widget=forms.RadioSelect,
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

    def __init__(self, *args: Any, mappings: Any, **kwargs: Any) -> None:
        """Offer the mappings that are saved."""
        super().__init__(*args, **kwargs)
        field = self.fields["mapping"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = mappings

    def levels(self) -> list[tuple[Any, Any]]:
        """Pair each answer to "who may read it?" with what it means."""
        return [(radio, level[2]) for radio, level in zip(self["level"], LEVELS, strict=True)]

    def clean_published(self) -> str:
        """Refuse what is no date, in words."""
        published = str(self.cleaned_data["published"]).strip()
        if published and not is_edtf(published):
            raise forms.ValidationError(_("Write it as 2024-02-08, 2024-02 or 2024."))
        return published

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
        return [*found, (PASTED, text.encode())] if text.strip() else found

    def told(self) -> Told:
        """Gather what is known of the material."""
        given = self.cleaned_data
        return Told(
            publisher=given["publisher"],
            published=given["published"],
            language=given["language"],
            level=Sensitivity(given["level"]),
            official=given["official"],
            mapping=given["mapping"],
        )

    def handover(self) -> HandoverNote:
        """Gather what only custodians see."""
        given = self.cleaned_data
        return HandoverNote(provider=given["provider"], note=given["note"], consent=given["consent"])
