"""Nouns of each language: plurals, articles, and adjectives of the words that the library ships.

Found by the text of a label: a word that is not here, such as one of a host, is said around ("a party
of the kind ..."), never wrongly. How sentences are made of them stands in `prose`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs


@attrs.frozen
class Nouns:
    """Hold how the nouns of one language behave.

    `plurals` are nouns for one and for several: kinds of party that can be counted. `neuter` ones take
    `each_neuter`; `uncounted` ones no article. `adjectives` are the forms of a word before "party". `bodies`
    are kinds of party that are no noun to count, with their article.
    `there_by_office` are roles that nobody is appointed to for a collaboration, with their article: they
    are asked to take part. `ordinals` count parties that are new; `articles` stay with their noun in a
    list, and `prepositions` with what follows them; `question_words` begin a clause.
    """

    article: str = ""
    before_vowel: str = ""
    each: str = ""
    each_neuter: str = ""
    plurals: Mapping[str, str] = attrs.field(factory=dict)
    neuter: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()
    adjectives: Mapping[str, str] = attrs.field(factory=dict)
    bodies: Mapping[str, str] = attrs.field(factory=dict)
    there_by_office: Mapping[str, str] = attrs.field(factory=dict)
    new: str = ""
    new_neuter: str = ""
    ordinals: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    question_words: frozenset[str] = frozenset()


NO_NOUNS: Final = Nouns()
"""The nouns of a language of which none are known."""

DUTCH_NOUNS: Final = Nouns(
    article="een",
    before_vowel="een",
    each="elke",
    each_neuter="elk",
    plurals={
        "gemeente": "gemeenten",
        "GGD": "GGD’en",
        "school": "scholen",
        "schoolbestuur": "schoolbesturen",
        "kennisinstituut": "kennisinstituten",
        "welzijnsorganisatie": "welzijnsorganisaties",
        "zorgverzekeraar": "zorgverzekeraars",
        "bedrijf": "bedrijven",
        "winkel of winkelketen": "winkels of winkelketens",
        "horecabedrijf": "horecabedrijven",
        "sportvereniging": "sportverenigingen",
        "maatschappelijke organisatie": "maatschappelijke organisaties",
        "fonds": "fondsen",
    },
    neuter=frozenset({"schoolbestuur", "kennisinstituut", "bedrijf", "horecabedrijf", "fonds"}),
    uncounted=frozenset({"deelname aan elkaars overleg", "contact", "persoonlijk contact"}),
    adjectives={"publiek": "publieke", "privaat": "private"},
    bodies={
        "GGD": "de GGD",
        "jeugdgezondheidszorg (JGZ)": "de jeugdgezondheidszorg (JGZ)",
        "politie": "de politie",
        "andere overheid": "een andere overheid",
        "eerstelijnszorg": "de eerstelijnszorg",
        "geestelijke gezondheidszorg (ggz)": "de geestelijke gezondheidszorg (ggz)",
        "verslavingszorg": "de verslavingszorg",
        "jongerenwerk": "het jongerenwerk",
        "kinderopvang": "de kinderopvang",
        "andere zorgaanbieder": "een andere zorgaanbieder",
        "bewoners": "bewoners",
    },
    new="de {which}nieuwe {noun}",
    new_neuter="het {which}nieuwe {noun}",
    there_by_office={
        "afdeling communicatie": "de afdeling communicatie",
        "college van B&W": "het college van B&W",
        "gemeenteraad": "de gemeenteraad",
        "kennisinstituut": "een kennisinstituut",
        "wethouder": "een wethouder",
        "bestuurder": "een bestuurder",
        "manager": "een manager",
        "schooldirecteur": "de schooldirecteur",
        "leerlingenraad": "de leerlingenraad",
        "ouderraad": "de ouderraad",
        "jongere": "een jongere",
        "huisarts": "een huisarts",
        "wijkagent": "de wijkagent",
        "ondernemer": "een ondernemer",
        "bewoner": "een bewoner",
        "jeugdbestuur": "het jeugdbestuur",
        "crisisteam": "het crisisteam",
    },
    ordinals=("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste"),
    question_words=frozenset({"waar", "waarom", "waarop", "wanneer", "wat", "wie", "hoe"}),
    articles=frozenset({"de", "het", "een", "elk", "elke"}),
    prepositions=frozenset(
        {"aan", "bij", "door", "in", "met", "na", "om", "over", "te", "tot", "van", "voor"}
    ),
)

ENGLISH_NOUNS: Final = Nouns(
    article="a",
    before_vowel="an",
    each="each",
    each_neuter="each",
    plurals={
        "municipality": "municipalities",
        "municipal public health service (GGD)": "municipal public health services (GGD)",
        "school": "schools",
        "school board": "school boards",
        "knowledge institute": "knowledge institutes",
        "welfare organisation": "welfare organisations",
        "health insurer": "health insurers",
        "business": "businesses",
        "shop or chain of shops": "shops or chains of shops",
        "hospitality business": "hospitality businesses",
        "sports club": "sports clubs",
        "civil society organisation": "civil society organisations",
        "charitable foundation": "charitable foundations",
    },
    uncounted=frozenset({"joining each other’s meeting", "contact", "personal contact"}),
    adjectives={"public": "public", "private": "private"},
    bodies={
        "municipal public health service (GGD)": "the municipal public health service (GGD)",
        "youth health care": "youth health care",
        "police": "the police",
        "other public authority": "another public authority",
        "primary care": "primary care",
        "mental health care": "mental health care",
        "addiction care": "addiction care",
        "youth work": "youth work",
        "childcare": "childcare",
        "other care provider": "another care provider",
        "residents": "residents",
    },
    new="the {which}new {noun}",
    new_neuter="the {which}new {noun}",
    there_by_office={
        "communication department": "the communication department",
        "municipal executive": "the municipal executive",
        "municipal council": "the municipal council",
        "knowledge institute": "a knowledge institute",
        "alderman": "an alderman",
        "administrator": "an administrator",
        "manager": "a manager",
        "school director": "the school director",
        "pupil council": "the pupil council",
        "parent council": "the parent council",
        "young person": "a young person",
        "general practitioner": "a general practitioner",
        "neighbourhood police officer": "the neighbourhood police officer",
        "entrepreneur": "an entrepreneur",
        "resident": "a resident",
        "youth board": "the youth board",
        "crisis team": "the crisis team",
    },
    ordinals=("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    question_words=frozenset({"where", "why", "when", "what", "who", "how"}),
    articles=frozenset({"the", "a", "an", "each"}),
    prepositions=frozenset({"about", "after", "at", "by", "for", "in", "of", "on", "to", "with", "within"}),
)
