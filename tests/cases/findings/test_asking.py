"""A search is read from what was asked or saved, and what is not known is left out."""

from kualik.cases.findings.asking import Kind, Search


def test_a_search_comes_back_as_it_was_saved() -> None:
    """Words, kind, and what it is narrowed down to."""
    search = Search(words="camp", kind=Kind.DOCUMENTS, narrowed=(("language", "kk"), ("year", "2018")))

    assert Search.of_json(search.as_json()) == search
    assert search.marks == (("§lkk",), ("§y2018",))


def test_what_is_not_known_is_left_out() -> None:
    """An unknown kind, a facet of another kind."""
    assert Search.of_json({"words": " camp ", "kind": "ships", "narrowed": {"language": "kk"}}) == Search(words="camp")
    assert Search.of_json({"kind": "people", "narrowed": {"language": "kk", "state": "prison"}}).narrowed == (
        ("state", "prison"),
    )
    assert Search.of_json({"narrowed": "none"}) == Search()


def test_what_narrows_one_kind_does_not_narrow_another() -> None:
    """Each kind is counted by the words alone until it is chosen."""
    search = Search(words="camp", kind=Kind.CLAIMS, narrowed=(("status", "accepted"),))

    assert search.of(Kind.DOCUMENTS).narrowed == ()
    assert search.of(Kind.CLAIMS) == search
