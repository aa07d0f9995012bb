"""Rules on support: of the executive, of those who grant time, of partners, and of a whole school."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import SUPPORT_INTERVAL
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import collaboration, intersectoral, network, wellbeing
from gezondsamen.process.conditions import InContact, OnRecord, Parties, RoleFilled, Sectors
from gezondsamen.process.requirements import Requirement

_SCHOOL_SUPPORT: Final = (
    "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit"
)

DRA_01: Final = Requirement(
    code="DRA-01",
    name=Label(nl="draagvlak bij het college van B&W", en="support of the municipal executive"),
    text=Label(
        nl="Het college van burgemeester en wethouders staat achter de samenwerking. "
        "Zonder die steun is er geen ruimte voor tijd, geld en besluiten.",
        en="The municipal executive stands behind the collaboration. "
        "Without that support there is no room for time, money and decisions.",
    ),
    conditions=(OnRecord("support_executive"),),
    citation=collaboration("Draagvlak bij het college is een", "Algemeen - Integrale samenwerking"),
    choice=Label(
        nl="De gids noemt dit een must, maar niet wanneer; dat de uitvoering erop wacht, is onze keuze. "
        "Of de steun er echt is, beoordelen mensen.",
        en="The guide calls this a must, but not when; that execution waits for it is our choice. "
        "Whether the support is real, people judge.",
    ),
)

DRA_02: Final = Requirement(
    code="DRA-02",
    name=Label(
        nl="draagvlak bestuurders en managers voor tijdsinzet",
        en="support of administrators and managers for time spent",
    ),
    text=Label(
        nl="In elke sector vinden bestuurders en managers het goed dat hun mensen tijd aan de samenwerking "
        "geven. Afstemmen kost tijd, maar levert op den duur veel op.",
        en="In each sector administrators and managers agree that their people give time to the "
        "collaboration. Aligning takes time, but yields much in the long run.",
    ),
    conditions=(OnRecord("support_for_time", each=Sectors()),),
    citation=intersectoral("draagvlak bij bestuurders en managers"),
    choice=Label(
        nl="Eén vastlegging per sector staat voor bestuurders en managers samen. "
        "Dat de stap er niet zonder kan, is onze keuze.",
        en="One record per sector stands for administrators and managers together. "
        "That the step cannot do without is our choice.",
    ),
)

DRA_03: Final = Requirement(
    code="DRA-03",
    name=Label(
        nl="draagvlak bij partners en intern behouden",
        en="support with partners and inside their organisations kept",
    ),
    text=Label(
        nl="Vraag elke partij geregeld of haar organisatie er nog achter staat. "
        "Steun waar niemand naar omkijkt, verdwijnt ongemerkt.",
        en="Ask each party regularly whether its organisation still stands behind it. "
        "Support that nobody looks after fades unnoticed.",
    ),
    conditions=(InContact("support_talk", every=SUPPORT_INTERVAL, each=Parties()),),
    citation=network("Behoud draagvlak van de betrokken partners"),
    choice=Label(
        nl="Wij vragen een gesprek hierover met elke partij; de termijn (standaard een jaar) is onze keuze.",
        en="We ask a talk about this with each party; the interval (a year by default) is our choice.",
    ),
)

DRA_04: Final = Requirement(
    code="DRA-04",
    name=Label(nl="schoolbreed draagvlak", en="school-wide support"),
    text=Label(
        nl="Er is draagvlak in de hele school: bij het team en de directeur, en ook bij ouders en "
        "leerlingen. Zonder dat draagvlak is het moeilijk om iets volledig te veranderen.",
        en="There is support in the whole school: of the team and the director, and of parents and pupils "
        "too. Without that support it is hard to change anything completely.",
    ),
    conditions=(OnRecord(("support_team", "support_director", "parents_informed", "pupils_informed")),),
    citation=wellbeing("Schoolbreed draagvlak om aan welbevinden", _SCHOOL_SUPPORT),
    choice=Label(
        nl="Het verslag noemt dit het startpunt; dat een stap erop wacht, is onze keuze. Bij ouders en "
        "leerlingen kijken wij alleen of zij zijn geïnformeerd: dat vraagt minder dan het verslag, dat ook "
        "van hen draagvlak vraagt.",
        en="The report calls this the starting point; that a step waits for it is our choice. For parents "
        "and pupils we only look whether they were informed: that asks less than the report, which wants "
        "their support as well.",
    ),
)

DRA_05: Final = Requirement(
    code="DRA-05",
    name=Label(nl="niet van bovenaf opgelegd", en="not imposed from above"),
    text=Label(
        nl="Bestuur of directie legt het niet van bovenaf op: de beweging komt uit de school zelf, van het "
        "onderwijspersoneel.",
        en="The board or the management does not impose it from above: the movement comes from the school "
        "itself, from its teaching staff.",
    ),
    conditions=(OnRecord("initiative_shared"),),
    citation=wellbeing("niet van boven wordt", _SCHOOL_SUPPORT),
    choice=Label(
        nl="Of dit zo is, beoordelen mensen; wij kijken of dat oordeel is vastgelegd.",
        en="Whether this is so, people judge; we look whether that judgement is recorded.",
    ),
)

DRA_06: Final = Requirement(
    code="DRA-06",
    name=Label(nl="wethouder betrokken", en="alderman involved"),
    text=Label(
        nl="Zorg dat een wethouder meedoet. Met steun van het bestuur gaat het sneller.",
        en="See to it that an alderman joins in. With backing from the executive things move faster.",
    ),
    conditions=(RoleFilled("alderman"),),
    citation=wellbeing("Betrek de wethouder", "2. Betrek de wethouder"),
    choice=Label(
        nl="Betrokken betekent voor ons: iemand heeft die rol.",
        en="Involved means to us: somebody holds that role.",
    ),
)

DRA_07: Final = Requirement(
    code="DRA-07",
    name=Label(nl="directeur staat achter de visie", en="director stands behind the vision"),
    text=Label(
        nl="De directeur draagt de visie en laat dat merken. Dan krijgt het team de ruimte die nodig is.",
        en="The director carries the vision and shows it. The team then gets the room it needs.",
    ),
    conditions=(OnRecord("support_director"),),
    citation=wellbeing(
        "de directeur achter de visie staan",
        "De directeur en het schoolpersoneel zetten zich in en zijn bevlogen",
    ),
    choice=Label(
        nl="Het verslag noemt dit belangrijk; dat een stap erop wacht, is onze keuze.",
        en="The report calls this important; that a step waits for it is our choice.",
    ),
)

DRA_08: Final = Requirement(
    code="DRA-08",
    name=Label(
        nl="leerlingen en ouders betrokken bij beslissingen", en="pupils and parents involved in decisions"
    ),
    text=Label(
        nl="Praat niet over de leerlingen maar met hen, en betrek hen bij beslissingen, bijvoorbeeld via "
        "een leerlingenraad. Betrek ook de ouders.",
        en="Do not talk about pupils but with them, and involve them in decisions, for example through a "
        "pupils’ council. Involve parents too.",
    ),
    conditions=(OnRecord(("pupils_involved", "parents_involved")),),
    citation=wellbeing("óver maar mét de leerlingen", _SCHOOL_SUPPORT),
    choice=Label(
        nl="De passage gaat over leerlingen; dat wij ook naar ouders vragen, is onze keuze.",
        en="The passage is about pupils; that we ask about parents too is our choice.",
    ),
)
