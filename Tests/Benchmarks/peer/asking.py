# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Weights from each way of asking, with what the answers say about themselves.

Ranks: Barron and Barrett, Management Science 1996; 42: 1515-1523. Pairs: Saaty, European Journal of
Operational Research 1990; 48: 9-26; Crawford and Williams, Journal of Mathematical Psychology 1985; 29:
387-405; random indices above ten criteria: Alonso and Lamata 2006; geometric index: Aguaron and
Moreno-Jimenez 2003. Best and worst: Rezaei, Omega 2016; 64: 126-130. Most and least: Louviere, Flynn and
Marley, Best-Worst Scaling, 2015.
"""

import math

import numpy as np


def normalised(amounts) -> np.ndarray:
    amounts = np.asarray(amounts, float)
    return amounts / amounts.sum()


def by_rank(ranks, rule: str) -> np.ndarray:
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
    return normalised(weights)


def ratio(text: str) -> float:
    top, _, below = text.partition("/")
    return float(top) / float(below) if below else float(top)


def pairwise(comparisons, ids, rule: str):
    """Weights, consistency, the triad that disagrees most, and whether the answers contradict each other."""
    n = len(ids)
    a = np.ones((n, n))
    for first, second, times in reversed(comparisons):
        i, j = ids.index(first), ids.index(second)
        a[i, j], a[j, i] = times, 1 / times
    mean = normalised(np.exp(np.log(a).mean(axis=1)))
    values, vectors = np.linalg.eig(a)
    top = values.real.argmax()
    weights = mean if rule == "geometricMean" else normalised(np.abs(vectors[:, top].real))
    found = {"largestEigenvalue": values[top].real}
    found["index"] = index = max(0.0, (values[top].real - n) / (n - 1))
    table = {3: .58, 4: .90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
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
    past = found["ratio"] > found["ratioLimit"] if n <= 10 else found["geometricIndex"] > found["geometricLimit"]
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
    """The linear best-worst model as a linear program: weights, the deviation, and a slack for each side."""
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
    # All weight on the least important criterion: the deviation is the largest side, whose slack is zero.
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
    """Weights from counts of picks, the scores, and the ranks where the counts give an order only."""
    shown, most, least = (np.asarray(x, float) for x in (shown, most, least))
    scores = (most - least) / shown
    if shown.min() >= 3:
        return normalised(np.sqrt((most + .5) / (least + .5))), scores, None
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    return by_rank(ranks, "rankOrderCentroid"), scores, ranks


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
    return normalised(np.exp(np.linalg.lstsq(np.array(rows), np.array(logs), rcond=None)[0]))
