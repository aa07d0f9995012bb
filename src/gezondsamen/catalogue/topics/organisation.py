"""Topics of the organisation: roles, consultation, agreements, and the part of the municipality."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

ORGANISATION = terms(
    "topic",
    ("role_rationale", "rolverdeling naar wens en deskundigheid", "division of roles by wish and expertise"),
    ("tasks_divided", "taakverdeling", "division of tasks"),
    ("role_needed", "benodigde rol", "role needed"),
    ("responsible_department", "verantwoordelijke GGD-afdeling", "responsible GGD department"),
    (
        "ggd_working_agreements",
        "werkafspraken tussen GGD-afdelingen",
        "working agreements between GGD departments",
    ),
    ("contact_known", "aanspreekpunt dat de gemeente kent", "contact point known to the municipality"),
    ("consultation_strategic", "strategisch overleg", "strategic consultation"),
    ("consultation_tactical", "tactisch overleg", "tactical consultation"),
    ("consultation_operational", "operationeel overleg", "operational consultation"),
    ("school_alignment", "wie met de school afstemt", "who aligns with the school"),
    ("recording_decision", "besluit over vastleggen en vorm", "decision on recording and form"),
    (
        "agreement_acknowledged",
        "erkenning van de afspraken door de school",
        "acknowledgement of the agreement by the school",
    ),
    (
        "involvement_preparation",
        "betrokkenheid van de gemeente bij de voorbereiding",
        "involvement of the municipality in preparation",
    ),
    (
        "involvement_policy_making",
        "betrokkenheid van de gemeente bij de beleidsvorming",
        "involvement of the municipality in policy-making",
    ),
    (
        "involvement_execution",
        "betrokkenheid van de gemeente bij de uitvoering",
        "involvement of the municipality in execution",
    ),
    (
        "involvement_evaluation",
        "betrokkenheid van de gemeente bij de evaluatie",
        "involvement of the municipality in evaluation",
    ),
    ("effort_basis", "waarop de inzet is gebaseerd", "basis of the effort"),
)
