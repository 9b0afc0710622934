"""Who says "I"."""

import pytest

from tests.engine.extracting.english.people_samples import register

STORY = "I was born in Emin. I left. My mother stayed, and I wept."


@pytest.mark.parametrize(
    "text",
    [
        f"Testimony of Aliya Bekova.\n\n{STORY}",
        f"My name is Aliya Bekova. {STORY}",
        f"So, I'm Aliya Bekova. {STORY}",
        f"Prepared statement of Aliya Bekova, doctoral candidate in hydrology\n\n{STORY}",
        f"By Aliya Bekova\n\nIt rained.\n\n{STORY}",
        f"{STORY}\n\nWith respect,\n\nAliya Bekova",
    ],
)
def test_the_one_who_says_i_is_introduced_or_signs(text: str) -> None:
    """And "my mother" is hers."""
    read = register(text)
    assert read.notes.narrator is not None
    assert read.cast.party(read.notes.narrator).name == "Aliya Bekova"
    assert any(one.relation == "mother" and one.relative == read.notes.narrator for one in read.notes.ties)


def test_in_a_report_nobody_says_i() -> None:
    """Whoever is quoted."""
    assert register('By Aliya Bekova\n\n"I left," he said. "I wept. I slept."').notes.narrator is None


def test_in_a_conversation_each_says_i_of_themselves() -> None:
    """By the name that begins the turn."""
    text = (
        "Host Marat Asanov spoke with Aliya Bekova.\n\nASANOV: Who was taken?\n\nBEKOVA: My brother.\n\n"
        "ASANOV: When was it?\n\nBEKOVA: In May. My brother was ill."
    )
    read = register(text)
    told = [(one.relation, read.cast.party(one.relative).name) for one in read.notes.ties]
    assert told == [("brother", "Aliya Bekova")]
