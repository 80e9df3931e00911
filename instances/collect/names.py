"""Whether two names may be one person's: the slips that people make when they copy a list by hand."""

from __future__ import annotations

import re

from instances.fold import fold


def tidy(name: str) -> str:
    """The name with single spaces."""
    return " ".join(name.split())


def may_be_same(one: str, other: str) -> bool:
    """Near but not the same: parts swapped, one letter off, initials, or the patronymic left out.

    Names that differ in a digit are different: people number what they must not mix up.
    """
    mine, theirs = _parts(one), _parts(other)
    if "".join(mine) == "".join(theirs):
        return False
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    if sorted(mine) == sorted(theirs):
        return True
    if _one_slip("".join(mine), "".join(theirs)) or _one_slip("".join(sorted(mine)), "".join(sorted(theirs))):
        return True
    return len(mine) > 1 and len(theirs) > 1 and _abbreviates(mine, theirs)


def _parts(name: str) -> list[str]:
    """The folded parts of a name; initials written together come apart."""
    return [fold(part) for part in re.split(r"[\s.\-]+", name) if fold(part)]


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, added, or changed places with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _abbreviates(one: list[str], other: list[str]) -> bool:
    """Whether the shorter list says the longer one in brief: same surname, then initials or fewer parts."""
    short, long = sorted((one, other), key=len)
    if short[0] != long[0]:
        return False
    return all(
        part == full or (min(len(part), len(full)) == 1 and part[0] == full[0])
        for part, full in zip(short, long, strict=False)
    )
