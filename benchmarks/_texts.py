"""Fictional reports, as many as are asked for; the same number gives the same text."""

import random
from pathlib import Path

__all__ = ["report", "write_reports"]

GIVEN_NAMES = (
    "Kulpan Daulet Zarina Nurbolat Gulnar Maqsut Ainur Serik Botagoz Erbol Samal Turar Rysty Zhenis Aqmaral Berik "
    "Dinara Eldos Fatima Galym Hadisha Islam Janar Kairat Laura Marat Nazym Orazbek Perizat Rustem Saule Talgat "
    "Ulbosyn Yerlan Zeine Abai Bibigul Darkhan Elmira Gauhar"
)
FAMILY_NAMES = (
    "Zhumadil Omirtay Sadyqkhan Toleuqazy Baimolda Doskhozha Nughman Qabdrash Akhmet Beisen Dauren Esim Ganiuly Hamit "
    "Ibrai Jaqsylyq Karim Latip Mukhtar Nurgali Ospan Pazyl Rakhim Seitkali Tursyn Ualikhan Yskak Zakir Abdrakhman "
    "Bolat Duisen Ermek Gabit Iskak Kenes Mambet Nursultan Orynbai Smagul Temir"
)
GIVEN, FAMILY = GIVEN_NAMES.split(), FAMILY_NAMES.split()
CITIES = ("Almaty", "Astana", "Oskemen", "Zharkent", "Taldyqorghan")
COUNTIES = ("Kunes", "Tekes", "Dorbiljin", "Koktokay", "Wusu")
SAYINGS = (
    "simply because he prayed",
    "for a message that he had sent to his sister",
    "because he had been to Kazakhstan",
    "for teaching children to read",
)


def report(number: int) -> str:
    """Write the report of that number: about 190 words, several voices, a sentence, a denial, a figure."""
    chance = random.Random(number)
    mother, son = (f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(2))
    city, county = chance.choice(CITIES), chance.choice(COUNTIES)
    years, age, day = chance.randint(5, 22), chance.randint(45, 80), chance.randint(1, 28)
    return (
        f"Relatives Rally Again In {city}, Report {number}\n\n"
        f"{city.upper()}, Kazakhstan -- Some {chance.randint(5, 40)} people gathered near the Chinese Consulate in "
        f"{city} on March {day} to demand the release of their relatives. There was no violence reported, though "
        "police did not allow the participants to get close to the building.\n\n"
        f"One of the protesters, {age}-year-old {mother}, said her son, {son}, had been sentenced to {years} years in "
        f'prison in {county} county "{chance.choice(SAYINGS)}."\n\n'
        f'"I have had no letter from him since {2016 + number % 6}," {mother.split()[0]} said. Her brother was '
        f"released from a camp in {county} in {2018 + number % 4}, she added.\n\n"
        "Representatives of the consulate did not come out of the building. Police at the site refused to comment. "
        f"The Chinese Embassy has said that all people held in {county} are being held for breaking Chinese laws, and "
        "Beijing denies that the facilities are internment camps.\n\n"
        f"A committee of relatives says that at least {chance.randint(100, 9000)} people from {county} county were "
        "taken to detention centers. The office of the prosecutor did not respond to a request for comment by report "
        f"{number}.\n"
    )


def write_reports(folder: Path, count: int) -> list[Path]:
    """Write reports as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"report-{number:05d}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(report(number), encoding="utf-8")
    return paths
