"""Names."""

import pytest

from kualik.engine.extracting.chinese.cutting import cut
from kualik.engine.extracting.chinese.folding import fold
from kualik.engine.extracting.chinese.naming import find_names


def names(text: str) -> list[str]:
    """Give the names in a text."""
    return [name.text for name in find_names(cut(fold(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("维吾尔学生阿卜力克木·买合苏提被带走", "阿卜力克木·买合苏提"),
        ("哈萨克斯坦公民叶斯波拉提.加合亚称", "叶斯波拉提.加合亚"),
        ("她的丈夫努尔肯别克被判刑", "努尔肯别克"),
        ("律师梁慧珍说", "梁慧珍"),
        ("村民王某被拘留", "王某"),
        ("一名自称姓陈的领事", "陈"),
        ("僧人丹增才让失踪", "丹增才让"),
        ("記者許慕言報導", "许慕言"),
        ("律师Aida Bekova说", "Aida Bekova"),
    ],
)
def test_a_name_is_seen_by_what_stands_beside_it(text: str, expected: str) -> None:
    """Dotted, transcribed, Han, Tibetan, Latin; simplified or traditional."""
    assert names(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "维吾尔族居民说",
        "伊犁哈萨克自治州",
        "他在塔城被带走",
        "周五开庭",
        "高压手段",
        "公安局关押了他",
        "乌鲁木齐警方表示",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    """Peoples, places, weekdays, ordinary words."""
    assert names(text) == []


def test_a_part_of_a_dotted_name_is_found_again() -> None:
    """Where nothing around it tells."""
    assert names("学生阿曼太·巴合提被捕。很多人认得阿曼太") == ["阿曼太·巴合提", "阿曼太"]
