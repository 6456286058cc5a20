# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Plain Monte Carlo of levels and weights with numpy: nothing clever, so that it can be trusted.

Uniform draws of weights in a given order: Tervonen and Lahdelma, European Journal of Operational Research
2007; 178: 500-513.
"""

import numpy as np

from pack import Z


def drawn(d, rng, count: int) -> np.ndarray:
    """Draws of one distribution of the pack."""
    if d.kind == "exact" or d.kind != "beta" and d.low == d.high:
        return np.full(count, d.estimate)
    if d.kind == "normal":
        return rng.normal(d.estimate, (d.high - d.low) / (2 * Z), count)
    if d.kind == "lognormal":
        low, high = np.log(d.low), np.log(d.high)
        return np.exp(rng.normal((low + high) / 2, (high - low) / (2 * Z), count))
    if d.kind == "beta":
        return d.scale * rng.beta(d.events + 0.5, d.n - d.events + 0.5, count)
    if d.kind == "triangular":
        return rng.triangular(d.low, d.given, d.high, count)
    return rng.uniform(d.low, d.high, count)


def differences(levels: dict, first: str, second: str, rng, count: int) -> np.ndarray:
    """Differences in value as [criterion][draw]; two levels that stand on one share its draws."""
    found = []
    for table in levels.values():
        own: dict[str, np.ndarray] = {}

        def quantity(alternative, distribution):
            if alternative not in own:
                own[alternative] = drawn(distribution, rng, count)
            return own[alternative]

        found.append(table.value(table.level(first, quantity)) - table.value(table.level(second, quantity)))
    return np.array(found)


def weights(profile, ids: list[str], sigma: float, rng, count: int):
    """Weights of some criteria as [criterion][draw], up to a factor, and how much each draw counts (None: alike).

    Errors are those of these criteria; orders and ranges are drawn for the whole list."""
    places, n = [profile.criteria.index(id) for id in ids], len(profile.criteria)
    if profile.ranks is not None:
        # Uniform on the ordered simplex: normalised exponentials y, w_k = sum of y_i / i for i >= k.
        y = rng.exponential(size=(n, count)) / np.arange(1, n + 1)[:, None]
        ordered = np.cumsum(y[::-1], axis=0)[::-1]
        ranks = np.asarray(profile.ranks)
        order, w = np.argsort(ranks, kind="stable"), np.empty_like(ordered)
        for rank in np.unique(ranks):  # ties share the mean of their places
            w[ranks == rank] = ordered[ranks[order] == rank].mean(axis=0)
        return w[places], None
    if profile.box is not None:
        low, high = np.array(profile.box).T[:, :, None] / 100
        t = low + (high - low) * rng.random((n, count))
        importance = (n / t.sum(axis=0)) ** n  # the density of the simplex, up to a factor
        return t[places], importance / importance.mean()
    return profile.weights_of(ids)[:, None] * np.exp(sigma * rng.standard_normal((len(ids), count))), None


def share(d: np.ndarray, w: np.ndarray, importance) -> tuple[float, float]:
    """In what share of the draws the sum is above zero, with its standard error."""
    ahead = np.einsum("kn,kn->n", w, d) > 0
    if importance is None:
        p = float(ahead.mean())
        return p, (p * (1 - p) / len(ahead)) ** 0.5
    p = float((importance * ahead).mean())
    return p, float((importance * (ahead - p)).std()) / len(ahead) ** 0.5
