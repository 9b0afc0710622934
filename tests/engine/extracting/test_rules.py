"""Every rule in words."""

import ast
from importlib import import_module

import pytest

from kualik.engine.extracting.rules import in_words, rules
from kualik.engine.facts import Document
from tests.architecture.source import PACKAGE, modules

FOLDER = PACKAGE / "engine" / "extracting"
LANGUAGES = {"english": "en", "russian": "ru", "chinese": "zh-Hans", "kazakh": "kk-Cyrl", "uyghur": "ug-Arab"}
READERS = [language for language in LANGUAGES if (FOLDER / language / "reading.py").is_file()]


REPORTS = {
    "english": (
        "Aida Bekova, 54, told Osh Post that her brother Erlan, a teacher, had been arrested in Osh in March 2019 and "
        "sentenced to 9 years in prison. “He is innocent,” she said. The ministry denied that he was held. Police "
        "declined to comment and did not answer calls. On 8 February a dozen relatives protested near the consulate, "
        "demanding his release. According to the Osh Committee, as many as 300,000 people have been detained."
    ),
    "russian": (
        "54-летняя Аида Бекова рассказала газете, что её брата Ерлана задержали в Оше в марте 2019 года и осудили на "
        "девять лет. «Он невиновен», — заявила она. По словам адвоката, суд отказал. В министерстве отвергли "
        "обвинения. В полиции отказались от комментариев. 8 февраля около десяти человек вышли на пикет у консульства. "
        "По данным комитета, задержаны до 300 тысяч человек."
    ),
    "chinese": (
        "54岁的阿依达·别克告诉《奥什邮报》，她的哥哥叶尔兰2019年3月在伊宁被警方带走，后被判处有期徒刑九年。她说：“他是无辜的。”"
        "外交部否认有人被关押。警方拒绝置评。2月8日，十多名家属在领事馆前抗议，要求释放亲人。据委员会称，多达30万人被关押。"
    ),
    "kazakh": (
        "54 жастағы Аида Бекова ағасы Ерланның 2019 жылы наурызда ұсталып, тоғыз жылға сотталғанын айтты. «Ол кінәсіз»,"
        " – деді ол. Министрлік бұл айыпты жоққа шығарды. Полиция түсініктеме беруден бас тартты. 8 ақпанда "
        "он шақты адам консулдық алдында наразылық білдірді."
    ),
    "uyghur": (
        "54 ياشلىق ئايدا ئاكىسى ئەركىننىڭ 2019-يىلى مارتتا تۇتقۇن قىلىنىپ، توققۇز يىللىق قاماق جازاسىغا ھۆكۈم "
        "قىلىنغانلىقىنى ئېيتتى. «ئۇ گۇناھسىز» دېدى ئۇ. مىنىستىرلىق بۇنى رەت قىلدى."
    ),
}
"""Short reports of fictional people."""


def named(language: str) -> set[str]:
    """Name the rules that a reader's modules write into what they note: `rule="…"`."""
    return {
        node.value.value
        for module in modules(f"engine/extracting/{language}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "rule"
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def seen(language: str) -> set[str]:
    """Name the rules by which a reader notes what stands in a short report."""
    module = import_module(f"kualik.engine.extracting.{language}")
    document = Document(id="sha256:0", media_type="text/plain", text=REPORTS[language], language=LANGUAGES[language])
    notes = getattr(module, f"read_{language}")(document)
    noted = (*notes.parties, *notes.sayings, *notes.held, *notes.ties, *notes.happenings, *notes.figures)
    return {one.rule for one in noted}


@pytest.mark.parametrize("language", READERS)
def test_every_rule_of_a_reader_has_its_words(language: str) -> None:
    """What `kualik read --why` prints is never a bare id: the ids written in its modules, and those put together."""
    assert named(language) - rules(language).keys() == set()
    assert seen(language) - rules(language).keys() == set()


@pytest.mark.parametrize("language", READERS)
def test_a_reader_notes_something_in_the_report(language: str) -> None:
    """So that the test above looks at something."""
    assert len(seen(language)) > 2


@pytest.mark.parametrize("language", READERS)
def test_words_are_words(language: str) -> None:
    """An id, and a clause in one line."""
    assert rules(language)
    assert all(
        id_ and " " not in id_ and told.strip() == told and "\n" not in told for id_, told in rules(language).items()
    )
    assert rules(language) is import_module(f"kualik.engine.extracting.{language}.rules").RULES


def test_there_is_a_reader_to_look_at() -> None:
    """The tests above look at something."""
    assert any(named(language) for language in READERS)


def test_a_language_without_a_reader_has_no_rules() -> None:
    """And no error."""
    assert rules("latin") == {}


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("person", "a person read it"),
        ("mapped-rows/1", "a row of a table"),
        ("llm:qwen2.5:7b", "the language model qwen2.5:7b proposed it"),
        ("latin-rules/1:say.dixit", "the rule say.dixit"),
        ("reader 1", "the reader reader 1"),
    ],
)
def test_whatever_made_a_claim_is_said(method: str, words: str) -> None:
    """A person, a table, a model, a rule that no table knows."""
    assert in_words(method).startswith(words)
