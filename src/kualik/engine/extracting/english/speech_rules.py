"""What each rule of attribution sees, in words."""

__all__ = ["SPEECH_RULES"]

ACTS = {
    "say": "a verb of saying",
    "allege": "a verb of alleging or fearing",
    "accuse": "a verb of blaming",
    "deny": "a verb of denying",
    "admit": "a verb of admitting or confirming",
    "demand": "a verb of asking or urging",
    "retract": "a verb of taking back",
}
SOURCES = {
    "subject": "with its subject before it",
    "inverted": "with its subject behind it, after words that end in a comma or quotation",
    "relative": "in a relative clause; the noun before speaks",
    "shared": "that shares the subject of the verb it is joined to, or through which its subject says",
    "participle": "as a participle; the subject of the clause speaks",
    "behind": "as a participle right behind the noun that speaks",
    "written": "behind a statement, letter or banner; its maker speaks",
    "agent": "in the passive, with the one who speaks behind 'by'",
    "agentless": "in the passive, nobody being named",
    "cited": "behind 'cited … as' or 'was quoted as'",
}
SPEECH_RULES: dict[str, str] = {
    f"{act}.{how}": f"{said} {where}" for act, said in ACTS.items() for how, where in SOURCES.items()
} | {
    "deny.in-words": "plain words that deny: 'there is no', an authority's negation, 'called the reports lies'",
    "refuse.in-words": "plain words that refuse: 'said he could not comment'",
    "refuse.declined": "declined or refused to comment",
    "refuse.would-not": "would not say; would neither confirm nor deny",
    "refuse.did-not": "did not elaborate, has not commented",
    "refuse.dodged": "brushed aside or ignored a question",
    "refuse.hung-up": "hung up, ended the call",
    "refuse.no-comment": "had no comment, gave no reply",
    "silence.verb": "did not reply, respond or answer",
    "silence.yet": "has yet to reply, failed to respond",
    "silence.kept": "remained silent",
    "silence.asked": "could not be reached; calls to them went unanswered; no response from them",
    "report.according-to": "according to somebody",
    "report.in-words-of": "in somebody's words, by somebody's account",
    "report.citing": "citing somebody: they say what stands before",
    "report.learnt-from": "learned or heard from somebody",
    "report.voiced": "voiced concern, reiterated a call, made an appeal",
    "report.noun": "somebody's claim, report or denial that …",
    "quote.next-paragraph": "a quotation that goes on in the next paragraph after its speaker's words",
    "person.they": "'they' in a quotation: whom the speaker means is not told",
    "person.part": "one, some or several of a group",
    "person.publisher": "'we' outside quotations: those who publish",
    "turn.answer": "an answer in an interview, a turn in a transcript",
    "report.convinced": "somebody is convinced, sure or afraid that",
    "report.colon": "a quotation after a colon, behind what somebody did",
}
"""Rule id -> what the rule sees."""
