"""Sentences of our own with the kinships of fictional people told in them: who, what, of whom."""

__all__ = ["KIN"]

KIN: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("Marat Asanov was detained in May. His wife, Dina, was taken a week later.", [("Dina", "wife", "Marat Asanov")]),
    (
        "Marat Asanov was detained in May. His wife was taken a week later.",
        [("wife of Marat Asanov", "wife", "Marat Asanov")],
    ),
    ("Saule Dosova last saw her two sons in 2016.", [("two sons of Saule Dosova", "son", "Saule Dosova")]),
    (
        "Saule Dosova, whose husband is serving 12 years, came too.",
        [("husband of Saule Dosova", "husband", "Saule Dosova")],
    ),
    ("Saule Dosova is the mother of Timur Dosov.", [("Saule Dosova", "mother", "Timur Dosov")]),
    ("Saule Dosova, mother of imprisoned activist Timur Dosov, spoke.", [("Saule Dosova", "mother", "Timur Dosov")]),
    ("Timur Dosov's mother, Saule Dosova, 61, spoke.", [("Saule Dosova", "mother", "Timur Dosov")]),
    ("Timur Dosov's 61-year-old mother spoke.", [("mother of Timur Dosov", "mother", "Timur Dosov")]),
    (
        "Timur Dosov's mother and sister were questioned.",
        [("mother of Timur Dosov", "mother", "Timur Dosov"), ("sister of Timur Dosov", "sister", "Timur Dosov")],
    ),
    ("The mother of Timur Dosov, Saule, spoke.", [("Saule", "mother", "Timur Dosov")]),
    (
        "The parents of Timur Dosov have written to the president.",
        [("parents of Timur Dosov", "parent", "Timur Dosov")],
    ),
    ("Police beat Timur Dosov in front of his children.", [("children of Timur Dosov", "child", "Timur Dosov")]),
    ("Timur Dosov and his brother Ruslan were arrested.", [("Ruslan", "brother", "Timur Dosov")]),
    ("Timur Dosov and his younger brother, Ruslan Dosov, were arrested.", [("Ruslan Dosov", "brother", "Timur Dosov")]),
    ("The brothers Timur Dosov and Ruslan Dosov were arrested.", [("Timur Dosov", "brother", "Ruslan Dosov")]),
    ("Timur Dosov and Ruslan Dosov, brothers from Osh, were arrested.", [("Timur Dosov", "brother", "Ruslan Dosov")]),
    ("Timur Dosov, the eldest son of Saule Dosova, was arrested.", [("Timur Dosov", "son", "Saule Dosova")]),
    ("Timur Dosov, Saule Dosova's eldest son, was arrested.", [("Timur Dosov", "son", "Saule Dosova")]),
    ("Timur Dosov, who is Saule Dosova's nephew, was arrested.", [("Timur Dosov", "nephew", "Saule Dosova")]),
    ("Timur Dosov is Saule Dosova's nephew.", [("Timur Dosov", "nephew", "Saule Dosova")]),
    ("Saule Dosova says her son-in-law was taken.", [("son-in-law of Saule Dosova", "in-law", "Saule Dosova")]),
    ("Saule Dosova's sister-in-law Gulnar is in a camp.", [("Gulnar", "in-law", "Saule Dosova")]),
    (
        "Saule Dosova has three children, all of them in Xinjiang.",
        [("three children of Saule Dosova", "child", "Saule Dosova")],
    ),
    ("Saule Dosova, a mother of four, was detained.", [("four children of Saule Dosova", "child", "Saule Dosova")]),
    ('"My son has done nothing," Saule Dosova said.', [("son of Saule Dosova", "son", "Saule Dosova")]),
    ('"They took my husband, Kanat, in the night," said Saule Dosova.', [("Kanat", "husband", "Saule Dosova")]),
    ('Saule Dosova said: "My brother is a farmer."', [("brother of Saule Dosova", "brother", "Saule Dosova")]),
    (
        "Four of Saule Dosova's brothers are in prison.",
        [("four of the brothers of Saule Dosova", "brother", "Saule Dosova")],
    ),
    ("One of her sons, Nurlan, is in a camp, Saule Dosova says.", [("Nurlan", "son", "Saule Dosova")]),
    ("Saule Dosova said one of her sons was in a camp.", [("one of the sons of Saule Dosova", "son", "Saule Dosova")]),
    ("Kanat Ibraev's widow, Raushan, buried him.", [("Raushan", "wife", "Kanat Ibraev")]),
    ("Raushan Ibraeva, the widow of Kanat Ibraev, buried him.", [("Raushan Ibraeva", "wife", "Kanat Ibraev")]),
    ("Kanat Ibraev's ex-wife testified.", [("ex-wife of Kanat Ibraev", "wife", "Kanat Ibraev")]),
    (
        "Kanat Ibraev left behind a wife and two daughters.",
        [
            ("wife of Kanat Ibraev", "wife", "Kanat Ibraev"),
            ("two daughters of Kanat Ibraev", "daughter", "Kanat Ibraev"),
        ],
    ),
    ("Kanat Ibraev is married to Raushan Omarova.", [("Raushan Omarova", "wife", "Kanat Ibraev")]),
    (
        "Kanat Ibraev's cousin, who lives in Almaty, has heard nothing.",
        [("cousin of Kanat Ibraev", "cousin", "Kanat Ibraev")],
    ),
    ("Kanat Ibraev's late father was an imam.", [("father of Kanat Ibraev", "father", "Kanat Ibraev")]),
    ("Kanat Ibraev, son of the poet Omar Ibraev, was jailed.", [("Kanat Ibraev", "son", "Omar Ibraev")]),
    ("Kanat Ibraev, whose father Omar was shot in 1998, was jailed.", [("Omar", "father", "Kanat Ibraev")]),
    (
        "Kanat Ibraev, together with his wife Raushan and their daughter Aida, crossed the border.",
        [("Raushan", "wife", "Kanat Ibraev"), ("Aida", "daughter", "Kanat Ibraev and Raushan")],
    ),
    (
        "Kanat and Raushan Ibraev have not seen their daughter since 2017.",
        [("daughter of Kanat Ibraev and Raushan Ibraev", "daughter", "Kanat Ibraev and Raushan Ibraev")],
    ),
    ("Kanat Ibraev's family says his uncle died in the camp.", [("uncle of Kanat Ibraev", "uncle", "Kanat Ibraev")]),
    (
        "She was 19 when her father was taken, Aida Ibraeva says.",
        [("father of Aida Ibraeva", "father", "Aida Ibraeva")],
    ),
    ("Aida Ibraeva holds a portrait of her father, Kanat.", [("Kanat", "father", "Aida Ibraeva")]),
    ("Aida Ibraeva holds a portrait of her missing father.", [("father of Aida Ibraeva", "father", "Aida Ibraeva")]),
    (
        "Aida Ibraeva lost her husband and both of her brothers.",
        [
            ("husband of Aida Ibraeva", "husband", "Aida Ibraeva"),
            ("brothers of Aida Ibraeva", "brother", "Aida Ibraeva"),
        ],
    ),
    ("Aida Ibraeva's twin sister Laura was not let in.", [("Laura", "sister", "Aida Ibraeva")]),
    (
        "Her daughters-in-law were questioned, Aida Ibraeva said.",
        [("daughters-in-law of Aida Ibraeva", "in-law", "Aida Ibraeva")],
    ),
    ("Aida Ibraeva (sister of Kanat Ibraev) signed the appeal.", [("Aida Ibraeva", "sister", "Kanat Ibraev")]),
    ("Submitted by: Aida Ibraeva (sister of the victim). Victim: Kanat Ibraev.", []),
    (
        "Aida Ibraeva, his sister, told reporters that Kanat Ibraev was ill.",
        [("Aida Ibraeva", "sister", "Kanat Ibraev")],
    ),
    ("According to his sister Aida, Kanat Ibraev was ill.", [("Aida", "sister", "Kanat Ibraev")]),
    ("Kanat Ibraev was ill, his sister Aida told reporters.", [("Aida", "sister", "Kanat Ibraev")]),
    ("Kanat Ibraev was ill, said Aida Ibraeva, his sister.", [("Aida Ibraeva", "sister", "Kanat Ibraev")]),
    (
        "Kanat Ibraev's four-year-old daughter was put in an orphanage.",
        [("daughter of Kanat Ibraev", "daughter", "Kanat Ibraev")],
    ),
    (
        "Kanat Ibraev's grandchildren do not know where he is.",
        [("grandchildren of Kanat Ibraev", "grandchild", "Kanat Ibraev")],
    ),
    ("Kanat Ibraev and his fiancée, Asel, were stopped.", [("Asel", "relative", "Kanat Ibraev")]),
    ("Kanat Ibraev was visited by his aunt.", [("aunt of Kanat Ibraev", "aunt", "Kanat Ibraev")]),
    (
        "Kanat Ibraev's older sister Aida Ibraeva and her husband fled.",
        [("Aida Ibraeva", "sister", "Kanat Ibraev"), ("husband of Aida Ibraeva", "husband", "Aida Ibraeva")],
    ),
    ("Thousands of mothers wait for their sons.", []),
    ("The sister city of Almaty sent a delegation.", []),
    ("Relatives of the detainees gathered.", []),
    ("No parent should live through this, the ministry's spokesman said.", []),
    ("Motherland Party leader Omar Ibraev spoke to wives of soldiers.", []),
    (
        "Police searched the flat of Olga Petrenko. They took her laptop and her husband's phone.",
        [("husband of Olga Petrenko", "husband", "Olga Petrenko")],
    ),
    (
        "Testimony by Aigul Sadyk. Victim: her younger brother, Erbol Sadyk, born 1985.",
        [("Erbol Sadyk", "brother", "Aigul Sadyk")],
    ),
    ("Among the dead was 16-year-old Nika, said her aunt, Parvin Moradi.", [("Parvin Moradi", "aunt", "Nika")]),
    ("Parvin Moradi, the aunt of Nika Moradi, was summoned.", [("Parvin Moradi", "aunt", "Nika Moradi")]),
    (
        "Security forces arrested Leila Moradi and her teenage son. The boy was released the next day.",
        [("son of Leila Moradi", "son", "Leila Moradi")],
    ),
    (
        "Jailed blogger Murad Dushanov's wife and three children were evicted.",
        [
            ("wife of Murad Dushanov", "wife", "Murad Dushanov"),
            ("three children of Murad Dushanov", "child", "Murad Dushanov"),
        ],
    ),
    (
        "Ruslan Zeitov's trial opened in Rostov. The defendant's wife, Meryem Zeitova, was barred from the room.",
        [("Meryem Zeitova", "wife", "Ruslan Zeitov")],
    ),
    (
        "Meryem Zeitova, wife of Crimean political prisoner Ruslan Zeitov, reported a hunger strike.",
        [("Meryem Zeitova", "wife", "Ruslan Zeitov")],
    ),
    ("The wife of Ruslan Zeitov, Meryem, reported a hunger strike.", [("Meryem", "wife", "Ruslan Zeitov")]),
    (
        "Ruslan Zeitov's elderly parents, Server and Lilya, travelled 900 km.",
        [("Server", "parent", "Ruslan Zeitov"), ("Lilya", "parent", "Ruslan Zeitov")],
    ),
    (
        "Hong Kong police arrested the brother of exiled activist Simon Kwok.",
        [("brother of Simon Kwok", "brother", "Simon Kwok")],
    ),
    (
        "Police took away the elder brother and sister-in-law of exiled activist Simon Kwok.",
        [
            ("elder brother of Simon Kwok", "brother", "Simon Kwok"),
            ("sister-in-law of Simon Kwok", "in-law", "Simon Kwok"),
        ],
    ),
    (
        "Simon Kwok said his relatives, including his mother and a cousin, were questioned.",
        [("mother of Simon Kwok", "mother", "Simon Kwok"), ("cousin of Simon Kwok", "cousin", "Simon Kwok")],
    ),
    (
        "Rahile Omer's three brothers, Ablet, Semet and Tursun, were given 10, 12 and 15 years.",
        [
            ("Ablet", "brother", "Rahile Omer"),
            ("Semet", "brother", "Rahile Omer"),
            ("Tursun", "brother", "Rahile Omer"),
        ],
    ),
    (
        "Rahile Omer lives in Oslo with her husband and their son, 7-year-old Elyar.",
        [
            ("husband of Rahile Omer", "husband", "Rahile Omer"),
            ("Elyar", "son", "Rahile Omer and husband of Rahile Omer"),
        ],
    ),
    (
        "Rahile, 44, whose mother and two sisters are in prison, works as a nurse.",
        [("mother of Rahile", "mother", "Rahile"), ("two sisters of Rahile", "sister", "Rahile")],
    ),
    (
        "Two of Mariam Desta's sons were conscripted. A third, Yared, fled to Sudan.",
        [("two of the sons of Mariam Desta", "son", "Mariam Desta"), ("Yared", "son", "Mariam Desta")],
    ),
    (
        '"I want to see my grandson before I die," said Zhamal Otar, 81.',
        [("grandson of Zhamal Otar", "grandchild", "Zhamal Otar")],
    ),
    ("Asked about her sister, Zhamal Otar wept.", [("sister of Zhamal Otar", "sister", "Zhamal Otar")]),
    (
        "Born in Tekes, Zhamal Otar moved to Kazakhstan with her husband in 2005.",
        [("husband of Zhamal Otar", "husband", "Zhamal Otar")],
    ),
    (
        "In a letter to his daughter, Ilshat Hasan wrote that he was well.",
        [("daughter of Ilshat Hasan", "daughter", "Ilshat Hasan")],
    ),
    ("Ilshat Hasan, left, with his daughter Gulnar in 2014.", [("Gulnar", "daughter", "Ilshat Hasan")]),
    (
        "Ilshat Hasan was survived by his wife and four children.",
        [("wife of Ilshat Hasan", "wife", "Ilshat Hasan"), ("four children of Ilshat Hasan", "child", "Ilshat Hasan")],
    ),
    (
        "Gulnar Hasan: My father, Ilshat Hasan, was a teacher. He raised me and my brother.",
        [("Ilshat Hasan", "father", "Gulnar Hasan"), ("brother of Gulnar Hasan", "brother", "Gulnar Hasan")],
    ),
]
