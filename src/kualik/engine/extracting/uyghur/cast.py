"""The people and bodies of a Uyghur text, each once, however often and in whatever form they are named."""

from collections.abc import Sequence

from kualik.engine.extracting.notes import Notes, Party, Tie
from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.letters import fold, trimmed
from kualik.engine.extracting.uyghur.mentions import Mention
from kualik.engine.extracting.uyghur.names import Name
from kualik.engine.extracting.uyghur.nouns import noun_of
from kualik.engine.extracting.uyghur.page import Page

__all__ = ["Cast"]

GROUPS = {
    "mother": "parent", "father": "parent", "son": "child", "daughter": "child", "husband": "spouse", "wife": "spouse",
    "brother": "sibling", "sister": "sibling",
}  # fmt: skip
TURNED = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling", "cousin": "cousin"}
ROLES = frozenset({"official", "lawyer", "researcher", "journalist", "activist", "witness", "protester"})


class Cast:
    """Who is spoken of: parties by name, by description, by kin term and owner."""

    def __init__(self, page: Page, mentions: Sequence[Mention]) -> None:
        self.page = page
        self.notes = Notes()
        self._names: dict[tuple[str, ...], int] = {}
        self._described: dict[str, int] = {}
        self._kin: dict[tuple[int, str], list[tuple[str, int]]] = {}
        self._tied: set[tuple[int, int]] = set()
        self._gather([one.name for one in mentions if one.name is not None])

    def _gather(self, names: Sequence[Name]) -> None:
        """Find whose name each is: short forms belong to the fullest."""
        heads: dict[tuple[str, ...], tuple[str, ...]] = {}
        tails: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        whole: dict[tuple[str, ...], tuple[str, ...]] = {}
        for one in sorted(names, key=lambda one: (-len(one.stems), one.first)):
            if one.stems in whole:
                continue
            ends = tails.get(one.stems, set())
            whole[one.stems] = heads.get(one.stems) or (next(iter(ends)) if len(ends) == 1 else one.stems)
            if whole[one.stems] == one.stems:
                for k in range(1, len(one.stems) + 1):
                    heads.setdefault(one.stems[:k], one.stems)
                    tails.setdefault(one.stems[-k:], set()).add(one.stems)
        self._write(names, whole)

    def _write(self, names: Sequence[Name], whole: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        """Make one party of all the forms of a name, in the order of the text."""
        forms: dict[tuple[str, ...], list[Name]] = {}
        for one in names:
            forms.setdefault(whole[one.stems], []).append(one)
        for found in forms.values():
            fullest = max(found, key=lambda one: len(one.stems))
            party = self.notes.party(
                at=self.page.span(found[0].first, found[0].last), rule="name.list", name=fullest.text
            )
            party.aliases = [text for text in dict.fromkeys(one.text for one in found) if text != party.name]
            self._names.update(dict.fromkeys((one.stems for one in found), party.key))

    def named(self, name: Name) -> int:
        """Give the key of one who is named."""
        return self._names[name.stems]

    def party(self, key: int) -> Party:
        """Give somebody by key."""
        return self.notes.parties[key]

    def described(self, one: Mention) -> int:
        """Give the key of one who is called by a calling or a body's name; the same words mean the same."""
        text = self.bare(one)
        stem = fold(text.split()[-1]) + str(one.count) if one.kind == "people" else text
        known = self._described.get(text) or self._described.get(stem)
        if known is not None:
            return known
        party = self.notes.party(
            at=self.page.span(one.first, one.last), rule=f"party.{one.kind}", description=text, count=one.count,
            body=one.kind in {"body", "outlet"},
        )  # fmt: skip
        if one.value in ROLES:
            party.roles.add(one.value)
        self._described[text] = self._described[stem] = party.key
        return party.key

    def bare(self, one: Mention) -> str:
        """Write a phrase without the ending of its last word."""
        token = self.page.tokens[one.last - 1]
        cuts = [cut.stem for cut in endings(token.form) if cut.case == one.case and not cut.owner and not cut.plural]
        stems = [stem for stem in cuts if token.form.startswith(stem)]
        bare = trimmed(token.text, min(stems, key=len)) if stems else token.text
        return self.page.text[self.page.tokens[one.first].start : token.start] + bare

    def kin(self, owner: int, one: Mention) -> int:
        """Give the key of somebody's kin: one known already, or somebody new."""
        group = GROUPS.get(one.value, one.value)
        if one.name is not None:
            return self.named(one.name)
        for relation, key in self._kin.get((owner, group), []):
            fits = relation in {one.value, ""} or one.value == group
            if fits and key != owner and one.count == self.party(key).count:
                return key
        text = f"{self.party(owner).label}{_genitive(self.party(owner).label)} {_third(self.bare(one), one)}"
        return self.notes.party(
            at=self.page.span(one.first, one.last), rule="party.kin", description=text, count=one.count
        ).key

    def tie(self, person: int, relation: str, owner: int, first: int, last: int) -> None:
        """Note that somebody is somebody's kin."""
        if person == owner or (person, owner) in self._tied or relation == "relative":
            return
        self._tied |= {(person, owner), (owner, person)}
        group = GROUPS.get(relation, relation)
        self._kin.setdefault((owner, group), []).append((relation, person))
        if group in TURNED:
            self._kin.setdefault((person, TURNED[group]), []).append(("", owner))
        self.notes.ties.append(
            Tie(person=person, relation=relation, relative=owner, span=self.page.span(first, last), rule="kin.owner")
        )


def _genitive(label: str) -> str:
    return "نىڭ" if label and "\u0600" <= label[-1] <= "\u06ff" else "ning" if label.isascii() else "ниң"


def _third(phrase: str, one: Mention) -> str:
    """Write "my brother" as "his brother"."""
    if one.owner != "1" or not "\u0600" <= phrase[-1] <= "\u06ff":
        return phrase
    if phrase.endswith(("ام", "ەم")):
        return phrase[:-2] + "ىسى"
    noun = noun_of(phrase.rsplit(maxsplit=1)[-1])
    if noun is not None and noun.ending.stem.endswith("ى"):
        return phrase.removesuffix("م") + "سى"
    return phrase[:-2] + "ى"
