"""Topics of the shared purpose: why parties collaborate, their ambitions, interests and goals."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

PURPOSE = terms(
    "topic",
    ("purpose", "doel van de samenwerking", "purpose of the collaboration"),
    ("rationale", "reden van de samenwerking", "reason for the collaboration"),
    ("vision", "integrale visie", "integral vision"),
    ("vision_domain", "beleidsterrein in de visie", "policy domain in the vision"),
    ("vision_problem", "gedeeld beeld van het probleem", "shared view of the problem"),
    ("vision_result", "gedeeld beeld van het resultaat", "shared view of the result"),
    ("added_value", "gezamenlijke meerwaarde", "joint added value"),
    ("party_ambition", "eigen ambitie", "own ambition"),
    ("party_interest", "eigen belang", "own interest"),
    ("interest_disclosed", "openheid over het eigen belang", "openness about own interest"),
    (
        "interest_recognised",
        "herkenning van het eigen belang in de ambitie",
        "recognition of own interest in the ambition",
    ),
    ("backing", "ruggespraak met de achterban", "backing asked of own organisation"),
    ("single_plenary_reason", "waarom één plenair overleg genoeg is", "why one plenary meeting is enough"),
    ("goal_individual", "eigen doel", "own goal"),
    ("goal_joint", "gezamenlijk doel", "joint goal"),
    ("goal_societal", "maatschappelijk doel", "societal goal"),
    ("network_goal", "netwerkdoel", "network goal"),
    ("joint_success", "gezamenlijk succes", "joint success"),
    ("goal_reached", "bereikt doel", "goal reached"),
    ("end_date_reached", "bereikte einddatum", "end date reached"),
    ("goal_beyond_certificate", "doel dat verder gaat dan het vignet", "goal beyond the certificate"),
)
