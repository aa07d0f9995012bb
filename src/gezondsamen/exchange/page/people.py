"""Who takes part, in which roles, and what is agreed; and where the other processes stand."""

from __future__ import annotations

from gezondsamen.decision.wording import capitalised, day_text, listing, say
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.facts import RoleAssigned
from gezondsamen.exchange.page.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.opening import phase_text, track_text
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.page.words import term


def parties(view: View) -> Markup:
    """Return the parties, and their roles; persons are not named."""
    lang, known = view.lang, view.dossier.known
    gone = [(m.party.name or m.party.id, m.left[0]) for m in known.members.values() if m.left is not None]
    outside = [e.fact.role for e in known.of(RoleAssigned) if e.fact.party is None]
    parts: list[Markup] = []
    if view.dossier.parties:
        parts.append(_party_table(view))
    else:
        parts.append(element("p", say(lang, "Er doet nog niemand mee.", "Nobody takes part yet.")))
    if outside:
        roles = listing([_term(view, "role", role) for role in dict.fromkeys(outside)], lang)
        text = say(lang, f"Iemand van buiten de partijen is: {roles}.", f"Somebody from outside is: {roles}.")
        parts.append(element("p", text))
    if gone:
        names = listing([f"{name} ({day_text(day, lang)})" for name, day in gone], lang)
        text = say(lang, f"Doet niet meer mee: {names}.", f"No longer take part: {names}.")
        parts.append(element("p", text))
    return join(parts)


def _party_table(view: View) -> Markup:
    lang, known = view.lang, view.dossier.known
    roles: dict[str, list[str]] = {}
    for entry in known.of(RoleAssigned):
        if entry.fact.party is not None:
            holder = known.heirs.get(entry.fact.party, entry.fact.party)
            roles.setdefault(holder, []).append(_term(view, "role", entry.fact.role))
    rows: list[tuple[Child, ...]] = []
    for party in view.dossier.parties:
        kind = _term(view, "party_kind", party.kind)
        inside = say(lang, " (eigen organisatie)", " (own organisation)") if party.internal else ""
        rows.append(
            (
                party.name or party.id,
                kind + inside,
                ", ".join(_term(view, "sector", sector) for sector in party.sectors),
                ", ".join(dict.fromkeys(roles.get(party.id, ())))
                or say(lang, "nog geen rol vastgelegd", "no role on record yet"),
                day_text(known.members[party.id].joined[0], lang),
            )
        )
    count = len(rows)
    caption = say(
        lang,
        f"{count} {'partij doet' if count == 1 else 'partijen doen'} mee",
        f"{count} {'party takes' if count == 1 else 'parties take'} part",
    )
    heads = (
        say(lang, "Partij", "Party"),
        say(lang, "Soort", "Kind"),
        say(lang, "Sector", "Sector"),
        say(lang, "Rol", "Role"),
        say(lang, "Vastgelegd vanaf", "On record since"),
    )
    return table(caption, heads, rows)


def agreements(view: View) -> Markup:
    """Return the agreements as they stand, each with its phase."""
    lang = view.lang
    if not view.dossier.agreements:
        return element("p", say(lang, "Er is nog geen overeenkomst.", "There is no agreement yet."))
    heads = (
        say(lang, "Overeenkomst", "Agreement"),
        say(lang, "Fase", "Phase"),
        say(lang, "Looptijd", "Term"),
        say(lang, "Partijen en handtekeningen", "Parties and signatures"),
        say(lang, "Afspraken over", "Clauses on"),
    )
    rows = [_agreement_cells(view, agreement) for agreement in view.dossier.agreements]
    return table(
        say(lang, "Overeenkomsten en hun stand", "Agreements and how they stand"),
        heads,
        rows,
        class_="agreements",
    )


def _agreement_cells(view: View, agreement: Agreement) -> tuple[Child, ...]:
    lang = view.lang
    track = view.dossier.known.tracks.get(agreement.id)
    phase = (
        capitalised(phase_text(view.process_of(track), track.phase, lang))
        if track is not None
        else say(lang, "fase niet bijgehouden", "phase not tracked")
    )
    signed = {signature.party for signature in agreement.signatures}
    kind = _term(view, "agreement_kind", agreement.kind)
    main = say(lang, "hoofdovereenkomst", "principal agreement") if agreement.principal else ""
    form = _term(view, "agreement_form", agreement.form) if agreement.form else ""
    about = ", ".join(part for part in (kind, form, main) if part)
    count, duty = len(agreement.parties), [party for party in agreement.obliged if party in signed]
    who = say(
        lang,
        f"{count} {'partij' if count == 1 else 'partijen'}, {len(agreement.obliged)} met een verplichting; "
        f"daarvan {len(duty)} getekend",
        f"{count} {'party' if count == 1 else 'parties'}, {len(agreement.obliged)} with an obligation; "
        f"of those {len(duty)} signed",
    )
    return (
        join(element("span", agreement.id, class_="rule-name"), element("span", about, class_="small")),
        phase,
        _term_text(agreement, lang),
        who,
        ", ".join(_term(view, "clause", clause) for clause in agreement.clauses)
        or say(lang, "nog niets", "nothing yet"),
    )


def _term_text(agreement: Agreement, lang: str) -> str:
    parts = []
    if agreement.start is not None:
        parts.append(say(lang, "vanaf ", "from ") + day_text(agreement.start, lang))
    if agreement.end is not None:
        parts.append(say(lang, "tot en met ", "through ") + day_text(agreement.end, lang))
    return " ".join(parts) or say(lang, "niet vastgelegd", "not on record")


def tracks(view: View) -> Markup | None:
    """Return where the other processes stand, or nothing where this is the only one."""
    lang = view.lang
    agreed = view.dossier.known.agreements
    others = [t for t in view.dossier.tracks if t.name != view.track.name and t.name not in agreed]
    if not others:
        return None
    heads = (
        say(lang, "Proces", "Process"),
        say(lang, "Fase", "Phase"),
        say(lang, "Sinds", "Since"),
    )
    rows = [
        (
            track_text(view, track),
            capitalised(phase_text(view.process_of(track), track.phase, lang)),
            day_text(track.entered[0], lang),
        )
        for track in others
    ]
    return table(say(lang, "Andere processen van deze samenwerking", "Other processes here"), heads, rows)


def _term(view: View, scheme: str, key: str) -> str:
    return term(view.case.processes, scheme, key, view.lang)
