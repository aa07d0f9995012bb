"""The canonical paths of the specification: from the beginning to every outcome."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

import gezondsamen as gs
from tests.support.dossiers import START, case_in, cast_of, joins, on_its_track, track_of
from tests.support.rule_facts import DECISIONS, Scene, codes_of, facts_of

KEYS = json.loads((Path(__file__).parents[1] / "specification" / "keys.json").read_text(encoding="utf-8"))
PROCESSES = {
    "INT": gs.INTEGRAL,
    "ISC": gs.INTERSECTORAL,
    "PPS": gs.PPS,
    "AGR": gs.AGREEMENT,
    "GSB": gs.HEALTHY_SCHOOL,
    "NET": gs.NETWORK,
    "WOG": gs.WELLBEING_MUNICIPALITY,
    "WOS": gs.WELLBEING_SCHOOL,
    "POL": gs.POLICY_CYCLE,
    "EFA": gs.EFFECTS_ARENA,
    "VIG": gs.CERTIFICATE,
}

_TO_AMBITION = "start_verkenning > open_ambitiegesprek"
_TO_EVALUATION = f"{_TO_AMBITION} > stel_ambitie_vast > start_uitvoering > open_evaluatie"
_TO_AFTERCARE = (
    "start_fase_1 > kies_samenwerken > partners_gekozen > onderhandelingsakkoord > sluit_overeenkomst > "
    "open_evaluatie > besluit_beeindigen > informeer_partners > ontvlecht > start_nazorg"
)

_TO_FOLLOW_UP = (
    "verklaar_gereed > open > introduceer > presenteer_persona > start_ronde_1 > koppel_terug > "
    "start_ronde_2 > ga_plenair > sluit_af > start_opvolging"
)

PATHS = {
    ("INT", "geborgd"): f"{_TO_EVALUATION} > borg",
    ("INT", "doel_bereikt"): f"{_TO_EVALUATION} > rond_af",
    ("INT", "gestopt"): f"{_TO_AMBITION} > geen_overeenstemming",
    ("INT", "niet_gestart"): "afzien",
    ("INT", "overgegaan"): f"{_TO_EVALUATION} > ga_over",
    ("ISC", "verankerd"): "start_verkenning > open_gesprek > ga_aan_de_slag > regel_randvoorwaarden > "
    "maak_structureel > open_evaluatie > veranker",
    ("ISC", "gestopt"): "start_verkenning > open_gesprek > geen_wederzijds_belang",
    ("ISC", "niet_gestart"): "afzien",
    ("ISC", "overgegaan"): "start_verkenning > open_gesprek > ga_aan_de_slag > regel_randvoorwaarden > "
    "maak_structureel > ga_over",
    ("PPS", "zelf_doen"): "start_fase_1 > kies_zelf_doen",
    ("PPS", "ingekocht"): "start_fase_1 > kies_inkopen",
    ("PPS", "niet_geformeerd"): "start_fase_1 > kies_samenwerken > afbreken",
    ("PPS", "beeindigd_doel_bereikt"): f"{_TO_AFTERCARE} > sluit_af_doel_bereikt",
    ("PPS", "beeindigd_voortijdig"): f"{_TO_AFTERCARE} > sluit_af_voortijdig",
    ("PPS", "overgegaan"): f"{_TO_AFTERCARE} > ga_over_in_andere_vorm",
    ("AGR", "verlopen"): "bevestig_mondeling > einddatum_bereikt",
    ("AGR", "opgezegd"): "bevestig_mondeling > zeg_op",
    ("AGR", "ontbonden"): "bevestig_mondeling > ontbind",
    ("AGR", "vervangen"): "bevestig_mondeling > vervang",
    ("AGR", "ingetrokken"): "trek_in",
    ("POL", "afgesloten"): "start_beleidsvorming > raad_stelt_vast > open_evaluatie > start_nieuwe_cyclus",
    ("POL", "ingetrokken"): "trek_in",
    ("POL", "overgegaan"): "start_beleidsvorming > ga_over",
    ("EFA", "opgevolgd"): f"{_TO_FOLLOW_UP} > leg_vervolg_vast",
    ("EFA", "zonder_vervolg"): f"{_TO_FOLLOW_UP} > sluit_zonder_vervolg",
    ("EFA", "geannuleerd"): "annuleer",
    ("EFA", "afgebroken"): "verklaar_gereed > open > breek_af",
    ("VIG", "beeindigd"): "zie_af",
    ("GSB", "geborgd"): "start_verkenning > ga_langs_partners > breng_partijen_bijeen > stel_ambitie_vast > "
    "start_uitvoering > open_evaluatie > borg",
    ("GSB", "gestopt"): "start_verkenning > ga_langs_partners > breng_partijen_bijeen > geen_overeenstemming",
    ("GSB", "niet_gestart"): "afzien",
    (
        "GSB",
        "overgegaan",
    ): "start_verkenning > ga_langs_partners > breng_partijen_bijeen > stel_ambitie_vast > "
    "start_uitvoering > schort_op > ga_over",
    ("NET", "doel_bereikt"): "benader_partners > begin_afspraken > activeer > open_reflectie > "
    "sluit_doel_bereikt",
    ("NET", "opgeheven"): "afzien",
    ("NET", "overgegaan"): "benader_partners > begin_afspraken > activeer > ga_over",
    ("WOG", "geborgd"): "verken_gemeente > agendeer > verbind > start_uitvoering > borg",
    ("WOG", "gestopt"): "stop",
    ("WOS", "geborgd"): "start_gesprek > bepaal_beginsituatie > maak_plan > start_uitvoering > "
    "open_evaluatie > borg",
    ("WOS", "gestopt"): "stop",
}
"""The canonical trigger path to each outcome, as printed in the specification (`model.md`, C1-C10)."""

NO_END = {("WOG", "geborgd"), ("WOS", "geborgd")}
"""Outcomes that are a place to stay, not an end."""

UNASKED = {
    ("INT", "niet_gestart"),
    ("ISC", "niet_gestart"),
    ("AGR", "ingetrokken"),
    ("VIG", "beeindigd"),
    ("GSB", "niet_gestart"),
    ("NET", "opgeheven"),
}
"""Outcomes that ask for nothing on the way."""

EVERY_PATH = [pytest.param(*key, id=".".join(key)) for key in PATHS]

A_WEEK = timedelta(days=7)


def triggers(code: str, outcome: str) -> list[str]:
    return [KEYS["processes"][code]["triggers"][name] for name in PATHS[code, outcome].split(" > ")]


def step_on(case: gs.Collaboration, process: gs.Process, trigger: str) -> gs.Transition:
    step = process.transition(case.phase_of(track_of(process)), trigger)
    assert step is not None
    return step


def walked(process: gs.Process, path: list[str]) -> gs.Collaboration:
    """Return the case after a path, one step a week, with the facts of each step's hard rules."""
    case = on_its_track(process, process.initial, *joins(*cast_of(process)))
    day = START
    for trigger in path:
        day += A_WEEK
        codes = codes_of(step_on(case, process, trigger).requires)
        decision = DECISIONS.get((process.key, trigger), ("continue",))[0]
        facts = facts_of(codes, Scene(cast_of(process), day, decision))
        case = case.advance(trigger, *facts, on=day, track=track_of(process))
    return case


@pytest.mark.parametrize(("code", "outcome"), EVERY_PATH)
def test_a_canonical_path_runs_to_its_outcome(code: str, outcome: str) -> None:
    """With the facts of its hard rules, step by step, a canonical path ends in its outcome."""
    process, path = PROCESSES[code], triggers(code, outcome)
    case, track = walked(process, path), track_of(process)
    phase = case.phase_of(track)
    assert phase == KEYS["processes"][code]["phases"][outcome]
    assert (process.phase(phase).kind == "final") is ((code, outcome) not in NO_END)
    assert [visit.trigger for visit in case.visits_of(track)] == [None, *path]
    ways_on = {t.trigger for t in process.exits(phase)}
    assert set(case.options(on=START + 99 * A_WEEK, track=track)) == ways_on
    assert bool(ways_on) is ((code, outcome) in NO_END)
    assert case.review() == ()


@pytest.mark.parametrize(("code", "outcome"), EVERY_PATH)
def test_without_facts_a_path_is_refused_at_its_first_hard_rule(code: str, outcome: str) -> None:
    """With nothing on record a canonical path stops at the first step that has a hard rule, by that rule."""
    process = PROCESSES[code]
    case, track = on_its_track(process, process.initial), track_of(process)
    for trigger in triggers(code, outcome):
        hard = codes_of(step_on(case, process, trigger).requires)
        if hard:
            with pytest.raises(gs.TransitionRefused) as refused:
                case.advance(trigger, on=START, track=track)
            assert refused.value.check.unmet[0].requirement.code == hard[0]
            assert case.check(trigger, on=START, track=track) == refused.value.check
            return
        case = case.advance(trigger, on=START, track=track)
    assert case.phase_of(track) == KEYS["processes"][code]["phases"][outcome]
    assert (code, outcome) in UNASKED


@pytest.mark.parametrize(("code", "outcome"), EVERY_PATH)
def test_a_path_stands_still_wherever_facts_end(code: str, outcome: str) -> None:
    """However far a path was walked, the hard rules asked for the first time are unmet at its next step."""
    process, path = PROCESSES[code], triggers(code, outcome)
    # The parties are there from the first day, and only one of them is a municipality.
    asked = {"AGR-16", "PAR-01", "PAR-05", "PAR-17", "PAR-18", "PAR-19", "PAR-20", "POL-20", "WEL-03"}
    asked |= {"AGR-19"}  # and this asks nothing where no notice was agreed
    for taken, trigger in enumerate(path):
        case = walked(process, path[:taken])
        hard = set(codes_of(step_on(case, process, trigger).requires))
        check = case.check(trigger, on=START + (taken + 1) * A_WEEK, track=track_of(process))
        unmet = {row.requirement.code for row in check.unmet}
        assert hard - asked <= unmet <= hard
        asked |= hard


@pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)
def test_steps_that_do_not_lead_out_of_a_phase_are_not_possible(process: gs.Process) -> None:
    """In every phase of a canonical case, exactly the steps of the map are possible."""
    for phase in process.phases:
        case = case_in(process, phase.key)
        day = START + 99 * A_WEEK
        possible = {trigger for trigger in process.triggers if case.check(trigger, on=day).possible}
        assert possible == {t.trigger for t in process.transitions if t.source == phase.key}
        assert set(case.options(on=day)) == possible


@pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)
def test_a_plan_leads_to_every_phase(process: gs.Process) -> None:
    """Recording what the plans ask for leads to every phase, and every step taken stays supported."""
    for phase in process.phases:
        case = case_in(process, phase.key)
        assert case.phase == phase.key
        assert case.review() == ()
