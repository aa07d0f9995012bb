"""What all tests share: hypothesis judges laws, never how long they take."""

from hypothesis import settings

settings.register_profile("gezondsamen", deadline=None, max_examples=60)
settings.load_profile("gezondsamen")
