# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Plain Monte Carlo of levels and weights with numpy: nothing clever, so that it can be trusted."""

import numpy as np

Z = 1.959963984540054


def drawn(d, rng, count: int) -> np.ndarray:
    """Draws of one distribution of the pack."""
    if d.kind == "exact" or d.kind != "beta" and d.low == d.high:
        return np.full(count, d.point)
    if d.kind == "normal":
        return rng.normal(d.estimate, (d.high - d.low) / (2 * Z), count)
    if d.kind == "lognormal":
        low, high = np.log(d.low), np.log(d.high)
        return np.exp(rng.normal((low + high) / 2, (high - low) / (2 * Z), count))
    if d.kind == "beta":
        return d.scale * rng.beta(d.events + 0.5, d.n - d.events + 0.5, count)
    if d.kind == "triangular":
        return rng.triangular(d.low, d.estimate, d.high, count)
    if d.kind == "uniform":
        return rng.uniform(d.low, d.high, count)
    raise ValueError(f"no draws of a distribution {d.kind}")


def levels(table, j: int, rng, count: int) -> np.ndarray:
    """Levels of every alternative on a criterion; one that stands on another shares its draws."""
    found: dict[int, np.ndarray] = {}

    def level(i: int) -> np.ndarray:
        if i not in found:
            own, base = drawn(table.cells[j][i].distribution, rng, count), table.base(i, j)
            found[i] = own if base is None else (
                level(base) + own if table.cells[j][i].operation == "sum" else level(base) * own)
        return found[i]

    return np.array([level(i) for i in range(len(table.alternatives))])


def values(table, columns, rng, count: int, kind=np.float64) -> np.ndarray:
    """Partial values as [criterion][alternative][draw]."""
    return np.array([table.value(j, levels(table, j, rng, count)) for j in columns], kind)


class Draws:
    """Random numbers for weights, drawn once for each number of criteria."""

    def __init__(self, rng, count: int, sigma: float, kind=np.float64):
        self.rng, self.count, self.sigma, self.kind, self.made = rng, count, sigma, kind, {}

    def kept(self, name: str, n: int, make) -> np.ndarray:
        if (name, n) not in self.made:
            self.made[name, n] = make((n, self.count)).astype(self.kind)
        return self.made[name, n]

    def errors(self, n: int): return self.kept("errors", n, lambda s: np.exp(self.sigma * self.rng.standard_normal(s)))
    def exponential(self, n: int): return self.kept("exponential", n, lambda s: self.rng.exponential(size=s))
    def uniform(self, n: int): return self.kept("uniform", n, self.rng.random)


def weights(profile, draws: Draws):
    """Weights as [criterion][draw] with sum 1, and how much each draw counts (None: all alike)."""
    n = len(profile.criteria)
    if profile.ranks is not None:
        # Uniform on the ordered simplex: normalised exponentials y, w_k = sum of y_i / i for i >= k.
        y = draws.exponential(n) / np.arange(1, n + 1, dtype=draws.kind)[:, None]
        ordered = np.cumsum(y[::-1], axis=0)[::-1]
        ranks = np.asarray(profile.ranks)
        order, w = np.argsort(ranks, kind="stable"), np.empty_like(ordered)
        for rank in np.unique(ranks):  # ties share the mean of their places
            w[ranks == rank] = ordered[ranks[order] == rank].mean(axis=0)
        return w / w.sum(axis=0), None
    if profile.box is not None:
        low, high = np.array(profile.box).T[:, :, None] / 100
        t = low + (high - low) * draws.uniform(n)
        total = t.sum(axis=0)
        importance = (n / total) ** n  # the density of the simplex, up to a factor
        return t / total, importance / importance.mean()
    w = np.asarray(profile.weights, draws.kind)[:, None] * draws.errors(n)
    return w / w.sum(axis=0), None


class Mean:
    """A mean over the draws, and its standard error when it is asked for."""

    def __init__(self, x: np.ndarray, importance):
        self.x, self.importance = x, importance
        self.value = float(x.mean(dtype=np.float64) if importance is None else (importance * x).mean())

    @property
    def error(self) -> float:
        off = self.x - self.value
        return float((off if self.importance is None else self.importance * off).std()) / len(off) ** 0.5


class Simulated:
    """Ranks, shares and totals of some alternatives (rows)."""

    def __init__(self, v: np.ndarray, w: np.ndarray, importance, rows: list[int]):
        self.v, self.w, self.importance, self.rows = v, w, importance, rows
        self.totals = {i: sum(w[j] * v[j, i] for j in range(len(w))) for i in rows}
        mean = lambda x: Mean(x, importance)
        self.weights = [mean(x) for x in w]
        self.means = {i: mean(t) for i, t in self.totals.items()}
        beats = {(i, k): self.totals[i] > self.totals[k] for i in rows for k in rows if i != k}
        self.above = {pair: mean(b) for pair, b in beats.items()}
        self.ranks = {}
        for i in rows:
            rank = 1 + sum(beats[k, i].astype(np.int8) for k in rows if k != i)
            self.ranks[i] = [mean(rank == place) for place in range(1, len(rows) + 1)]

    @property
    def entropy(self) -> float:
        """How open it is which alternative comes first, in bits."""
        shares = np.array([self.ranks[i][0].value for i in self.rows])
        return float(max(0, -np.sum(shares * np.log2(shares, where=shares > 0, out=np.zeros(len(shares))))))

    def worth(self, pair: list[int]) -> dict:
        """The value of knowing more about two alternatives (decision-model 2.7)."""
        a, b = pair
        ew = np.array([x.value for x in self.weights])
        ev = np.array([[Mean(self.v[j, i], None).value for i in pair] for j in range(len(ew))])
        lead = self.totals[a] - self.totals[b]
        known = Mean(lead, self.importance).value
        d = self.v[:, a] - self.v[:, b]
        # max(a, b) - max of the means = (|a - b| - |mean of a - b|) / 2, the means being the same
        half = lambda x, importance: Mean((np.abs(x) - abs(known)) / 2, importance)
        parts = ew * (ev[:, 0] - ev[:, 1])
        return {"perfect": half(lead, self.importance),
                "preferences": half(sum(w * (e[0] - e[1]) for w, e in zip(self.w, ev)), self.importance),
                "evidence": half(sum(w * x for w, x in zip(ew, d)), None),
                "evidenceOn": [half(w * x + (parts.sum() - part), None) for w, x, part in zip(ew, d, parts)]}

    def standing(self, pair: list[int], lead: int):
        """Of two alternatives: leader by expected totals (ties: the one given), rival, margin, share."""
        other = pair[0] if pair[1] == lead else pair[1]
        first, second = (other, lead) if self.means[other].value > self.means[lead].value else (lead, other)
        return first, second, 100 * (self.means[first].value - self.means[second].value), self.above[first, second].value
