# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The plots of the clinician's copy: rows of bars on a scale in tenths, with the words that say the same."""

import functools

import model
from blocks import Block, paragraph
from drawing import Plot, Row, FILLS
from wording import EMPTY, decimal


def place(value: float) -> int:
    return int(decimal(1000 * value, 0))


class Plots:
    def plot(self, id, kind, title, lead, low, high, rows, **more):
        return [Block("plot", title, rows, id=id, role=kind, extra=Plot(
            id, kind, title, lead, self.p("plot-words"), low, max(high, low + 1), rows, **more))]

    @functools.cached_property
    def weight_tenths(self): return model.points_of_100(self.profile.weights * 1000, 1000)

    def branches(self):
        """The places in the person's list, by branch."""
        members = {}
        for k, c in enumerate(self.profile.criteria):
            members.setdefault(self.pack.criterion[c].branch, []).append(k)
        return members

    def said(self, name, parts):
        return self.p("sentence", text=self.p("plot-row", name=name, parts=parts))

    def weights(self):
        if self.profile.weights is None:
            return []
        rows, shares = [], self.weight_tenths
        for branch, members in self.branches().items():
            title, total = self.w(self.pack.branches[branch]), self.tenths(sum(shares[k] for k in members), "weight")
            for k in members:
                first = k == members[0]
                label, share = self.criterion(self.profile.criteria[k]), self.tenths(shares[k], "weight")
                rows.append(Row(label, [([(0, shares[k], "solid")], [], share)], begins=first,
                                notes=[self.p("plot-row", name=title, parts=total)] if first else [],
                                words=self.p("plot-branch-words", name=label, share=share, branch=title, total=total)
                                if first else self.said(label, share)))
        return self.plot("plot-weights", "weights", self.p("plot-weights"), self.p("plot-weights-lead"), 0, max(shares), rows)

    def contributions(self):
        if not self.weighed:
            return []
        names = [self.name(a) for a in self.weighed]

        def row(label, bars, strong=False):
            numbers = [self.number(end - start, "contribution") for start, end in bars]
            parts = [self.p("plot-part", name=n, points=x) for n, x in zip(names, numbers)]
            return Row(label, [([(10 * min(bar), 10 * max(bar), "solid")], [], x) for bar, x in zip(bars, numbers)],
                       strong=strong, begins=strong, words=self.said(label, self.listed(parts)))
        rows, low, high = [], 0, 0
        for k, c in enumerate(self.profile.criteria):
            bars = [(sum(self.contributed[a][:k]), sum(self.contributed[a][:k + 1])) for a in self.weighed]
            low, high = min(low, *(end for _, end in bars)), max(high, *(end for _, end in bars))
            rows.append(row(self.criterion(c), bars))
        rows.append(row(self.p("row-total"), [(0, self.points[a]) for a in self.weighed], strong=True))
        return self.plot("plot-contributions", "contributions", self.p("contributions-clinician-caption"),
                         self.p("plot-contributions-lead"), 10 * low, 10 * high, rows, panels=names)

    def rankAcceptability(self):
        s = self.a.simulated
        if not s:
            return []
        rank = lambda n: self.number(n + 1, "rank")
        rows = []
        for a in self.alternatives:
            i = self.pack.alternatives.index(a)
            if i not in s.rows:
                continue
            percent = model.points_of_100([100 * r.value for r in s.ranks[i]], 100)
            ends = [10 * sum(percent[:n]) for n in range(len(percent) + 1)]
            numbers = [self.number(x, "rankAcceptability") for x in percent]
            parts = [self.p("plot-rank-share", rank=rank(n), share=x) for n, x in enumerate(numbers)]
            bars = [(ends[n], ends[n + 1], FILLS[n % len(FILLS)]) for n in range(len(percent))]
            rows.append(Row(self.name(a), [(bars, [], EMPTY)], values=numbers,
                            words=self.said(self.name(a), self.listed(parts))))
        columns = [(self.p("plot-rank", rank=rank(n)), FILLS[n % len(FILLS)]) for n in range(len(s.rows))]
        return self.plot("plot-ranks", "rankAcceptability", self.p("plot-ranks"),
                         self.p("plot-ranks-lead", error=self.number("0.5", "numericError")), 0, 1000, rows, columns=columns)

    def weightFlips(self):
        members = [(b, m) for b, m in self.branches().items()] if self.profile.weights is not None else []

        def make(c, question):
            rows = [self.flip_row(self.criterion(id), self.weight_tenths[k], pair)
                    for k, (id, pair) in enumerate(zip(self.profile.criteria, c.flips))]
            grouped = [(b, m, pair) for (b, m), pair in zip(members, c.branch_flips) if len(m) > 1]
            for n, (branch, places, pair) in enumerate(grouped):
                label = self.p("branch-row", name=self.w(self.pack.branches[branch]))
                rows.append(self.flip_row(label, sum(self.weight_tenths[k] for k in places), pair, begins=n == 0))
            none, all = self.number(0, "points"), self.hundred()
            return self.plot(f"plot-flips-{question}", "weightFlips", self.p("flips-caption", points=all),
                             self.p("plot-flips-lead", low=none, high=all), 0, 1000, rows,
                             ticks=[(0, none), (1000, all)], columns=[(self.p("column-now"), None)])
        return self.each(make)

    def flip_row(self, label, now, pair, begins=False):
        bars, marks, notes = [], [(now, "now")], []
        for f in pair:
            up = f["direction"] == "up"
            at = max(place(f["at"]), now) if up else min(place(f["at"]), now)
            bars.append((at, 1000, "hatched") if up else (0, at, "hatched"))
            marks.append((at, "limit"))
            notes.append(self.p("plot-flip-up" if up else "plot-flip-down", option=self.name(f["challenger"]),
                                weight=self.tenths(at, "flip")))
        notes = notes or [self.p("plot-no-flip")]
        weight = self.tenths(now, "weight")
        return Row(label, [(bars, marks, EMPTY)], begins=begins, values=[weight], notes=notes,
                   words=self.p("plot-flip-words", name=label, now=weight, changes=self.listed(notes)))

    def wide_bars(self, c): return [b for b in c.bars if abs(b["atHigh"] - b["atLow"]) > 1e-12]
    def crosses(self, b): return min(b["atLow"], b["atHigh"]) < 0 < max(b["atLow"], b["atHigh"])

    def tornado(self):
        def make(c, question):
            bars = self.wide_bars(c)[:8]
            if not bars:
                return [paragraph(self.p("none"))]
            rows, places = [], [place(b[end]) for b in bars for end in ("atLow", "atHigh")]
            for b, low, high in zip(bars, places[::2], places[1::2]):
                label = self.listed([self.criterion(b["criterion"]), self.inline(b["alternative"])])
                values, crosses = [self.tenths(low, "tornado"), self.tenths(high, "tornado")], self.crosses(b)
                fill = "hatched" if crosses else "solid"
                rows.append(Row(label, [([(min(low, high), max(low, high), fill)], [], EMPTY)], values=values,
                                notes=[self.p("plot-crosses")] if crosses else [],
                                words=self.p("plot-tornado-crossing" if crosses else "plot-tornado-words",
                                             name=label, low=values[0], high=values[1])))
            zero = self.number(0, "points")
            lead = self.p("plot-tornado-lead", zero=zero, leader=self.inline(c.leader), challenger=self.inline(c.challenger))
            return self.plot(f"plot-tornado-{question}", "tornado", self.p("tornado-caption"), lead,
                             min(0, *places), max(0, *places), rows, ticks=[(0, zero)],
                             columns=[(head, None) for head in self.columns("at-low", "at-high")])
        return self.each(make)
