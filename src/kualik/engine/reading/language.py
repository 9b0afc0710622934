"""Find the language and script of a text by its letters, and by function words where letters do not tell.

Source: the alphabets are the exemplar sets of Unicode CLDR; Kazakh in Arabic letters after its
orthography of 1982 in China, Uyghur after that of 1984.
"""

import re
from collections import Counter
from collections.abc import Mapping

from kualik.engine.reading.endings import turkic_cyrillic, turkic_latin
from kualik.engine.reading.letters import SIMPLIFIED, TRADITIONAL
from kualik.engine.reading.words import FUNCTION_WORDS

__all__ = ["UNKNOWN", "identify"]

UNKNOWN = "und"
SAMPLE = 20_000  # characters
LEAST = 6  # letters, to say anything
MAIN = 0.5  # share of the letters that are of the text's script
TRACE = 0.01
SOME = 0.02
ADDED = 0.04  # share of added letters: 10 % of Kazakh, 6 % of Kyrgyz, fewer where only names have them
CLEAR = 1.3  # times as many function words as the next language has
LEAST_WORDS = 2  # different function words
TURKIC, FOREIGN = 0.5, 0.2  # share of words with Turkic endings: most are, few are
HAN_WEIGHT = 3  # a hanzi says as much as about three letters

SCRIPTS = {
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Arab": re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Latn": re.compile(r"[A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]"),
    "Hani": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "Kana": re.compile(r"[\u3041-\u30ff]"),
    "Hang": re.compile(r"[\uac00-\ud7af]"),
    "Grek": re.compile(r"[\u0370-\u03ff]"),
    "Hebr": re.compile(r"[\u0590-\u05ff]"),
    "Geor": re.compile(r"[\u10a0-\u10ff]"),
    "Armn": re.compile(r"[\u0530-\u058f]"),
    "Mong": re.compile(r"[\u1800-\u18af]"),
    "Tibt": re.compile(r"[\u0f00-\u0fff]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Deva": re.compile(r"[\u0900-\u097f]"),
}
ONE_LANGUAGE = {
    "Kana": "ja",
    "Hang": "ko",
    "Grek": "el",
    "Hebr": "he",
    "Geor": "ka",
    "Armn": "hy",
    "Mong": "mn-Mong",
    "Tibt": "bo",
    "Thai": "th",
}
WITHIN = re.compile(r"ى(?=[\u0620-\u06d5])")
DOUBLED = re.compile(r"[аеэоу]{2}")  # long vowels, which Kyrgyz writes and Kazakh has not
OPEN_O = re.compile("g['’ʻʼ‘`]|o['’ʻʼ‘`](?=[bcdfghjklmnpqrstvxyz])")
VOWEL_Y = re.compile(r"[bdgjklmnpqrstzh]y[bdgjklmnpqrstzh]")
TOKEN = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘`][^\W\d_]+)*")


def identify(text: str) -> str:
    """Find the language that most of a text is written in.

    Args:
        text: any text; its first 20,000 characters are looked at.

    Returns:
        A BCP 47 tag with the script where a language has several ("kk-Cyrl", "ug-Arab", "zh-Hans"),
        "zh" where no character tells simplified from traditional, "und" when unsure.

    Assumes:
        One language has most of the text; names and quotations in another do not matter.
    """
    sample = text[:SAMPLE].casefold()
    counts = {script: len(pattern.findall(sample)) for script, pattern in SCRIPTS.items()}
    counts["Hani"] *= HAN_WEIGHT
    total = sum(counts.values())
    script = max(counts, key=lambda one: counts[one])
    if counts["Kana"] > TRACE * total and script in {"Hani", "Kana"}:
        script = "Kana"
    elif total < LEAST or counts[script] < MAIN * total:
        return UNKNOWN
    if script in ONE_LANGUAGE:
        return ONE_LANGUAGE[script]
    return {"Hani": _chinese, "Cyrl": _cyrillic, "Arab": _arabic}.get(script, _latin)(sample)


def _chinese(sample: str) -> str:
    simplified = sum(character in SIMPLIFIED for character in sample)
    traditional = sum(character in TRADITIONAL for character in sample)
    if simplified == traditional:
        return "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _shares(sample: str, script: str) -> Mapping[str, float]:
    counts = Counter(SCRIPTS[script].findall(sample))
    return Counter({letter: count / counts.total() for letter, count in counts.items()})


def _sum(share: Mapping[str, float], letters: str) -> float:
    return sum(share[letter] for letter in letters)


def _cyrillic(sample: str) -> str:
    share = _shares(sample, "Cyrl")
    if _sum(share, "әғқңөұүһҗҙҫҡҳӣӯҷ") >= ADDED:
        return _with_added_letters(share)
    if _sum(share, "їєґ") >= TRACE:
        return "uk"
    if share["ў"] >= TRACE:
        return "be"
    if _sum(share, "ѓќѕ") >= TRACE / 2:
        return "mk"
    if share["і"] >= SOME and not _sum(share, "ыэёъ"):
        return "uk"
    return _without_added_letters(sample, share)


def _without_added_letters(sample: str, share: Mapping[str, float]) -> str:
    """Tell apart what is written with Russian letters alone, by words, then by how words end."""
    # Bulgarian and Serbian share function words with Russian, and have none of these letters.
    russian = _sum(share, "ыэё") >= TRACE
    found = _by_words(sample, ("ru", "ky") if russian else ("ru", "bg", "sr"))
    if found != UNKNOWN:
        return found
    turkic = turkic_cyrillic(sample)
    if turkic >= TURKIC:
        return "kk-Cyrl" if russian and not DOUBLED.search(sample) else UNKNOWN
    return "ru" if turkic <= FOREIGN and (russian or _sum(share, "щъ")) else UNKNOWN


def _with_added_letters(share: Mapping[str, float]) -> str:
    """Tell apart the languages that add letters to the Russian alphabet, by what only each has."""
    if _sum(share, "ҙҫҡ") >= TRACE:
        return "ba"
    if _sum(share, "ҳӣӯҷ") >= TRACE:
        return "uz-Cyrl" if share["ў"] >= TRACE / 2 else "tg"
    if _sum(share, "іұ") >= SOME:
        return "kk-Cyrl"
    if _sum(share, "қғ") >= TRACE:
        return _with_back_consonants(share)
    if share["ә"] >= TRACE:
        return "tt"
    return "ky" if share["ы"] >= SOME else "mn"


def _with_back_consonants(share: Mapping[str, float]) -> str:
    """Tell a few words of Kazakh without і and ұ from Uyghur, which writes ы in loan words only."""
    if share["ы"] >= TRACE:
        return "kk-Cyrl"
    return "ug-Cyrl" if _sum(share, "әһҗ") >= TRACE else UNKNOWN


def _arabic(sample: str) -> str:
    """Tell apart the languages in Arabic letters.

    Kazakh marks front vowels by a hamza before the word and writes ع for ғ; Uyghur writes ې and ۈ,
    and ئ before every vowel that begins a word. Both write ە in every second word, and Arabic, never;
    both write ى within words, where Arabic has it at the end.
    """
    share = _shares(sample, "Arab")
    within = len(WITHIN.findall(sample)) / len(SCRIPTS["Arab"].findall(sample))
    if share["ە"] >= SOME or within >= SOME:
        return _with_open_e(share)
    found = _by_words(sample, ("ar", "fa", "ur", "ps"))
    return _by_arabic_letters(share) if found == UNKNOWN else found


def _by_arabic_letters(share: Mapping[str, float]) -> str:
    """Tell apart by letters that only some write."""
    for language, letters in (("ur", "ےںٹڈڑہ"), ("ps", "ځڅښړۍټډ"), ("fa", "پچژگیک"), ("ar", "ةأإكيى")):
        if _sum(share, letters) >= SOME:
            return language
    return UNKNOWN


def _with_open_e(share: Mapping[str, float]) -> str:
    if _sum(share, "ێڕڵ") >= TRACE:
        return "ckb"
    if _sum(share, "ۅۉ") >= TRACE:
        return "ky-Arab"
    uyghur = _sum(share, "ېۈئغخ")
    kazakh = _sum(share, "ٴٵٶٷٸعح")
    if uyghur == kazakh:
        return UNKNOWN if uyghur else "kk-Arab"  # Uyghur cannot do without ئ for long
    return "ug-Arab" if uyghur > kazakh else "kk-Arab"


def _latin(sample: str) -> str:
    languages = ("en", "tr", "az", "de", "fr", "es", "it", "nl", "pl", "pt", "id", "uz-Latn", "kk-Latn", "ug-Latn")
    found = _by_words(sample, languages)
    return _turkic(sample) if found == UNKNOWN and turkic_latin(sample) >= TURKIC else found


def _turkic(sample: str) -> str:
    """Tell apart Turkic languages in Latin letters, by what only one of them writes.

    Only Kazakh writes ǵ, ń, ñ and ū, or y between two consonants; only Azerbaijani ə; only Uzbek o‘ and g‘; only
    Uyghur é and ë; of the others only Turkish does without q.
    """
    share = _shares(sample, "Latn")
    turkish = not share["q"] and not share["ä"]
    telling = (
        ("az", share["ə"] >= SOME),
        ("kk-Latn", _sum(share, "ǵńñū") >= TRACE),
        ("ug-Latn", _sum(share, "éë") >= TRACE),
        ("uz-Latn", not share["w"] and bool(OPEN_O.search(sample))),
        ("tr" if turkish else "kk-Latn", _sum(share, "ığşç") >= SOME),
        ("kk-Latn", len(VOWEL_Y.findall(sample)) >= LEAST_WORDS),
    )
    return next((language for language, tells in telling if tells), "") or _uyghur_or_uzbek(share)


def _uyghur_or_uzbek(share: Mapping[str, float]) -> str:
    """Tell apart by the vowels: Uzbek has one word in two with o and few with e, Uyghur the other way round."""
    if _sum(share, "öüw") >= TRACE or share["e"] > 2 * share["o"]:
        return "ug-Latn"
    return "uz-Latn" if share["o"] > share["e"] else UNKNOWN


def _by_words(sample: str, languages: tuple[str, ...]) -> str:
    """Take the language whose function words are most of the text, if it leads clearly."""
    tokens = Counter(TOKEN.findall(sample))
    hits = sorted((sum(tokens[word] for word in FUNCTION_WORDS[one]), one) for one in languages)
    (next_best, _), (best, language) = hits[-2], hits[-1]
    kinds = sum(word in tokens for word in FUNCTION_WORDS[language])
    return language if kinds >= LEAST_WORDS and best >= CLEAR * next_best else UNKNOWN
