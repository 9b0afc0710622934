"""Names found by the tagger."""

from kualik.engine.extracting.kazakh.tagger import Named, find_named, named_in


def test_labels_become_names() -> None:
    """B- begins a name, I- of the same class goes on, and an I- without a beginning begins one."""
    labels = ["B-PERSON", "I-PERSON", "O", "B-GPE", "B-GPE", "I-PERSON", "I-PERSON"]
    assert named_in(labels) == [
        Named(first=0, last=2, label="PERSON"), Named(first=3, last=4, label="GPE"),
        Named(first=4, last=5, label="GPE"), Named(first=5, last=7, label="PERSON"),
    ]  # fmt: skip


def test_a_person_and_a_city_of_a_plain_sentence_are_found() -> None:
    """A sentence of our own, with people whom nobody knows."""
    words = ["Кеше", "Алматыда", "Серік", "Досжанов", "журналистерге", "сұхбат", "берді", "."]
    found = {" ".join(words[one.first : one.last]): one.label for one in find_named(words)}
    assert found["Серік Досжанов"] == "PERSON"
    assert found["Алматыда"] == "GPE"


def test_a_very_long_line_is_tagged_piece_by_piece() -> None:
    """Ten thousand words without a full stop, and nothing at all."""
    assert all(one.last <= 10_000 for one in find_named(["сөз"] * 10_000))
    assert find_named([]) == []
