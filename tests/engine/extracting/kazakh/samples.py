"""Short fictional texts read for the tests of this folder."""

from kualik.engine.extracting.kazakh import read_kazakh
from kualik.engine.extracting.kazakh.page import read_page
from kualik.engine.extracting.kazakh.reading import scene_of
from kualik.engine.extracting.kazakh.scene import Scene
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.writing import write
from kualik.engine.facts import Document
from kualik.engine.facts.flat import facts

REPORT = (
    "Консулдық алдына жұрт тағы жиналды\n"
    "АЛМАТЫ, 4 наурыз. Бейсенбі күні Қытай консулдығының алдында жиырмаға жуық әйел туыстарын босатуды талап етіп, "
    "наразылық өткізді.\n"
    "54 жастағы Айсұлу Дәрібайқызы інісі Сержан Дәрібайдың 2018 жылдың күзінде ұсталып, он екі жылға сотталғанын "
    "айтты. «Бар жазығы – намаз оқығаны», – деді ол.\n"
    "Қытай елшілігі бұл ақпаратты жоққа шығарды. Әкімдік өкілі түсініктеме беруден бас тартты.\n"
)
"""A report of people whom nobody knows."""


def document(text: str, *, published: str | None = "2021-03-05") -> Document:
    """Make a document of a text."""
    return Document(id="sha256:0", media_type="text/plain", text=text, language="kk", published=published)


def notes_of(text: str, *, published: str | None = "2021-03-05") -> Notes:
    """Read a text into notes."""
    return read_kazakh(document(text, published=published))


def told(text: str, kind: str, *, published: str | None = "2021-03-05") -> list[dict[str, object]]:
    """Read a text and give its flat facts of one kind."""
    one = document(text, published=published)
    reading = write(one, read_kazakh(one), method="kazakh-rules/1")
    return [fact for fact in facts(reading.entities, reading.claims) if fact["kind"] == kind]


def scene(text: str) -> Scene:
    """Prepare a text for the rules."""
    return scene_of(document(text))


def tokens(text: str) -> tuple[Token, ...]:
    """Give the tokens of the first sentence."""
    return read_page(text).frames[0].tokens
