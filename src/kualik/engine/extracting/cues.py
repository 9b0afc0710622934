"""Verbs with which people say, deny, accuse, demand, refuse to speak: form of the word -> where its speaker stands."""

from kualik.engine.extracting.words import word_set
from kualik.engine.facts.vocabulary import Stance

__all__ = ["CUES", "DIRECT", "GUARDED", "NO_ANSWER", "NO_COMMENT", "TELLING"]

_MORE = {
    Stance.ASSERTS: (
        "contend contends contended|suggest suggests suggested|indicate indicates indicated|reveal reveals revealed|"
        "disclose disclosed|recount recounts recounted|remember remembers remembered|think thinks "
        "thought|hope hopes hoped|"
        "whispered|cried|joked|commented|responds|counter counters countered|retorted|vow vows vowed"
        "|pledge pledges pledged|"
        "threaten threatens threatened|advise advises advised|notify notified|assure assures assured"
        "|cite cites cited|"
        "underline underlines underlined|underscored|highlight highlighted|found finds|ruled|showed "
        "shows|observed observes|"
        "wonder wondered|caution cautions cautioned|expect expects expected|doubt doubts doubted"
        "|calculates calculated"
    ),
    Stance.ACCUSES: "criticize criticizes criticized criticise criticises criticised|decry decries decried|denouncing",
    Stance.DENIES: "contest contests contested|rebuffed|disagree disagrees disagreed|repudiated",
    Stance.ACKNOWLEDGES: "conceding|verify verified",
    Stance.DEMANDS: "implore implores implored|beg begs begged|instruct instructs instructed|insisting"
    "|petition petitions",
    Stance.RETRACTS: "withdrew withdraws",
}
"""Verbs of rarer use; those of them that assert need "that", a colon or a quotation after them."""

_LEMMAS = {
    Stance.ASSERTS: (
        "say says said saying|tell tells told telling|add adds added adding|insist insists insisted insisting|"
        "states stated stating|argue argues argued arguing|notes noted noting|explain explains explained|"
        "write wrote written|believe believes believed|declare declares declared|announce announces announced|"
        "report reports reported|warn warns warned warning|promise promises promised|testify testifies testified|"
        "recall recalls recalled|describe describes described describing|reply replies replied|inform "
        "informs informed|"
        "repeat repeats repeated|complain complains complained|stress stresses stressed|assert asserts asserted|"
        "estimates estimated|answered|conclude concludes concluded|mention mentioned|remarked|predicted|"
        "maintain maintains maintained|emphasized emphasised|reiterated|learned learnt|heard|shouted|counts"
    ),
    Stance.ALLEGES: "claim claims claimed claiming|allege alleges alleged alleging|fear fears feared|suspect suspects "
    "suspected",
    Stance.ACCUSES: "accuse accuses accused accusing|blame blames blamed blaming|denounce denounces denounced"
    "|condemn condemns condemned",
    Stance.DENIES: (
        "deny denies denied denying|reject rejects rejected rejecting|dismiss dismisses dismissed dismissing|"
        "refute refutes refuted|dispute disputes disputed|disavow disavowed|disputing"
    ),
    Stance.ACKNOWLEDGES: (
        "confirm confirms confirmed confirming|acknowledge acknowledges acknowledged acknowledging|"
        "concede concedes conceded conceding|admit admits admitted admitting|confess confesses confessed"
    ),
    Stance.DEMANDS: (
        "demand demands demanded demanding|urge urges urged urging|call calls called calling|ask asks asked asking|"
        "requests requested|appeal appeals appealed|chanted chanting|plead pleads pleaded|petitioned"
    ),
    Stance.DECLINES_TO_COMMENT: "decline declines declined declining|refuse refuses refused refusing",
    Stance.DID_NOT_RESPOND: "respond responded|reply replied|answer answered|return returned",
    Stance.RETRACTS: "retract retracts retracted|recant recants recanted",
}
CUES: dict[str, Stance] = {}
for _stance, _forms in (*_MORE.items(), *reversed(_LEMMAS.items())):
    for _form in _forms.replace("|", " ").split():
        CUES[_form] = _stance
GUARDED: frozenset[str] = frozenset(_MORE[Stance.ASSERTS].replace("|", " ").split())
"""Verbs that report only where "that", a colon or a quotation follows."""

TELLING = word_set(
    "tell tells told telling inform informs informed warn warns warned urge urges urged ask asks asked asking"
)
"""Verbs whose object is the one spoken to."""

DIRECT = word_set(
    "say says said adds added tell tells told replied answered asks asked writes wrote insisted insists recalls "
    "recalled explained explains noted notes warned shouted declared stated argued called chanted chanting "
    "complained"
)
"""Verbs that introduce quoted words."""

NO_COMMENT = word_set(
    "name identify comment say speak discuss answer testify talk elaborate provide give confirm disclose "
    "explain respond reply"
)
"""What one refuses, when one refuses to speak."""

NO_ANSWER = frozenset(["respond", "reply", "answer", "answered", "responded", "replied", "return", "returned"])
"""What did not happen, when nobody answered."""
