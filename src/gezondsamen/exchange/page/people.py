"""Who takes part, in which roles, and what is agreed; and where the other processes stand."""

from __future__ import annotations

from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.facts import RoleAssigned
from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.opening import phase_text, track_text
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language, capitalised
from gezondsamen.prose import case_page as words


def parties(view: View) -> Markup:
    """Return the parties, and their roles; persons are not named."""
    say, known = view.say, view.dossier.known
    gone = [(m.party.name or m.party.id, m.left[0]) for m in known.members.values() if m.left is not None]
    outside = [e.fact.role for e in known.of(RoleAssigned) if e.fact.party is None]
    parts: list[Markup] = []
    if view.dossier.parties:
        parts.append(_party_table(view))
    else:
        parts.append(element("p", say(*words.NOBODY_TAKES_PART_YET)))
    if outside:
        roles = say.listing([_term(view, "role", role) for role in dict.fromkeys(outside)])
        text = say(*words.SOMEBODY_FROM_OUTSIDE, roles=roles)
        parts.append(element("p", text))
    if gone:
        names = say.listing([f"{name} ({say.day(day)})" for name, day in gone])
        text = say(*words.NO_LONGER_TAKE_PART, names=names)
        parts.append(element("p", text))
    return join(parts)


def _party_table(view: View) -> Markup:
    say, known = view.say, view.dossier.known
    roles: dict[str, list[str]] = {}
    for entry in known.of(RoleAssigned):
        if entry.fact.party is not None:
            holder = known.heirs.get(entry.fact.party, entry.fact.party)
            roles.setdefault(holder, []).append(_term(view, "role", entry.fact.role))
    rows: list[tuple[Child, ...]] = []
    for party in view.dossier.parties:
        kind = _term(view, "party_kind", party.kind)
        inside = say(*words.OWN_ORGANISATION) if party.internal else ""
        rows.append(
            (
                party.name or party.id,
                kind + inside,
                ", ".join(_term(view, "sector", sector) for sector in party.sectors),
                ", ".join(dict.fromkeys(roles.get(party.id, ()))) or say(*words.NO_ROLE_ON_RECORD_YET),
                say.day(known.members[party.id].joined[0]),
            )
        )
    count = len(rows)
    caption = say.count(count, *words.PARTIES_TAKE_PART)
    heads = (
        say(*words.PARTY),
        say(*words.KIND),
        say(*words.SECTOR),
        say(*words.ROLE),
        say(*words.JOINED_SINCE),
    )
    return table(caption, heads, rows)


def agreements(view: View) -> Markup:
    """Return the agreements as they stand, each with its phase."""
    say = view.say
    if not view.dossier.agreements:
        return element("p", say(*words.NO_AGREEMENT_YET))
    heads = (
        say(*words.AGREEMENT),
        say(*words.PHASE),
        say(*words.TERM),
        say(*words.PARTIES_AND_SIGNATURES),
        say(*words.CLAUSES_ON),
    )
    rows = [_agreement_cells(view, agreement) for agreement in view.dossier.agreements]
    return table(say(*words.AGREEMENTS_STAND), heads, rows, class_="agreements")


def _agreement_cells(view: View, agreement: Agreement) -> tuple[Child, ...]:
    say = view.say
    track = view.dossier.known.tracks.get(agreement.id)
    phase = (
        capitalised(phase_text(view.process_of(track), track.phase, say))
        if track is not None
        else say(*words.PHASE_NOT_TRACKED)
    )
    signed = {signature.party for signature in agreement.signatures}
    kind = _term(view, "agreement_kind", agreement.kind)
    main = say(*words.PRINCIPAL_AGREEMENT) if agreement.principal else ""
    form = _term(view, "agreement_form", agreement.form) if agreement.form else ""
    about = ", ".join(part for part in (kind, form, main) if part)
    count, duty = len(agreement.parties), [party for party in agreement.obliged if party in signed]
    who = say(
        *words.PARTIES_AND_DUTIES,
        parties=say.count(count, *words.COUNTED_PARTIES),
        obliged=len(agreement.obliged),
        signed=len(duty),
    )
    return (
        join(element("span", agreement.id, class_="rule-name"), element("span", about, class_="small")),
        phase,
        _term_text(agreement, say),
        who,
        ", ".join(_term(view, "clause", clause) for clause in agreement.clauses) or say(*words.NOTHING_YET),
    )


def _term_text(agreement: Agreement, say: Language) -> str:
    parts = []
    if agreement.start is not None:
        parts.append(say(*words.FROM) + say.day(agreement.start))
    if agreement.end is not None:
        parts.append(say(*words.THROUGH) + say.day(agreement.end))
    return " ".join(parts) or say(*words.NOT_ON_RECORD)


def tracks(view: View) -> Markup | None:
    """Return where the other processes stand, or nothing where this is the only one."""
    say = view.say
    agreed = view.dossier.known.agreements
    others = [t for t in view.dossier.tracks if t.name != view.track.name and t.name not in agreed]
    if not others:
        return None
    heads = (
        say(*words.PROCESS),
        say(*words.PHASE),
        say(*words.SINCE),
    )
    rows = [
        (
            track_text(view, track),
            capitalised(phase_text(view.process_of(track), track.phase, say)),
            say.day(track.entered[0]),
        )
        for track in others
    ]
    return table(say(*words.OTHER_PROCESSES_HERE), heads, rows)


def _term(view: View, scheme: str, key: str) -> str:
    """Return the label of a term in the first process that knows it, or its key."""
    found = (process.term(scheme, key) for process in view.case.processes)
    return next((view.say.label(term.label) for term in found if term is not None), key)
