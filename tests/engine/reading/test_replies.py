"""Tests of finding whose words are quoted in an e-mail. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading import read
from kualik.engine.reading.replies import unquoted
from tests.engine.reading.samples import letter


def said(body: str) -> list[tuple[str, str]]:
    """Give who says what."""
    text, spoken = unquoted(body)
    return [(one.speaker, text[one.start : one.end]) for one in spoken]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("On Thu, Mar 4, 2021 at 10:00 AM Sara Nur <s@x.invalid> wrote:", "Sara Nur"),
        ("On 3 Mar 2021, at 09:00, Aman Bek\n<a@x.invalid> wrote:", "Aman Bek"),
        ('On 04/03/2021 10:00, "Nur, Sara" <s@x.invalid> wrote:', "Nur, Sara"),
        ("On 3/4/21, Sara Nur wrote:", "Sara Nur"),
        ("чт, 4 мар. 2021 г. в 10:00, Сара Нұр <s@x.invalid>:", "Сара Нұр"),
        ("4 марта 2021 г., 10:00 Айгуль Б. написал(а):", "Айгуль Б."),
        ("04.03.2021 10:00, Айгуль Б. пишет:", "Айгуль Б."),
        ("2021 ж. 4 наурыз, 10:00 Сара Нұр <s@x.invalid> жазды:", "Сара Нұр"),
        ("在 2021年3月4日,上午10:00,张三 <z@x.invalid> 写道:", "张三"),
        ("2021-03-04 10:00, سارا نۇر <s@x.invalid> يازدى:", "سارا نۇر"),
        ("On 2021-03-04 10:00, s@x.invalid wrote:", "s@x.invalid"),
    ],
)
def test_the_line_above_says_whose_words_they_are(line: str, who: str) -> None:
    """In five languages, with or without a verb; the marks are taken off."""
    assert said(f"See below.\n\n{line}\n> They took him.\n> At night.\n\nYours") == [(who, "They took him.\nAt night.")]


def test_quotations_within_quotations_have_all_their_voices() -> None:
    """The inner one lies in the outer one; what follows it is the outer one's again."""
    body = "On 3/4/21, Sara wrote:\n> No.\n> On 3/3/21, Aman wrote:\n>> Is he home?\n>\n> They took him.\nYours"

    assert said(body) == [
        ("Sara", "No.\nOn 3/3/21, Aman wrote:\nIs he home?\n\nThey took him."),
        ("Aman", "Is he home?"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Sara Nur [mailto:s@x.invalid]\nSent: 4 March 2021\nTo: Desk\n",
        "---------- Forwarded message ---------\nОт: Sara Nur <s@x.invalid>\nDate: 4 Mar 2021\n",
        "发件人: Sara Nur <s@x.invalid>\n发送时间: 2021\n主题: x\n",
        "From: Sara Nur\nTo: Desk\n",
    ],
)
def test_headers_inside_a_letter_say_whose_words_follow(head: str) -> None:
    """Programs that mark no lines write the headers instead."""
    assert said(f"See below.\n\n{head}\nThey took him.\nAt night.\n") == [("Sara Nur", "They took him.\nAt night.")]


@pytest.mark.parametrize(
    "body",
    [
        "In 2018 the father wrote:\n\nThey took him.",
        "> They took him.",
        "From: the beginning\nof it",
        "at 10:00:\n> x",
        "",
    ],
)
def test_prose_is_nobody_elses(body: str) -> None:
    """A verb of writing and a colon are not enough, nor are marks without an author."""
    assert said(body) == []


def test_a_letter_gives_the_voices_of_its_quotations() -> None:
    """Stretches are counted from the beginning of the document, headers and all."""
    message = letter("See below.\n\nOn 3/4/21, Sara wrote:\n> They took him.\n", From="Aman <a@x.invalid>")
    (document,) = read(message.as_bytes(), name="letter.eml")
    (spoken,) = document.spoken

    assert document.publisher == "Aman"
    assert (spoken.speaker, document.text[spoken.start : spoken.end]) == ("Sara", "They took him.")


def test_quotations_in_html_are_found() -> None:
    """What a page sets in is quoted."""
    message = letter("", From="Aman <a@x.invalid>")
    page = "<p>See below.<div>On 3/4/21, Sara wrote:<br><blockquote><p>They took him.<p>At night.</blockquote><p>Yours"
    message.set_content(page, subtype="html")
    (document,) = read(message.as_bytes(), name="letter.eml")

    assert [document.text[one.start : one.end] for one in document.spoken] == ["They took him.\nAt night."]


@given(st.text(alphabet=">a: \n<@.1wrote-From", max_size=200))
def test_any_body_gives_stretches_inside_each_other(body: str) -> None:
    """No stretch ends inside one that began later."""
    text, spoken = unquoted(body)

    assert len(text.splitlines()) <= len(body.splitlines())
    assert all(0 <= one.start <= one.end <= len(text) for one in spoken)
    assert all(b.start >= a.end or b.end <= a.end for n, a in enumerate(spoken) for b in spoken[n + 1 :])
