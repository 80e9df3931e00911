"""Keeps the answers to questions about one network and one plan, so that every rule may ask afresh."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 4
"""Answers kept a function: networks and plans of an audit that runs, and of the one before."""


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """The function with its last few answers kept.

    Arguments are told apart by identity: networks and plans never change, and comparing two of them
    by value would cost more than most answers. Only positional arguments are understood.
    """
    answers: OrderedDict[tuple[int, ...], tuple[tuple[Any, ...], T]] = OrderedDict()

    @wraps(function)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        key = tuple(id(arg) for arg in args)
        if key in answers:
            answers.move_to_end(key)
            return answers[key][1]
        answer = function(*args, **kwargs)
        answers[key] = (args, answer)  # the arguments are kept as well, so that no id is used again
        if len(answers) > KEPT:
            answers.popitem(last=False)
        return answer

    return ask
