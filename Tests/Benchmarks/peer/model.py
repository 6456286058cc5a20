# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The additive value model with numpy, written from the formulas, not from the Swift code."""

import math

import numpy as np


def rank_weights(ranks, rule: str) -> np.ndarray:
    n = len(ranks)
    k = np.arange(1, n + 1)
    if rule == "rankSum":
        positions = 2 * (n + 1 - k) / (n * (n + 1))
    elif rule == "reciprocal":
        positions = (1 / k) / np.sum(1 / k)
    else:  # rank-order centroid
        positions = np.cumsum((1 / k)[::-1])[::-1] / n
    ranks = np.asarray(ranks)
    order = np.argsort(ranks, kind="stable")
    weights = np.empty(n)
    for rank in np.unique(ranks):  # ties share the mean of their positions
        weights[ranks == rank] = positions[ranks[order] == rank].mean()
    return weights


def elicited(method: str, rule: str | None, amounts) -> np.ndarray:
    if method == "rankOrder":
        amounts = rank_weights(amounts, rule or "rankOrderCentroid")
    amounts = np.asarray(amounts, float)
    return amounts / amounts.sum()


def ratio(text: str) -> float:
    top, _, below = text.partition("/")
    return float(top) / float(below) if below else float(top)


def pairwise(comparisons, ids, rule: str):
    """Weights and consistency of a reciprocal matrix, with numpy's eigenvalues."""
    n = len(ids)
    a = np.ones((n, n))
    for first, second, times in reversed(comparisons):
        i, j = ids.index(first), ids.index(second)
        a[i, j], a[j, i] = times, 1 / times
    mean = np.exp(np.log(a).mean(axis=1))
    mean /= mean.sum()
    values, vectors = np.linalg.eig(a)
    top = values.real.argmax()
    vector = np.abs(vectors[:, top].real)
    weights = mean if rule == "geometricMean" else vector / vector.sum()
    found = {"largestEigenvalue": values[top].real}
    found["index"] = index = max(0.0, (values[top].real - n) / (n - 1))
    table = {3: .58, 4: .90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
    # Saaty's table up to ten, above it the line of Alonso and Lamata (2006).
    found["ratio"] = index / table.get(n, (1.7699 * n - 4.3513) / (n - 1)) if n > 2 else 0.0
    found["ratioLimit"] = {3: .05, 4: .08}.get(n, .10)
    if n > 2:
        errors = np.log(a * mean[None, :] / mean[:, None])
        found["geometricIndex"] = 2 / ((n - 1) * (n - 2)) * float(np.sum(np.triu(errors, 1) ** 2))
        found["geometricLimit"] = {3: .31, 4: .35}.get(n, .37)
    triads = [(abs(math.log(a[i, j] * a[j, k] * a[k, i])), (i, j, k))
              for i in range(n) for j in range(i + 1, n) for k in range(j + 1, n)]
    worst, places = max(triads, key=lambda t: t[0], default=(0, ()))
    triad = " ".join(ids[p] for p in places) if worst > 1e-9 else None
    past = (found["ratio"] > found["ratioLimit"] if n <= 10 else found["geometricIndex"] > found["geometricLimit"])
    return weights, found, triad, bool(past)


def simplex(costs, a, b, basis):
    """Minimises costs x with a x = b, x >= 0, from a basis that is feasible, by Bland's rule."""
    while True:
        inverse = np.linalg.inv(a[:, basis])
        x = inverse @ b
        reduced = costs - (costs[basis] @ inverse) @ a
        entering = next((j for j in range(len(costs)) if j not in basis and reduced[j] < -1e-12), None)
        if entering is None:
            full = np.zeros(len(costs))
            full[basis] = x
            return full
        d = inverse @ a[:, entering]
        leaving = min((x[i] / d[i], basis[i], i) for i in range(len(basis)) if d[i] > 1e-12)[2]
        basis[leaving] = entering


def best_worst(ids, most: str, least: str, from_most, to_least):
    """The linear best-worst model as a linear program: weights, xi, and a slack for each side."""
    n, b, w = len(ids), ids.index(most), ids.index(least)
    sides = []
    for j in range(n):
        for one, other, times in ((b, j, from_most[j]), (j, w, to_least[j])):
            if one != other:
                row = np.zeros(n + 1)
                row[one], row[other], row[n] = 1, -times, -1
                sides += [row, np.append(-row[:n], -1)]
    m = len(sides)
    a = np.vstack([np.hstack([np.array(sides), np.eye(m)]), np.append(np.ones(n), np.zeros(m + 1))])
    # All weight on the least important criterion: xi is the largest side, whose slack is zero.
    tight = int(np.argmax([side[w] for side in sides]))
    basis = [n if i == tight else n + 1 + i for i in range(m)] + [w]
    x = simplex(np.eye(n + m + 1)[n], a, np.append(np.zeros(m), 1), basis)
    a = to_least[b]
    table = [0, .44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]
    index = table[int(a) - 1] if a == int(a) else (1 + 2 * a - math.sqrt(1 + 8 * a)) / 2
    errors = [abs(f * t - a) / (a * a - a) if a > 1 else 0.0 for f, t in zip(from_most, to_least)]
    found = {"deviation": float(x[n]), "index": index, "inputRatio": max(errors)}
    if index:
        found["ratio"] = float(x[n]) / index
    return x[:n], found, ids[int(np.argmax(errors))] if max(errors) > 0 else None


def counted(shown, most, least):
    """Weights from counts of picks, the scores, and the ranks where they are an order only."""
    shown, most, least = (np.asarray(x, float) for x in (shown, most, least))
    scores = (most - least) / shown
    if shown.min() >= 3:
        amounts = np.sqrt((most + .5) / (least + .5))
        return amounts / amounts.sum(), scores, None
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    return elicited("rankOrder", "rankOrderCentroid", ranks), scores, ranks


def traded(trades, ids, value) -> np.ndarray:
    """Weights from trades by least squares on the logarithms of their ratios."""
    rows, logs = [], []
    for t in trades:
        row = np.zeros(len(ids))
        row[ids.index(t["gains"])], row[ids.index(t["gives"])] = 1, -1
        lost = value(t["gives"], t["givesFrom"]) - value(t["gives"], t["givesTo"])
        gained = value(t["gains"], t["gainsTo"]) - value(t["gains"], t["gainsFrom"])
        rows.append(row)
        logs.append(math.log(lost / gained))
    amounts = np.exp(np.linalg.lstsq(np.array(rows), np.array(logs), rcond=None)[0])
    return amounts / amounts.sum()


class Table:
    """Levels of the alternatives on the criteria, with shared baselines."""

    def __init__(self, criteria, region: str, prices, alternatives):
        self.alternatives = alternatives
        self.criteria = criteria
        self.cells, self.worst, self.best, self.points = [], [], [], []
        for criterion in criteria:
            row = criterion.at(region)
            own = {} if criterion.row else prices
            self.cells.append([own.get(c.alternative, c) for c in row.cells])
            self.worst.append(row.worst)
            self.best.append(row.best)
            points = sorted(criterion.points) or sorted([(row.worst, 0.0), (row.best, 1.0)])
            self.points.append((np.array([p[0] for p in points]), np.array([p[1] for p in points])))
        columns = range(len(criteria))
        rows = range(len(alternatives))
        self.estimates = np.array([[self.level(i, j) for j in columns] for i in rows])
        self.values = np.array([[self.value(j, self.estimates[i, j]) for j in columns] for i in rows])

    def base(self, i: int, j: int):
        cell = self.cells[j][i]
        return None if cell.relative_to is None else self.alternatives.index(cell.relative_to)

    def level(self, i: int, j: int, own: float | None = None) -> float:
        cell = self.cells[j][i]
        own = cell.distribution.point if own is None else own
        base = self.base(i, j)
        if base is None:
            return own
        below = self.level(base, j)
        return below + own if cell.operation == "sum" else below * own

    def interval(self, i: int, j: int) -> tuple[float, float]:
        ends = [self.level(i, j, own) for own in self.cells[j][i].distribution.interval]
        return min(ends), max(ends)

    def combined(self, i: int, j: int) -> tuple[float, float]:
        """The limits of a level with those of its baseline, as for independent errors."""
        base, cell = self.base(i, j), self.cells[j][i]
        if base is None:
            return self.interval(i, j)
        level, below, own = self.estimates[i, j], self.estimates[base, j], cell.distribution.point
        scales = (1.0, 1.0) if cell.operation == "sum" else (abs(own), abs(below))
        (a, b), (c, d) = self.combined(base, j), cell.distribution.interval
        down = math.hypot(scales[0] * (below - a), scales[1] * (own - c))
        up = math.hypot(scales[0] * (b - below), scales[1] * (d - own))
        return level - down, level + up

    def value(self, j: int, level):
        """The partial value, straight between points and beyond the ends."""
        x, y = self.points[j]
        level = np.asarray(level, float)
        first = y[0] + (level - x[0]) * (y[1] - y[0]) / (x[1] - x[0])
        last = y[-1] + (level - x[-1]) * (y[-1] - y[-2]) / (x[-1] - x[-2])
        return np.where(level < x[0], first, np.where(level > x[-1], last, np.interp(level, x, y)))

    def follows(self, i: int, moved: int, j: int) -> tuple[float, float] | None:
        """(slope, intercept) of row i when the level of a row moves, or None."""
        if i == moved:
            return 1.0, 0.0
        base = self.base(i, j)
        below = None if base is None else self.follows(base, moved, j)
        if below is None:
            return None
        own = self.cells[j][i].distribution.point
        if self.cells[j][i].operation == "sum":
            return below[0], below[1] + own
        return below[0] * own, below[1] * own


def span(table: Table, i: int, j: int) -> tuple[float, float]:
    low, high = table.cells[j][i].distribution.interval
    base = table.base(i, j)
    if base is None:
        return low, high
    join = (lambda b, o: b + o) if table.cells[j][i].operation == "sum" else (lambda b, o: b * o)
    corners = [join(b, o) for b in span(table, base, j) for o in (low, high)]
    return min(corners), max(corners)


def dominances(table: Table, columns) -> list[tuple[str, str, bool]]:
    v = table.values[:, columns]
    ends = np.array([[sorted(table.value(j, np.array(span(table, i, j)))) for j in columns]
                     for i in range(len(v))])
    found = []
    for a in range(len(v)):
        for b in range(len(v)):
            if np.all(v[a] >= v[b]) and np.any(v[a] > v[b]):
                found.append((table.alternatives[a], table.alternatives[b],
                              bool(np.all(ends[a, :, 0] >= ends[b, :, 1]))))
    return found


def leader(totals, values, excluded=None) -> int:
    rows = [i for i in range(len(totals)) if i != excluded]
    top = max(totals[i] for i in rows)
    tied = [i for i in rows if totals[i] == top]
    for i in tied:
        if not any(np.all(values[k] >= values[i]) and np.any(values[k] > values[i]) for k in tied):
            return i
    raise ValueError("no leader")


def flips(values, weights, lead: int, members: list[int], names, target) -> list[dict]:
    """Where another alternative draws level when the weight of some criteria moves."""
    others = [j for j in range(len(weights)) if j not in members]
    if not members or not others:
        return []

    def mean(columns):
        total = weights[columns].sum()
        if len(columns) == 1:
            return total, values[:, columns[0]]
        if total > 0:
            return total, values[:, columns] @ weights[columns] / total
        return total, values[:, columns].mean(axis=1)

    group, inside = mean(members)
    remaining, rest = mean(others)
    now = group / (group + remaining)
    assumed = bool(group == 0 and len(members) > 1 or remaining == 0 and len(others) > 1)
    up = down = None
    for rival in range(len(names)):
        if rival == lead:
            continue
        a, b = (0.0 if abs(d) <= 1e-12 else d
                for d in (inside[lead] - inside[rival], rest[lead] - rest[rival]))
        if abs(now * a + (1 - now) * b) <= 1e-12:
            at, direction = now, "up" if a < b and now < 1 else "down" if a > b and now > 0 else None
        elif a * b < 0:
            at = b / (b - a)
            direction = "up" if at > now else "down"
        else:
            continue
        flip = {**target, "now": now, "at": at, "direction": direction, "challenger": names[rival],
                "equalSharesAssumed": assumed}
        if direction == "up" and (up is None or at < up["at"]):
            up = flip
        if direction == "down" and (down is None or at > down["at"]):
            down = flip
    return [f for f in (down, up) if f]


class Comparison:
    """One question: two alternatives, and what would change the result."""

    def __init__(self, table: Table, columns, weights, compared, other_lists):
        self.table, self.columns, self.w = table, columns, weights
        self.rows = [table.alternatives.index(a) for a in compared]
        self.names = compared
        self.v = table.values[np.ix_(self.rows, columns)]
        self.ids = [table.criteria[j].id for j in columns]
        self.totals = self.v @ weights
        self.contributions = self.v * weights
        first = leader(self.totals, self.v)
        second = leader(self.totals, self.v, first)
        self.first, self.second = first, second
        self.leader, self.challenger = compared[first], compared[second]
        self.difference = float(self.totals[first] - self.totals[second])
        self.flips = [flips(self.v, weights, first, [k], compared, {"criterion": self.ids[k]})
                      for k in range(len(columns))]
        self.branches = branches = list(dict.fromkeys(table.criteria[j].branch for j in columns))
        self.branch_flips = [
            flips(self.v, weights, first,
                  [k for k, j in enumerate(columns) if table.criteria[j].branch == b],
                  compared, {"branch": b}) for b in branches]
        self.break_evens = [b for k in range(len(columns))
                            for b in (self.break_even(k, first, second), self.break_even(k, second, first))]
        self.bars = self.tornado()
        d = self.v[first] - self.v[second]
        centred = d - d.mean()
        length = float(np.sqrt(centred @ centred))
        self.smallest = None
        if length > 1e-12:
            lead = float(weights @ d)
            moved = weights - lead / length * (centred / length)
            self.smallest = {"size": abs(lead) / length, "isAttainable": bool(np.all(moved >= 0)), "weights": moved.tolist()}
        every = range(len(columns))
        self.variations = [
            {"leavingOut": self.ids[k], **self.variation([j for j in every if j != k])} for k in every]
        for keeping in other_lists:
            self.variations.append(
                {"keeping": keeping, **self.variation([self.ids.index(i) for i in keeping])})
        self.verdict = None

    def lead_without(self, a: int, b: int, k: int) -> float:
        d = self.w * (self.v[a] - self.v[b])
        return float(d.sum() - d[k])

    def break_even(self, k: int, a: int, b: int) -> dict:
        table, j = self.table, self.columns[k]
        row, rival = self.rows[a], self.rows[b]
        slope, intercept = table.follows(rival, row, j) or (0.0, table.estimates[rival, j])
        x = table.points[j][0]
        corners = x
        if slope:
            mirrored = (x - intercept) / slope
            corners = np.sort(np.concatenate([x, mirrored[(mirrored >= x[0]) & (mirrored <= x[-1])]]))
        base, weight = self.lead_without(a, b, k), self.w[k]
        lead = base + weight * (table.value(j, corners) - table.value(j, slope * corners + intercept))
        ties = list(corners[lead == 0]) if weight > 0 else []
        if weight > 0:
            for n in np.flatnonzero(lead[:-1] * lead[1:] < 0):
                ties.append(corners[n] + (corners[n + 1] - corners[n]) * lead[n] / (lead[n] - lead[n + 1]))
        now = table.estimates[row, j]
        level = min(ties, key=lambda t: abs(t - now), default=None)
        low, high = table.interval(row, j)
        return {"criterion": self.ids[k], "alternative": self.names[a], "rival": self.names[b],
                "row": row, "column": j, "level": None if level is None else float(level),
                "insideEvidence": level is not None and bool(low <= level <= high)}

    def tornado(self) -> list[dict]:
        table, bars = self.table, []
        first, second = self.rows[self.first], self.rows[self.second]
        rest = [i for i in range(len(table.alternatives)) if i not in self.rows]
        for k, j in enumerate(self.columns):
            base = self.lead_without(self.first, self.second, k)
            for row in self.rows + rest:
                low, high = table.cells[j][row].distribution.interval
                moves = [table.follows(i, row, j) for i in (first, second)]
                if low == high or moves == [None, None]:
                    continue
                levels = np.array([table.level(row, j, own) for own in (low, high)])
                one, other = (
                    table.value(j, m[0] * levels + m[1]) if m else table.values[i, j]
                    for i, m in zip((first, second), moves))
                at = base + self.w[k] * (one - other)
                bars.append({"criterion": self.ids[k], "alternative": table.alternatives[row],
                             "atLow": float(at[0]), "atHigh": float(at[1])})
        bars.sort(key=lambda b: -abs(b["atHigh"] - b["atLow"]))
        return bars

    def variation(self, kept: list[int]) -> dict:
        weights = self.w[kept]
        if weights.sum() <= 0:
            return {"leader": None, "difference": None, "changesLeader": False}
        values = self.v[:, kept]
        totals = values @ (weights / weights.sum())
        best = leader(totals, values)
        second = leader(totals, values, best)
        changes = bool(totals[self.first] < totals[best] - 1e-15)
        return {"leader": self.names[best if changes else self.first], "changesLeader": changes,
                "difference": float(totals[best] - totals[second])}


def points_of_100(amounts, total: int) -> list[int]:
    """Largest remainders: whole points that add up."""
    floors = np.floor(amounts).astype(int)
    missing = total - int(floors.sum())
    evenly, extra = divmod(missing, len(amounts))
    floors += evenly
    order = np.argsort(-(np.asarray(amounts) - np.floor(amounts)), kind="stable")
    floors[order[:extra]] += 1
    return floors.tolist()
