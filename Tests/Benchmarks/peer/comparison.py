# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Two alternatives on the criteria of a question under one reading, in closed form at stated weights.

The model is additive: the margin is 100 times the sum of weight times difference in mean value
(Keeney and Raiffa 1976). What would turn it: one weight, the others keeping their proportions (Barron and
Schmidt, Operations Research 1988; 36: 122-127), and one level at its limits (a tornado diagram: Eschenbach,
Interfaces 1992; 22: 40-46).
"""

import numpy as np

SMALLEST = 1e-12  # what is nearer to zero counts as zero


def flips(d, w, k: int) -> dict:
    """The weights of one criterion at which the leader is caught up; d: differences in value, leader's first."""
    others = [j for j in range(len(w)) if j != k]
    if not others:
        return {}
    remaining = w[others].sum()
    rest = d[others] @ w[others] / remaining if remaining > 0 else d[others].mean()
    assumed = bool(remaining == 0 and len(others) > 1)  # nothing is known of their proportions: equal ones
    now = w[k] / (w[k] + remaining)
    a, b = (0.0 if abs(x) <= SMALLEST else x for x in (d[k], rest))
    if abs(now * a + (1 - now) * b) <= SMALLEST:
        at, direction = now, "up" if a < b and now < 1 else "down" if a > b and now > 0 else None
    elif a * b < 0:
        at = b / (b - a)
        direction = "up" if at > now else "down"
    else:
        return {}
    return {direction: {"now": now, "at": at, "assumed": assumed}} if direction else {}


class Comparison:
    def __init__(self, levels: dict, first: str, second: str, weights):
        self.levels, self.first, self.second, self.w = levels, first, second, weights
        self.ids = list(levels)
        self.d = np.array([levels[id].difference(first, second) for id in self.ids])
        self.level_differences = [levels[id].mean(first) - levels[id].mean(second) for id in self.ids]
        self.contributions = 100 * weights * self.d
        self.margin = float(self.contributions.sum())
        self.sign = 1 if self.margin >= 0 else -1
        self.leader, self.rival = (first, second) if self.sign > 0 else (second, first)
        at_estimates = [v.value(v.estimate(first)) - v.value(v.estimate(second)) for v in levels.values()]
        self.estimate_margin = float(100 * weights @ np.array(at_estimates))
        self.flips = [flips(self.sign * self.d, weights, k) for k in range(len(self.ids))]
        self.swings, self.declared, worse = {}, {}, {}
        for k, (id, table) in enumerate(levels.items()):
            for alternative, cell in table.cells.items():
                d = cell.distribution
                if d.kind == "exact":
                    continue
                low, high = (self.moved(k, {alternative: own}) for own in (d.low, d.high))
                if abs(high - low) > SMALLEST:
                    self.swings[alternative, id] = (low, high, self.tie(k, alternative, low, high))
                worst, own = min((self.sign * low, d.low), (self.sign * high, d.high))
                if (cell.basis in ("declared", "notKnown") and not cell.clinic
                        and abs(self.sign * self.margin - worst) > SMALLEST):
                    self.declared[alternative, id] = worst
                    worse.setdefault(k, {})[alternative] = own
        self.jointly = None
        if worse:
            d = [levels[id].difference(first, second, worse.get(k)) for k, id in enumerate(self.ids)]
            self.jointly = float(self.sign * 100 * weights @ np.array(d))

    def moved(self, k: int, chosen: dict) -> float:
        """The margin when some quantities on a criterion are chosen."""
        table = self.levels[self.ids[k]]
        return self.replacing(k, table.difference(self.first, self.second, chosen))

    def replacing(self, k: int, difference: float) -> float:
        """The margin with another difference in value on a criterion."""
        return float(self.margin - self.contributions[k] + 100 * self.w[k] * difference)

    def tie(self, k: int, alternative: str, low: float, high: float) -> float | None:
        """The level between its limits at which the two tie; exact for sums and products."""
        if (low < 0) == (high < 0):
            return None
        table = self.levels[self.ids[k]]
        d = table.cells[alternative].distribution
        return table.mean(alternative, {alternative: d.low + (d.high - d.low) * low / (low - high)})

    def without(self, k: int) -> float | None:
        """The margin without a criterion, the weights of the others with sum 1; none where nothing is left."""
        left = 1 - self.w[k] if len(self.w) > 1 else 0
        return float((self.margin - self.contributions[k]) / left) if left > SMALLEST else None
