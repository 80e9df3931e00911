"""What people mean by the same word: spelling folded, and the nearest spelling found."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LATIN = str.maketrans("abcehkmoptxy", "авсенкмортху")
MARKS = re.compile(r"[\s«»\"'“”„‘’`.\u200b\ufeff]+")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """One form for ё and е, case, spaces, full stops, quotes, dashes, № and N, Latin look-alikes."""
    text = unicodedata.normalize("NFKC", text.replace("№", "N")).casefold().replace("ё", "е")
    text = re.sub("[‐‑‒–—−]", "-", text)
    return MARKS.sub("", text).translate(LATIN)


@lru_cache(maxsize=100_000)
def fold_class(text: str) -> str:
    """Like ``fold``; hyphens in the name of a class do not count either: 10-А is 10А."""
    return fold(text).replace("-", "")


def nearest(text: str, known: Iterable[str], number: int = 1) -> list[str]:
    """The known spellings nearest to a text, best first; none if nothing is near."""
    by_fold = {fold(word): word for word in known if len(word) < 200}
    found = difflib.get_close_matches(fold(text[:200]), list(by_fold), n=number, cutoff=0.55)
    return [by_fold[word] for word in found]
