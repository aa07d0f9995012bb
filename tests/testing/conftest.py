"""Walks are long: fewer of them, and the same ones each time; the laws of the tools go with them."""

from hypothesis import HealthCheck, settings

from tests.support.profiles import examples

settings.register_profile(
    "walks",
    deadline=None,
    derandomize=True,
    max_examples=examples(12),
    stateful_step_count=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
