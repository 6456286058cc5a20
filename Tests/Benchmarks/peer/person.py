# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""A patient profile: setting, facts, limits, feelings, and the weights that follow from the answers."""

import numpy as np

import asking
from pack import Cell, Distribution, Pack

NS = "{urn:spine-decision-aid:preference-profile:1}"


class Profile:
    def __init__(self, root, pack: Pack):
        self.id, self.pack = root.get("id"), pack
        person, setting, wishes = (root.find(NS + n) for n in ("person", "setting", "preferences"))
        person = {} if person is None else person.attrib
        self.name, self.sex = person.get("displayName", ""), person.get("sex")
        self.age = int(person["age"]) if "age" in person else None
        self.region = setting.get("region")
        self.prices = {}
        for p in setting:
            exact = p.get("exact")
            low, high = (float(p.get(k)) for k in (("exact", "exact") if exact else ("low", "high")))
            self.prices[p.get("alternative")] = Cell(
                Distribution("exact" if exact else "uniform", low, high, low), basis="clinicPrice", clinic=True)
        self.facts = {f.get("id"): f.get("value") for f in root.iterfind(f"{NS}clinicalFacts/{NS}fact")}
        self.status, self.panel = wishes.get("status"), wishes.get("panel", "seven")
        named = wishes.get("criteria", "").split() if self.panel == "own" else pack.panels[self.panel]
        self.criteria = [c for c in pack.criteria if c in named]
        self.limits = [dict(e.attrib) for e in wishes.iterfind(NS + "limit")]
        self.feelings = {f.get("about"): f.get("is") for f in wishes.iterfind(NS + "feeling")}
        self.method = self.rule = self.weights = self.carried = None
        self.ranks = self.box = None  # an order only, or ranges relative to the most important
        self.quality, self.worst, self.fewest, self.past, self.notes = None, None, None, None, []
        weighting = wishes.find(NS + "weighting")
        if weighting is not None:
            self.method, self.carried = weighting.get("method"), weighting.get("carriedFrom")
            self.read(weighting)

    def read(self, weighting) -> None:
        ids, method = self.criteria, self.method
        answers = {a.get("criterion"): a for a in weighting.iter() if a.get("criterion")}
        for id in ids:
            row = self.pack.criteria[id].at(self.region)
            if (float(answers[id].get("worst")), float(answers[id].get("best"))) != (row.worst, row.best):
                raise ValueError(f"{self.id}: other ranges were shown for {id}")
        each = lambda name: [float(answers[id].get(name)) for id in ids]
        if method == "pairwise":
            self.rule = weighting.get("priorities", "geometricMean")
            pairs = [(c.get("first"), c.get("second"), asking.ratio(c.get("ratio"))) for c in weighting.iterfind(NS + "comparison")]
            self.weights, self.quality, self.worst, self.past = asking.pairwise(pairs, ids, self.rule)
            self.note("comparisonsContradict", self.past)
        elif method == "bestWorst":
            self.weights, self.quality, self.worst = asking.best_worst(
                ids, weighting.get("mostImportant"), weighting.get("leastImportant"), each("fromMost"), each("toLeast"))
        elif method == "maxDiff":
            self.weights, scores, self.ranks = asking.counted(each("shown"), each("most"), each("least"))
            self.quality, self.fewest = dict(zip(ids, map(float, scores))), int(min(each("shown")))
            self.notes.append("countsGiveOrderOnly" if self.ranks else "countsApproximate")
        elif method == "matching":
            trades = [{k: v if k in ("gains", "gives") else float(v) for k, v in t.attrib.items()}
                      for t in weighting.iterfind(NS + "trade")]
            self.weights = asking.traded(trades, ids, self.value)
        elif method == "branchFirst":
            branches = weighting.findall(NS + "branch")
            whole = sum(float(b.get("points")) for b in branches)
            sums = {b: sum(float(s.get("points")) for s in b) for b in branches}
            of = {s.get("criterion"): b for b in branches for s in b}
            part = lambda b, s: float(b.get("points")) / whole * (float(s.get("points")) / sums[b] if sums[b] else 0)
            self.weights = np.array([part(of[id], answers[id]) for id in ids])
            self.note("hundredPointsNotExact", any(s and abs(s - 100) > 1e-9 for s in (whole, *sums.values())))
        elif method == "intervalSwing":
            self.box = list(zip(each("low"), each("high")))
            self.weights = asking.normalised([(a + b) / 2 for a, b in self.box])
        elif method == "rankOrder":
            self.rule, self.ranks = weighting.get("rule") or "rankOrderCentroid", each("rank")
            self.weights = asking.by_rank(self.ranks, self.rule)
        else:  # swing, directRating, hundredPoints
            self.weights = asking.normalised(each("points"))
            self.note("hundredPointsNotExact", method == "hundredPoints" and abs(sum(each("points")) - 100) > 1e-9)
        self.note("tiedRanksAveraged", self.ranks is not None and len(set(self.ranks)) < len(ids))

    def note(self, name: str, holds: bool) -> None:
        if holds:
            self.notes.append(name)

    def value(self, id: str, level: float) -> float:
        row = self.pack.criteria[id].at(self.region)
        return (level - row.worst) / (row.best - row.worst)

    def weights_of(self, ids) -> np.ndarray:
        """Of some criteria of the list, with sum 1 (0 where none of them counts)."""
        w = np.array([self.weights[self.criteria.index(id)] for id in ids])
        return w / w.sum() if w.sum() > 0 else w

    def pattern(self, weights) -> str:
        uneven = self.method == "hundredPoints" and 100 % len(weights)
        if np.count_nonzero(weights) == 1:
            return "singleCriterion"
        if weights.max() - weights.min() <= (0.01 + 1e-9 if uneven else 1e-12):
            return "allEqual"
        return "someCountForNothing" if weights.min() == 0 else "ordinary"

    @property
    def top(self) -> list[str] | None:
        """The criteria with the largest weight; none where all are equal, nothing where none was asked."""
        if self.weights is None:
            return None
        if self.pattern(self.weights) == "allEqual":
            return []
        return [c for c, w in zip(self.criteria, self.weights) if w == self.weights.max()]

    def feels(self, alternative: str, answer: str) -> bool:
        return any(given == answer and alternative in self.pack.feelings[about] for about, given in self.feelings.items())
