"""The most frequent function words of languages that letters alone do not tell apart."""

__all__ = ["FUNCTION_WORDS"]

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is was that for on with as by at from his her he she they were been has have had "
        "who which this are be not it said their an i my we you",
        "tr": "ve bir bu için ile da de olarak çok olan gibi daha en kadar sonra ama o ne ki var değil diye her mi",
        "az": "və bir bu üçün ilə da də olan kimi daha ən qədər sonra amma o nə ki var deyil hər edib olub",
        "de": "der die das und in von zu mit den im ist nicht ein eine auf für sich dem des wurde als auch er sie",
        "fr": "le la les de des du et en un une est dans pour que qui sur par au avec ne pas il elle ont été sont",
        "es": "el la los las de del y en un una que es por con para se su no al lo como más fue sus",
        "it": "il la di che e in un una per è del della non sono con da al si le dei nel alla",
        "nl": "de het een van en in is dat op te zijn met voor niet die aan er om als werd",
        "pl": "w i na z do nie się że to jest o jak za od przez po ale oraz był została",
        "pt": "o a os as de do da e em um uma que não para com por no na se foi mais",
        "id": "dan yang di ke dari untuk dengan ini itu pada adalah tidak dalam oleh akan telah juga",
        "uz-Latn": "va bu bilan uchun bir ham edi deb shu emas kerak bo'lgan bo‘lgan qilgan u ning lekin yoki",
        "kk-Latn": "jáne jane jäne zhäne zhane men bul bir úshin üshin üşin dep bolǵan bolğan edi eki onyń onyñ onyn "
        "emes bolyp kerek sol osy keiin keıin joq",
        "ug-Latn": "we bilen bu bir üchün dep idi emes uning kérek toghra bolghan kéyin buni shu hemme bolup yoq we "
        "mushu qilip qilghan",
        "ru": "и в не на что с по из от за к о как а у для это был его её она он были после также",
        "bg": "и в не на че с по от за към като а у за това е са се да ще беше през след",
        "sr": "и у не на да је са се од за као али су што по био после",
        "ky": "жана менен бул бир үчүн деп болгон эмес да эле ал анын кийин ошол керек жок",
        "mn": "ба нь энэ байна бол юм гэж дээр болон тэр хийсэн бөгөөд байсан",
        "ar": "في من على إلى أن عن مع هذا التي الذي كان قد لا ما كما بعد هذه أو و",
        "fa": "و در به از که این را با است برای آن یک خود تا شد بر هم کرد بود",
        "ur": "کے کی میں ہے اور سے کا کو نے پر کہ یہ نہیں تھا ہیں بھی",
        "ps": "د په او چې له سره کې دی ته یې نه شوي",
        "ckb": "لە و بە بۆ کە ئەم لەگەڵ ئەو دەکات کرد یەک هەر",
        "kk-Arab": "جانە مەن بىر ٴبىر بۇل ٴۇشىن دەپ ەدى ەمەس بولعان ول سول ونىڭ كەيىن جوق بولىپ وسى",
        "ug-Arab": "ۋە بىلەن بىر بۇ ئۈچۈن دەپ ئىدى ئەمەس ئۇ شۇ ئۇنىڭ كېيىن يوق بولغان بولۇپ مۇشۇ",
    }.items()
}
