"""Who says it."""

from tests.engine.extracting.kazakh.samples import told


def speakers(text: str) -> list[object]:
    """Give the speakers of a text's statements."""
    return [fact["speaker"] for fact in told(text, "statement")]


def test_the_subject_of_an_inner_clause_does_not_speak() -> None:
    """The first subject of the sentence does."""
    assert speakers("Айсұлу Дәрібай полицияның келмегенін айтты.") == ["Айсұлу Дәрібай"]


def test_the_subject_right_before_the_verb_speaks() -> None:
    """Even where another noun stands first."""
    assert speakers("Әкесінің қамалғанын Айсұлу Дәрібай айтты.") == ["Айсұлу Дәрібай"]


def test_she_behind_a_quotation_is_who_spoke_before() -> None:
    """Of "деді ол" goes back to the sentence before."""
    text = "Айсұлу Дәрібай інісінің түрмеде екенін айтты. «Ол кінәсіз», – деді ол."
    assert speakers(text) == ["Айсұлу Дәрібай", "Айсұлу Дәрібай"]


def test_a_heard_thing_has_the_source_in_the_ablative() -> None:
    """Of "heard from a neighbour"."""
    assert "көршісі" in str(speakers("Айсұлу Дәрібай інісінің қамалғанын көршісінен естіді.")[0])


def test_they_say_without_a_subject_names_nobody() -> None:
    """No speaker is better than a wrong one."""
    assert speakers("Айсұлу келді. Оны босатыпты дейді.") == []


def test_some_of_them_are_not_who_spoke_before() -> None:
    """A subject that is told only by its number is nobody whom we know."""
    assert speakers("Айсұлу Дәрібай келді. Үшеуі «бізде жоқ» депті.") == []


def test_you_are_nobody_who_speaks() -> None:
    """A letter tells its reader what the reader wrote."""
    assert speakers("Айсұлу Дәрібай келді. Оны көрмегеніңізді, хабар келгенін көрсетесіз.") == []


def test_the_owner_of_a_shop_is_no_shop() -> None:
    """The bare noun before another one does not speak."""
    assert speakers("Дүкен иесі оның келмегенін айтты.") == ["Дүкен иесі"]


def test_a_participle_of_speech_has_its_noun_for_speaker() -> None:
    """The whole phrase behind it, not the owner in the genitive."""
    text = "Олжас Тілеу келді. «Баламды қайтарыңдар!» – деп айқайлаған Олжастың анасы Зәуре Әмірқызын сыртқа шығарды."
    assert "Зәуре Әмірқызы" in speakers(text)
    assert not any("Олжас" in str(one) for one in speakers(text))


def test_what_some_say_has_no_speaker() -> None:
    """Nobody named before is taken for them."""
    assert speakers("Айдос Мұратұлы әлі сонда дейді біреулер.") == []
