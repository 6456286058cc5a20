# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The passages of the clinician's copy."""

import itertools

from blocks import bullets, captioned, heading, labelled, panels, paragraph, small, table, writing
from cautions import KINDS
from handout import NOTES, Handout, kebab
from plots import Plots
from wording import EMPTY, decimal, person, spaced, words

CLASSES = {"betterOnEverything": "everything", "fitsClearlyBetter": "clearly", "fitsSomewhatBetter": "somewhat",
           "aboutTheSame": "same", "cannotBeToldApart": "apart", "tooClose": "close"}
METHODS = {"swing": "swing", "directRating": "rating", "hundredPoints": "shares", "branchFirst": "branches",
           "intervalSwing": "intervals", "bestWorst": "best-worst", "maxDiff": "sets", "matching": "trades",
           "rankOrderCentroid": "rank-centroid", "rankSum": "rank-sum", "reciprocal": "reciprocal",
           "geometricMean": "pairs-mean", "eigenvector": "pairs-eigenvector"}
GRADES = ("high", "moderate", "low", "veryLow", "notKnown", "byDefinition")


class Clinician(Plots, Handout):
    # short lists

    def more(self, count): return self.p("and-more", n=self.number(count, "leftOut"))

    def capped(self, items, limit):
        return items if len(items) <= limit else items[:limit - 1] + [self.more(len(items) - limit + 1)]

    def shortened(self, text, limit):
        if len(text) <= limit:
            return person(text)
        start = text[:limit]
        whole = start.rpartition(" ")[0] or start
        return self.p("cut-short", words=person(whole if len(whole) * 2 > limit else start))

    # the first page

    def clinician_urgent(self):
        return [paragraph(self.w(r["clinician"]), "warning") for r in self.a.evaluation.applying_rules if "urgent" in r]

    def payer(self):
        return self.p("not-known") if self.profile.payer == "unknown" else self.p("payer-short-" + self.profile.payer)

    def identity_rows(self):
        profile, p = self.profile, self.p
        unknown = p("not-known")
        age = unknown if profile.age is None else self.w.number(profile.age, "profile.age")
        clinic = [self.shortened(profile.clinic[k], 60) for k in ("name", "clinician") if k in profile.clinic]
        return [labelled([
            (p("pseudonym"), self.w.raw(profile.id, "profile.id")),
            (p("person-name"), self.shortened(profile.name, 70) if profile.name else unknown),
            (p("age-and-sex"), self.w.list([age, p("sex-" + profile.sex) if profile.sex else unknown])),
            (p("clinic-row"), self.w.list(clinic) if clinic else p("not-stated")),
            (p("setting-row"), p("region-and-payer", region=self.w(self.region["name"]), payer=self.payer()))]
            + [row[:2] for row in self.version_rows()])]

    def numbered(self):
        for n, (q, why, c) in enumerate(self.a.answers, 1):
            number = self.number(n, "question")
            yield number, self.p("question-title", n=number, title=self.w(q["title"])), q, why, c

    def label(self, v): return self.p("class-" + CLASSES[v.closeCall or v.verdict])
    def margin(self, v): return self.p("margin-of", points=self.number(decimal(v.margin, 1), "margin"))
    def not_weighed(self): return [self.p("not-weighed-here", option=self.name(a)) for a in self.left_out]

    def dominance_lines(self):
        return [self.p("dominates-intervals" if sure else "dominates", dominant=self.name(a), dominated=self.inline(b))
                for a, b, sure in self.a.dominance]

    def cell_name(self, cell):
        return self.p("warning-cell", name=self.criterion_inline(cell["criterion"]), option=self.inline(cell["alternative"]))

    def answers(self):
        shown = [(q["id"], title, [paragraph(self.reason(why, c, "why-"))] if why else self.in_brief(c))
                 for _, title, q, why, c in self.numbered()]
        lines = self.not_weighed() + (self.dominance_lines() if self.points else [])
        return [panels(shown)] + ([bullets(lines)] if lines else [])

    def in_brief(self, c):
        v, (first, second) = c.verdict, self.in_order(c.names)
        kind = {"class": self.label(v)}
        if v.closeCall:
            answer = self.p("answer-close", first=self.name(first), second=self.inline(second), **kind)
        else:
            other = second if v.expectedLeader == first else first
            answer = self.p("answer-leads", leader=self.name(v.expectedLeader), other=self.inline(other), **kind)
        one, other = self.shares(c)
        facts = spaced(self.margin(v), self.p("shares-in-brief", first=self.inline(first), one=one,
                                              second=self.inline(second), other=other))
        reasons = self.reasons_in_brief(c)
        return [paragraph(answer, "key"), paragraph(facts)] + ([bullets(reasons)] if reasons else [])

    def reasons_in_brief(self, c):
        lines, flips, levels = [], [], []
        for r in c.verdict.reasons:
            kind = r["reason"]
            if kind == "marginBelow":
                lines.append(self.p("brief-margin", limit=self.number(decimal(r["limit"], 0), "threshold")))
            elif kind == "shareBelow":
                lines.append(self.p("brief-share", limit=self.whole(r["limit"], "threshold"), of=self.hundred()))
            elif kind == "flipNearby":
                flips.append(self.criterion_inline(r["criterion"]))
            elif kind == "breakEvenInsideEvidence":
                levels.append(self.cell_name(r))
            else:
                lines.append(self.p("brief-leaders") if kind == "leadersDiffer" else self.verdict_reason(r, c))
        if flips:
            lines.append(self.p("brief-flips", names=self.w.list(flips)))
        if levels:
            lines.append(self.p("brief-levels", names=self.listed(self.capped(levels, 5))))
        if c.verdict.settledByNumericError:
            lines.append(self.p("settled-by-error"))
        return lines + self.worth_knowing(c, ("brief-weights", "brief-studies"))

    def scoreTable(self):
        shown = self.weighed
        if len(shown) < 2:
            return []
        compared = [(number, q["id"], c) for number, _, q, why, c in self.numbered() if not why]
        numbers = lambda values: [self.number(x, "contribution") for x in values]
        rows = []
        for k, id in enumerate(self.profile.criteria):
            row = [self.criterion(id), self.tenths(self.weight_tenths[k], "weight")]
            row += numbers(self.contributed[a][k] for a in shown)
            for _, _, c in compared:
                row += [self.flips_in_brief(c.flips[k]), self.lead(c, c.variations[k]) or self.p("none")]
            rows.append(row + [self.lowest_grade(id, shown)])
        rows.append([self.p("row-total"), self.tenths(1000, "weight")] + numbers(self.points[a] for a in shown)
                    + [t for _, _, c in compared for t in (EMPTY, self.decimal(c.difference, "difference"))] + [EMPTY])
        heads = [self.p(id, n=n) for n, _, _ in compared for id in ("column-flip", "column-without")]
        return [table(self.p("scores-caption", points=self.hundred()), self.columns("matters", "weight")
                      + [self.name(a) for a in shown] + heads + self.columns("lowest"), rows, "scores",
                      ["", "weight", *shown, *(f"{x}-{id}" for _, id, _ in compared for x in ("flip", "lead")), "certainty"],
                      [*self.profile.criteria, "total"]), paragraph(self.p("scores-note"))]

    def flips_in_brief(self, pair):
        texts = [self.p("flip-at-least" if f["direction"] == "up" else "flip-at-most",
                        weight=self.decimal(f["at"], "flip")) for f in pair]
        return self.listed(texts) if texts else self.p("none")

    def lead(self, c, v):
        if v["difference"] is None:
            return None
        return self.decimal(-v["difference"] if v["changesLeader"] else v["difference"], "difference")

    def grade(self, certainty): return self.p("grade-" + kebab(certainty))

    def lowest_grade(self, id, shown):
        c = self.pack.criterion[id]
        cells = [cell for cell in self.row_of(c) if cell.alternative in shown and not self.is_own(c, cell)]
        if not cells:
            return self.p("clinic-price")
        studied = [cell.certainty for cell in cells if cell.certainty != "byDefinition"]
        return self.grade(max(studied, key=GRADES.index, default="byDefinition"))

    # rules, and what to settle

    def state(self, f):
        broken = [limit["criterion"] for a, limit in self.a.broken if a == f["alternative"]]
        status = self.p("status-short-" + kebab(f["status"]))
        return self.p("state-past-limit", state=status, names=self.names_of(broken)) if broken else status

    def effects(self, r): return [self.p("effect-" + kebab(r["effects"].get(a, "neutral"))) for a in self.alternatives]

    def ruleSummary(self):
        applying = self.a.evaluation.applying_rules
        order = ("caution", "required", "favours", "unknown", "neutral")
        is_against = lambda r: ("urgent" in r or r["group"] == "stopAndRefer"
                                or {"contraindicated", "notIndicated"} & set(r["effects"].values()))
        strongest = lambda r: next((n for n, e in enumerate(order) if e in r["effects"].values()), 4)
        against = [r for r in applying if is_against(r)]
        others = sorted((r for r in applying if not is_against(r)), key=strongest)
        shown = against + others[:max(2, 7 - len(against))]
        rows = [[self.p("all-rules")] + [self.state(f) for f in self.findings]]
        rows += [[self.w(r["brief"])] + self.effects(r) for r in shown]
        rest = len(applying) - len(shown)
        return [table(self.p("rule-summary-caption"), self.columns("rule") + self.option_columns(), rows, "rules",
                      self.option_ids, ["all"] + [r["id"] for r in shown])] + ([paragraph(self.more(rest))] if rest else [])

    def contradictions(self):
        blocks = [paragraph(self.w(self.rules.contradicting[id]), "warning") for id in self.a.contradictions]
        limits = {limit["criterion"]: limit for limit in self.profile.limits}
        items = [self.p("limit-not-known-clinician", option=self.name(a), name=self.criterion_inline(c),
                        level=self.limit_level(limits[c])) for a, c in self.order.of(self.a.limits_not_known, lambda x: x[0])]
        return blocks + ([bullets(items)] if items else [])

    def toSettle(self):
        e = self.a.evaluation
        flagged = {f for r, truth in e.truths if truth is None and ("urgent" in r or r["group"] == "stopAndRefer")
                   for f in e.open_facts(r["when"])}
        facts = [f for f in self.rules.facts if f["id"] in self.a.open_facts]
        facts = [self.w(f["name"]) for f in sorted(facts, key=lambda f: f["id"] not in flagged)]
        questions = [text for _, text, truth in self.chosen_questions() if truth]
        return (captioned(self.p("settle-caption"), self.capped(facts, 11), "tickBoxes") or [paragraph(self.p("no-open-facts"))]) \
            + captioned(self.p("questions-to-settle"), self.capped(questions, 3), "tickBoxes")

    def flagsInBrief(self):
        items = [self.w(f["brief"]) for f in self.rules.flags if f["id"] in self.a.flags]
        return captioned(self.p("flags-caption"), self.capped(items, 8)) or [paragraph(self.p("no-clinician-flags"))]

    def patientWordsInBrief(self):
        quoted = lambda texts: self.capped([self.p("quoted", words=self.shortened(t, 140)) for t in texts], 2)
        return self.patient_words(quoted)

    def patientWords(self): return self.patient_words(lambda texts: [self.quote(t) for t in texts])

    def patient_words(self, quoted):
        blocks = [b for title, texts in (("patient-asks", self.profile.questions), ("patient-says", self.profile.remarks))
                  for b in captioned(self.p(title), quoted(texts))]
        return blocks or [paragraph(self.p("no-words"))]

    def roomForNotes(self): return [] if self.compared else [writing(self.p("notes"), 8)]

    # the second page

    def evidenceInBrief(self):
        rows = [[self.w(c.name)] + [self.level_in_brief(f, cell, c) for f, cell in zip(self.figures_of(c), self.row_of(c))]
                for c in self.pack.criteria]
        return [table(self.p("evidence-in-brief-caption"), self.columns("matters") + self.option_columns(), rows,
                      "evidence-levels", self.option_ids, [c.id for c in self.pack.criteria])]

    def level_in_brief(self, f, cell, c):
        own = self.is_own(c, cell)
        sure = self.p("clinic-price") if own else self.grade(cell.certainty)
        limits = {k: self.quantity(f[k], c, f["id"]) for k in ("low", "high")} if "low" in f else None
        if cell.certainty == "notKnown" and not own:
            return self.p("level-and-grade", level=sure, grade=self.p("range-used", **limits)) if limits else sure
        text = self.level(f["value"], c, f["id"])
        if limits:
            text = self.p("level-in-range", level=text, **limits)
        if cell.certainty == "byDefinition" and not own:
            return text
        if cell.basis in ("derived", "declared") and not own:
            sure = self.p("grade-and-origin", grade=sure, origin=self.p("origin-" + cell.basis))
        return self.p("level-and-grade", level=text, grade=sure)

    def sensitivityInBrief(self):
        blocks = []
        for _, title, _, why, c in self.numbered():
            if not why:
                blocks += [small(title), bullets(self.widest(c) + [self.ties(c), self.lists_in_brief(c)])]
        return blocks or [paragraph(self.p("no-sensitivity"))]

    def widest(self, c):
        items = [self.p("widest-crossing" if self.crosses(b) else "widest-item", name=self.cell_name(b),
                        low=self.decimal(b["atLow"], "tornado"), high=self.decimal(b["atHigh"], "tornado"))
                 for b in self.wide_bars(c)[:2]]
        return [self.p("widest", items=self.listed(items))] if items else []

    def open_ties(self, c):
        """The levels at which the two options tie, but those that no study could move."""
        for b in c.break_evens:
            row = self.pack.criterion[b["criterion"]].at(self.profile.region).cells
            cell = next(x for x in row if x.alternative == b["alternative"])
            if b["level"] is not None and cell.certainty != "byDefinition":
                yield b

    def ties(self, c):
        items = [self.p("tie-item", name=self.cell_name(b), level=self.tie_level(b["level"], b["criterion"]))
                 for b in self.open_ties(c) if b["insideEvidence"]]
        return self.p("ties-inside", items=self.listed(self.capped(items, 3))) if items else self.p("no-tie-inside")

    def lists_in_brief(self, c):
        turning = [v["leavingOut"] for v in c.variations if "leavingOut" in v and v["changesLeader"]]
        others = [self.p("other-list", list=self.list_of(v), option=self.inline(v["leader"]), points=self.lead(c, v))
                  for v in c.variations if "keeping" in v and v["leader"]]
        return spaced(self.p("left-out-turns", names=self.names_of(turning)) if turning else self.p("left-out-holds"),
                      *(others or [self.p("no-other-list")]))

    def consistency(self):
        profile, p = self.profile, self.p
        if profile.weights is None:
            return [paragraph(p("status-no-preference" if profile.status == "noClearPreference" else "status-not-asked"))]
        nothing = [c for c in profile.criteria if self.weight[c] == 0]
        pattern = (p("pattern-some-nothing", names=self.names_of(nothing)) if self.a.pattern == "someCountForNothing" else
                   p("pattern-" + {"allEqual": "equal", "singleCriterion": "single", "ordinary": "ordinary"}[self.a.pattern]))
        odd = self.a.pattern == "ordinary" and "comparisonsContradict" in profile.notes
        asked = self.w.raw(profile.asked, "profile.asked") if profile.asked else p("not-stated")
        method = METHODS.get(profile.method) or METHODS[profile.rule]
        items = [p("consistency-method", method=p("method-" + method), date=asked),
                 p("consistency-list", list=self.list_name(), count=self.w.number(len(profile.criteria), "profile.criteria")),
                 *([] if odd else [pattern]), *self.quality()]
        if profile.method == "directRating":
            items.append(p("direct-rating-note"))
        items += [p(NOTES[n]) for n in profile.notes]
        items.append(p("consistency-read-back", sentence=self.read_back()))
        if any(not self.pack.criterion[c].row for c in profile.criteria):
            items.append(p("cost-payer", payer=self.payer()))
        return [bullets(items)]

    def quality(self):
        """What the answers say about themselves."""
        found, worst, p = self.profile.quality, self.profile.worst, self.p

        def number(value, name, decimals=3):
            return self.number(decimal(value, decimals), "consistency." + name)
        if self.profile.method == "maxDiff":
            return [p("consistency-sets", fewest=self.number(self.profile.fewest, "consistency.shown"))]
        if self.profile.method == "bestWorst":
            ratio = number(found["ratio"], "ratio") if "ratio" in found else p("none")
            return [p("consistency-best-worst", deviation=number(found["deviation"], "deviation"), ratio=ratio,
                      index=number(found["index"], "index"), input=number(found["inputRatio"], "input"))] + (
                [p("consistency-best-worst-criterion", name=self.criterion_inline(worst))] if worst else [])
        if self.profile.method != "pairwise":
            return []
        source, index = self.w.raw("Saaty 1980", "analysis.consistency.table"), number(found["index"], "index")
        items = [p("consistency-pairs", ratio=number(found["ratio"], "ratio"), table=source, index=index,
                   limit=number(found["ratioLimit"], "limit", 2))]
        if "geometricIndex" in found:
            items.append(p("consistency-pairs-geometric", geometric=number(found["geometricIndex"], "geometric"),
                           limit=number(found["geometricLimit"], "limit", 2)))
        return items + ([p("consistency-triad", names=self.names_of(worst.split()))] if worst else [])

    def teachBack(self):
        common = [t for t in self.plans["teach"] if "criterion" not in t]
        own = [t for c in self.ranked[:3] for t in self.plans["teach"] if t.get("criterion") == c]
        rows = [[self.w(t["ask"]), self.key(t), self.p("explained-boxes")] for t in common[:1] + own + common[1:][:3 - len(own)]]
        return [table(self.p("teach-back-caption"), self.columns("ask", "answer", "explained"), rows, "teach-back-key")]

    def key(self, prompt):
        key, c = self.w(prompt["answer"]), self.pack.criterion.get(prompt.get("criterion"))
        if c is None or c.row:
            return key
        levels = [self.p("option-level", option=self.w(o["inline"]), level=self.level(f["value"], c, f["id"]))
                  for o, f in zip(self.options, self.figures_of(c)) if o["kind"] == "procedure"]
        return self.p("key-with-levels", key=key, levels=self.listed(levels))

    # all plots and numbers

    def scores(self):
        blocks = [bullets(self.not_weighed())] if self.left_out else []
        for q, why, c in self.a.answers:
            blocks.append(small(self.w(q["title"])))
            blocks += [paragraph(self.p("no-scores", reason=self.reason(why, c)))] if why else self.class_of(c)
        return blocks + self.simulation_note()

    def class_of(self, c):
        v, (first, second) = c.verdict, self.in_order(c.names)
        one, other = self.shares(c)
        items = [self.verdict_reason(r, c) for r in v.reasons]
        if v.settledByNumericError:
            items.append(self.p("settled-by-error"))
        worth = {k: self.decimal(self.worth(c)[n].value, "valueOfInformation")
                 for k, n in (("all", "perfect"), ("weights", "preferences"), ("levels", "evidence"))}
        items.append(self.p("worth-knowing", **worth, of=self.hundred()))
        return [paragraph(spaced(
            self.verdict(c), self.p("class-of", **{"class": self.label(v)}), self.margin(v),
            self.p("share-ahead", first=self.name(first), second=self.inline(second), one=one, other=other))), bullets(items)]

    def simulation_note(self):
        if not self.a.simulated:
            return []
        parts = [self.p("simulation-note", draws=self.number(self.pack.points, "draws"),
                        error=self.number("0.5", "numericError"), of=self.hundred())]
        if self.profile.ranks or self.profile.box:
            parts.append(self.p("simulated-order" if self.profile.ranks else "simulated-ranges"))
        else:
            parts.append(self.p("simulated-error", sigma=self.number(decimal(self.pack.sigma, 1), "responseError")))
        return [paragraph(spaced(*parts, self.w(self.pack.simulation_reason), self.w(self.pack.thresholds_reason)), "note")]

    def dominance(self):
        items = self.dominance_lines()
        return [bullets(items)] if items else [paragraph(self.p("no-dominance"))]

    def each(self, make):
        return [b for q, why, c in self.a.answers if not why for b in [small(self.w(q["title"])), *make(c, q["id"])]]

    def breakEvens(self):
        def make(c, _):
            rows = []
            for b in self.open_ties(c):
                criterion = self.pack.criterion[b["criterion"]]
                rows.append([self.w(criterion.name), self.name(b["alternative"]),
                             self.shown(self.levels[f"{criterion.id}.{b['alternative']}"], criterion),
                             self.tie_level(b["level"], criterion.id), self.p("fact-yes" if b["insideEvidence"] else "fact-no")])
            return [table(self.p("break-evens-caption"), self.columns("matters", "option", "stated", "break-even", "inside"),
                          rows) if rows else paragraph(self.p("none"))]
        return self.each(make)

    def listGuard(self):
        none = self.p("none")
        return self.each(lambda c, _: [table(self.p("guard-caption"), self.columns("list", "leads", "by"), [
            [self.list_of(v), self.name(v["leader"]) if v["leader"] else none,
             none if v["difference"] is None else self.decimal(v["difference"], "difference")] for v in c.variations])])

    def ruleFindings(self):
        p = self.p
        rows = [[self.w(r["clinician"])] + self.effects(r)
                + [words("; ".join([r["level"], *r["basis"].split()]).replace("_", " ").replace("-", " "))]
                for r in self.a.evaluation.applying_rules]
        return [table(p("status-caption"), self.columns("option", "finding"),
                      [[self.name(f["alternative"]), self.state(f)] for f in self.findings]),
                table(p("rules-caption"), self.columns("rule") + self.option_columns() + self.columns("level-of-rule"), rows)
                if rows else paragraph(p("no-rules"))]

    def openFacts(self):
        items = [self.w(f["name"]) for f in self.rules.facts if f["id"] in self.a.open_facts]
        return captioned(self.p("open-facts-caption"), items) or [paragraph(self.p("no-open-facts"))]

    def flags(self):
        items = [self.w(f["clinician"]) for f in self.rules.flags if f["id"] in self.a.flags]
        return [bullets(items)] if items else [paragraph(self.p("no-clinician-flags"))]

    def evidenceTable(self):
        rows = []
        for c in self.pack.criteria:
            for f, cell in zip(self.figures_of(c), self.row_of(c)):
                own, price = self.is_own(c, cell), self.p("clinic-price")
                rows.append([self.p("listed", before=self.w(c.name), last=self.inline(cell.alternative)), self.shown(f, c),
                             price if own else self.grade(cell.certainty), price if own else self.origin(cell),
                             self.source_numbers(f["sources"].split())])
        return [table(self.p("evidence-caption"), self.columns("matters", "level", "certainty", "origin", "sources"), rows)]

    def origin(self, cell):
        one, other = (self.p("origin-" + kebab(basis)) for basis in (cell.basis, cell.range_basis))
        return one if cell.basis == cell.range_basis else self.p("basis-with-range", estimate=one, range=other)

    # what to keep in mind about the model

    def modelWarnings(self): return captioned(self.p("warnings-heading"), self.warning_lines())

    def modelWarningsInBrief(self):
        items = self.capped(self.warning_lines(), 6)
        return [heading(self.p("warnings-in-brief")), bullets(items)] if items else []

    def warning_lines(self):
        lines = []
        for kind, found in itertools.groupby(self.a.warnings, lambda w: w["kind"]):
            found, names = list(found), None
            phrase = "warning-" + KINDS[kind]
            if kind == "sharedMeasure":
                lines += [self.p(phrase, names=self.names_of(w["criteria"])) for w in found]
                continue
            if kind == "splitting":
                names = [self.w(self.pack.branches[w["branch"]]) for w in found]
            elif kind == "differentStudies":
                names = [self.p("warning-graded", name=self.criterion_inline(w["criteria"][0]), grade=self.grade(w["certainty"]))
                         for w in found]
            elif kind in ("noRange", "drawsOutsideRange", "estimateOffCentre", "estimateOffMedian"):
                names = [self.cell_name({"criterion": w["criteria"][0], "alternative": w["alternatives"][0]}) for w in found]
            elif kind not in ("allEqual", "looksLikeRanks"):
                names = [self.criterion_inline(c) for w in found for c in w["criteria"]]
            lines.append(self.p(phrase) if names is None else self.p(phrase, names=self.w.list(names)))
        return lines

    names = {"identity": "identity_rows", "urgent": "clinician_urgent"}
