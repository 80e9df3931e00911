"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("any-machine", deadline=None)  # how fast a case runs is no matter of the tests
settings.load_profile("any-machine")
