# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""What may mislead in the model: of the evidence in a setting, looked for once, and of one person's answers."""

import math
from statistics import NormalDist

from counts import probability, quantile

KINDS = {"allEqual": "all-equal", "looksLikeRanks": "looks-like-ranks", "comparisonsContradict": "contradict",
         "splitting": "splitting", "sharedMeasure": "shared-tag", "payerNotStated": "payer",
         "rangeTooWide": "range-wide", "rangeTooNarrow": "range-narrow", "differentStudies": "studies",
         "drawnApart": "drawn-apart", "noRange": "no-range", "drawsOutsideRange": "outside",
         "estimateOffCentre": "off-centre", "estimateOffMedian": "off-median"}
Z = NormalDist().inv_cdf(0.975)
LEVELS = 64


class Drawn:
    """Probabilities and quantiles of a distribution of the pack."""

    def __init__(self, d):
        self.d = d
        if d.kind in ("normal", "lognormal"):
            low, high = (d.low, d.high) if d.kind == "normal" else (math.log(d.low), math.log(d.high))
            centre = d.estimate if d.kind == "normal" else (low + high) / 2
            self.normal = NormalDist(centre, (high - low) / (2 * Z))

    def up_to(self, x: float) -> float:
        d = self.d
        if d.kind == "normal":
            return self.normal.cdf(x)
        if d.kind == "lognormal":
            return self.normal.cdf(math.log(x)) if x > 0 else 0.0
        if d.kind == "beta":
            return probability(d.events + 0.5, d.n - d.events + 0.5, x / d.scale)
        if x <= d.low or x >= d.high:
            return float(x >= d.high)
        if d.kind == "uniform":
            return (x - d.low) / (d.high - d.low)
        span = d.high - d.low
        if x < d.estimate:
            return (x - d.low) ** 2 / (span * (d.estimate - d.low))
        return 1 - (d.high - x) ** 2 / (span * (d.high - d.estimate))

    def at(self, p: float) -> float:
        d = self.d
        if d.kind == "normal":
            return self.normal.inv_cdf(p)
        if d.kind == "lognormal":
            return math.exp(self.normal.inv_cdf(p))
        if d.kind == "beta":
            return d.scale * quantile(d.events + 0.5, d.n - d.events + 0.5, p)
        low, high = d.low, d.high
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if self.up_to(middle) < p else (low, middle)
        return low


def outside(table, i: int, j: int) -> float:
    """The share of the draws of a level that leave the range of its criterion."""
    cell, (low, high) = table.cells[j][i], sorted((table.worst[j], table.best[j]))
    d, base = cell.distribution, table.base(i, j)
    if d.low == d.high and d.kind != "beta":
        share = lambda a, b: float(not a <= d.point <= b)
    else:
        share = lambda a, b: Drawn(d).up_to(a) + 1 - Drawn(d).up_to(b)
    if base is None:
        return 0.0 if d.kind == "exact" else share(low, high)
    below = table.cells[j][base].distribution
    bases = [below.point] if below.kind == "exact" else [Drawn(below).at((k + 0.5) / LEVELS) for k in range(LEVELS)]
    shares = [share(low - b, high - b) if cell.operation == "sum" else share(low / b, high / b) for b in bases]
    return sum(shares) / len(shares)


def of_evidence(pack, table, region, prices) -> list[dict]:
    found, exact = [], lambda cell: cell.distribution.kind == "exact"
    for j, c in enumerate(pack.criteria):
        levels, ends = table.estimates[:, j], (table.worst[j], table.best[j])
        span = abs(ends[1] - ends[0])
        two_states = all(level in ends and table.base(i, j) is None and exact(table.cells[j][i])
                         for i, level in enumerate(levels))
        if levels.max() - levels.min() < 0.1 * span - 1e-12 * span:
            found.append({"kind": "rangeTooWide", "criteria": [c.id]})
        elif all(end in levels for end in ends) and not two_states:
            found.append({"kind": "rangeTooNarrow", "criteria": [c.id]})
        cells = [cell for cell in c.at(region).cells if c.row or cell.alternative not in prices]
        found += of_pairs(c.id, cells)
        found += [{"kind": "noRange", "criteria": [c.id], "alternatives": [cell.alternative]} for cell in cells
                  if exact(cell) and cell.basis in ("measured", "derived")]
    for i, alternative in enumerate(pack.alternatives):
        for j, c in enumerate(pack.criteria):
            d, place = table.cells[j][i].distribution, {"criteria": [c.id], "alternatives": [alternative]}
            if d.kind == "normal" and abs(d.estimate - (d.low + d.high) / 2) > 0.1 * (d.high - d.low):
                found.append({"kind": "estimateOffCentre", **place})
            if d.kind == "lognormal" and d.estimate and abs(d.estimate / math.sqrt(d.low * d.high) - 1) > 0.1:
                found.append({"kind": "estimateOffMedian", **place})
            if outside(table, i, j) > 0.01:
                found.append({"kind": "drawsOutsideRange", **place})
    return found


def of_pairs(id, cells) -> list[dict]:
    """Levels of one criterion that no study joins, and levels of one study that are drawn apart."""
    studied = [c for c in cells if c.basis != "byDefinition" and c.sources]
    apart, drawn = set(), set()
    for n, one in enumerate(studied):
        for other in studied[n + 1:]:
            if (one.relative_to or one.alternative) == (other.relative_to or other.alternative):
                continue
            shared, pair = set(one.sources) & set(other.sources), (one.alternative, other.alternative)
            if not shared:
                apart.update(pair)
            elif not any(c.relative_to or c.distribution.kind == "exact" for c in (one, other)):
                drawn.update(pair)
    order = ("notKnown", "veryLow", "low", "moderate", "high", "byDefinition")
    named = lambda chosen: [c for c in studied if c.alternative in chosen]
    found = []
    if apart:
        found.append({"kind": "differentStudies", "criteria": [id], "alternatives": [c.alternative for c in named(apart)],
                      "certainty": min((c.certainty for c in named(apart)), key=order.index)})
    if drawn:
        found.append({"kind": "drawnApart", "criteria": [id], "alternatives": [c.alternative for c in named(drawn)]})
    return found


def of_person(pack, profile, analysis, evidence) -> list[dict]:
    """All that is to be kept in mind, in the order of the kinds."""
    if analysis.no_fit:
        return []
    ids, found = profile.criteria, []
    tags = {}
    for c in ids:
        for tag in (pack.criterion[c].measures or "").split():
            tags.setdefault(tag, []).append(c)
    # Whether two criteria order the options alike cannot be told from so few options.
    found += [{"kind": "sharedMeasure", "criteria": members, "tag": tag} for tag, members in tags.items() if len(members) > 1]
    if profile.weights is not None:
        if analysis.pattern == "allEqual":
            found.append({"kind": "allEqual"})
        if profile.method == "directRating" and len(ids) > 2 and sorted(profile.given) == list(range(1, len(ids) + 1)):
            found.append({"kind": "looksLikeRanks"})
        if "comparisonsContradict" in profile.notes:
            found.append({"kind": "comparisonsContradict", "criteria": (profile.worst or "").split()})
        found += split_branches(pack, profile, analysis)
    money = next((c.id for c in pack.criteria if not c.row), None)
    if money in ids and len(ids) > 1 and profile.payer == "unknown":
        found.append({"kind": "payerNotStated", "criteria": [money]})
    found += [w for w in evidence if all(c in ids for c in w["criteria"])]
    return sorted(found, key=lambda w: list(KINDS).index(w["kind"]))


def split_branches(pack, profile, analysis) -> list[dict]:
    branches = {}
    for c, weight in zip(profile.criteria, profile.weights):
        branches.setdefault(pack.criterion[c].branch, []).append(float(weight))
    if profile.method == "branchFirst" or len(branches) < 2 or analysis.pattern == "allEqual":
        return []
    totals, agreement = [(len(w), sum(w)) for w in branches.values()], 0
    for n, one in enumerate(totals):
        for other in totals[n + 1:]:
            if one[0] != other[0]:
                longer, shorter = max(one, other), min(one, other)
                agreement += (longer[1] > shorter[1]) - (longer[1] < shorter[1])
    return [{"kind": "splitting", "branch": b} for b, w in branches.items()
            if agreement > 0 and sum(w) > 1.5 / len(branches) and len(w) * len(branches) > len(profile.criteria)]
