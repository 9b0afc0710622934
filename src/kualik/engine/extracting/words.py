"""Closed classes of English words, and the words of this field, as plain lists.

Open classes (verbs, nouns) list only what the grammar asks about; an unknown word is an ordinary noun.
"""

__all__ = [
    "ABBREVIATIONS",
    "ADVERBS",
    "AUXILIARIES",
    "BREAKERS",
    "DETERMINERS",
    "FEMALE",
    "KIN",
    "MALE",
    "MONTHS",
    "NUMBERS",
    "ORGANISATIONS",
    "PARTICIPLES",
    "PARTICLES",
    "PERSONAL",
    "PLACES",
    "POSSESSIVES",
    "PREPOSITIONS",
    "ROLES",
    "SEASONS",
    "TIMES",
    "TITLES",
    "VERBS",
    "WEEKDAYS",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """Make a set of words written one after the other."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the this these those some any each every all both no another several many few most such one"
)
PERSONAL = {
    "i": "self", "we": "us", "he": "male", "she": "female", "it": "thing", "they": "many", "you": "you",
    "me": "self", "us": "us", "him": "male", "her": "female", "them": "many",
}  # fmt: skip
POSSESSIVES = {
    "my": "self", "our": "us", "his": "male", "her": "female", "its": "thing", "their": "many", "whose": "relative",
}  # fmt: skip
PREPOSITIONS = word_set(
    "of in at on for from with to under by into over about against near outside inside between among during since "
    "until till after before through across behind beside without within toward towards around along "
    "off per via upon "
    "amid despite regarding concerning like as beyond"
)
AUXILIARIES = word_set(
    "is are was were be been being has have had do does did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't"
)
ADVERBS = word_set(
    "not never also then twice now later already again still only just even ever often always soon "
    "too yet almost nearly reportedly however meanwhile further since yesterday today tonight afterwards "
    "herself himself themselves itself thus instead here there longer simply regularly repeatedly openly"
)
BREAKERS = word_set(
    "but while although though because when if whether where as so than until unless after before since what how why"
)
VERBS = word_set(
    "said says say told tells tell went goes came comes took takes gave gives got gets left leaves kept keeps held "
    "holds saw sees knew knows thought thinks found finds met meets made makes sent lost led paid ran runs sat sits "
    "stood stands spoke speaks wrote writes began begins became becomes brought brings bought built "
    "caught chose died "
    "dies fell felt fled hid hit hurt lives lay met put rose sang slept spent stole struck taught threw "
    "wore won heard "
    "hears asks adds denies rejects claims insists believes fears thinks wants calls states remains faces refuses "
    "declines demands urges accuses alleges confirms acknowledges admits concedes argues describes explains counts "
    "estimates warns promises replies answers announces reports recalls testifies hung handed posted read quit swore "
    "puts shows serves works lives refrain accuse deny fear believe confirm call demand insist argue claim allege "
    "disappeared fainted dispersed answered gathered lasted rallied protested marched resumed appealed went grew"
)
PARTICIPLES = word_set(
    "held taken sent known seen given found built made left led caught kept told put brought paid hidden hurt beaten "
    "lost met born shown let written forced called named thought"
)
PARTICLES = word_set("al el bin ibn bint uly kyzy qyzy de la del van von der den da dos abu umm al- el-")
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
TIMES = word_set(
    "later ago earlier today yesterday now tonight morning afternoon evening night time year month week day then"
)
ABBREVIATIONS = word_set(
    "mr mrs ms dr prof st sr jr gen col lt sgt capt maj rev hon no nos vs etc jan feb mar apr aug sept sep oct "
    "nov dec b d"
)

KIN = {
    "mother": "mother", "mothers": "mother", "mom": "mother", "father": "father", "fathers": "father",
    "parent": "parent", "parents": "parent", "son": "son", "sons": "son", "daughter": "daughter",
    "daughters": "daughter", "child": "child", "children": "child", "husband": "husband", "husbands": "husband",
    "wife": "wife", "wives": "wife", "spouse": "spouse", "brother": "brother", "brothers": "brother",
    "sister": "sister", "sisters": "sister", "sibling": "sibling", "siblings": "sibling",
    "grandmother": "grandparent", "grandmothers": "grandparent", "grandfather": "grandparent",
    "grandparents": "grandparent", "grandson": "grandchild", "granddaughter": "grandchild",
    "grandchild": "grandchild", "grandchildren": "grandchild", "uncle": "uncle", "uncles": "uncle",
    "aunt": "aunt", "aunts": "aunt", "nephew": "nephew", "nephews": "nephew", "niece": "niece", "nieces": "niece",
    "cousin": "cousin", "cousins": "cousin", "mother-in-law": "in-law", "father-in-law": "in-law",
    "brother-in-law": "in-law", "sister-in-law": "in-law", "son-in-law": "in-law", "daughter-in-law": "in-law",
    "in-laws": "in-law", "fiancée": "relative", "fiancé": "relative", "stepfather": "father", "stepmother": "mother",
}  # fmt: skip
FEMALE = word_set(
    "mother wife daughter sister aunt niece grandmother granddaughter mother-in-law sister-in-law daughter-in-law "
    "woman girl ms mrs widow fiancée mothers wives daughters sisters women stepmother"
)
MALE = word_set(
    "father husband son brother uncle nephew grandfather grandson father-in-law brother-in-law son-in-law man boy mr "
    "imam priest fathers sons brothers stepfather policeman"
)
TITLES = word_set(
    "mr mrs ms miss dr prof professor father sister brother imam sheikh haji hajji mullah rev sir lady madam"
)
ROLES = {
    word: role
    for role, words in {
        "lawyer": "lawyer attorney advocate barrister",
        "activist": "activist activists campaigner organizer organiser dissident defender leader head-of-group",
        "official": "official officer minister attaché ambassador prosecutor judge president governor mayor consul "
        "spokesman spokeswoman spokesperson commander colonel general secretary ombudsman chairman "
        "chairwoman director "
        "policeman investigator senator deputy diplomat bailiff commissioner rapporteur representative head chief",
        "journalist": "journalist reporter correspondent editor photographer blogger",
        "researcher": "researcher professor historian scholar anthropologist academic lexicographer sociologist",
        "protester": "protester protesters demonstrator picketer participant marcher",
        "witness": "witness inmate survivor eyewitness testimony",
        "other": "teacher student engineer trader farmer herder shopkeeper fisherman priest imam doctor nurse driver "
        "poet writer singer musician businessman businesswoman merchant cook tailor lecturer worker volunteer "
        "neighbour "
        "neighbor acquaintance friend colleague classmate conscript veterinarian pharmacist resident "
        "villager mechanic "
        "man woman boy girl citizen prisoner detainee defendant source employee pensioner widow guard cellmate "
        "relative "
        "survivor lawmaker clerk broker bailiff",
    }.items()
    for word in words.split()
}
ORGANISATIONS = word_set(
    "ministry embassy consulate consulate-general department center centre committee group council court university "
    "party police government agency bureau office service union association foundation organization organisation "
    "commission parliament institute company corporation army navy forces watch international rights desk review "
    "wire news times post radio tv television front board authority authorities prison colony school academy mosque "
    "church network movement federation nations radio fund congress assembly initiative team project press magazine "
    "act law code festival treaty convention bulletin dispatch monitor tribunal prosecutor secretariat bank "
    "hospital society directorate branch"
)
PLACES = word_set(
    "county city province region district street avenue square prefecture village town river sea ocean mountain "
    "valley peninsula island republic oblast state kingdom autonomous airport station road lake bay border territory"
)
