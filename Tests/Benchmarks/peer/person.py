# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""A patient profile, and what is worked out for it."""

import hashlib

import numpy as np
from lxml import etree

import cautions
import model
import simulation
from pack import Cell, Distribution, Pack
from rules import AGAINST, Evaluation, Rules
from verdict import Verdict
from wording import decimal

NS = "{urn:spine-decision-aid:preference-profile:1}"


class Profile:
    def __init__(self, root, pack: Pack):
        for element in root.iter():  # white space between elements is left out
            if len(element):
                element.text = None
            element.tail = None
        self.canonical = etree.tostring(root, method="c14n", exclusive=True, with_comments=False)
        self.digest = hashlib.sha256(self.canonical).hexdigest()
        find = root.find
        self.id = root.get("id")
        person, clinic, document = (dict(e.attrib) if e is not None else {} for e in (
            find(f"{NS}person"), find(f"{NS}clinic"), find(f"{NS}document")))
        self.name, self.sex = person.get("displayName"), person.get("sex")
        self.age = int(person["age"]) if "age" in person else None
        self.clinic = clinic
        self.language = document.get("language", "en")
        self.edition = document.get("edition", "standard")
        self.paper = document.get("paper", "A4")
        setting = find(f"{NS}setting")
        self.region, self.payer = setting.get("region"), setting.get("payer")
        self.prices = {}
        for p in setting:
            if p.get("exact"):
                value = float(p.get("exact"))
                d = Distribution("exact", value, value, value)
            else:
                d = Distribution("uniform", float(p.get("low")), None, float(p.get("high")))
            self.prices[p.get("alternative")] = Cell(
                p.get("alternative"), d, None, None, "byDefinition", "", "clinicPrice", "clinicPrice",
                [], clinic=True)
        self.facts = {f.get("id"): f.get("value") for f in root.iterfind(f"{NS}clinicalFacts/{NS}fact")}
        wishes = find(f"{NS}preferences")
        self.status, self.panel = wishes.get("status"), wishes.get("panel", "full")
        named = wishes.get("criteria", "").split() if self.panel == "own" else pack.panels[self.panel][1]
        self.criteria = [c.id for c in pack.criteria if c.id in named]
        self.limits = [dict(e.attrib) for e in wishes.iterfind(f"{NS}limit")]
        self.method = self.rule = self.asked = self.weights = None
        self.notes = []
        self.ranks = self.box = None  # an order only, or ranges relative to the most important
        self.quality, self.worst, self.fewest = None, None, None
        weighting = wishes.find(f"{NS}weighting")
        if weighting is not None:
            self.method, self.asked = weighting.get("method"), weighting.get("asked")
            self.rule = weighting.get("rule") or "rankOrderCentroid"
            self.read_weighting(weighting, pack)
        words = find(f"{NS}ownWords")
        words = [] if words is None else [(etree.QName(w).localname, " ".join((w.text or "").split()))
                                          for w in words]
        self.questions = [text for kind, text in words if kind == "question"]
        self.remarks = [text for kind, text in words if kind == "remark"]


    def read_weighting(self, weighting, pack: Pack):
        ids = self.criteria
        answers = {a.get("criterion"): a for a in weighting if a.get("criterion")}
        for id in ids if self.method != "branchFirst" else []:
            row = pack.criterion[id].at(self.region)
            if (float(answers[id].get("worst")), float(answers[id].get("best"))) != (row.worst, row.best):
                raise ValueError(f"{self.id}: other anchors were shown for {id}")

        def each(name):
            return [float(answers[id].get(name)) for id in ids]

        if self.method == "pairwise":
            self.rule = weighting.get("priorities", "geometricMean")
            comparisons = [(c.get("first"), c.get("second"), model.ratio(c.get("ratio")))
                           for c in weighting.iterfind(f"{NS}comparison")]
            self.weights, self.quality, self.worst, self.past = model.pairwise(comparisons, ids, self.rule)
            if self.past:
                self.notes.append("comparisonsContradict")
        elif self.method == "bestWorst":
            self.weights, self.quality, self.worst = model.best_worst(
                ids, weighting.get("mostImportant"), weighting.get("leastImportant"), each("fromMost"), each("toLeast"))
        elif self.method == "maxDiff":
            self.weights, scores, self.ranks = model.counted(each("shown"), each("most"), each("least"))
            self.quality = dict(zip(ids, map(float, scores)))
            self.fewest = int(min(each("shown")))
            self.notes.append("countsGiveOrderOnly" if self.ranks else "countsApproximate")
            if self.ranks and len(set(self.ranks)) < len(self.ranks):
                self.notes.append("tiedRanksAveraged")
        elif self.method == "matching":
            table = model.Table(pack.criteria, self.region, {}, pack.alternatives)
            places = {c.id: j for j, c in enumerate(pack.criteria)}
            trades = [{k: v if k in ("gains", "gives") else float(v) for k, v in t.attrib.items()}
                      for t in weighting.iterfind(f"{NS}trade")]
            self.weights = model.traded(trades, ids, lambda id, level: float(table.value(places[id], level)))
        elif self.method == "branchFirst":
            branches = weighting.findall(f"{NS}branch")
            inside = {s.get("criterion"): (b, s) for b in branches for s in b}
            for id in ids:
                row = pack.criterion[id].at(self.region)
                if (float(inside[id][1].get("worst")), float(inside[id][1].get("best"))) != (row.worst, row.best):
                    raise ValueError(f"{self.id}: other anchors were shown for {id}")
            whole = sum(float(b.get("points")) for b in branches)
            sums = {b: sum(float(s.get("points")) for s in b) for b in branches}
            self.weights = np.array([float(b.get("points")) / whole * (float(s.get("points")) / sums[b] if sums[b] else 0)
                                     for b, s in (inside[id] for id in ids)])
            if abs(whole - 100) > 1e-9 or any(s and abs(s - 100) > 1e-9 for s in sums.values()):
                self.notes.append("hundredPointsNotExact")
        elif self.method == "intervalSwing":
            self.box = list(zip(each("low"), each("high")))
            self.weights = model.elicited("swing", None, [(a + b) / 2 for a, b in self.box])
        else:
            self.given = given = each("rank" if self.method == "rankOrder" else "points")
            self.weights = model.elicited(self.method, self.rule, given)
            self.ranks = given if self.method == "rankOrder" else None
            if self.method == "rankOrder" and len(set(given)) < len(given):
                self.notes.append("tiedRanksAveraged")
            if self.method == "hundredPoints" and abs(sum(given) - 100) > 1e-9:
                self.notes.append("hundredPointsNotExact")


class Simulator:
    """The draws of the pack's number, shared by all persons: weights by all, values in a setting."""

    def __init__(self, pack: Pack):
        self.pack, self.rng, self.settings = pack, np.random.default_rng(1), {}
        self.draws = simulation.Draws(self.rng, pack.points, pack.sigma, np.float32)
        self.evidence = {}

    def cautions(self, profile: Profile, analysis: "Analysis") -> list[dict]:
        """What may mislead; what holds in a setting is looked for once."""
        key = profile.region, " ".join(sorted(profile.prices))
        if key not in self.evidence:
            self.evidence[key] = cautions.of_evidence(self.pack, analysis.table, profile.region, profile.prices)
        return cautions.of_person(self.pack, profile, analysis, self.evidence[key])

    def run(self, profile: Profile, analysis: "Analysis"):
        rows = [n for n, a in enumerate(self.pack.alternatives) if analysis.takes_part[a]]
        if analysis.totals is None or len(rows) < 2:
            return None
        key = profile.region, repr(sorted(profile.prices.items()))
        if key not in self.settings:
            self.settings[key] = simulation.values(
                analysis.table, range(len(self.pack.criteria)), self.rng, self.pack.points, np.float32)
        return simulation.Simulated(
            self.settings[key][analysis.columns], *simulation.weights(profile, self.draws), rows)


class Analysis:
    """What is worked out for a person; with a simulator also shares, verdicts and values of information."""

    def __init__(self, pack: Pack, rules: Rules, profile: Profile, simulator: Simulator | None = None):
        weights = profile.weights
        self.pattern, self.top = None, None
        if weights is not None:
            uneven = profile.method == "hundredPoints" and 100 % len(weights)
            room = 0.01 + 1e-9 if uneven else 1e-12
            self.pattern = ("singleCriterion" if np.count_nonzero(weights) == 1 else
                            "allEqual" if weights.max() - weights.min() <= room else
                            "someCountForNothing" if weights.min() == 0 else "ordinary")
            self.top = [] if self.pattern == "allEqual" else [
                c for c, w in zip(profile.criteria, weights) if w == weights.max()]
        self.evaluation = e = Evaluation(rules, profile, self.top)
        self.table = table = model.Table(pack.criteria, profile.region, profile.prices, pack.alternatives)
        self.suitability = e.findings(pack.alternatives)
        unsettled = {r for f in self.suitability for r in f["open"]}
        facts = {f for r in rules.rules if r["id"] in unsettled for f in e.open_facts(r["when"])}
        facts |= set(e.open_facts(rules.no_fit))
        self.open_facts = [f["id"] for f in rules.facts if f["id"] in facts]
        self.flags = [f["id"] for f in rules.flags if e.truth(f["when"])]
        self.no_fit = e.truth(rules.no_fit) is True
        ids = [c.id for c in pack.criteria]
        self.contradictions = [id for id, when in rules.contradictions.items() if e.truth(when) is True]
        self.broken, self.limits_not_known = [], []
        for limit in profile.limits:
            c = pack.criterion[limit["criterion"]]
            self.limits_not_known += [(cell.alternative, c.id) for cell in c.at(profile.region).cells
                                      if cell.certainty == "notKnown" and (c.row or cell.alternative not in profile.prices)]
        for i, alternative in enumerate(pack.alternatives):
            for limit in profile.limits:
                if (alternative, limit["criterion"]) in self.limits_not_known:
                    continue
                c = pack.criterion[limit["criterion"]]
                level = table.estimates[i, ids.index(c.id)]
                if c.row or alternative not in profile.prices:  # as it is printed
                    step = c.at(profile.region).round_to
                    level = float(decimal(float(decimal(level / step, 0)) * step if step else level, c.decimals))
                if ("atMost" in limit and level > float(limit["atMost"])
                        or "atLeast" in limit and level < float(limit["atLeast"])):
                    self.broken.append((alternative, limit))
        out = {a for a, _ in self.broken}
        self.takes_part = {f["alternative"]: f["status"] not in AGAINST and f["alternative"] not in out
                           for f in self.suitability}
        self.columns = [ids.index(c) for c in profile.criteria]
        self.dominance = model.dominances(table, self.columns)
        self.totals = None
        if weights is not None and not self.no_fit:
            v = table.values[:, self.columns]
            self.totals, self.contributions = v @ weights, v * weights
        self.answers = [(q, *self.answer(q, pack, profile)) for q in pack.questions]
        self.simulated, self.worth = simulator and simulator.run(profile, self), []
        self.warnings = simulator.cautions(profile, self) if simulator else []
        for _, why, c in self.answers if self.simulated else ():
            if not why:
                pair = [pack.alternatives.index(a) for a in c.names]
                first, _, margin, share = self.simulated.standing(pair, pack.alternatives.index(c.leader))
                c.verdict = Verdict(pack.thresholds, c, self.dominance, pack.alternatives[first], margin, share)
                self.worth.append((c.names, self.simulated.worth(pair)))

    def answer(self, question, pack, profile):
        needs = question.get("needs", "").split()
        lacking = [c for c in needs if c not in profile.criteria]
        if self.no_fit:
            return "otherEvidence", None
        if profile.status != "stated":
            return profile.status if profile.status == "notAsked" else "noClearPreference", None
        if lacking:
            return "listLacks", lacking
        if self.pattern == "allEqual":
            return "equalWeights", None
        total = dict(zip(pack.alternatives, self.totals))
        taking = [o for o in pack.options if self.takes_part[o["id"]]]
        procedures = sorted((o["id"] for o in taking if o["kind"] == "procedure"), key=lambda a: -total[a])
        compared = (procedures[:2] if question["kind"] == "whichProcedure" else
                    procedures[:1] + [o["id"] for o in taking if o["kind"] == "care"])
        if len(compared) != 2:
            return "tooFewAlternatives", None
        lists = [p for _, p in pack.panels.values() if p != profile.criteria
                 and set(p) <= set(profile.criteria) and set(needs) <= set(p)]
        return None, model.Comparison(self.table, self.columns, profile.weights, compared, lists)
