"""The laws: functions that raise `AssertionError` where a process or a case does not obey one."""
