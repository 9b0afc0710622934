"""A text cut up."""

from kualik.engine.extracting.uyghur.page import LONGEST, read_page


def test_a_sentence_is_not_cut_inside_a_quotation() -> None:
    """The full stop between the marks ends nothing."""
    page = read_page("خەۋەر\nئۇ: «كەلدىم. كۆردۈم.» دېدى. كېيىن كەتتى.")
    assert len(page.sentences) == 3
    assert len(page.quotes) == 1


def test_the_number_of_a_list_ends_no_sentence() -> None:
    """Here: "1. X, 61" is one sentence."""
    assert len(read_page("تىزىملىك\n1. روزى تاھىر، 61 ياش.").sentences) == 2


def test_the_title_is_a_heading() -> None:
    """A short first line without a full stop."""
    assert [one.heading for one in read_page("قىسقا خەۋەر\nئۇ كەتتى.").sentences] == [True, False]


def test_a_text_without_a_full_stop_is_cut() -> None:
    """No sentence is longer than the limit, and every token has one."""
    page = read_page("سۆز " * 1000)
    assert max(one.last - one.first for one in page.sentences) <= LONGEST
    assert len(page.sentence_of) == len(page.tokens)


def test_a_quotation_that_is_never_closed_is_none() -> None:
    """A thousand words behind one mark."""
    assert read_page("«" + "سۆز " * 1000).quotes == ()


def test_a_sentence_ends_with_a_quotation_that_no_verb_follows() -> None:
    """What stands behind the marks is another sentence."""
    page = read_page("خەۋەر\nئۇ: «مەن كەلدىم.» كېيىن كەتتى. «مەن كەلدىم.» دېدى ئۇ.")
    assert len(page.sentences) == 4
