"""What the exit code says, and the refusal that ends a command with one."""

from __future__ import annotations

from models.text import Message, Text

FINE = 0
VIOLATED = 1
"""The plan breaks a rule, or the input contradicts itself: there can be no plan."""
WRONG = 2
"""Wrong usage or bad input; nothing was written."""
NO_PLAN = 3
"""Neither a plan nor a proof that there is none: out of time or memory, or stopped."""
NOT_WRITTEN = 4
"""The result was not written, or not all of it: the disk is full, a file is open, Ctrl-C while writing."""


class Refused(Exception):
    """A command ends here: what to tell the user, and the exit code."""

    def __init__(self, message: Message | Text, code: int = WRONG) -> None:
        super().__init__(message.in_("en"))
        self.message = message
        self.code = code
