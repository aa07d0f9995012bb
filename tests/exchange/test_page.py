"""The page for people: complete, well made, escaped, readable by everybody, the same every time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from html import escape, unescape
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.examples import ids, load
from gezondsamen.exchange import to_html
from gezondsamen.exchange.page import sections
from gezondsamen.exchange.page.signs import SIGNS
from gezondsamen.exchange.page.style import INKS, PAPERS, stylesheet
from gezondsamen.language import ENGLISH
from gezondsamen.process import conditions as c
from tests.support.builders import (
    DAY,
    EVERY_PHASE,
    adopted,
    joined,
    later,
    rule,
    said,
    started,
    tiny,
)
from tests.support.strategies import histories
from tests.support.texts import last_day, texts_of

VOID = {"meta", "path", "rect", "circle", "polygon", "br"}
LANGS = pytest.mark.parametrize("lang", ["nl", "en"])
EXAMPLES = pytest.mark.parametrize("example", ids())
HOSTILE = '<script>alert("x")</script>&"\''


@attrs.define
class Tag:
    name: str
    attributes: dict[str, str | None]
    inside: tuple[str, ...]


class Reader(HTMLParser):
    """Read a page strictly: what is opened is closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} bears an attribute twice"
        self.tags.append(Tag(tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.tags.append(Tag(tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    def named(self, name: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name == name]

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def page_of(example: str, lang: str) -> str:
    shown = load(example)
    return to_html(shown.case, on=shown.as_of, lang=lang)


def check_made_well(page: str, lang: str) -> Reader:
    """Hold a page against all that is asked of its making."""
    read = Reader(page)
    assert page.startswith("<!DOCTYPE html>\n")
    assert read.tags[0].attributes == {"lang": lang}
    assert "width=device-width" in page
    for landmark in ("header", "nav", "main", "footer", "title", "h1", "svg"):
        assert len([t for t in read.named(landmark) if t.inside[-1:] != ("svg",)]) == 1, landmark

    levels = [int(tag.name[1]) for tag in read.tags if re.fullmatch("h[1-6]", tag.name)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))

    idents = Counter(tag.attributes["id"] for tag in read.tags if "id" in tag.attributes)
    assert set(idents.values()) == {1}
    for tag in read.tags:
        for name in ("aria-labelledby", "href"):
            value = tag.attributes.get(name) or ""
            if name == "aria-labelledby" or value.startswith("#"):
                assert {ident.lstrip("#") for ident in value.split()} <= idents.keys()

    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag.name for tag in read.tags}
    for tag in read.tags:
        assert not [a for a in tag.attributes if a == "src" or a.startswith("on")]
        if "href" in tag.attributes:
            assert tag.name == "a"
            assert re.match("#|https?://", tag.attributes["href"] or "")
    assert "url(" not in page
    assert "@import" not in page

    assert len(read.named("caption")) == len(read.named("table"))
    for head in read.named("th"):
        assert head.attributes["scope"] == ("col" if "thead" in head.inside else "row")
    assert page.count('aria-current="step"') == 1
    assert page.count('stroke-width="5"') == 1
    return read


@EXAMPLES
@LANGS
def test_every_example_is_a_page(example: str, lang: str) -> None:
    """The page of each example is well made in both languages, and the same bytes twice."""
    page = page_of(example, lang)
    check_made_well(page, lang)
    shown = load(example)
    assert to_html(shown.case, on=shown.as_of, lang=lang) == page


@pytest.mark.parametrize(("process", "phase"), EVERY_PHASE, ids=[f"{p.key}.{q}" for p, q in EVERY_PHASE])
def test_every_phase_is_a_page(process: gs.Process, phase: str) -> None:
    """A collaboration in any phase, with nothing on record, is a page that names phase and steps."""
    case = adopted(process, phase)
    page = to_html(case, on=later(3))
    text = check_made_well(page, "nl").text
    named = process.phase(phase).label.nl
    assert named[1:] in text
    for step in process.exits(phase):
        assert step.label.nl[1:] in text


@EXAMPLES
@LANGS
def test_a_page_of_ones_own_has_the_same_parts(example: str, lang: str) -> None:
    """The parts stand on the page as they are, in their order, and say that they are markup."""
    case, on = load(example).case, load(example).as_of
    page = to_html(case, on=on, lang=lang)
    parts = sections(case, on=on, lang=lang)
    at = [page.index(part.content) for part in parts]
    assert at == sorted(at)
    assert re.findall(r'<section id="(\w+)"', page) == [part.key for part in parts]
    for part in parts:
        assert f">{escape(part.title)}</h2>" in page
        assert part.content.__html__() == part.content


def test_parts_lead_to_a_journal_elsewhere() -> None:
    """Where the journal stands on another page, reasons lead there."""
    case, on = load("EX-07").case, load("EX-07").as_of
    here, there = (
        {part.key: part.content for part in sections(case, on=on, journal=way)} for way in ("", "/journaal")
    )
    assert 'href="#entry-' in here["agenda"]
    assert here["agenda"].replace('href="#entry-', 'href="/journaal#entry-') == there["agenda"]


def test_many_missed_days_are_told_short() -> None:
    """Of more than three days of one point the page tells how many, from when and until when."""
    case = load("EX-07").case
    for part in sections(case, on=date(2026, 11, 27)):
        if part.key in ("agenda", "watched"):
            assert "43 keer, van 29 februari 2016 tot en met" in part.content
            assert "30 mei 2018" not in part.content


@EXAMPLES
def test_a_strict_policy_shows_the_page_as_it_is(example: str) -> None:
    """No element bears a style of its own: one style sheet, which a host can allow by its digest, is all."""
    page = to_html(load(example).case, on=load(example).as_of)
    assert all("style" not in tag.attributes for tag in Reader(page).tags)
    assert page.count("<style>") == 1
    assert f"<style>{stylesheet()}</style>" in page


@EXAMPLES
@LANGS
def test_what_is_unmet_is_there_whole(example: str, lang: str) -> None:
    """Each rule of each step is there with code, name, status and source; one that asks, with its text."""
    shown = load(example)
    text = Reader(page_of(example, lang)).text
    checks = shown.case.options(on=shown.as_of).values()
    rows = [row for check in checks for row in check.outcomes]
    rows += shown.case.monitor(on=shown.as_of).outcomes
    for row in rows:
        asked = row.requirement
        assert asked.code in text
        assert squeezed(asked.name.text(lang))[1:] in text
        assert squeezed(asked.citation.text()) in text
        assert row.status_text(lang) in text
        if row.status != "met":
            assert squeezed(asked.text.text(lang)) in text
            if asked.choice is not None:
                assert squeezed(asked.choice.text(lang)) in text
    for party in shown.case.dossier.as_of(shown.as_of).parties:
        assert squeezed(party.name) in text


@EXAMPLES
def test_the_agenda_has_every_moment_to_come(example: str) -> None:
    """Each evaluation not held yet within two years stands in the agenda with its day and its reason.

    Of one that was missed more than three times its first and its last day stand there.
    """
    shown = load(example)
    until = gs.Every(months=24).after(shown.as_of)
    text = Reader(page_of(example, "en")).text
    groups: dict[tuple[str, ...], list[date]] = {}
    for moment in gs.evaluation_schedule(shown.case, on=shown.as_of, until=until):
        if moment.status != "held":
            assert squeezed(moment.reason("en"))[1:] in text
            assert moment.status_text("en") in text
            late = (moment.track, moment.point.key, moment.reason("en"))
            groups.setdefault(late if moment.status == "overdue" else (moment.id,), []).append(moment.on)
    for days in groups.values():
        for day in days if len(days) <= 3 else (days[0], days[-1]):
            assert ENGLISH.day(day) in text


@LANGS
def test_hostile_texts_stay_texts(lang: str) -> None:
    """Nothing that a host or a user wrote becomes markup, wherever it is shown."""
    nasty = gs.Label(nl=HOSTILE, en=HOSTILE)
    work = gs.Work("own", HOSTILE, HOSTILE, url="javascript:alert(1)")
    asked = rule(
        c.OnRecord("purpose", each=c.Parties()),
        name=nasty,
        text=nasty,
        choice=nasty,
        citation=gs.Citation(work, HOSTILE, HOSTILE),
    )
    plain = tiny(asked, advises=())
    process = gs.Process(
        key="tiny",
        label=nasty,
        phases=[attrs.evolve(p, label=nasty) for p in plain.phases],
        transitions=[attrs.evolve(t, label=nasty) for t in plain.transitions],
        terms=plain.terms,
    )
    case = started(process, id=HOSTILE, title=HOSTILE).record(
        gs.PartyJoined(DAY, gs.Party(id=HOSTILE, name=HOSTILE, kind="municipality")),
        gs.AgreementDrafted(DAY, HOSTILE, "covenant", parties=(HOSTILE,)),
    )
    page = to_html(case, on=DAY, lang=lang)
    read = check_made_well(page, lang)
    assert "<script" not in page
    assert "javascript:" not in {(tag.attributes.get("href") or "")[:11] for tag in read.tags}
    assert unescape(page).count(HOSTILE) > 12


def test_a_status_is_a_sign_and_a_word() -> None:
    """No status is told by colour alone: each has a sign that is not read aloud, and a word."""
    for example in ids():
        found = re.findall(r'<span class="status (\w+)">(.*?)</span>([^<]*)</span>', page_of(example, "nl"))
        assert len(found) == page_of(example, "nl").count('class="status ')
        for look, sign, word in found:
            shown = sign.partition(">")[2]
            assert 'aria-hidden="true"' in sign
            assert (shown, look) in SIGNS.values()
            assert word.strip()


def _brightness(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_contrast_is_enough() -> None:
    """Every ink stands out from every paper by 4.5 to 1, and texts have no other colours."""
    for ink in INKS.values():
        for paper in PAPERS.values():
            low, high = sorted((_brightness(ink), _brightness(paper)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)
    rules = stylesheet().partition("}")[2]
    assert "#" not in rules
    for colour in re.findall(r"(?<![\w-])(?:color|fill): ([^;]+);", rules):
        assert re.fullmatch(r"var\(--ink[\w-]*\)", colour)
    for colour in re.findall(r"background: ([^;]+);", rules):
        assert re.fullmatch(r"var\(--paper[\w-]*\)", colour)


def test_it_can_be_printed() -> None:
    """On paper the page is A4, no row is cut, and what is only for a screen is gone."""
    printed = stylesheet().partition("@media print")[2]
    assert "@page { size: A4;" in printed
    assert re.search(r"tr,[^{]*\{ break-inside: avoid; \}", printed)
    assert "thead { display: table-header-group; }" in printed
    assert re.search(r"nav, \.skip \{ display: none; \}", printed)


@LANGS
def test_the_page_shows_what_each_rule_asks(lang: str) -> None:
    """Every rule with conditions is shown with what it asks, as in the plain data."""
    case = load("EX-07").case
    page = Reader(to_html(case, on=load("EX-07").as_of, lang=lang)).text
    checks = gs.to_dict(case.options(on=load("EX-07").as_of), lang)
    asked = [row["asks"] for check in checks.values() for row in check["outcomes"] if row["asks"]]
    assert asked
    for phrases in asked:
        assert squeezed("; ".join(phrases)) in page


def test_another_track_can_be_shown() -> None:
    """A page can be about another track; the main one is then among the others."""
    case = started(gs.PPS, *said("purpose")).open(gs.INTEGRAL, on=DAY)
    page = check_made_well(to_html(case, on=DAY, track="integral"), "nl")
    assert len([t for t in page.named("section") if t.attributes["id"] == "tracks"]) == 1
    assert "Publiek-private samenwerking" in page.text
    with pytest.raises(gs.InvalidRecord, match="not open"):
        to_html(case, on=DAY, track="nowhere")


def test_the_page_shows_the_day_that_was_asked() -> None:
    """What happened later is not there yet; a day before the start has no page."""
    case = started(gs.PPS, *said("rationale", "purpose")).advance("start", on=later(2))
    case = case.record(joined("later", on=later(5)))
    assert "Partij later" not in to_html(case, on=later(4))
    assert "Partij later" in to_html(case, on=later(5))
    visited = Reader(to_html(case, on=later(4))).text
    assert "(al geweest)" in visited
    assert "(al geweest)" not in Reader(to_html(case, on=later(1))).text
    with pytest.raises(gs.InvalidRecord, match="before the start"):
        to_html(case, on=DAY - timedelta(days=1))
    with pytest.raises(gs.InvalidArgument):
        to_html(case, on=date(2024, 2, 1), until=date(2024, 1, 31))


# --- what is on record -------------------------------------------------------------------------------


def check_everything_is_there(case: gs.Collaboration, day: date, lang: str) -> None:
    """Hold a page against the journal: every line with its anchor, and every text that was written."""
    page = to_html(case, on=day, lang=lang)
    read = Reader(page)
    anchors = [tag.attributes.get("id") or "" for tag in read.tags]
    lines = case.timeline(lang, on=day)
    assert [a for a in anchors if a.startswith("entry-")] == [f"entry-{line.number}" for line in lines]
    for line in lines:
        assert escape(line.said) in page
        for text in texts_of(line.entry.fact):
            assert escape(text) in page


@EXAMPLES
@LANGS
def test_a_reader_finds_every_text_of_every_example(example: str, lang: str) -> None:
    """Each entry of each example is on its page in words, and so is every free text in it."""
    shown = load(example)
    check_everything_is_there(shown.case, shown.as_of, lang)


@given(histories(gs.PPS), st.sampled_from(["nl", "en"]))
@settings(max_examples=25)
def test_a_reader_finds_every_text(case: gs.Collaboration, lang: str) -> None:
    """Whatever was recorded, in whatever order, is on the page, escaped."""
    check_everything_is_there(case, last_day(case), lang)


@given(histories(gs.PPS), st.data())
@settings(max_examples=25)
def test_what_was_redacted_is_on_no_page(case: gs.Collaboration, data: st.DataObject) -> None:
    """A page shows a redacted text as removed, and all others as they were."""
    secret = "zeer geheim"
    case = case.record(gs.Stated(DAY, "purpose", secret), gs.WaiverGranted(DAY, "KEN-01", secret, "u-1"))
    case = case.redact(entry=case.version - 1).redact(entry=case.version)
    lang = data.draw(st.sampled_from(["nl", "en"]))
    check_everything_is_there(case, last_day(case), lang)
    page = to_html(case, on=last_day(case), lang=lang)
    assert secret not in page
    assert page.count("[weggehaald]" if lang == "nl" else "[removed]") >= 4


def test_statements_stand_by_topic_with_their_lines() -> None:
    """What stands is in the tables, with a link to its line; what was taken back is in the journal alone."""
    case = started(gs.PPS, gs.Stated(DAY, "purpose", "eerst"), gs.Stated(DAY, "vision", "samen"))
    case = case.correct(2, gs.Stated(DAY, "purpose", "daarna"), reason="typefout")
    page = to_html(case, on=DAY)
    said_part = page.partition('id="said"')[2].partition("</section>")[0]
    assert "daarna" in said_part
    assert "eerst" not in said_part
    assert 'href="#entry-5"' in said_part
    gone = page.partition('id="journal"')[2]
    assert re.search(r'<span class="gone">[^<]*eerst', gone)
    assert re.search(r'Verbeterd in regel <a href="#entry-5">5</a>', gone)


def test_a_reason_leads_to_its_line() -> None:
    """Where a moment or a rule names a line of the journal, its words lead there."""
    shown = load("EX-07")
    page = page_of("EX-07", "nl")
    found = re.findall(r'<a href="#entry-(\d+)">regel (\d+) in het journaal</a>', page)
    assert found
    assert all(one == other for one, other in found)
    assert len(found) == page.count(" in het journaal") - page.count("“regel … in het journaal”")
    assert shown.case.version >= max(int(one) for one, _ in found)


def test_people_read_titles() -> None:
    """An agreement is called by its title; its id is shown where it has none, between quotation marks."""
    text = Reader(page_of("EX-02", "nl")).text
    assert "Convenant Gezond Gewicht" in text
    assert "deelconvenant-" not in text
    case = started(gs.PPS, gs.AgreementDrafted(DAY, "pact-7", "covenant"))
    assert "“pact-7”" in to_html(case, on=DAY)


def test_an_agreement_past_its_term_says_so() -> None:
    """Where the phase says that an agreement binds and its term does not, the page says both."""
    shown = load("EX-02")
    assert "valt buiten de looptijd" not in page_of("EX-02", "nl")
    page = to_html(shown.case, on=date(2015, 1, 1), track="deelconvenant-werk")
    assert "Van kracht, <span" in page
    assert "maar deze dag valt buiten de looptijd" in page
