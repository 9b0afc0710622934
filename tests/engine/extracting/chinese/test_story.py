"""A text while it is read."""

from kualik.engine.extracting.chinese.story import Mention, published_in, spoken_of
from tests.engine.extracting.chinese.reports import story


def test_a_name_is_one_token() -> None:
    """Of the clause that it stands in."""
    one = story("律师梁慧珍说，没有消息。")

    assert [token.kind for token in one.sentences[0].clauses[0].tokens] == ["han", "name", "han"]


def test_the_dates_of_a_clause_are_its_own() -> None:
    """Not those of the next."""
    one = story("2018年被捕，2019年获释。")

    assert [date.edtf for date in one.dates_of(one.sentences[0].clauses[1])] == ["2019"]


def test_who_was_spoken_of_last_stands_last() -> None:
    """Each once, and not more than a dozen."""
    one = story("")
    for party in [*range(20), 15]:
        one.remember(party)

    assert one.recent[-2:] == [19, 15]
    assert len(one.recent) == 12


def test_a_mention_before_de_owns_what_follows() -> None:
    """姓陈的领事 is no such thing."""
    one = story("王某的母亲来了。")
    found: list[Mention] = []
    spoken_of(found, one.sentences[0].clauses[0], (0, 1), 7, "name")

    assert found[0].owns
    assert (found[0].start, found[0].end) == (0, 2)


def test_a_dateline_tells_the_day_of_publication() -> None:
    """Or a line that is only a date; a date in a sentence does not."""
    assert published_in("标题\n（阿拉木图-2018年7月2日）本网获悉") == "2018-07-02"
    assert published_in("标题\n2021-02-20\n他走了。") == "2021-02-20"
    assert published_in("他在2018年7月2日被带走。") is None
