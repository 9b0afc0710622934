"""Whose kin somebody is: owners said and unsaid, kin named elsewhere, ties the other way round."""

from kualik.engine.extracting.russian.cast import NEAR, Cast, Someone
from kualik.engine.extracting.russian.describing import description
from kualik.engine.extracting.russian.lexicon import column
from kualik.engine.extracting.russian.phrases import SELF_OWNERS, Phrase

__all__ = ["Kinship"]

REMOTE = ("двоюродн", "троюродн")
GENERAL = frozenset({"ребенок", "дитя", "родитель", "мать", "отец", "муж", "жена", "семья"})
INVERSE = {
    "mother": ("son", "daughter"), "father": ("son", "daughter"), "husband": ("", "wife"), "wife": ("husband", ""),
    "brother": ("brother", "sister"), "sister": ("brother", "sister"), "son": ("father", "mother"),
    "daughter": ("father", "mother"),
}  # fmt: skip


class Kinship(Cast):
    """A cast whose kin is known."""

    def _kinsman(self, phrase: Phrase) -> Someone | None:
        relation = self._degree(phrase)
        again = self._again(phrase, relation)
        if again is not None:
            return again
        owner = self.owner(phrase)
        if owner is None and self.settled and self._is_own(phrase):
            return self._kin.setdefault((0, relation, phrase.plural), self.unowned(phrase))
        if owner is None and phrase.count is None:
            return None if relation != "kinsfolk" else self.unowned(phrase)
        if owner is None:
            return self.unowned(phrase)
        key = (id(owner), relation, phrase.plural)
        known = self._kin.get(key)
        if known is not None and phrase.count in {None, known.count}:
            return known
        named = None if phrase.plural else self._named_kin(owner, relation)
        someone = named or Someone(
            at=self._span(phrase.head, phrase.head + 1), kind="kin", lemma=phrase.lemma, owner=owner,
            label=description(self.page, phrase, bare=True), gender=phrase.gender, plural=phrase.plural,
            count=phrase.count or (None if phrase.plural else 1),
        )  # fmt: skip
        if relation != "kinsfolk" or phrase.plural:
            self._kin[key] = someone
        if named is None and not phrase.plural:
            self._turn(owner, relation, someone)
        return someone

    def _degree(self, phrase: Phrase) -> str:
        """Give the relation of a kin term; a cousin is another person than a brother."""
        words = (self.page.lower(i) for i in range(phrase.first, phrase.head))
        return "cousin" if any(one.startswith(REMOTE) for one in words) else column("kin")[phrase.lemma]

    def _is_own(self, phrase: Phrase) -> bool:
        """Say whether kin is "мой", "наш" of somebody whose name the text does not give."""
        lemmas = self.page.tokens[phrase.owner].lemmas("ADJF") if phrase.owner is not None else ()
        return bool({"мой", "наш"} & set(lemmas))

    def unowned(self, phrase: Phrase) -> Someone:
        """Make somebody of kin whose owner is not said: "родственники", "трое детей"."""
        return Someone(
            at=self._span(phrase.first, phrase.last),
            kind="described",
            lemma=phrase.lemma,
            gender=phrase.gender,
            label=description(self.page, phrase),
            plural=phrase.plural,
            count=phrase.count or (None if phrase.plural else 1),
        )

    def _again(self, phrase: Phrase, relation: str) -> Someone | None:
        """Read "сын", "супруга" without an owner as the one told of before, in narration."""
        if phrase.owner is not None or phrase.complement is not None or phrase.plural or self.quoted(phrase.head) >= 0:
            return None
        known = self._told.get(relation)
        near = known is not None and self._outside[self.page.sentence_of[phrase.head]] - known[1] <= NEAR
        return known[0] if known is not None and near else None

    def _tell(self, phrase: Phrase, relation: str, someone: Someone) -> None:
        if relation != "kinsfolk" and not phrase.plural:
            self._told[relation] = (someone, self._outside[self.page.sentence_of[phrase.head]])

    def _named_kin(self, owner: Someone, relation: str) -> Someone | None:
        """Find a named kinsman of the same kind that the text names elsewhere as the same owner's."""
        return self._kin.get((id(owner), f"named {relation}", False))

    def name_kin(self, owner: Someone, relation: str, someone: Someone) -> None:
        """Remember who somebody's named brother or mother is."""
        self._kin.setdefault((id(owner), f"named {relation}", False), someone)
        self._kin.setdefault((id(owner), relation, False), someone)
        self._turn(owner, relation, someone)

    def _turn(self, owner: Someone, relation: str, someone: Someone) -> None:
        """Remember a tie the other way round: whose son somebody is, she is his mother."""
        male, female = INVERSE.get(relation, ("", ""))
        inverse = male if owner.gender == "masc" else female if owner.gender == "femn" else ""
        if inverse:
            self._kin.setdefault((id(someone), inverse, False), owner)

    def owner(self, phrase: Phrase) -> Someone | None:
        """Find whose kin a phrase speaks of: possessive, genitive, or the one just spoken of."""
        if phrase.owner is not None:
            return self._possessor(phrase)
        if phrase.complement is not None and phrase.complement < phrase.last:
            inner = self._at(phrase.complement)
            return self.meant(inner) if inner is not None and inner.animate else None
        shared = self._shared_owner(phrase) or self._joint_owner(phrase)
        if shared is not None:
            return shared
        speaker = self.speaker_at(phrase.head)
        if speaker is not None:
            return speaker
        if self.quoted(phrase.head) >= 0 or self._belongs(phrase) or (phrase.plural and phrase.lemma in GENERAL):
            return None
        return self._last_named(
            phrase, {"husband": "femn", "wife": "masc"}.get(column("kin").get(phrase.lemma, ""), "")
        )

    def _shared_owner(self, phrase: Phrase) -> Someone | None:
        """Read "сын и дочь Омарова": the owner behind the second is the first's too."""
        if self.page.lower(phrase.last) != "и":
            return None
        other = next((one for one in self._from(phrase.last) if one.first == phrase.last + 1), None)
        if other is None or other.kind != "kin" or other.complement is None:
            return None
        inner = self._at(other.complement)
        return self.meant(inner) if inner is not None and inner.animate else None

    def _joint_owner(self, phrase: Phrase) -> Someone | None:
        """Read "её соавтор и двоюродный брат": the possessive before the first is the second's too."""
        place = self._place[id(phrase)]
        other = self.phrases[place - 1] if place else None
        if other is None or other.owner is None or other.last != phrase.first - 1 or other.name is not None:
            return None
        alike = self.page.lower(other.last) == "и" and other.plural == phrase.plural and other.cases & phrase.cases
        return self._possessor(other) if alike and other.kind in {"kin", "human"} else None

    def _belongs(self, phrase: Phrase) -> bool:
        """Say whether a phrase is the complement of kin: "мать троих детей"."""
        place = self._place[id(phrase)]
        holder = self.phrases[place - 1] if place else None
        return holder is not None and holder.kind == "kin" and holder.first < phrase.first < holder.last

    def _possessor(self, phrase: Phrase) -> Someone | None:
        assert phrase.owner is not None
        token = self.page.tokens[phrase.owner]
        lemma = next((lemma for lemma in token.lemmas("ADJF") if lemma in SELF_OWNERS), "")
        if lemma in {"мой", "наш"}:
            return self.speaker_at(phrase.head)
        if lemma == "свой":
            return self._subject(phrase)
        if lemma:
            return None
        gender = "femn" if token.lower in {"ее", "её"} else "masc" if token.lower == "его" else ""
        return self._antecedent(phrase, gender=gender, plural=token.lower == "их")

    def owner_before(self, i: int, *, gender: str, plural: bool) -> Someone | None:
        """Find whom a possessive at a token means, where no phrase holds it: "по её словам"."""
        phrase = next((one for one in self._from(i) if one.first >= i), None)
        return self._antecedent(phrase, gender=gender, plural=plural) if phrase is not None else None

    def _subject(self, phrase: Phrase) -> Someone | None:
        """Find the nearest person before a phrase, in its sentence, that can be the subject."""
        for one in self._before(phrase):
            if self.page.sentence_of[one.head] != self.page.sentence_of[phrase.head]:
                break
            if one.animate and "nomn" in one.cases:
                return self.meant(one)
        return self.speaker_at(phrase.head)

    def _last_named(self, phrase: Phrase, gender: str) -> Someone | None:
        """Find whose a kin term without owner can be: the last person named, in the same or the last sentence."""
        for one in self._before(phrase):
            if self._distance(one, phrase) > 1:
                return None
            if one.animate and one.kind not in {"pronoun", "body"} and not one.plural:
                someone = self.meant(one)
                if (
                    someone is not None
                    and someone.name
                    and not (gender and someone.gender and someone.gender != gender)
                ):
                    return someone
        return None
