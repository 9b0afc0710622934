"""Who is who."""

from tests.engine.extracting.kazakh.samples import told


def test_forms_of_one_name_are_one_person() -> None:
    """The full name, and the given name in other cases."""
    found = told("Айсұлу Дәрібай келді. Айсұлуды көрдік. Айсұлудың үйі алыс.", "person")
    assert [(fact["name"], fact["aliases"]) for fact in found] == [("Айсұлу Дәрібай", ["Айсұлу"])]


def test_his_daughter_is_the_daughter_named_before() -> None:
    """And she whose daughter she is, is her mother."""
    text = "Сәуленің қызы Жұпар келді. Жұпардың айтуынша, анасы қамауда."
    assert told(text, "custody")[0]["who"] == "Сәуле"


def test_him_is_not_who_does_it() -> None:
    """The subject of the clause is not its object."""
    text = "Сержан Дәрібай үйде болды. Дидар Сәтенов оны ұстады."
    assert [fact["who"] for fact in told(text, "custody")] == ["Сержан Дәрібай"]


def test_roles_come_from_the_nouns_beside_the_name() -> None:
    """A lawyer, a journalist."""
    found = told("Адвокат Дидар Сәтенов пен журналист Айсұлу Дәрібай келді.", "person")
    assert {(fact["name"], str(fact["roles"])) for fact in found} == {
        ("Дидар Сәтенов", "['lawyer']"), ("Айсұлу Дәрібай", "['journalist']"),
    }  # fmt: skip
