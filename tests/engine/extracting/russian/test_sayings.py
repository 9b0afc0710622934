"""Who says what."""

import pytest

from tests.engine.extracting.russian.samples import read, sayings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Адвокат Марат Акимов заявил, что дело закрыто.", ("asserts", "Марат Акимов")),
        (
            "Правозащитная организация «Надежда» требует освободить Рустама Алиева.",
            ("demands", "правозащитная организация «Надежда»"),
        ),
        ("Осуждённые свою вину отрицают.", ("denies", "осуждённые")),
        ("Ольга Зуева вину не признала.", ("denies", "Ольга Зуева")),
        ("Родственники опасаются, что Алима переведут.", ("alleges", "родственники")),
        ("Прокурор Инна Рейн обвинила Громова в измене.", ("accuses", "Инна Рейн")),
        ("В министерстве подтвердили получение письма.", ("acknowledges", "министерство")),
        ("В Польше закрыли границу. Пекин отрицает нарушения прав человека.", ("denies", "Пекин")),
        ("Пресс-секретарь МИД Линь Мэйхуа назвала эти сообщения ложью.", ("denies", "Линь Мэйхуа")),
        ("В заявлении министерства говорится, что граждане уехали.", ("asserts", "министерство")),
        ("Европарламент осудил репрессии.", ("accuses", "европарламент")),
        ("Обсерватория напоминает, что дело не закрыто.", ("asserts", "обсерватория")),
        ("Ей сказали, что приговор отменён.", ("asserts", "")),
        ("Сам Марат Акимов утверждает, что его пытали.", ("asserts", "Марат Акимов")),
        ("Мать просит отпустить сына.", ("demands", "мать")),
        ("Адвокаты настаивают на невиновности подзащитного.", ("asserts", "адвокаты")),
        ("Госдепартамент призвал освободить узников.", ("demands", "госдепартамент")),
    ],
)
def test_a_verb_of_speech_has_its_speaker(text: str, said: tuple[str, str]) -> None:
    """And its stance."""
    assert said in sayings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сообщается, что задержаны трое.", "Суд признал Хаитова виновным.", "Опровергает ли она это?",
        "Он не сказал, где брат.", "Назовём его Марат.", "Суд осудил Олега Рыбина.", "Закон говорит об этом.",
    ],
)  # fmt: skip
def test_what_nobody_says_is_no_saying(text: str) -> None:
    """Passives, courts, questions, what was not said."""
    assert sayings(text) == []


def test_about_this_speaks_of_the_sentence_before() -> None:
    """«Об этом сообщила …»."""
    notes = read("Марата Акимова задержали. Об этом сообщила его сестра Ольга Зуева.")
    (said,) = notes.sayings

    assert said.content.holds(notes.held[0].cue.start, notes.held[0].cue.end)


def test_the_subject_of_another_clause_is_no_speaker() -> None:
    """Nor is a complement."""
    assert sayings("Представитель МИД КНР Линь Мэйхуа заявила, что всё спокойно.") == [("asserts", "Линь Мэйхуа")]


def test_voices_are_nested() -> None:
    """One says that another said."""
    said = read("Ольга Зуева рассказала, что адвокат сообщил ей, что брата осудили.").sayings
    outer, inner = sorted(said, key=lambda one: one.span.start)

    assert outer.content.holds(inner.span.start, inner.span.end)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Соседка Рената Алимова, признавшая вину, осталась дома.", ("acknowledges", "Рената Алимова")),
        ("Адвокат Дина Рашид, рассказавшая о пытках, уехала.", ("asserts", "Дина Рашид")),
        ("Адвокат говорит, её подзащитного до сих пор не кормят.", ("asserts", "адвокат")),
        ("Родные связывают арест с петицией.", ("alleges", "родные")),
        ("О том, что он жив, проговорился следователь.", ("acknowledges", "следователь")),
        ("Надзирательница велела, если спросят, отвечать, что все здоровы.", ("demands", "надзирательница")),
        ("Марат Акимов успел крикнуть: «Меня били».", ("asserts", "Марат Акимов")),
        ("Марат Акимов предстал перед судом. Вину не признал.", ("denies", "Марат Акимов")),
    ],
)
def test_speech_has_other_forms_than_a_verb_with_that(text: str, told: tuple[str, str]) -> None:
    """Participles, clauses that nothing links, what something is laid to, an accused who is left out."""
    assert told in sayings(text)


def test_guilt_is_not_laid_to_a_judge() -> None:
    """Who is left out before "вину не признал" is no official."""
    assert sayings("В зал вошёл судья Олег Рыбин. Вину не признал.") == []
