"""Facts without a day, with fields that they do not have, or with values of another type."""

from datetime import date

import gezondsamen as gs

DAY = date(2024, 1, 8)

gs.Stated(topic="purpose", text="…")  # error: [call-arg]
gs.Stated(on="2024-01-08", topic="purpose")  # error: [arg-type]
gs.Stated(on=DAY)  # error: [call-arg]
gs.Stated(on=DAY, topic=gs.Label(nl="doel", en="purpose"))  # error: [arg-type]
gs.Stated(on=DAY, topic="purpose", party="gemeente")  # error: [call-arg]
gs.Stated(on=DAY, topic="purpose", holds="no")  # error: [arg-type]
gs.Quantified(on=DAY, topic="budget")  # error: [call-arg]
gs.Quantified(on=DAY, topic="budget", amount="12")  # error: [arg-type]
gs.PartyJoined(on=DAY, party="gemeente")  # error: [arg-type]
gs.Party(id="gemeente", name="Gemeente Waterstad")  # error: [call-arg]
gs.Met(DAY, "plenary", 3)  # error: [arg-type]
gs.Signed(DAY, "convenant")  # error: [call-arg]
gs.AgreementDrafted(DAY, "convenant", "covenant", end="2026")  # error: [arg-type]
gs.EvaluationPlanned(DAY, "progress_talk", every=3)  # error: [arg-type]
gs.WaiverGranted(DAY, "KEN-01", reason="…")  # error: [call-arg]


def topic(fact: gs.Fact) -> str:
    return fact.topic  # error: [union-attr]
