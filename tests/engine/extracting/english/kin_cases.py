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
        [("daughter of Kanat and Raushan Ibraev", "daughter", "Kanat and Raushan Ibraev")],
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
]
