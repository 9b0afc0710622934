"""Fictional reports with their claims, in five languages, as many as are asked for; the same number and seed agree."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from benchmarks._texts import FAMILY, GIVEN
from kualik.engine import names

__all__ = ["Saying", "Soul", "Story", "soul", "story"]

BEFORE, AFTER = ("", "Nur", "Ay", "Bek", "Aq"), ("", "bek", "bay", "uly", "khan", "tay", "gul", "ova")
LANGUAGES = ("en", "en", "en", "ru", "ru", "kk", "kk", "zh", "ug", "en")
ALPHABET = {"en": "", "ru": "ru", "kk": "kk-Cyrl", "zh": "zh-Hans", "ug": "ug-Arab"}
STATES = ("prison", "prison", "prison", "camp", "police custody", "house arrest", "disappeared", "released")
COUNTIES = tuple(
    f"{name}{end}"
    for name in ("Kunes", "Tekes", "Dorbiljin", "Koktokay", "Wusu", "Ghulja", "Maralbeshi", "Kelpin", "Toqsun", "Qumul")
    for end in (" county", " city", " No. 1 prison", " new town", " camp")
)
HOMES = ("Zharkent", "Almaty", "Oskemen", "Taldyqorghan", "Kunes", "Tekes", "Tacheng", "Altay", "Bole", "Shawan")
CITIES = ("Almaty", "Astana", "Oskemen", "Zharkent", "Taldyqorghan", "Geneva", "Istanbul")
GATHERINGS = (("Protest", "picket"), ("Protest", "rally"), ("Appeal", "petition"), ("Incident", "arrest"))
OUTLETS = ("Steppe Wire", "Jetisu Hour", "River Post", "Committee Letters", "Border Notes", "Qala News")
FRAMES = {
    "en": ("Report {0}: {1}", "{0} was taken.", "State: {0}.", "Held in {0}", "since {0}", "for {0}.", "{0} asks."),
    "ru": ("Сообщение {0}: {1}", "{0} увели.", "Статус: {0}.", "Содержат в {0}", "с {0}", "срок {0}.", "{0} просит."),
    "kk": ("Хабар {0}: {1}", "{0} ұсталды.", "Жайы: {0}.", "Орны {0}", "уақыты {0}", "мерзімі {0}.", "{0} сұрайды."),
    "zh": ("报道{0}：{1}", "{0}被带走。", "状态：{0}。", "关押在{0}", "自{0}", "刑期{0}。", "{0}要求。"),
    "ug": ("خەۋەر {0}: {1}", "{0} تۇتۇلدى.", "ھالىتى: {0}.", "ئورنى {0}", "ۋاقتى {0}", "مۇددىتى {0}.", "{0} سورايدۇ."),
}
CLOSING = {
    "en": (
        "Those who came brought photographs and stood in front of the building until the evening. They say that they "
        "have written to every office that they know of, and that nobody has told them anything. Some have not heard "
        "a voice from home for years; others were told not to ask. The committee keeps a list and asks whoever knows "
        "more to come forward, by letter or in person, at the hours that are written on its door."
    ),
    "ru": (
        "Пришедшие принесли фотографии и стояли перед зданием до вечера. Они говорят, что писали во все учреждения, "
        "какие знают, и что никто ничего им не сообщил. Некоторые годами не слышали голоса из дома; другим велели не "
        "спрашивать. Комитет ведёт список и просит всех, кто знает больше, прийти или написать в часы приёма."
    ),
    "kk": (
        "Келгендер суреттерін алып, кешке дейін ғимараттың алдында тұрды. Олар өздері білетін барлық мекемеге хат "
        "жазғанын, бірақ ешкім ештеңе айтпағанын айтады. Кейбіреулері жылдар бойы үйінен хабар алмаған. Комитет тізім "
        "жүргізеді және көбірек білетіндерден хабарласуын сұрайды."
    ),
    "zh": (
        "前来的人带着照片，在楼前一直站到晚上。他们说，凡是知道的机关都写过信，却没有人答复。"
        "有的人多年没有听到家里的声音，有的人被告知不要打听。委员会保存着一份名单，请知情者写信或当面告知。"
    ),
    "ug": (
        "كەلگەنلەر رەسىملىرىنى ئېلىپ، كەچكىچە بىنانىڭ ئالدىدا تۇردى. ئۇلار ئۆزلىرى بىلىدىغان بارلىق ئورۇنلارغا خەت "
        "يازغانلىقىنى، ئەمما ھېچكىم ھېچنېمە دېمىگەنلىكىنى ئېيتىدۇ. كومىتېت تىزىملىك تۇتىدۇ ۋە كۆپرەك بىلىدىغانلارنىڭ "
        "ئالاقىلىشىشىنى سورايدۇ."
    ),
}
TITLE, TAKEN, STATE, PLACE, SINCE, TERM, ASKS = range(7)
TOLD_AGAIN = 0.4  # share of reports that also speak of somebody of whom an earlier one told
GATHERED = 0.5  # share of reports that tell of an event
OFFICIAL = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Soul:
    """One fictional human being, the same in every report that speaks of them."""

    number: int
    name: str
    gender: str
    birth: str
    home: str
    state: str
    place: str
    since: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One claim: about the entity of that number in the report, with its passage. A value that is a number points."""

    entity: int
    property: str
    value: str | int
    stance: str
    voice: tuple[str, ...]
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class Story:
    """One report while it is written: entities are (schema, name, soul or None, role)."""

    number: int
    language: str
    outlet: str
    published: str
    official: bool
    title: str = ""
    text: str = ""
    entities: list[tuple[str, str, int | None, str]] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)

    def entity(self, schema: str, name: str = "", who: int | None = None, role: str = "") -> int:
        """Add an entity and give its number."""
        self.entities.append((schema, name, who, role))
        return len(self.entities) - 1

    def write(self, words: str) -> tuple[int, int]:
        """Add words to the text and give their place."""
        start = len(self.text)
        self.text += words + " "
        return start, start + len(words)

    def say(
        self, entity: int, told: Sequence[tuple[str, str | int]], words: str, *, by: str = "", stance: str = "asserts"
    ) -> None:
        """Add claims that all stand in one passage."""
        start, end = self.write(words)
        voice = (self.outlet, by) if by else (self.outlet,)
        self.sayings += [
            Saying(entity=entity, property=name, value=value, stance=stance, voice=voice, start=start, end=end)
            for name, value in told
        ]


@cache
def _given() -> tuple[str, ...]:
    return tuple(before + (name.lower() if before else name) for before in BEFORE for name in GIVEN)


@cache
def _family() -> tuple[str, ...]:
    return tuple(name + after for name in FAMILY for after in AFTER)


@cache
def _written(part: str, alphabet: str) -> str:
    return str(names.transliterate(part, alphabet)) if alphabet else part


def _in(language: str, name: str) -> str:
    between = "·" if language == "zh" else " "
    return between.join(_written(part, ALPHABET[language]) for part in name.split())


def soul(number: int, *, seed: int) -> Soul:
    """Make up the human being of that number."""
    chance = random.Random(seed * 1_000_003 + number)
    state = chance.choice(STATES)
    day = f"{chance.randint(2016, 2023)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return Soul(
        number=number,
        name=f"{chance.choice(_given())} {chance.choice(_family())}",
        gender=chance.choice(("male", "male", "female")),
        birth=chance.choice((f"{chance.randint(1935, 2004)}", f"{chance.randint(1935, 2004)}-05-17")),
        home=chance.choice(HOMES),
        state=state,
        place=chance.choice(COUNTIES),
        since=day[: chance.choice((4, 7, 10))],
        sentence=f"P{chance.randint(3, 20)}Y" if state == "prison" else "",
    )


def story(number: int, *, seed: int) -> Story:
    """Write the report of that number: of two people of its own, sometimes of an earlier one, and of an event."""
    chance = random.Random(seed * 7_000_003 + number)
    language = chance.choice(LANGUAGES)
    made = Story(
        number=number,
        language=language,
        outlet=chance.choice(OUTLETS),
        published=f"{chance.randint(2018, 2026)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        official=chance.random() < OFFICIAL,
    )
    first, second = soul(2 * number, seed=seed), soul(2 * number + 1, seed=seed)
    made.title = FRAMES[language][TITLE].format(number, _in(language, first.name))
    made.write(made.title + ".\n\n")
    held = _held(made, first, second.name)
    if chance.random() < 1 / 2:
        _relative(made, second, held)
    else:
        _held(made, second, "")
    if number and chance.random() < TOLD_AGAIN:
        _again(made, soul(2 * chance.randrange(number), seed=seed), chance)
    if chance.random() < GATHERED:
        _event(made, second, chance)
    made.write(f"\n\n{CLOSING[language]}")
    return made


def _held(made: Story, one: Soul, witness: str) -> int:
    frames, name = FRAMES[made.language], _in(made.language, one.name)
    by = _in(made.language, witness) if witness else ""
    person = made.entity("Person", name, one.number, "detainee")
    custody = made.entity("Custody")
    made.say(person, [("name", name), ("gender", one.gender)], frames[TAKEN].format(name), by=by)
    made.say(person, [("birthDate", one.birth), ("birthPlace", one.home)], f"({one.birth}, {one.home})", by=by)
    told: list[tuple[str, str | int]] = [("detainee", person), ("state", one.state)]
    made.say(custody, told, frames[STATE].format(one.state), by=by)
    made.say(custody, [("place", one.place)], frames[PLACE].format(one.place), by=by)
    made.say(custody, [("startDate", one.since)], frames[SINCE].format(one.since), by=by)
    if one.sentence:
        made.say(custody, [("sentence", one.sentence)], frames[TERM].format(one.sentence[1:]), by=by)
    made.write("\n\n")
    return person


def _relative(made: Story, one: Soul, held: int) -> None:
    name = _in(made.language, one.name)
    person = made.entity("Person", name, one.number, "relative")
    family = made.entity("Family")
    made.say(person, [("name", name), ("gender", one.gender)], FRAMES[made.language][ASKS].format(name))
    relation = "mother" if one.gender == "female" else "father"
    made.say(family, [("person", held), ("relative", person), ("relationship", relation)], f"— {relation} —", by=name)
    said, content = f"No letter since {one.since}.", f"I have had no letter since {one.since}"
    made.say(made.entity("Statement"), [("content", content)], said, by=name)


def _again(made: Story, one: Soul, chance: random.Random) -> None:
    """Tell of somebody once more: mostly the same, sometimes another sentence, sometimes a denial."""
    name = _in(made.language, one.name)
    person, custody = made.entity("Person", name, one.number, "detainee"), made.entity("Custody")
    made.say(person, [("name", name)], FRAMES[made.language][TAKEN].format(name))
    stance = chance.choice(("asserts", "asserts", "asserts", "denies"))
    told: list[tuple[str, str | int]] = [("detainee", person), ("state", one.state)]
    made.say(custody, told, FRAMES[made.language][STATE].format(one.state), stance=stance)
    made.say(custody, [("startDate", one.since)], FRAMES[made.language][SINCE].format(one.since))
    if one.sentence:
        term = chance.choice((one.sentence, f"P{chance.randint(3, 20)}Y"))
        made.say(custody, [("sentence", term)], FRAMES[made.language][TERM].format(term[1:]))


def _event(made: Story, who: Soul, chance: random.Random) -> None:
    schema, kind = chance.choice(GATHERINGS)
    year = chance.randint(2018, 2025)
    date = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    city, name = chance.choice(CITIES), _in(made.language, who.name)
    event = made.entity(schema)
    made.say(event, [("eventType", kind), ("date", date)], f"{kind}, {date},")
    made.say(event, [("place", city), ("actor", name), ("target", "Consulate")], f"{city}: {name} / Consulate.")
    if chance.random() < 1 / 4:
        made.say(event, [("response", "the police asked them to leave")], "The police asked them to leave.")
