"""The works that rules, phases and evaluation points cite.

Constants only. The comment above each gives its code in our notes: S0 to S4 for the five Dutch
sources this library was made from, L01 and on for literature. A web address stands where we have
seen one. Where a page or a text had no title of its own, the title describes it, and a comment says
so. Chapters and articles are the `heading` of a citation, with their own address.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from gezondsamen.citations import Work

_READ: Final = date(2026, 11, 27)
"""The day on which pages and articles were looked up. The text of a page may be older: most bear no date."""

# --- the five Dutch sources -----------------------------------------------------------------------

# S0. The text carries no title; this one describes it.
GUIDE_HEALTHY_SCHOOL: Final = Work(
    key="guide_healthy_school",
    title="Gezonde School: samenwerken met partners, GGD en gemeente",
    issuer="RIVM, Loketgezondleven & Gezonde School",
    url="https://www.loketgezondleven.nl/school/samenwerken",
    read=_READ,
)

# S1. Digitale handreiking, November 2015.
GUIDE_COLLABORATION: Final = Work(
    key="guide_collaboration",
    title="Lokale integrale aanpak voor gezondheid: Samenwerken (digitale handreiking, november 2015)",
    issuer="ZonMw",
    year=2015,
    url="https://publicaties.zonmw.nl/lokale-integrale-aanpak-voor-gezondheid/samenwerken/",
    read=_READ,
)

# S2. The page text carries no title; its main heading is used.
GUIDE_NETWORK: Final = Work(
    key="guide_network",
    title="Samenwerking opbouwen en onderhouden",
    issuer="RIVM, Loketgezondleven",
    url="https://www.loketgezondleven.nl/integraal-werken/succesfactoren/werk-samen",
    read=_READ,
)

# S3. The page text carries no title; this one describes it.
GUIDE_INTERSECTORAL: Final = Work(
    key="guide_intersectoral",
    title="Intersectorale samenwerking",
    issuer="RIVM, Loketgezondleven",
    url="https://www.loketgezondleven.nl/gezonde-gemeente/wat-is-integraal-werken/"
    "intersectorale-samenwerking-in-de-wijk",
    read=_READ,
)

# S4. The text carries no title page; this one describes it. With an annex on the Effectenarena. No address
# of it was found.
REPORT_WELLBEING: Final = Work(
    key="report_wellbeing",
    title="Welbevinden op School: verslag van de pilots 2019-2020",
    issuer="Pharos & Trimbos-instituut",
)

# --- public-private partnership -------------------------------------------------------------------

# L01. The book itself could not be read: S1 names its seven phases, L02 refers to it.
SAMEN_WERKEN_SAMEN_WINNEN: Final = Work(
    key="samen_werken_samen_winnen",
    title="Samen werken, samen winnen. Aanpak voor het organiseren van publiek-private samenwerking",
    issuer="P. Vos & B. Tjemkes",
    year=2013,
)

# L02
RIVM_PUBLIC_PRIVATE: Final = Work(
    key="rivm_public_private",
    title="Publiek-privaat",
    issuer="RIVM, Loketgezondleven",
    url="https://www.loketgezondleven.nl/gezonde-gemeente/succesfactoren/samenwerken/publiek-privaat",
    read=_READ,
)

# L03. The five phases as Arteveldehogeschool teaches them; the title describes it.
KAATS_OPHEIJ: Final = Work(
    key="kaats_opheij",
    title="Fasenmodel van samenwerking (Kaats en Opheij)",
    issuer="Arteveldehogeschool",
    url="https://sites.arteveldehogeschool.be/pronet/aan-de-slag/domeinoverzicht/weg-uitstippelen/"
    "fasen-model-werkvorm",
    read=_READ,
)

# L04, L05, L06, L07, L09, L10b: chapters 2, 3, 8, 5, 9 and 4, each cited with its edition and address.
# Read were the public abstracts of the chapters.
STRATEGIC_ALLIANCE_MANAGEMENT: Final = Work(
    key="strategic_alliance_management",
    title="Strategic Alliance Management",
    issuer="B. Tjemkes, P. Vos & K. Burgers",
)

# L08. Read was the abstract on the page of the journal.
GULATI_EXIT: Final = Work(
    key="gulati_exit",
    title="Breaking up is never easy (California Management Review)",
    issuer="R. Gulati, M. Sytch & P. Mehrotra",
    year=2008,
    url="https://cmr.berkeley.edu/2008/08/"
    "50-4-breaking-up-is-never-easy-planning-for-exit-in-a-strategic-alliance/",
    read=_READ,
)

# --- law and policy -------------------------------------------------------------------------------

# L10. The address is that of article 13, the article on the health memoranda. Read was its text there,
# "geldend op 04-12-2021"; not that of the official collection of laws.
PUBLIC_HEALTH_ACT: Final = Work(
    key="public_health_act",
    title="Wet publieke gezondheid",
    url="https://www.omgevingsweb.nl/wetgeving/"
    "hoofdstuk-iii-landelijke-en-gemeentelijke-nota-gezondheidsbeleid/artikel-13/",
    read=_READ,
)

# Read was article 43a as the amendment of 25 February 2013 worded it, not the text that holds now.
ALCOHOL_ACT: Final = Work(
    key="alcohol_act",
    title="Alcoholwet (tekst van de nota van wijziging, Kamerstuk 33 341, nr. 8)",
    url="https://openkamer.org/kamerstuk/33341/8",
    read=_READ,
)

# The news on the memorandum of 12 December 2025; the memorandum itself was not read.
NATIONAL_MEMORANDUM_2025: Final = Work(
    key="national_memorandum_2025",
    title="Langer leven in goede gezondheid centraal in beleid "
    "(over de Landelijke nota gezondheidsbeleid 2025-2028)",
    issuer="Rijksoverheid",
    year=2025,
    url="https://www.rijksoverheid.nl/actueel/nieuws/2025/12/12/langer-leven-in-goede-gezondheid-centraal-in-beleid",
    read=_READ,
)

LOCAL_ALCOHOL_POLICY: Final = Work(
    key="local_alcohol_policy",
    title="Nationale Drug Monitor, editie 2024: lokaal alcoholbeleid",
    issuer="Trimbos-instituut en WODC",
    year=2024,
    url="https://www.nationaledrugmonitor.nl/wetgeving-en-beleid-alcoholmarketing/",
    read=_READ,
)

DATA_SHARING: Final = Work(
    key="data_sharing",
    title="Omgaan met gegevensdeling en privacy",
    issuer="Nederlands Jeugdinstituut",
    url="https://www.nji.nl/verbinding-onderwijs-en-jeugdhulp/omgaan-met-gegevensdeling-en-privacy",
    read=_READ,
)

# The address is that of article 265 of book 6. It was read there, on a site that reprints the code, not in
# the official collection of laws. Other articles bear an address of their own.
CIVIL_CODE: Final = Work(
    key="civil_code",
    title="Burgerlijk Wetboek, Boek 6",
    url="https://wetboekplus.nl/burgerlijk-wetboek-boek-6-artikel-265-ontbinding/",
    read=_READ,
)

# L11
YOUTH_MONITOR: Final = Work(
    key="youth_monitor",
    title="Gezondheidsmonitor Jeugd",
    issuer="GGD",
    url="https://www.monitorgezondheid.nl/gezondheidsmonitor-jeugd",
)

# L12
RIVM_LOCAL_MEMORANDUM: Final = Work(
    key="rivm_local_memorandum",
    title="Lokale nota",
    issuer="RIVM, Loketgezondleven",
    url="https://www.loketgezondleven.nl/aanpak-gezonde-gemeente/landelijk-beleid-en-programmas/"
    "wettelijk-kader/lokale-nota",
    read=_READ,
)

# L12b
RIVM_HEALTHY_MUNICIPALITY: Final = Work(
    key="rivm_healthy_municipality",
    title="Aanpak Gezonde Gemeente",
    issuer="RIVM, Loketgezondleven",
    url="https://www.loketgezondleven.nl/aanpak-gezonde-gemeente",
)

# L17. For ministries only; others may use it as a model.
COVENANT_DIRECTIVES: Final = Work(
    key="covenant_directives",
    title="Aanwijzingen voor convenanten",
    issuer="Rijksoverheid",
    url="https://wetten.overheid.nl/BWBR0051610",
)

# L17. One municipality's agreement, as an example of usual headings. The title describes it.
PRACTICE_AGREEMENT: Final = Work(
    key="practice_agreement",
    title="Overeenkomst Wmo",
    issuer="Gemeente Wijdemeren, via adoc.pub",
    url="https://adoc.pub/download/wmo-gemeente-wijdemeren.html",
)

# L18
GALA: Final = Work(
    key="gala",
    title="Gezond en Actief Leven Akkoord (GALA) en aanvragen brede SPUK",
    issuer="VNG",
    year=2023,
    url="https://vng.nl/brieven/gezond-en-actief-leven-akkoord-gala-en-aanvragen-brede-spuk",
)

# A letter to the House of Representatives.
GALA_REVIEW: Final = Work(
    key="gala_review",
    title="Mid-term review Gezond en Actief Leven Akkoord (Kamerstuk 32 793, nr. 824)",
    issuer="Staatssecretaris van VWS",
    year=2025,
    url="https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2025D17941&id=2025D17941",
    read=_READ,
)

NATIONAL_GRANT: Final = Work(
    key="national_grant",
    title="Regeling specifieke uitkering sport en bewegen, gezondheidsbevordering, cultuurparticipatie en de "
    "sociale basis 2023-2026 (Stcrt. 2023, 4245)",
    issuer="Ministerie van VWS",
    year=2023,
    url="https://www.officielebekendmakingen.nl/stcrt-2023-4245.html",
    read=_READ,
)

CARE_AND_WELFARE_AGREEMENT: Final = Work(
    key="care_and_welfare_agreement",
    title="Aanvullend Zorg- en Welzijnsakkoord ondertekend",
    issuer="Rijksoverheid",
    year=2025,
    url="https://www.rijksoverheid.nl/actueel/nieuws/2025/09/08/aanvullend-zorg--en-welzijnsakkoord-ondertekend",
    read=_READ,
)

# --- Healthy School -------------------------------------------------------------------------------

# The year of a programme is that in which its page was read, or for which it was published: whether the
# conditions still hold in a later year is for the programme to say.

# L13. The title describes several pages. Citations of the support offer give the address of that page.
# The pages bear no date.
HEALTHY_SCHOOL_PROGRAMME: Final = Work(
    key="healthy_school_programme",
    title="Gezonde School: vignet en ondersteuning",
    issuer="Programma Gezonde School",
    url="https://www.gezondeschool.nl/en/node/991",
    read=_READ,
    school_year="2026-2027",
)

# Answers to questions of secondary schools; undated.
HEALTHY_SCHOOL_QUESTIONS: Final = Work(
    key="healthy_school_questions",
    title="Gezonde School: veelgestelde vragen (voortgezet onderwijs)",
    issuer="Programma Gezonde School",
    url="https://www.gezondeschool.nl/veelgestelde-vragen-vo",
    read=_READ,
)

# L14. The title describes it.
CERTIFICATE_RENEWAL: Final = Work(
    key="certificate_renewal",
    title="Themacertificaten verlengen",
    issuer="Sport en gezonde leefstijl (mbo)",
    year=2023,
    url="https://www.sportengezondeleefstijl.nl/mailing/2023/themacertificaten-verlengen-eenvoudiger-en",
    read=_READ,
    school_year="2023-2024",
)

# L22
RIVM_HEALTHY_SCHOOL_RENEWED: Final = Work(
    key="rivm_healthy_school_renewed",
    title="Vernieuwde Gezonde School-aanpak",
    issuer="RIVM magazine Gezond leven",
    year=2020,
    url="https://magazines.rivm.nl/2020/02/gezond-leven/vernieuwde-gezonde-school-aanpak",
)

# L22b. The title describes several pages. The address is that of step 6; the page on step 4 has its own.
HEALTHY_SCHOOL_STEPS: Final = Work(
    key="healthy_school_steps",
    title="Aan de slag met Gezonde School: de stappen",
    issuer="Programma Gezonde School",
    url="https://www.gezondeschool.nl/middelbaar-beroepsonderwijs/aan-de-slag-met-Gezonde-School/"
    "stap-6-kijk-terug-en-blik-vooruit",
)

# --- practice -------------------------------------------------------------------------------------

# L15. The title describes it.
JOGG_PILLARS: Final = Work(
    key="jogg_pillars",
    title="JOGG-aanpak: de vijf pijlers",
    issuer="Sportpunt Gouda, Gouda Goed Bezig",
    url="https://www.sportpuntgouda.nl/initiatieven/gouda-goed-bezig/jogg",
)

# What JOGG calls itself and asks now, as one municipality tells it. The page bears no date.
JOGG_CONDITIONS: Final = Work(
    key="jogg_conditions",
    title="JOGG: gezonde jeugd, gezonde toekomst (zes voorwaarden)",
    issuer="Sportief Zeist",
    url="https://sportiefzeist.nl/jogg/",
    read=_READ,
)

# L16
HEALTHY_WEIGHT_COVENANT: Final = Work(
    key="healthy_weight_covenant",
    title="Evaluatie Convenant Gezond Gewicht",
    issuer="Kwink Groep",
    year=2012,
    url="https://www.kwinkgroep.nl/2012/06/evaluatie-convenant-gezond-gewicht-afgerond/",
    read=_READ,
)

# L19
EFFECTS_ARENA_METHOD: Final = Work(
    key="effects_arena_method",
    title="Effectenarena",
    issuer="Anderzoek",
    url="https://anderzoek.nl/effectenarena/",
)

# L20
JOGG_GOOISE_MEREN: Final = Work(
    key="jogg_gooise_meren",
    title="Jaarstukken 2020, project Jongeren op gezond gewicht (JOGG)",
    issuer="Gemeente Gooise Meren",
    year=2020,
    url="https://begroting.gooisemeren.nl/jaarstukken-2020/project/jongeren-op-gezond-gewicht-jogg",
)

# --- instruments, and how often they are used -----------------------------------------------------

# L21. The title as far as we have it.
MM_HIAP: Final = Work(
    key="mm_hiap",
    title="Measuring stages of health in all policies on a local level (Health Policy 114)",
    issuer="I. Storm et al.",
    year=2014,
    url="https://research.tilburguniversity.edu/en/publications/"
    "measuring-stages-of-health-in-all-policies-on-a-local-level-the-a",
)

# L24. The title describes it.
COORDINATED_ACTION: Final = Work(
    key="coordinated_action",
    title="Coordinated action checklist and network analysis (Health Promotion International 38)",
    issuer="M. de Jong et al.",
    year=2022,
    url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10405043",
)

# L25. The title describes it.
DISC: Final = Work(
    key="disc",
    title="DIagnosis of Sustainable Collaboration, DISC (BMC Public Health 8:382)",
    issuer="M. Leurs et al.",
    year=2008,
    url="https://bmcpublichealth.biomedcentral.com/articles/10.1186/1471-2458-8-382",
)

# L26. The title describes it.
WELLS_WILDER: Final = Work(
    key="wells_wilder",
    title="The Wilder inventory in the first year and one and two years later "
    "(Maternal and Child Health Journal)",
    issuer="R. Wells et al.",
    year=2021,
    url="https://link.springer.com/article/10.1007/s10995-020-03091-2",
)

# L27. A copy of the publisher's text; the address at the publisher was not found.
NETWORK_ANALYSES_LIMBURG: Final = Work(
    key="network_analyses_limburg",
    title="Academische werkplaatsen ter versterking van kennisontwikkeling en -uitwisseling in de publieke "
    "gezondheidszorg. Netwerkanalyses voor de Limburgse academische werkplaats (TSG 90:7, 444-452)",
    issuer="M. Hoeijmakers, M. Jansen & J. Raab, via 5dok.net",
    year=2012,
    url="https://5dok.net/document/zgwdom86-academische-werkplaatsen-versterking-kennisontwikkeling-"
    "uitwisseling-gezondheidszorg-netwerkanalyses-academische.html",
    read=_READ,
)

# L28. Read was the description of it by others.
PARTNERSHIPS_ANALYSIS: Final = Work(
    key="partnerships_analysis",
    title="Partnerships Analysis Tool",
    issuer="VicHealth, via incept.org.au",
    year=2011,
    url="https://www.incept.org.au/shared-measurement/partnership-assessment-tools",
    read=_READ,
)

# L31. The title describes it.
DAMOUR_TYPOLOGY: Final = Work(
    key="damour_typology",
    title="Typology of collaboration: ten indicators (BMC Health Services Research 8:188)",
    issuer="D. D'Amour et al.",
    year=2008,
    url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2563002/table/T3",
)

# L32
WILDER_INVENTORY: Final = Work(
    key="wilder_inventory",
    title="Wilder Collaboration Factors Inventory",
    issuer="Wilder Foundation (Mattessich et al.)",
    year=2018,
    url="https://www.wilder.org/collaboration",
)

# --- ourselves ------------------------------------------------------------------------------------

# For what nobody else says: our modelling, to be adjusted freely.
OUR_CHOICE: Final = Work(
    key="gezondsamen",
    title="gezondsamen",
)
