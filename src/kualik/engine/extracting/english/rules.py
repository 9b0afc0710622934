"""The rules of the reader of English, each with what it sees."""

from kualik.engine.extracting.english.custody_rules import CUSTODY_RULES
from kualik.engine.extracting.english.speech_rules import SPEECH_RULES

__all__ = ["RULES"]

RULES: dict[str, str] = {
    "person.named": "a capitalised name that titles, kin, ages, known given names or deeds show to be a person's",
    "person.described": "a person or people known only by the noun that is used of them",
    "person.joined": "several people named together: X and Y",
    "body.named": "a ministry, court, state, outlet or other body",
    "kin.named": "somebody named beside a word of kinship and its owner: her husband, X",
    "kin.described": "somebody known only by kinship: her two sons",
    "kin.composed": "kin of kin: her sister's husband is her in-law",
    "kin.member": "one of a group of kin told of before: the elder, X",
    "kin.married": "somebody married somebody, or is married to them",
    "kin.couple": "a married couple, X and Y",
    "kin.parent-of": "a mother or father of so many",
    "kin.siblings": "brothers or sisters named together: the brothers X and Y",
    "figure.counted": "a number before a noun for people or for what is counted of them",
    "figure.sum": "a number that a sentence calls a total, an estimate, a toll",
    **CUSTODY_RULES,
    **SPEECH_RULES,
}
"""Rule id to what it sees; ids of other parts are added by them."""
