"""Redaction: what is forgotten goes everywhere, and nothing that rules read changes."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import redaction
from gezondsamen.dossier import facts as f
from gezondsamen.testing import canonical
from tests.support.builders import DAY, joined, later, said, started


def managed() -> gs.Collaboration:
    """Return a partnership in management, entered by somebody, with people in roles."""
    case = canonical(gs.PPS, "management")
    entries = case.entries_after(0)
    people = ["u-17" if n % 2 else "u-18" for n in range(len(entries))]
    signed = [
        gs.Entry(e.number, e.fact, by, e.on_behalf_of, e.recorded_at)
        for e, by in zip(entries, people, strict=True)
    ]
    case = gs.Collaboration.replay(gs.PPS, signed)
    return case.record(
        gs.RoleAssigned(DAY, "alderman", case.dossier.parties[0].id, "u-17"),
        gs.EvaluationHeld(DAY, "periodic", evaluator="u-17"),
        gs.WaiverGranted(DAY, "KEN-01", "een naam", "u-17"),
        by="u-17",
    )


def same_in_every_check(before: gs.Collaboration, after: gs.Collaboration) -> bool:
    days = (DAY, later(400))
    return (
        before.phase == after.phase
        and before.visits == after.visits
        and before.version == after.version
        and all(before.options(on=day) == after.options(on=day) for day in days)
        and all(before.monitor(on=day) == after.monitor(on=day) for day in days)
        and before.review() == after.review()
    )


def test_redacting_an_entry_changes_no_phase_and_no_check() -> None:
    """Of each entry the free texts can go, and every phase and check stays the same."""
    case = managed()
    for entry in case.entries_after(0):
        after = case.redact(entry=entry.number)
        assert same_in_every_check(case, after), entry
        assert after.entries_after(entry.number) == case.entries_after(entry.number)


def test_redacting_an_entry_takes_its_texts() -> None:
    """A redacted entry holds none of the texts and names that people typed."""
    case = started(
        gs.PPS,
        joined("gemeente"),
        gs.Stated(DAY, "purpose", "geheim"),
        gs.WaiverGranted(DAY, "KEN-01", "geheim", "u-1"),
        gs.ActionAgreed(DAY, "a", "geheim", "gemeente", "sport", later(9)),
        gs.ContributionRecorded(DAY, "gemeente", "money", amount=3, unit="geheim"),
        title="geheim",
    )
    for number in range(1, case.version + 1):
        case = case.redact(entry=number)
    text = gs.dumps(case)
    assert "geheim" not in text
    assert "Partij" not in text


def test_redacting_a_person_takes_the_id_everywhere() -> None:
    """A person's id is replaced wherever it stands, by one that was free, and the rest stays."""
    case = managed()
    after = case.redact(person="u-17")
    assert same_in_every_check(case, after)
    assert '"u-17"' not in gs.dumps(after)
    assert '"u-18"' in gs.dumps(after)
    again = after.redact(person="u-18")
    assert {e.by for e in again.entries_after(0)} == {"redacted-1", "redacted-2"}


def named() -> gs.Collaboration:
    """Return a case with one name in texts, and in ids that a host chose."""
    case = started(
        gs.PPS,
        joined("jansen", "retailer"),
        joined("gemeente"),
        gs.Stated(DAY, "rationale", "Mevrouw JANSEN zegt dat het moet.", about="jansen"),
        gs.Stated(DAY, "purpose", "…", about=("matter", "dossier-jansen")),
        gs.AgreementDrafted(DAY, "jansen-covenant", "covenant", ("jansen", "gemeente")),
        gs.ActionAgreed(DAY, "a-jansen", "…", "jansen", "sport", later(9)),
        title="Jansen beweegt",
    )
    case = case.open(gs.AGREEMENT, on=DAY, track="jansen-covenant")
    moment = "case/jansen-covenant/compliance_check/1/1"
    return case.record(gs.EvaluationHeld(DAY, "periodic", point=moment))


def test_a_name_is_found_wherever_it_stands() -> None:
    """Every mention is told with its entry, its field and all that stands there."""
    found = [(x.entry, x.path) for x in named().mentions("Jansen")]
    assert found == [
        (1, "fact.title"),
        (2, "fact.party.id"),
        (2, "fact.party.name"),
        (4, "fact.text"),
        (4, "fact.about.id"),
        (5, "fact.about.id"),
        (6, "fact.agreement"),
        (6, "fact.parties"),
        (7, "fact.action"),
        (7, "fact.owner"),
        (8, "fact.track"),
        (9, "fact.point"),
    ]
    assert named().mentions("Pietersen") == ()


def test_a_text_is_redacted_everywhere() -> None:
    """Of a text only the part goes; an id in which it stands is replaced whole, the same everywhere."""
    case = named()
    after = case.redact(text="jansen")
    assert after.mentions("jansen") == ()
    facts = [e.fact for e in after.entries_after(0)]
    assert facts[3].text == "Mevrouw … zegt dat het moet."  # type: ignore[union-attr]
    assert after.title == "… beweegt"
    (owner,) = {fact.party.id for fact in facts if isinstance(fact, gs.PartyJoined)} - {"gemeente"}
    assert facts[5].parties == (owner, "gemeente")  # type: ignore[union-attr]
    assert after.tracks[1] in {agreement.id for agreement in after.dossier.agreements}
    assert facts[8].point == f"case/{after.tracks[1]}/compliance_check/1/1"  # type: ignore[union-attr]
    assert gs.loads(gs.dumps(after)) == after


def test_a_title_and_an_id_can_go() -> None:
    """The title goes alone; an id of a case is replaced in the moments that bear it too."""
    case = named()
    assert case.redact(title=True).title == "…"
    after = case.redact(id="case")
    assert after.id == "redacted-1"
    assert [x.path for x in after.mentions("redacted-1")] == ["fact.collaboration", "fact.point"]
    assert case.redact(id="gemeente").phase == case.phase


def test_who_entered_it_is_an_id_and_a_party_is_no_person() -> None:
    """As an id whoever entered something can go too; as a person nobody but those who did."""
    case = started(gs.PPS, joined("gemeente"), by="u-1").record(*said("purpose"), by="u-1")
    after = case.redact(id="u-1")
    assert [e.by for e in after.entries_after(0)] == ["redacted-1", None, "redacted-1"]
    assert after == case.redact(person="u-1")
    with pytest.raises(gs.InvalidRecord) as caught:
        case.redact(person="gemeente")
    assert (caught.value.code, caught.value.offender) == ("unknown-person", "gemeente")
    assert "nobody is recorded as 'gemeente'" in str(caught.value)
    with pytest.raises(gs.InvalidRecord, match="'u-2' is no id here"):
        case.redact(id="u-2")


def test_an_id_goes_from_ids_of_several_and_from_nothing_else() -> None:
    """Of parties meant together one id is replaced; an id that only begins like it stays, and so do texts."""
    case = started(
        gs.PPS,
        joined("a"),
        joined("ab"),
        gs.Stated(DAY, "purpose", "a", about=("matter", "a+ab+c")),
        gs.Stated(DAY, "vision", "a", about=("sector", "sport")),
        gs.EvaluationHeld(DAY, "progress_talk", point="case/main/progress_talk/1/1"),
        gs.EvaluationHeld(DAY, "progress_talk", point="progress_talk"),
        gs.Stated(DAY, "vision", holds=False),
    )
    facts: list[Any] = [e.fact for e in case.redact(id="a").entries_after(1)]
    assert [facts[0].party.id, facts[1].party.id] == ["redacted-1", "ab"]
    assert [fact.about for fact in facts[2:4]] == [
        gs.About("matter", "redacted-1+ab+c"),
        gs.About("sector", "sport"),
    ]
    assert [fact.text for fact in facts[2:4]] == ["a", "a"]
    assert [x.text for x in case.redact(id="c").mentions("redacted")] == ["a+ab+redacted-1"]
    assert facts[4:] == [e.fact for e in case.entries_after(5)]
    for number in (1, 5, 8):
        assert case.redact(entry=number).entries_after(0)[number:] == case.entries_after(number)
    assert case.redact(entry=8) == case
    assert case.redact(title=True) == case
    moments: list[Any] = [e.fact for e in case.redact(id="case").entries_after(5)]
    assert [moments[0].point, moments[1].point] == ["redacted-1/main/progress_talk/1/1", "progress_talk"]
    for wrong in (0, 9):
        with pytest.raises(gs.InvalidRecord):
            case.redact(entry=wrong)


def test_every_text_of_an_entry_can_be_redacted() -> None:
    """Each field that holds a text is a word of a process, or is found and can be rewritten."""
    words = {"process", "phase", "trigger", "rule"}
    for cls in (*f.Fact.__args__, gs.Party):
        for a in attrs.fields(cls):
            if "str" in str(a.type) and "scheme" not in a.metadata and a.name not in words:
                assert a.name in redaction._PARTS or (cls, a.name) == (gs.Party, "id"), (cls, a.name)
