"""What lies on a desk says what it is."""

from kualik.cases.desk.models import Bulk, Collection, Deed, SavedSearch


def test_each_names_itself() -> None:
    """By its name, its title, what was done."""
    assert str(SavedSearch(name="Camps")) == "Camps"
    assert str(Collection(title="Shonzhy")) == "Shonzhy"
    assert str(Bulk(deed=Deed.DECIDE, changes={"a": ("proposed", "accepted")})) == "decide 1"
