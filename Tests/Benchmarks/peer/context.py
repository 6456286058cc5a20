# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""What the passages need: the person, the analysis, and the words for levels, names and sources."""

import hashlib
import re

import model
from wording import EMPTY, decimal


def level_figures(pack, table, region, prices):
    """The performance table as it is printed, by criterion and alternative."""
    figures = {}
    for j, c in enumerate(pack.criteria):
        for i, cell in enumerate(c.at(region).cells):
            own = not c.row and cell.alternative in prices
            low, high = table.combined(i, j)
            step = None if own else c.at(region).round_to
            printed = [table.estimates[i, j], low, high]
            if step:
                printed = [float(decimal(x / step, 0)) * step for x in printed]
            decimals = 0 if all(x == round(x) for x in printed) else c.decimals
            f = {"id": f"{c.id}.{cell.alternative}", "value": decimal(printed[0], decimals),
                 "sources": "" if own else " ".join(cell.sources), "own": own,
                 "certainty": "byDefinition" if own else cell.certainty, "basis": "declared" if own else cell.basis}
            if c.out_of:
                f["of"] = str(c.out_of)
            if low != high:
                f["low"], f["high"] = decimal(printed[1], decimals), decimal(printed[2], decimals)
            figures[f["id"]] = f
    return figures


class Order:
    """The order of the options that the pseudonym chooses; it changes no number."""

    def __init__(self, profile: str, alternatives):
        self.seed = rest = int.from_bytes(hashlib.sha256(profile.encode()).digest()[:4], "big")
        left, self.alternatives = list(alternatives), []
        while left:
            rest, place = divmod(rest, len(left))
            self.alternatives.append(left.pop(place))

    def of(self, items, key):
        """The items in this order; those about no option keep their places."""
        if not any(map(key, items)):
            return items
        sorted_ones = iter(sorted((i for i in items if key(i)), key=lambda i: self.alternatives.index(key(i))))
        return [next(sorted_ones) if key(i) else i for i in items]


class Context:
    def __init__(self, pack, rules, w, profile, analysis, identity, plans, order):
        self.pack, self.rules, self.w, self.profile, self.a = pack, rules, w, profile, analysis
        self.identity, self.plans, self.order = identity, plans, order
        self.alternatives = order.alternatives
        self.options = [pack.option[a] for a in self.alternatives]
        self.option_ids = ["", *self.alternatives]
        self.region = pack.regions[profile.region]
        self.levels = level_figures(pack, analysis.table, profile.region, profile.prices)
        cited = {s for f in self.levels.values() for s in f["sources"].split()}
        for _, results in pack.outcomes:
            for result in results:
                if "figure" in result:
                    cited.update(pack.figures[result["figure"]]["sources"].split())
        for position in pack.guidelines:
            cited.update(position["sources"].split())
        self.sources = [s for s in pack.sources if s["id"] in cited]
        weights = profile.weights
        self.weight = {} if weights is None else dict(zip(profile.criteria, weights))
        # The criteria that count, the largest weight first.
        self.counting = sorted((c for c in profile.criteria if self.weight.get(c, 0) > 0), key=self.place)
        self.ranked = [] if analysis.pattern == "allEqual" else self.counting
        self.status = {f["alternative"]: f["status"] for f in analysis.suitability}
        self.findings = [next(f for f in analysis.suitability if f["alternative"] == a) for a in self.alternatives]
        self.compared = [c for _, why, c in analysis.answers if not why]
        self.points, self.contributed = {}, {}
        if analysis.totals is not None:
            for a, total, row in zip(pack.alternatives, analysis.totals, analysis.contributions):
                self.points[a] = int(decimal(100 * total, 0))
                self.contributed[a] = model.points_of_100(row * 100, self.points[a])
        self.weighed = [a for a in self.alternatives if analysis.takes_part[a]] if self.points else []
        self.left_out = [a for a in self.alternatives if not analysis.takes_part[a]] if self.points else []

    def place(self, c): return -round(self.weight[c], 12)  # equal weights differ in their last bits

    # words

    def p(self, id, /, **values): return self.w.phrase(id, **values)
    def number(self, value, source): return self.w.number(value, "analysis." + source)
    def hundred(self): return self.number(100, "points")
    def name(self, a): return self.w(self.pack.option[a]["name"])
    def inline(self, a): return self.w(self.pack.option[a]["inline"])
    def criterion(self, c): return self.w(self.pack.criterion[c].name)
    def criterion_inline(self, c): return self.w(self.pack.criterion[c].inline)
    def names_of(self, ids): return self.w.list([self.criterion_inline(c) for c in ids])
    def columns(self, *names): return [self.p("column-" + n) for n in names]
    def option_columns(self): return [self.w(o["name"]) for o in self.options]
    def decimal(self, value, name): return self.number(decimal(100 * value, 1), name)
    def whole(self, value, name): return self.number(decimal(100 * value, 0), name)
    def tenths(self, count, name): return self.number(decimal(count / 10, 1), name)

    def listed(self, texts):
        joined = texts[0] if texts else EMPTY
        for text in texts[1:]:
            joined = self.p("listed", before=joined, last=text)
        return joined

    def quantity(self, value, c, source):
        number = self.w.number(value, source)
        return number if c.row else self.w(self.region["money"], amount=number)

    def level(self, value, c, source):
        return self.w(c.levelText, n=self.quantity(value, c, source))

    def tie_level(self, value, id):
        c = self.pack.criterion[id]
        return self.level(decimal(value, max(c.decimals, 1) if c.row else 0), c, "analysis.breakEven")

    def figures_of(self, c): return [self.levels[f"{c.id}.{a}"] for a in self.alternatives]

    def shown(self, f, c, with_range=True):
        id = f["id"]
        low = self.quantity(f["low"], c, id) if "low" in f else None
        given = self.p("range", low=low, high=self.quantity(f["high"], c, id)) if low else None
        if f["certainty"] == "notKnown":
            if c.out_of and low:
                given = self.p("range", low=low, high=self.level(f["high"], c, id))
            return self.p("not-known-used", range=given) if given else self.p("not-known")
        level = self.level(f["value"], c, id)
        chosen = f["basis"] == "declared" and not f["own"]
        if given and with_range:
            return self.p("level-with-range-chosen" if chosen else "level-with-range", level=level, range=given)
        return self.p("level-chosen", level=level) if chosen else level

    def limit_level(self, limit):
        return self.level(limit.get("atMost") or limit["atLeast"], self.pack.criterion[limit["criterion"]], "profile.limit")

    def source_numbers(self, ids):
        numbers = [self.w.number(n, "source." + s["id"]) for n, s in enumerate(self.sources, 1) if s["id"] in ids]
        return self.p("source-numbers", numbers=self.listed(numbers)) if numbers else self.p("no-source")

    def cited(self, ids): return self.source_numbers(ids) if ids else EMPTY

    def sources_in(self, text):
        """The sources of the figures that a text prints."""
        return [s for id in re.findall('from="([^"]*)"', text.xml) if id in self.w.figures
                for s in self.w.figures[id].get("sources", "").split()]

    def row_of(self, c):
        cells = {cell.alternative: cell for cell in c.at(self.profile.region).cells}
        return [cells[a] for a in self.alternatives]

    def is_own(self, c, cell): return not c.row and cell.alternative in self.profile.prices

    def list_name(self):
        panel = self.pack.panels.get(self.profile.panel)
        return self.w(panel[0]) if panel else self.p("list-own")

    def list_of(self, v):
        if "leavingOut" in v:
            return self.p("left-out-criterion", name=self.criterion_inline(v["leavingOut"]))
        return next((self.w(n) for n, p in self.pack.panels.values() if p == v["keeping"]), EMPTY)

    def in_order(self, names): return [a for a in self.alternatives if a in names]

    def shares(self, c):
        """How often the first and the second option came out ahead; the two add up."""
        first = c.verdict.share if c.verdict.expectedLeader == self.in_order(c.names)[0] else 1 - c.verdict.share
        percent = int(decimal(100 * first, 0))
        return [self.share(first), self.share((100 - percent) / 100 if 0.01 <= first <= 0.99 else 1 - first)]

    def share(self, share):
        of = self.number(100, "share")
        if not share >= 0.01:
            return self.p("share-below", n=self.number(1, "share"), of=of)
        if share > 0.99:
            return self.p("share-above", n=self.number(99, "share"), of=of)
        return self.p("share-of", n=self.number(decimal(100 * share, 0), "share"), of=of)

    def holds(self, condition): return self.a.evaluation.truth(self.rules.conditions[condition])
