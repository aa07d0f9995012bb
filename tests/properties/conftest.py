"""Walks are long: fewer of them, and the same ones each time."""

from hypothesis import HealthCheck, settings

from tests.support.profiles import examples

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=examples(30),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
