# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Random decision problems, the pack's own questions, and a table of usual size, for the benchmarks of the simulation.

A problem is plain data: criteria with anchors and break points, rows of cells, weights and how unsure
they are. `text` writes it the way the executable simulation-benchmark reads it.
"""

import sys

import numpy as np
from scipy import special, stats

import environment

Z = 1.959963984540054


class Cell:
    """A distribution by kind and numbers, perhaps on another row ("sum" or "ratio", row)."""

    def __init__(self, kind, *numbers, on=None):
        self.kind, self.numbers, self.on = kind, numbers, on

    def estimate(self):
        x = self.numbers
        match self.kind:
            case "exact" | "normal" | "truncated" | "matched":
                return x[0]
            case "lognormal":
                return np.sqrt(x[0] * x[1])
            case "beta":
                return x[2] * x[0] / x[1]
            case "beta-shape":
                return x[2] * x[0] / (x[0] + x[1])
            case "triangular":
                return x[1]
            case _:
                return (x[0] + x[1]) / 2

    def limits(self):
        x = self.numbers
        match self.kind:
            case "exact":
                return x[0], x[0]
            case "normal":
                return x[1], x[2]
            case "triangular":
                return x[0], x[2]
            case "beta":
                d = stats.beta(x[0] + 0.5, x[1] - x[0] + 0.5)
                return (0 if x[0] == 0 else x[2] * d.ppf(0.025)), (x[2] if x[0] == x[1] else x[2] * d.ppf(0.975))
            case "beta-shape":
                return tuple(x[2] * stats.beta(x[0], x[1]).ppf([0.025, 0.975]))
            case "truncated" | "matched":
                # The cut distribution lies within its floor and ceiling, whatever its parameters.
                return x[3], x[4]
            case _:
                return x[0], x[1]

    def text(self):
        on = f" {self.on[0]} {self.on[1]}" if self.on else ""
        return f"cell {self.kind} " + " ".join(repr(float(x)) for x in self.numbers) + on


class Criterion:
    def __init__(self, worst, best, inner=(), outside="extrapolate"):
        self.worst, self.best, self.inner, self.outside = worst, best, inner, outside

    def text(self, number):
        inner = "".join(f" {float(a)!r} {float(b)!r}" for a, b in self.inner)
        return f"criterion c{number} {float(self.worst)!r} {float(self.best)!r} {self.outside}{inner}"


class Problem:
    def __init__(self, id, criteria, rows, alternatives, people, uncertainty, points=None):
        self.id, self.criteria, self.rows, self.alternatives = id, criteria, rows, alternatives
        self.people, self.uncertainty, self.points = people, uncertainty, points

    def combined(self, row, column, which):
        """Estimate or a limit of a cell; what it stands on has its estimate."""
        cell = self.rows[row][column]
        own = cell.estimate() if which is None else cell.limits()[which]
        if cell.on is None:
            return own
        below = self.combined(cell.on[1], column, None)
        return below + own if cell.on[0] == "sum" else below * own

    def text(self, points=None):
        lines = [f"problem {self.id}"]
        lines += [c.text(j) for j, c in enumerate(self.criteria)]
        for i, row in enumerate(self.rows):
            lines.append(f"alternative a{i}" if i < self.alternatives else f"reference r{i}")
            lines += [cell.text() for cell in row]
        points = points or self.points
        if points:
            lines.append(f"points {points}")
        lines.append("uncertainty " + " ".join(str(x) for x in self.uncertainty))
        lines += ["person " + " ".join(repr(float(w)) for w in person) for person in self.people]
        lines.append("value " + " ".join(f"a{i}" for i in range(self.alternatives)))
        return "\n".join(lines) + "\n"


def around(rng, middle, spread, positive):
    """A random unsure cell near a level, its 95 % limits about `spread` to either side."""
    low, high = middle - spread * rng.uniform(0.6, 1.4), middle + spread * rng.uniform(0.6, 1.4)
    if positive:
        low = max(low, middle * 0.15)
    kinds = ["normal", "triangular", "uniform", "exact", "truncated", "matched"]
    if positive:
        kinds += ["lognormal", "lognormal"]
    match rng.choice(kinds):
        case "normal":
            return Cell("normal", middle, min(low, middle), high)
        case "triangular":
            return Cell("triangular", low, rng.uniform(low, high), high)
        case "uniform":
            return Cell("uniform", low, high)
        case "exact":
            return Cell("exact", middle)
        case "lognormal":
            return Cell("lognormal", low, high)
        case "truncated":
            reach = spread * rng.uniform(0.7, 2)
            floor = middle - min(reach, 0.9 * middle) if positive else middle - reach
            return Cell("truncated", middle, min(low, middle), high, floor, middle + spread * rng.uniform(0.3, 2))
        case _:
            # A spread well below that of the uniform distribution, so that there is a parent.
            floor = middle - min(1.3 * spread, 0.95 * middle) if positive else middle - 1.3 * spread
            narrow = 0.8 * min(middle - floor, 1.3 * spread)
            return Cell("matched", middle, middle - narrow, middle + narrow, floor, middle + 1.3 * spread)


def proportion(rng, middle):
    n = int(rng.choice([20, 60, 200, 600]))
    match rng.integers(6):
        case 0:
            return Cell("beta", 0, n, 1)
        case 1:
            return Cell("beta", n, n, 1)
        case 2 | 3:
            return Cell("beta", int(rng.binomial(n, middle)), n, 1)
        case 4:
            half = min(middle, 1 - middle) * rng.uniform(0.2, 0.9)
            return Cell("beta-interval", middle - half, middle + half, 1)
        case _:
            total = rng.uniform(5, 120)
            return Cell("beta-shape", max(0.6, middle * total), max(0.6, (1 - middle) * total), 1)


def column(rng, alternatives, normal):
    """The cells of one criterion, the row below them if there is one, and its anchors."""
    below = None
    if normal:
        middle = rng.uniform(0.3, 0.7, alternatives)
        half = rng.uniform(0.02, 0.3, alternatives)
        cells = [Cell("normal", m, m - h, m + h) if rng.random() < 0.85 else Cell("exact", m)
                 for m, h in zip(middle, half)]
    elif rng.random() < 0.35:
        middle = rng.uniform(0.1, 0.9)
        cells = [proportion(rng, np.clip(middle + rng.uniform(-0.2, 0.2), 0.05, 0.95)) for _ in range(alternatives)]
    else:
        scale = 10.0 ** rng.integers(-1, 4)
        spread = rng.uniform(0.05, 0.5)
        positive = rng.random() < 0.6
        cells = []
        for _ in range(alternatives):
            cell = around(rng, rng.uniform(0.6, 1.4), spread * rng.uniform(0.5, 1.5), positive)
            counts = cell.kind.startswith("beta")
            cell.numbers = tuple(x * (1 if counts else scale) for x in cell.numbers)
            cells.append(cell)
        if rng.random() < 0.5:
            # Some stand on the first alternative, on one another, or on a row that is not compared.
            first = rng.integers(3) == 0
            if first:
                below = around(rng, scale, scale * spread, True)
            for i in range(0 if first else 1, alternatives):
                if rng.random() < 0.7:
                    row = alternatives if first else int(rng.integers(i)) if rng.random() < 0.3 else 0
                    if rng.random() < 0.5:
                        cells[i] = around(rng, rng.uniform(0.7, 1.6), 0.3 * rng.uniform(0.2, 1), True)
                        cells[i].on = ("ratio", row)
                    else:
                        own = around(rng, rng.uniform(-0.3, 0.3), 0.3 * rng.uniform(0.2, 1), False)
                        own.numbers = tuple(x * scale for x in own.numbers)
                        cells[i] = own
                        cells[i].on = ("sum", row)
    return cells, below


def anchored(rng, problem, j, normal):
    ends = [problem.combined(i, j, w) for i in range(problem.alternatives) for w in (None, 0, 1)]
    low, high = min(ends), max(ends)
    width = max(high - low, 1e-3 * abs(high), 1e-3)
    low, high = low - width * rng.uniform(0.001, 0.5), high + width * rng.uniform(0.001, 0.5)
    worst, best = (low, high) if rng.random() < 0.5 else (high, low)
    inner, outside = [], "extrapolate"
    if not normal and rng.random() < 0.4:
        count = int(rng.integers(1, 4))
        levels = np.sort(rng.uniform(0.1, 0.9, count)) + np.arange(count) * 1e-3
        values = np.sort(rng.uniform(0.1, 0.9, count)) + np.arange(count) * 1e-3
        inner = [(worst + (best - worst) * a, b) for a, b in zip(levels, values)]
    if not normal and rng.random() < 0.2:
        outside = "clamp"
    return Criterion(worst, best, inner, outside)


def unsure_weights(rng, weights):
    """One of the models of preference uncertainty, for weights that fit it."""
    n = len(weights)
    order = np.argsort(-weights)
    match rng.choice(["none", "response", "response", "dirichlet", "ordinal", "tied", "top", "wide top", "chain",
                      "uniform"]):
        case "none":
            return ["none"]
        case "response":
            return ["response", float(rng.choice([0.1, 0.3, 0.3, 0.6, 1.0]))]
        case "dirichlet":
            return ["dirichlet", float(rng.choice([5, 10, 30, 100]))]
        case "ordinal":
            return ["ordinal"] + [int(r) + 1 for r in np.argsort(order)]
        case "tied":
            return ["ordinal"] + [int(r) // 2 + 1 for r in np.argsort(order)]
        case "chain":
            ratios = np.maximum(weights[order][:-1] / np.maximum(weights[order][1:], 1e-3), 1)
            ends = [float(x) for r in np.minimum(ratios, 4) for x in (r * rng.uniform(0.6, 1), r * rng.uniform(1, 1.6))]
            return ["chain"] + [int(c) for c in order] + ends
        case "uniform":
            return ["uniform"]
        case kind:
            ends = []
            for j in range(n):
                r = weights[j] / weights[order[0]]
                pair = (0, 1) if kind == "wide top" else (r * rng.uniform(0.5, 1), min(1, r * rng.uniform(1, 1.8)))
                ends += [1, 1] if j == order[0] else [float(x) for x in pair]
            return ["top"] + ends


def random_problem(seed):
    rng = np.random.default_rng(seed)
    normal = seed % 5 == 0
    m, n = int(rng.integers(2, 7)), int(rng.integers(3, 13))
    columns = [column(rng, m, normal) for _ in range(n)]
    rows = [[cells[i] for cells, _ in columns] for i in range(m)]
    if any(below for _, below in columns):
        rows.append([below or Cell("exact", 0) for _, below in columns])
    weights = rng.dirichlet(np.ones(n))
    problem = Problem(f"random-{seed}", [], rows, m, [weights], unsure_weights(rng, weights))
    problem.criteria = [anchored(rng, problem, j, normal) for j in range(n)]
    return problem


def pack_problem(people, seed=1):
    """A table of every kind of level, three alternatives on nine criteria, such as the first evidence on vertebral
    fractures held; people have random weights."""
    rng = np.random.default_rng(seed)
    exact, on = Cell("exact", 0), ("sum", 1)
    criteria = [Criterion(*ends) for ends in ((0, 3), (60, 0), (0, 10), (90, 0), (7, 0), (16000, 0), (100, 0), (40, 0),
                                              (0, 1))]
    care = [exact, Cell("beta", 39, 87, 100), Cell("normal", 0.8, 0, 1.6), exact, exact, exact, exact, exact,
            Cell("exact", 1)]
    one = [Cell("normal", 0.7, 0.3, 1.2), Cell("beta", 7, 88, 100), Cell("normal", 1.7, 0.8, 2.6),
           Cell("lognormal", 24, 42), Cell("uniform", 1, 2), Cell("lognormal", 2997, 8000),
           Cell("beta", 164, 201, 100), Cell("beta", 1, 190, 1000), exact]
    other = [Cell("triangular", 0, 0.7, 1.8), Cell("uniform", 8, 45), Cell("normal", 2.64, 0.61, 4.66, on=on),
             Cell("normal", 8.2, 3.3, 13.1, on=on), Cell("uniform", 1, 3), Cell("normal", 4400, 3500, 5300, on=on),
             Cell("beta", 157, 214, 100), Cell("beta", 1, 191, 1000), exact]
    return Problem("pack", criteria, [care, one, other], 3, list(rng.dirichlet(np.ones(9), people)), ["response", 0.3],
                   points=4096)


def question_problems(people, region="US", seed=1):
    """The questions of today's pack under each reading; people have random weights."""
    sys.path.append(str(environment.HERE / "peer"))
    from pack import Pack
    pack, rng, problems = Pack(environment.PACK), np.random.default_rng(seed), []
    procedures = [a for a in pack.alternatives if pack.kinds[a] == "procedure"]
    for question in pack.questions:
        both = question["kind"] == "whichProcedure"
        compared = procedures[:2] if both else [question["standsIn"], *(a for a in pack.alternatives if a not in procedures)]
        names = compared + [a for a in pack.alternatives if a not in compared]
        for reading in pack.readings[:1 if both else None]:
            rows = [pack.criteria[id].at(region) for id in question["criteria"]]

            def cell(name, row):
                c = row.cells[name][reading]
                d, on = c.distribution, c.relative_to and (c.operation, names.index(c.relative_to))
                numbers = {"exact": (d.given,), "normal": (d.given, d.low, d.high), "beta": (d.events, d.n, d.scale),
                           "triangular": (d.low, d.given, d.high)}.get(d.kind, (d.low, d.high))
                return Cell(d.kind, *numbers, on=on)

            problems.append(Problem(
                f"{question['id']}-{reading}", [Criterion(r.worst, r.best) for r in rows], [[cell(n, r) for r in rows] for n in names],
                len(compared), list(rng.dirichlet(np.ones(len(rows)), people)), ["response", pack.sigma], points=pack.points))
    return problems


def normal_problem(people, seed=1):
    """Three alternatives, nine criteria, every level normal."""
    rng = np.random.default_rng(seed)
    rows = [[Cell("normal", x, x - h, x + h) for x, h in zip(rng.uniform(0.3, 0.7, 9), rng.uniform(0.02, 0.3, 9))]
            for _ in range(3)]
    return Problem("normal", [Criterion(0, 1) for _ in range(9)], rows, 3, list(rng.dirichlet(np.ones(9), people)),
                   ["response", 0.3], points=1024)


# The reference: plain Monte Carlo with numpy's own generators, written from the definitions.


def beta_by_limits(low, high):
    from scipy import optimize
    middle, sd = (low + high) / 2, (high - low) / (2 * Z)
    total = max(middle * (1 - middle) / sd**2 - 1, 1)
    start = np.log([middle * total, (1 - middle) * total])
    found = optimize.root(lambda x: stats.beta(*np.exp(x)).cdf([low, high]) - [0.025, 0.975], start, tol=1e-12)
    return np.exp(found.x)


def parent_by_moments(mean, sd, floor, ceiling):
    from scipy import optimize

    def errors(x):
        parent = np.exp(x[1])
        d = stats.truncnorm((floor - x[0]) / parent, (ceiling - x[0]) / parent, x[0], parent)
        return [(d.mean() - mean) / sd, d.std() / sd - 1]

    found = optimize.root(errors, [mean, np.log(sd)], tol=1e-10)
    if not found.success and max(map(abs, errors(found.x))) > 1e-6:
        raise ValueError("no truncated normal distribution with these moments")
    return found.x[0], np.exp(found.x[1])


def sampler(cell):
    """A function from a generator and a count to levels."""
    x = cell.numbers
    match cell.kind:
        case "exact":
            return lambda rng, count: np.full(count, float(x[0]))
        case "normal":
            return lambda rng, count: x[0] + (x[2] - x[1]) / (2 * Z) * rng.standard_normal(count)
        case "lognormal":
            mean, sd = (np.log(x[0]) + np.log(x[1])) / 2, (np.log(x[1]) - np.log(x[0])) / (2 * Z)
            return lambda rng, count: np.exp(mean + sd * rng.standard_normal(count))
        case "beta":
            return lambda rng, count: x[2] * rng.beta(x[0] + 0.5, x[1] - x[0] + 0.5, count)
        case "beta-shape":
            return lambda rng, count: x[2] * rng.beta(x[0], x[1], count)
        case "beta-interval":
            a, b = beta_by_limits(x[0] / x[2], x[1] / x[2])
            return lambda rng, count: x[2] * rng.beta(a, b, count)
        case "truncated" | "matched":
            mean, sd = x[0], (x[2] - x[1]) / (2 * Z)
            if cell.kind == "matched":
                mean, sd = parent_by_moments(mean, sd, x[3], x[4])
            low, high = special.ndtr((x[3] - mean) / sd), special.ndtr((x[4] - mean) / sd)
            return lambda rng, count: mean + sd * special.ndtri(low + (high - low) * rng.random(count))
        case "triangular":
            return lambda rng, count: rng.triangular(x[0], x[1], x[2], count)
        case "uniform":
            return lambda rng, count: rng.uniform(x[0], x[1], count)
    raise ValueError(cell.kind)


def value(criterion, levels):
    worst, best = criterion.worst, criterion.best
    if criterion.outside == "clamp":
        levels = np.clip(levels, min(worst, best), max(worst, best))
    # Along the scale from worst to best, so that the levels rise.
    s = (levels - worst) / (best - worst)
    xs = [0] + [(a - worst) / (best - worst) for a, _ in criterion.inner] + [1]
    vs = [0] + [b for _, b in criterion.inner] + [1]
    slopes = [(vs[k + 1] - vs[k]) / (xs[k + 1] - xs[k]) for k in range(len(xs) - 1)]
    v = slopes[0] * s
    for k in range(1, len(slopes)):
        v += (slopes[k] - slopes[k - 1]) * np.maximum(s - xs[k], 0)
    return v


def draw_weights(rng, weights, uncertainty, count):
    """Weights as [draw][criterion] and how much each draw counts (None: alike)."""
    kind, x = uncertainty[0], np.array(uncertainty[1:], float)
    n = len(weights)
    match kind:
        case "none":
            return np.broadcast_to(weights, (count, n)), None
        case "response":
            w = weights * np.exp(x[0] * rng.standard_normal((count, n)))
            return w / w.sum(1, keepdims=True), None
        case "dirichlet":
            return rng.dirichlet(x[0] * weights, count), None
        case "uniform":
            return rng.dirichlet(np.ones(n), count), None
        case "ordinal":
            ordered = -np.sort(-rng.dirichlet(np.ones(n), count), axis=1)
            places = [np.sum(x < r) for r in x]
            tied = [np.sum(x == r) for r in x]
            return np.stack([ordered[:, p:p + t].mean(1) for p, t in zip(places, tied)], 1), None
        case "top" if np.array_equal(np.sort(x[0::2])[:-1], np.zeros(n - 1)) and x[1::2].min() == 1:
            # Only the most important criterion is known: it changes places with the largest weight.
            w, top = rng.dirichlet(np.ones(n), count), int(np.argmax(x[0::2]))
            draws, largest = np.arange(count), w.argmax(1)
            w[draws, largest], w[:, top] = w[:, top].copy(), w[draws, largest].copy()
            return w, None
        case "top":
            t = x[0::2] + (x[1::2] - x[0::2]) * rng.random((count, n))
            total = t.sum(1, keepdims=True)
            return t / total, total[:, 0] ** -float(n)
        case "chain":
            order, low, high = x[:n].astype(int), x[n::2], x[n + 1::2]
            r = low + (high - low) * rng.random((count, n - 1))
            t = np.ones((count, n))
            t[:, 1:] = 1 / np.cumprod(r, axis=1)
            total = t.sum(1, keepdims=True)
            w = np.empty((count, n))
            w[:, order] = t / total
            return w, total[:, 0] ** -float(n) * np.prod(t[:, 1:] / r, axis=1)
    raise ValueError(kind)
