"""Who says "I" in a document of several voices."""

import pytest

from kualik.engine.extracting import extract
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.facts import Document, Reading
from kualik.engine.facts.claims import Spoken
from kualik.engine.reading.conversation import Message, converse

SENT = {
    "en": (
        ("Alma Nur", "My name is Alma Nur and I am from Osh. I am a teacher."),
        ("Bek Omar", "My brother Timur was sentenced to 12 years in prison in 2019."),
        ("Sara Sadyk", "I was detained in May 2018. My mother was arrested."),
    ),
    "ru": (
        ("Алма Нур", "Меня зовут Алма Нур, я из Оша. Я учительница."),
        ("Бек Омаров", "Моего брата Тимура приговорили к 12 годам лишения свободы в 2019 году."),
        ("Сара Садыкова", "Меня задержали в мае 2018 года. Мою мать арестовали."),
    ),
    "zh": (
        ("古丽娜尔", "我叫古丽娜尔，我来自阿拉木图。我是老师。"),
        ("阿里木江", "我的弟弟铁木尔2019年被判处12年有期徒刑。"),
        ("热依汗", "我2018年5月被拘留。我的母亲被逮捕。"),
    ),
    "kk": (
        ("Алма Нұр", "Менің атым Алма Нұр, мен Алматыданмын. Мен мұғаліммін."),
        ("Бек Омаров", "Менің інім Тимур 2019 жылы 12 жылға сотталды."),
        ("Сара Садықова", "Мені 2018 жылы мамырда ұстады. Менің анам тұтқындалды."),
    ),
    "ug": (
        ("ئالمىگۈل نۇر", "مېنىڭ ئىسمىم ئالمىگۈل نۇر، مەن ئالمۇتىدىن. مەن ئوقۇتقۇچى."),
        ("ئالىم ئۆمەر", "مېنىڭ ئىنىم تۆمۈر 2019-يىلى 12 يىللىق قاماق جازاسىغا ھۆكۈم قىلىندى."),
        ("رەيھان سادىق", "مەن 2018-يىلى مايدا تۇتۇلدۇم. مېنىڭ ئانام قولغا ئېلىندى."),
    ),
}


def chat(language: str) -> Document:
    """Make a chat in which the first introduces herself and two others tell of theirs."""
    messages = [
        Message(speaker=who, when=f"2021-03-04 10:0{number}", text=text)
        for number, (who, text) in enumerate(SENT[language])
    ]
    text, spoken = converse(messages)
    return Document(id="sha256:0", media_type="text/plain", text=text, language=language, spoken=spoken)


def about(reading: Reading, name: str) -> set[str]:
    """Give the values of a property; people by their labels."""
    labels = {one.id: one.label for one in reading.entities}
    return {labels.get(claim.value, claim.value) for claim in reading.claims if claim.property == name}


@pytest.mark.parametrize("language", SENT)
def test_my_brother_is_the_brother_of_whoever_writes(language: str) -> None:
    """Nobody is held, and nobody has kin held, because she was the first to introduce herself."""
    reading = extract(chat(language))
    first = SENT[language][0][0]
    held = about(reading, "detainee") | about(reading, "person") | about(reading, "description")

    assert about(reading, "detainee")
    assert not [one for one in held if first.split()[0][:4] in one]


@pytest.mark.parametrize("language", SENT)
def test_a_message_is_told_by_its_author_alone(language: str) -> None:
    """Whoever introduces herself in one message does not stand behind the others."""
    first = SENT[language][0][0]
    document = chat(language)
    begins = next(one.start for one in document.spoken if one.speaker != first)
    told = [claim for claim in extract(document).claims if claim.start >= begins]

    assert told
    assert not [claim for claim in told if first in claim.voice]


def spoken(*speakers: str, length: int = 10) -> Document:
    """Make a document of stretches of ten characters."""
    stretches = tuple(Spoken(start=10 * n, end=10 * n + length, speaker=one) for n, one in enumerate(speakers))
    return Document(id="sha256:0", media_type="text/plain", text="x" * 10 * max(1, len(speakers)), spoken=stretches)


def test_a_document_without_voices_of_its_form_may_have_one_narrator() -> None:
    """So may a monologue that is cut into captions."""
    assert told_by_one(spoken())
    assert told_by_one(spoken("Sara", "Sara"))


def test_several_voices_are_not_one() -> None:
    """Nor are a letter and the short quotation in it."""
    assert not told_by_one(spoken("Sara", "Bek"))
    assert not told_by_one(spoken("Sara", length=4))
