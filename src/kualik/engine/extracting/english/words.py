"""Closed classes of English words: numbers, months, weekdays, seasons, abbreviations."""

__all__ = ["ABBREVIATIONS", "MONTHS", "NUMBERS", "SEASONS", "WEEKDAYS", "word_set"]


def word_set(text: str) -> frozenset[str]:
    """Make a set of words written one after the other."""
    return frozenset(text.split())


NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ABBREVIATIONS = word_set(
    "mr mrs ms dr prof st sr jr gen col lt sgt capt maj rev hon no nos vs etc jan feb mar apr aug sept sep oct "
    "nov dec b d"
)
