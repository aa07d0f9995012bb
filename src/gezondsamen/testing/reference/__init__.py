"""The second reading: what the library should answer, written once more, slowly and obviously.

An executable specification over the bare list of entries: `record` says what is on record, `conditions` what
each kind of condition means, `waivers` what a waiver covers, `checks` what becomes of each rule, `schedule`
what a schedule holds, `rhythms` what is due and overdue. Each function is the sentence of the documentation
above it, and no more. Nothing here uses what the library itself answers with, nor keeps anything for later;
speed is no aim.
"""
