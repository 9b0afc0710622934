"""What each rule of the reader of Chinese sees, in words."""

from collections.abc import Mapping

__all__ = ["RULES"]

FRAMES = {
    "say": "a verb of saying", "think": "a verb of fear or suspicion", "blame": "a verb of blame",
    "deny": "a verb of denial", "admit": "a verb of admission", "demand": "a verb of asking or demanding",
}  # fmt: skip
SUBJECTS = {
    "say.subject": "with its subject before it",
    "say.verb-between": "with other words between it and its subject",
    "say.carried": "without a subject; that of the clause or verb before is meant",
}

RULES: Mapping[str, str] = {
    "name.dotted": "a transcribed name with a dot in it",
    "name.transcribed": "characters that write foreign names, beside a title, a verb or with a usual ending",
    "name.tibetan": "parts that Tibetan names are made of",
    "name.han": "a surname with one or two characters, between signs that a name stands there",
    "name.listed": "a name that a list goes on to from a known one",
    "name.surname": "a surname alone, with 某, with a title after it, or after 姓",
    "name.latin": "a Latin name after a title",
    "name.again": "a name, or part of one, that was seen elsewhere in the text",
    "person.described": "an unnamed person or group, by number and noun",
    "person.group": "as many people as were named last (三人)",
    "person.household": "a named person's household by its size (X一家四口)",
    "person.joined": "two that speak together",
    "person.one-of": "one of a group (一个 … 另一个)",
    "group": "an unnamed group that something befell",
    "body": "an authority, organisation, medium or paper that speaks",
    "kin.term": "a kin term with whose kin it is",
    **{f"{rule}.{frame}": f"{verb} {where}" for rule, where in SUBJECTS.items() for frame, verb in FRAMES.items()},
    "say.according": "a source after 据, 根据 or 按照",
    "say.colon": "a quotation after a colon, without a verb",
    "say.answer": "an answer in an interview",
    "silence.refusal": "a refusal to speak",
    "silence.no-answer": "a question or call that was not answered",
    "custody.arrest": "a word for taking somebody",
    "custody.hold": "a word for holding somebody, or the place where",
    "custody.sentence": "a punishment",
    "custody.release": "a word for letting somebody go",
    "custody.disappear": "a word for disappearing, or that there is no news of somebody",
    "custody.confine": "house arrest",
    "custody.bar": "a passport taken, or leaving forbidden",
    "custody.labour": "forced labour",
    "custody.die": "a death in custody",
    "event.arrest": "a verb of arrest",
    "event.sentence": "a verb of sentencing",
    "event.release": "a verb of release",
    **{
        f"event.{kind}": f"words for {what}"
        for kind, what in {
            "press-conference": "a press conference", "petition": "a petition", "march": "a march",
            "picket": "a picket", "rally": "a rally", "protest": "a protest", "hearing": "a hearing",
            "dispersal": "a dispersal", "attack": "an attack", "meeting": "a meeting with a date",
            "other": "something else that happened, with a date",
        }.items()
    },
    "figure": "a number of people or cases",
}  # fmt: skip
