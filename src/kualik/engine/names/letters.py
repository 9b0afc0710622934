"""Letters of each alphabet as coarse Latin sounds: one table per script, one place to correct.

A sound is one ASCII letter: c is ch, j is zh or j, x is sh, h is kh or h, k is k or q, g is g or gh.
Source: the alphabets themselves (Kazakh Cyrillic 1940, Kazakh Latin of 2018 and 2021, Kazakh Arabic as used
in China, Uyghur Ereb Yéziqi and Uyghur Latin Yéziqi, Russian, Kyrgyz, Tajik, Tatar).
"""

import re

__all__ = ["ARABIC", "CYRILLIC", "LATIN_GROUPS", "LATIN_SINGLE"]

CYRILLIC = {
    **dict(zip("абвгдежзийклмнопрстуфхчшщыэ", "abvgdejziiklmnoprstufhcxxie", strict=True)),
    **dict(zip("әғқңөұүһіҗҷҳӣӯўҡҙҫҕєґїјћђ", "agknouuhijjhiuukzsgegijcj", strict=True)),
    "ё": "io",
    "ю": "iu",
    "я": "ia",
    "ц": "ts",
    "ъ": "",
    "ь": "",
    "љ": "l",
    "њ": "n",
    "џ": "j",
}

ARABIC = {
    **dict(zip("ابپتجچحخدرزسشعغفقكکگڭلمنوۇۆۈۋېىيیھەه", "abptjchhdrzsxggfkkkgnlmnououueiiihee", strict=True)),
    **dict(zip("ٱآأإةثذصضطظىژڕۅۉۊ", "aaaaeszsztzijrouu", strict=True)),
    "ئ": "",
    "ء": "",
    "ٴ": "",
    "ؤ": "u",
    "ٵ": "a",
    "ٶ": "o",
    "ٷ": "u",
    "ٸ": "i",
    "ـ": "",
}
# The numerals and marks that are not here fall away.

LATIN_SINGLE = {
    **dict(zip("abcdefghijklmnopqrstuvwxyz", "abkdefghijklmnopkrstuvuhiz", strict=True)),
    "ı": "i",
    "ə": "a",
    "ɵ": "o",
    "ŋ": "n",
    "ß": "s",
    "ø": "o",
    "æ": "a",
    "œ": "o",
    "ł": "l",
    "đ": "d",
    "þ": "t",
}

LATIN_GROUPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh|ş|ș|š", "X"),
        (r"shch", "X"),
        (r"tch|ch|ç|č", "C"),
        (r"dzh|dj|zh|ž", "J"),
        (r"kh", "H"),
        (r"gh|ğ|ǵ", "G"),
        (r"ph", "F"),
        (r"th", "T"),
        (r"ck|qu?(?=[aeo])", "K"),
        (r"ng(?![aeiou])", "N"),
        (r"tz|ț|ţ", "TS"),
        (r"c(?=[eiy])", "S"),
        (r"oo", "U"),
        (r"ee", "I"),
    )
)
"""Groups of letters, applied in this order; capitals mark what is already a sound."""
