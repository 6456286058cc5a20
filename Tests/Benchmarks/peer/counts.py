# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Jeffreys limits of counts, from an incomplete beta function of its own: numpy has none."""

import functools
import math


def continued(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (Lentz's method)."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    result = d
    for m in range(1, 10_000):
        for factor in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                       -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d, c = 1 + factor * d, 1 + factor / c
            d, c = 1 / (d if abs(d) > tiny else tiny), c if abs(c) > tiny else tiny
            result *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return result


def probability(a: float, b: float, x: float) -> float:
    """How likely a beta distribution is at most x."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * continued(a, b, x) / a
    return 1 - front * continued(b, a, 1 - x) / b


def quantile(a: float, b: float, p: float) -> float:
    """By bisection, to the last bit."""
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        low, high = (middle, high) if probability(a, b, middle) < p else (low, middle)


@functools.lru_cache(maxsize=None)
def jeffreys(events: int, n: int) -> tuple[float, float]:
    """The 95 % limits of a share: quantiles of Beta(events + 1/2, n - events + 1/2)."""
    a, b = events + 0.5, n - events + 0.5
    return (0.0 if events == 0 else quantile(a, b, 0.025),
            1.0 if events == n else quantile(a, b, 0.975))
