"""The laws of a store, as tests that a host inherits: nothing is lost, nobody overwrites anybody."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from typing import Any, Final

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import PartyJoined, Stated
from gezondsamen.dossier.parties import Party
from gezondsamen.errors import InvalidArgument
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.store.protocol import CaseExists, CaseStore, NotAppended, StaleVersion, UnknownCase
from gezondsamen.testing.laws.demand import demand
from gezondsamen.testing.strategies.cases import collaborations, shipped_processes

START: Final = date(2024, 1, 8)
WRITERS: Final = 4
TIMES: Final = 5


class CaseStoreTests:
    """Have a store tried: inherit, say how one is made, and let pytest collect the class.

    `store` returns an empty one whenever it is called. `again` returns the same store as another process
    of the host would open it; a store that lives in memory alone returns the one that it was given.

    >>> class TestOurs(CaseStoreTests):
    ...     def store(self) -> CaseStore:
    ...         from gezondsamen.store import Store
    ...
    ...         return Store("sqlite://")
    >>> TestOurs().test_an_unknown_case_is_refused()
    """

    process: Process = PROCESSES["pps"]
    """The process of the cases that are made here; drawn ones run through any that ships."""

    def store(self) -> CaseStore:
        """Return an empty store."""
        raise NotImplementedError

    def again(self, store: CaseStore) -> CaseStore:
        """Return the store as another process would open it."""
        return store

    def case(self, ident: str = "case") -> Collaboration:
        """Return a case of a few entries."""
        case = Collaboration.start(self.process, id=ident, title=f"Titel van {ident}", on=START, by="u-1")
        return said(said(case, "één"), "twee")

    # --- what comes back ---------------------------------------------------------------------------------

    @given(data=st.data())
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def test_every_case_comes_back_as_it_was(self, data: st.DataObject) -> None:
        """What was created and saved is loaded as an equal case, with its entries in order."""
        store = self.store()
        case = data.draw(shipped_processes().flatmap(collaborations))
        number = data.draw(st.integers(1, case.version))
        before = case
        while number < case.version:
            try:
                before = Collaboration.replay(case.processes, case.entries_after(0)[:number])
                break
            except InvalidArgument:  # what belongs together was entered together
                number += 1
        store.create(before)
        store.save(before, case)
        loaded = self.again(store).load(case.id)
        demand(loaded == case, "a store gives back what it was given", before.version)
        demand([e.number for e in loaded.entries_after(0)] == list(range(1, case.version + 1)), "in order")

    def test_who_entered_what_is_kept(self) -> None:
        """Who entered a fact, on whose behalf and when comes back, with the offset of the clock."""
        store = self.store()
        kind = next(iter(self.process.vocabulary["party_kind"]))
        joined = PartyJoined(START, Party("a", "Gemeente", kind))
        clock = datetime.combine(START, time(12, 30), timezone(timedelta(hours=-3, minutes=-30)))
        case = self.case().record(joined, by="u-2", on_behalf_of="a", recorded_at=clock)
        store.create(self.case())
        store.save(self.case(), case)
        (kept,) = self.again(store).load("case").entries_after(self.case().version)
        demand((kept.by, kept.on_behalf_of) == ("u-2", "a"), "an entry keeps who entered it", kept)
        stamp = kept.recorded_at and kept.recorded_at.isoformat()
        demand(stamp == clock.isoformat(), "an entry keeps when it was entered", kept)

    def test_cases_are_kept_apart(self) -> None:
        """Each case has its own entries, and all ids are listed in order."""
        store = self.store()
        names = ["b", "a", "é", "a/b", "A", "b'--", "%"]
        for name in names:
            store.create(self.case(name))
        store.save(self.case("a"), said(self.case("a"), "drie"))
        demand(set(self.again(store).ids()) == set(names), "every id is listed once", names)
        for name in names:
            demand(store.load(name).version == (4 if name == "a" else 3), "others are left alone", name)

    def test_saving_nothing_changes_nothing(self) -> None:
        """A case without new entries is saved by doing nothing."""
        store = self.store()
        store.create(self.case())
        store.save(self.case(), self.case())
        demand(store.load("case") == self.case(), "nothing was added")

    # --- what is refused ---------------------------------------------------------------------------------

    def test_a_case_is_created_once(self) -> None:
        """A second case with the same id is refused, and the first stays as it was."""
        store = self.store()
        store.create(self.case())
        other = Collaboration.start(self.process, id="case", on=START + timedelta(days=9))
        refused(CaseExists, lambda: store.create(other))
        demand(self.again(store).load("case") == self.case(), "the first case stays")

    def test_an_unknown_case_is_refused(self) -> None:
        """Loading or saving what was never created is refused."""
        store = self.store()
        refused(UnknownCase, lambda: store.load("case"))
        refused(UnknownCase, lambda: store.save(self.case(), said(self.case(), "drie")))

    def test_the_slower_of_two_writers_is_refused(self) -> None:
        """Whoever goes on from an older version writes nothing, also through another connection."""
        store = self.store()
        store.create(self.case())
        other = self.again(store)
        mine, theirs = store.load("case"), other.load("case")
        other.save(theirs, said(theirs, "van hen"))
        refused(StaleVersion, lambda: store.save(mine, said(mine, "van mij")))
        demand(store.load("case") == said(self.case(), "van hen"), "only the first was written")

    def test_only_what_goes_on_is_saved(self) -> None:
        """Entries that were there are not replaced by saving, nor left out."""
        store = self.store()
        store.create(self.case())
        other = Collaboration.start(self.process, id="case", on=START, title="anders")
        for after in (said(said(said(other, "x"), "y"), "z"), other, said(self.case("b"), "b")):
            refused(NotAppended, partial(store.save, self.case(), after))
        demand(store.load("case") == self.case(), "nothing was written")

    def test_all_is_written_or_nothing(self) -> None:
        """When one entry of several cannot be written, none of them is."""
        store = self.store()
        store.create(self.case())
        whole = said(said(self.case(), "drie"), "vier")
        last = whole.entries_after(4)[0]
        unwritable: Any = object()  # as an author: no document can hold it
        broken = Dossier().plus_all(*whole.entries_after(0)[:4], attrs.evolve(last, by=unwritable))
        try:
            store.save(self.case(), Collaboration(whole.processes, broken))
        except Exception:
            pass
        else:
            raise AssertionError("what cannot be written is refused")
        demand(self.again(store).load("case") == self.case(), "nothing was written")
        store.save(self.case(), whole)
        demand(store.load("case") == whole, "the store goes on after an error")

    # --- many at once ------------------------------------------------------------------------------------

    def test_many_writers_lose_nothing(self) -> None:
        """Of what several threads save at once, each again until it is kept, every entry is there once."""
        store = self.store()
        store.create(self.case())

        def write(name: str) -> None:
            own = self.again(store)
            for n in range(TIMES):
                while True:
                    before = own.load("case")
                    try:
                        own.save(before, said(before, f"{name}-{n}"))
                        break
                    except StaleVersion:
                        continue

        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(write, [f"w{n}" for n in range(WRITERS)]))
        told = [e.fact.text for e in self.again(store).load("case").statements("purpose", on=START)]
        wanted = [f"w{w}-{n}" for w in range(WRITERS) for n in range(TIMES)]
        demand(sorted(told[2:]) == sorted(wanted), "every entry is kept, once", told)

    # --- redaction ---------------------------------------------------------------------------------------

    def test_a_redaction_replaces_what_it_changed(self) -> None:
        """After a redaction the text is gone from the store, and everything else stays."""
        store = self.store()
        store.create(said(self.case(), "gesprek met Jansen"))
        before = store.load("case")
        after = before.redact(text="Jansen")
        store.rewrite(before, after)
        loaded = self.again(store).load("case")
        demand(loaded == after, "the redacted case is kept")
        demand(not loaded.mentions("Jansen"), "nothing is left of it")
        store.save(after, said(after, "daarna"))
        demand(store.load("case").version == before.version + 1, "the case goes on")

    def test_a_case_that_gets_another_id_moves(self) -> None:
        """Where the id of a case is redacted, it is found under the new one alone."""
        store = self.store()
        store.create(self.case())
        after = store.load("case").redact(id="case")
        store.rewrite(self.case(), after)
        demand(list(self.again(store).ids()) == [after.id], "it is there once")
        demand(store.load(after.id) == after, "it is whole")
        refused(UnknownCase, lambda: store.load("case"))

    def test_a_redaction_does_not_overwrite_anybody(self) -> None:
        """A redaction of an older version is refused, and so is what changes more than texts and ids."""
        store = self.store()
        store.create(self.case())
        before = store.load("case")
        store.save(before, said(before, "Jansen"))
        refused(StaleVersion, lambda: store.rewrite(before, before.redact(text="twee")))
        refused(NotAppended, lambda: store.rewrite(before, said(before, "drie")))
        demand(store.load("case") == said(before, "Jansen"), "nothing was written")

    def test_what_was_redacted_does_not_come_back(self) -> None:
        """What was read before a redaction is neither redacted nor gone on from: it holds the old text."""
        store = self.store()
        store.create(said(self.case(), "Jansen en Pietersen"))
        before = store.load("case")
        redacted = before.redact(text="Jansen")
        store.rewrite(before, redacted)
        refused(StaleVersion, lambda: store.rewrite(before, before.redact(text="Pietersen")))
        refused(StaleVersion, lambda: store.save(before, said(before, "meer")))
        demand(store.load("case") == redacted, "what was taken out stays out")


def said(case: Collaboration, text: str) -> Collaboration:
    """Return a case with one statement more."""
    return case.record(Stated(START, "purpose", text), by="u-1")


def refused(kind: type[InvalidArgument], call: Callable[[], Any]) -> None:
    """Demand that a call is refused with this error."""
    try:
        call()
    except kind:
        return
    raise AssertionError(f"expected {kind.__name__}")
