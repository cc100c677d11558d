"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes tells of the machine, not of the code: speed is measured in bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
