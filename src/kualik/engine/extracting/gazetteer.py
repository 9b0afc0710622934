"""Countries, peoples and a few well-known places: words that look like names of people and are not."""

__all__ = ["KNOWN_PLACES", "PEOPLES"]

_COUNTRIES = """
Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium
Bolivia Bosnia Brazil Britain Bulgaria Burma Burundi Cambodia Cameroon Canada Chad Chile China Colombia Congo Croatia
Cuba Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Finland France Georgia Germany Ghana Greece
Guatemala Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya
Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Libya Lithuania Malaysia Mali Mexico Moldova Mongolia Montenegro Morocco
Mozambique Myanmar Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru
Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia
Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tibet Tunisia Turkey Türkiye Turkmenistan
Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe America Europe Asia Africa Eurasia Britain
"""
_CITIES = """
Almaty Astana Nur-Sultan Bishkek Osh Tashkent Samarkand Dushanbe Ashgabat Beijing Shanghai Urumqi Ürümqi Kashgar Hotan
Khotan Ghulja Yining Xinjiang Aksu Korla Karamay Turpan Artush Kucha Tacheng Altay Hami Moscow London Paris Berlin
Geneva Vienna Brussels Washington Ankara Istanbul Kabul Tehran Baghdad Damascus Aleppo Homs Cairo Beirut Amman Minsk
Kyiv Kiev Kharkiv Donetsk Simferopol Crimea Chechnya Grozny Dagestan Vilnius Warsaw Prague Riga Tallinn Kashmir
Srinagar Delhi Mumbai Colombo Dhaka Yangon Rangoon Rakhine Bangkok Hanoi Jakarta Manila Caracas Bogotá Bogota Havana
Managua Lima Santiago Mexico Nairobi Addis Ababa Asmara Khartoum Harare Kinshasa Lagos Abuja Tripoli Tunis Algiers
Rabat Gaza Jerusalem Ramallah Riyadh Doha Dubai Islamabad Karachi Lahore Kazakhstan's Oral Shymkent Semey Hague
"""
_PEOPLES = """
Afghan Albanian Algerian American Arab Arabic Armenian Asian African Australian Azerbaijani Baloch Bangladeshi
Belarusian Belarusan Berber British Bulgarian Burmese Cambodian Canadian Chechen Chinese Christian Colombian Copt
Coptic Cuban Czech Dungan Dutch Egyptian English Eritrean Estonian Ethiopian European French Georgian German Greek Han
Hazara Hindu Hui Hungarian Indian Indonesian Iranian Iraqi Irish Islamic Israeli Italian Japanese Jewish Jordanian
Kashmiri Kazakh Kenyan Korean Kurd Kurdish Kyrgyz Latvian Lebanese Libyan Lithuanian Mandarin Mexican Mongol Moroccan
Muslim Nepalese Nepali Nigerian Norwegian Pakistani Palestinian Pashtun Persian Polish Portuguese Rohingya Romanian
Russian Rwandan Saudi Serbian Shia Sikh Somali Soviet Spanish Sri Lankan Sudanese Sunni Swedish Swiss Syrian Taiwanese
Tajik Tamil Tatar Thai Tibetan Tigrayan Tunisian Turk Turkic Turkic-speaking Turkish Turkmen Ukrainian Uyghur Uighur
Uzbek Venezuelan Vietnamese Western Yazidi Yemeni Zimbabwean Ahwazi Crimean Communist God Quran Koran Ramadan Nauryz
"""

KNOWN_PLACES = frozenset(f"{_COUNTRIES} {_CITIES}".casefold().split())
PEOPLES = frozenset(_PEOPLES.casefold().split()) | frozenset(f"{people}s".casefold() for people in _PEOPLES.split())
