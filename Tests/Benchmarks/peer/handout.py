# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The passages of the patient's handout."""

import re

import model
from blocks import Block, bullets, heading, labelled, panels, paragraph, part, small, table, titled, captioned
from context import Context
from wording import EMPTY, decimal, person, spaced, words

ASKED = {"swing": "swing", "directRating": "rating", "rankOrder": "ranks", "intervalSwing": "intervals", "pairwise": "pairs",
         "bestWorst": "best-worst", "maxDiff": "sets", "matching": "trades"}
NOTES = {"hundredPointsNotExact": "weights-rounded", "tiedRanksAveraged": "ranks-tied",
         "comparisonsContradict": "answers-contradict", "countsApproximate": "counts-approximate",
         "countsGiveOrderOnly": "counts-order"}
REASONS = {"notAsked": "not-asked", "noClearPreference": "no-preference", "otherEvidence": "other-evidence",
           "equalWeights": "equal", "tooFewAlternatives": "too-few", "listLacks": "list-lacks"}


def kebab(name: str) -> str:
    return re.sub("([A-Z])", lambda m: "-" + m[1].lower(), name)


class Handout(Context):
    # overview

    def urgent(self):
        return [paragraph(self.w(r["urgent"]), "warning") for r in self.a.evaluation.applying_rules if "urgent" in r]

    def notices(self):
        return [paragraph(self.p("review-overdue"), "warning")] if self.identity["date"] > self.pack.review_by else []

    def decisionQuestion(self): return [paragraph(self.w(self.pack.about["decision"]), "key")]
    def optionsInBrief(self): return [labelled([(self.w(o["name"]), self.w(o["brief"])) for o in self.options])]

    def keyNumbers(self):
        if self.a.no_fit:
            return []
        own = self.ranked[:3]
        chosen = own or [next(c.id for c in self.pack.criteria if c.branch == b) for b in list(self.pack.branches)[:3]]
        criteria = [c for c in self.pack.criteria if c.id in chosen]
        rows = [[self.w(c.name)] + [self.shown(f, c, with_range=False) for f in self.figures_of(c)] for c in criteria]
        return [table(self.p("key-numbers-caption-yours" if own else "key-numbers-caption"),
                      self.columns("what") + self.option_columns(), rows, "key-numbers", self.option_ids, [c.id for c in criteria])]

    def fitInBrief(self):
        return [labelled([(self.w(q["title"]), self.reason(why, c) if why else
                           spaced(self.verdict(c), *self.provisos(c)[:1])) for q, why, c in self.a.answers])]

    def reason(self, why, lacking, start="not-compared-"):
        names = {"names": self.names_of(lacking)} if why == "listLacks" else {}
        return self.p(start + REASONS[why], **names)

    def provisos(self, c):
        open_ones = [self.p("if-it-suits", option=self.name(a)) for a in self.in_order(c.names) if self.status[a] == "open"]
        return ([self.p("if-same-evidence")] if self.a.evaluation.truth(self.rules.no_fit) is None else []) + open_ones

    def verdict(self, c):
        v, (first, second) = c.verdict, self.in_order(c.names)
        if not v.closeCall:
            kind = {"betterOnEverything": "everything", "fitsClearlyBetter": "clearly", "fitsSomewhatBetter": "somewhat"}
            other = second if v.expectedLeader == first else first
            return self.p("verdict-" + kind[v.verdict], leader=self.name(v.expectedLeader), other=self.inline(other))
        if v.closeCall == "aboutTheSame":
            return self.p("verdict-same", first=self.name(first), second=self.inline(second))
        return self.p("verdict-apart" if v.closeCall == "cannotBeToldApart" else "verdict-close",
                      first=self.inline(first), second=self.inline(second))

    def aboutYou(self):
        items = []
        if self.profile.age is not None:
            items.append(self.p("person-age", age=self.w.number(self.profile.age, "profile.age")))
        for fact in self.rules.facts:
            value = self.profile.facts.get(fact["id"], "unknown")
            if "told" not in fact or value == "unknown":
                continue
            source = "profile." + fact["id"]
            if fact["kind"] == "number":
                value = self.w.number(value, source)
            elif fact["kind"] == "levels":
                value = self.w.list([self.w.raw(v, source) for v in value.split()])
            elif fact["kind"] == "choice":
                value = self.w(fact["choices"][value])
            else:
                value = self.p("fact-" + value)
            items.append(self.w(fact["told"], value=value))
        return captioned(self.p("your-facts"), items) or [paragraph(self.p("no-facts"), "note")]

    # options

    def optionDescriptions(self):
        return [panels([(o["id"], self.w(o["name"]), [labelled([
            (self.w(a["name"]), spaced(*map(self.w, a["steps"])), a["id"]) for a in o["aspects"] if not a["timeline"]])])
            for o in self.options])]

    def recoveryTimeline(self):
        aspects = [[a for a in o["aspects"] if a["timeline"]] for o in self.options]
        if not aspects[0]:
            return []
        rows = [[self.w(row[0]["name"])] + [spaced(*map(self.w, a["steps"])) for a in row] for row in zip(*aspects)]
        return [table(self.p("timeline-caption"), self.columns("when") + self.option_columns(), rows, "timeline",
                      self.option_ids, [a["id"] for a in aspects[0]])]

    def comparisonTable(self):
        rows, ids, notes = [[self.p("row-cement")] + [self.w(o["cement"]) for o in self.options]], ["material"], []
        for c in self.pack.criteria:
            figures = self.figures_of(c)
            rows.append([self.p("row-head", name=self.w(c.name), period=self.w(c.period))]
                        + [self.shown(f, c, with_range=not c.out_of) for f in figures])
            ids.append(c.id)
            if not c.out_of and any(f["certainty"] != "byDefinition" for f in figures):
                sources = [s for f in figures for s in f["sources"].split()]
                note = spaced(self.p("who", group=self.w(c.group)), self.w(c.sure), self.cited(sources))
                notes.append((self.w(c.name), note, c.id))
        rows.append([self.p("row-suits")] + [self.w(o["suits"]) for o in self.options])
        return [table(self.p("comparison-caption"), self.columns("what") + self.option_columns(), rows, "comparison",
                      self.option_ids, ids + ["suits"]), part("comparison-notes", [labelled(notes)])]

    def guidelinePositions(self):
        return [labelled([(self.p("position-body", body=words(g["body"]), year=words(g["year"])), spaced(
            self.w(g["says"]), self.p("position-sponsor", sponsor=words(g["sponsor"])) if "sponsor" in g else EMPTY), g["id"])
            for g in self.pack.guidelines])]

    # outcomes

    def countedOutcomes(self): return self.counted(100) + self.outcomes("common")
    def rareOutcomes(self): return self.counted(1000) + self.outcomes("rare")
    def cancerOutcomes(self): return self.outcomes("cancer") if self.a.no_fit else []

    def courseOutcomes(self):
        blocks = self.outcomes("course")
        for block in blocks:
            block.items = [r for r in block.items if r["picture"]]
        return blocks

    def outcome(self, o, results, sureness, sources, explanation=EMPTY):
        return Block("outcome", self.w(o["name"]), results, id=o["id"], extra={
            "explanation": explanation, "period": self.p("when", period=self.w(o["period"])),
            "group": self.p("who", group=self.w(o["group"])), "note": spaced(sureness, self.cited(sources))})

    def result(self, a, text, rest=EMPTY, figure=None, of=None):
        picture, range = None, EMPTY
        if figure and of == 100 and figure["certainty"] != "notKnown":
            picture = (int(float(figure["value"])), of)
        if figure and text and rest.html and "low" in figure:
            range = self.p("range-of", **{k: self.w.number(figure[k], figure["id"]) for k in ("low", "high")})
        return {"alternative": a, "name": self.name(a), "picture": picture, "text": text, "rest": rest, "range": range}

    def counted(self, of):
        blocks = []
        for c in self.pack.criteria:
            if c.out_of != of or not c.happens:
                continue
            results, figures = [], self.figures_of(c)
            for a, f in zip(self.alternatives, figures):
                if f["certainty"] in ("notKnown", "byDefinition"):
                    results.append(self.result(a, self.p("sentence", text=self.shown(f, c, with_range=False)), figure=f, of=of))
                    continue
                n, total = int(float(f["value"])), self.w.number(of, f["id"])
                results.append(self.result(a, self.w(c.happens, n=self.w.number(n, f["id"]), of=total),
                                           self.w(c.doesNot, n=self.w.number(of - n, f["id"]), of=total), f, of))
            sources = [s for f in figures for s in f["sources"].split()]
            blocks.append(self.outcome({**c.attributes, "id": c.id}, results, self.w(c.sure), sources, self.w(c.explanation)))
        return blocks

    def outcomes(self, block):
        blocks = []
        for o, given in self.pack.outcomes:
            if o["block"] != block:
                continue
            results, sources = [], []
            for r in self.order.of(given, lambda r: r["alternative"]):
                if "figure" not in r:
                    text = self.w(r["instead"])
                    sources += self.sources_in(text)
                    results.append(self.result(r["alternative"], text))
                    continue
                f = self.pack.figures[r["figure"]]
                sources += f["sources"].split()
                number = lambda n: self.w.number(n, f["id"])
                rest = decimal(float(f["of"]) - float(f["value"]), len(f["value"].partition(".")[2]))
                text, other = (self.p("sentence", text=self.p(id, n=number(n), of=number(f["of"]), happens=self.w(o[said])))
                               for id, n, said in (("counted", f["value"], "happens"), ("counted-rest", rest, "doesNot")))
                results.append(self.result(r["alternative"], text, other, f, int(f["of"])))
            blocks.append(self.outcome(o, results, self.w(o["reason"]), sources))
        return blocks

    # suitability and cost

    def suitability(self):
        shown, reasons = [], []
        for f in self.findings:
            status, id = f["status"], f["alternative"]
            if status not in ("contraindicated", "notIndicated") and not self.a.takes_part[id]:
                status = "pastLimit"
            name = self.inline(id) if status in ("notIndicated", "open", "noReasonAgainst") else self.name(id)
            shown.append((self.name(id), self.p("status-" + kebab(status), option=name), id))
        against = ("contraindicated", "notIndicated", "caution")
        told = {rule for f in self.findings for rule, effect in f["applying"]
                if f["status"] not in against[:2] or effect in against}
        reasons = [self.w(r["reason"]) for r in self.rules.rules if r["group"] != "always" and r["id"] in told]
        reasons += [self.p("limit-broken", option=self.name(a), name=self.criterion_inline(limit["criterion"]),
                           level=self.limit_level(limit)) for a, limit in self.order.of(self.a.broken, lambda b: b[0])]
        always = [self.w(r["reason"]) for r, truth in self.a.evaluation.truths if r["group"] == "always" and truth is not False]
        asks = [self.w(x["ask"]) for x in self.rules.facts if x["id"] in self.a.open_facts]
        return ([part("suits", [labelled(shown)])] + titled(self.p("why-heading"), reasons[:5])
                + self.left(reasons, 5, "more-reasons") + titled(self.p("open-heading"), asks[:8], "tickBoxes")
                + self.left(asks, 8, "more-open-facts") + titled(self.p("for-every-option"), always))

    def left(self, items, limit, phrase):
        more = len(items) - limit
        return [paragraph(self.p(phrase, n=self.number(more, "left")), "note")] if more > 0 else []

    def flagsForYou(self):
        return titled(self.p("flags-heading"), [self.w(f["patient"]) for f in self.rules.flags if f["id"] in self.a.flags][:3])

    def cost(self):
        whose = (self.p("prices-of-clinic") if self.profile.prices else
                 self.p("prices-of-region", region=self.w(self.region["name"])))
        return [paragraph(self.p("payer-" + self.profile.payer), "key"), paragraph(spaced(whose, self.w(self.region["note"])))]

    # what matters

    def quote(self, text): return self.p("quoted", words=person(text))

    def preferencesReadBack(self):
        profile, blocks = self.profile, []
        if profile.status == "notAsked":
            blocks.append(paragraph(self.p("not-asked-yet"), "key"))
        elif profile.status == "noClearPreference":
            blocks.append(paragraph(self.p("no-clear-preference"), "key"))
        else:
            how = (self.p("asked-" + ASKED[profile.method]) if profile.method in ASKED else
                   self.p("asked-branches" if profile.method == "branchFirst" else "asked-shares",
                          points=self.w.number(100, "profile.points")))
            blocks += [paragraph(spaced(how, self.p("list-used", list=self.list_name()),
                                        *(self.p(NOTES[n]) for n in profile.notes))),
                       paragraph(spaced(self.read_back(), self.p("correct-me")), "key"), self.weight_table()]
        if profile.weights is None:
            blocks.append(table(self.p("blank-weights-caption"), self.columns("matters", "a-little", "much", "most"),
                                [[self.criterion(c)] + [words("\u2610")] * 3 for c in profile.criteria],
                                "blank-weights", row_ids=profile.criteria))
        blocks += [paragraph(self.limit_text(limit)) for limit in profile.limits]
        return blocks + captioned(self.p("your-words"), [self.quote(r) for r in profile.remarks])

    def limit_text(self, limit):
        id = limit["criterion"]
        unknown = self.in_order([a for a, c in self.a.limits_not_known if c == id])
        text = self.p("limit-at-most" if "atMost" in limit else "limit-at-least",
                      name=self.criterion_inline(id), level=self.limit_level(limit))
        return spaced(text, self.p("limit-not-known", options=self.w.list([self.inline(a) for a in unknown]))) if unknown else text

    def weight_table(self):
        profile = self.profile
        points = dict(zip(profile.criteria, model.points_of_100(profile.weights * 100, 100)))
        order = sorted(profile.criteria, key=self.place)
        options = self.alternatives if self.compared else []
        rows = [[self.criterion(c), self.number(points[c], "weight." + c)] + [
            self.number(self.contributed[a][profile.criteria.index(c)], "contribution") for a in options] for c in order]
        if options:
            rows.append([self.p("row-total"), self.hundred()] + [self.number(self.points[a], "total") for a in options])
        return table(self.p("weights-caption", points=self.hundred()), self.columns("matters", "weight") + [
            self.name(a) for a in options], rows, "weights", ["", "weight", *options], order + (["total"] if options else []))

    def read_back(self):
        if self.a.pattern == "allEqual":
            return self.p("read-back-equal")
        if self.a.pattern == "singleCriterion":
            return self.p("read-back-only", first=self.criterion_inline(self.counting[0]))
        one, two = self.counting[:2]
        names = {"first": self.criterion(one), "second": self.criterion_inline(two)}
        times = decimal(self.weight[one] / self.weight[two], 1)
        back = (self.p("read-back-level", **names) if float(times) == 1 else
                self.p("read-back", times=self.number(times, "ratio"), **names))
        nothing = [c for c in self.profile.criteria if self.weight[c] == 0]
        return spaced(back, self.p("read-back-nothing", names=self.names_of(nothing))) if nothing else back

    # fit

    def fit(self):
        blocks = []
        if self.compared:
            blocks.append(Block("bars", items=[
                (self.p("fit-of", option=self.name(a), points=self.number(self.points[a], "total"), of=self.hundred()),
                 self.points[a], 100) for a in self.alternatives]))
        for q, why, c in self.a.answers:
            blocks.append(heading(self.w(q["title"])))
            blocks += [paragraph(self.reason(why, c), "key")] if why else self.fit_of(c)
        if self.profile.weights is not None and not self.a.no_fit:
            blocks += [paragraph(self.p("left-out", option=self.name(a)), "note") for a in self.left_out]
        if self.a.no_fit:
            blocks.append(paragraph(self.w(self.rules.no_fit_reason)))
        return blocks

    def fit_of(self, c):
        blocks, v = [paragraph(self.verdict(c), "key")], c.verdict
        asides = ([self.p("single-criterion")] if self.a.pattern == "singleCriterion" else []) + self.provisos(c)
        if asides:
            blocks.append(paragraph(spaced(*asides), "note"))
        first, second = self.in_order(c.names)
        one, other = self.shares(c)
        blocks.append(paragraph(self.p("share-ahead", first=self.name(first), second=self.inline(second), one=one, other=other)))
        reasons = [self.verdict_reason(r, c) for r in v.reasons[:1]]
        if v.verdict == "betterOnEverything":
            if any(r["reason"] == "dominatesWithinIntervals" for r in v.reasons):
                blocks += map(paragraph, reasons)
        elif v.verdict != "fitsClearlyBetter":
            items = reasons + self.worth_knowing(c)
            if items:
                blocks.append(paragraph(spaced(self.p("why-close" if v.closeCall else "why-not-clearer"), *items)))
        return blocks + self.what_would_change(c)

    def verdict_reason(self, r, c):
        kind = r["reason"]
        if kind.startswith("dominates"):
            other = next(a for a in c.names if a != c.verdict.expectedLeader)
            return self.p("verdict-dominates" if kind == "dominates" else "dominates-at-limits",
                          leader=self.name(c.verdict.expectedLeader), other=self.inline(other))
        if kind == "leadersDiffer":
            return self.p("close-leaders-differ")
        if kind in ("marginBelow", "shareBelow"):
            limit = r["limit"] * (100 if kind == "shareBelow" else 1)
            return self.p("close-share" if kind == "shareBelow" else "close-difference",
                          limit=self.number(decimal(limit, 0), "threshold"), of=self.hundred())
        if kind == "flipNearby":
            return self.p("close-flip", name=self.criterion_inline(r["criterion"]))
        return self.p("close-evidence", name=self.criterion_inline(r["criterion"]), option=self.inline(r["alternative"]))

    def worth(self, c): return next((worth for names, worth in self.a.worth if names == c.names), None)

    def worth_knowing(self, c, phrases=("know-weights", "know-studies")):
        worth = self.worth(c)
        weights, levels = worth["preferences"].value, worth["evidence"].value
        return [self.p(phrases[0] if weights > levels else phrases[1])] if max(weights, levels) >= 0.001 else []

    def what_would_change(self, c):
        percent = lambda share: int(decimal(100 * share, 0))
        flips = [f for pair in c.flips for f in pair if percent(f["at"]) != percent(f["now"]) and 0 < percent(f["at"]) < 100]
        flips.sort(key=lambda f: abs(f["at"] - f["now"]))
        items = [self.p("flip-" + f["direction"], name=self.criterion_inline(f["criterion"]), now=self.whole(f["now"], "weight"),
                        then=self.whole(f["at"], "flip"), option=self.inline(f["challenger"]), of=self.hundred())
                 for f in flips[:1]]
        return [small(self.p("what-would-change")), bullets((items or [self.p("nothing-flips")]) + self.guard_items(c)[:1])]

    def guard_items(self, c):
        items, holds = [], self.a.pattern != "singleCriterion"
        for v in c.variations:
            if v["leader"] and "keeping" in v:
                name = self.list_of(v)
                items.append(self.p("guard-list", list=name, option=self.inline(v["leader"])) if v["changesLeader"]
                             else self.p("guard-list-holds", list=name))
            elif v["leader"] and v["changesLeader"]:
                holds = False
                items.append(self.p("guard-changes", name=self.criterion_inline(v["leavingOut"]), option=self.inline(v["leader"])))
        return items + ([self.p("guard-holds")] if holds else [])

    # questions, and the document

    def chosen_questions(self):
        ranked = []
        for text, criterion, when in self.plans["ask"]:
            rank, truth = 2, None
            if criterion:
                if criterion not in self.ranked[:3]:
                    continue
                rank = 0 if criterion == self.ranked[0] else 1
            if when is not None:
                truth = self.a.evaluation.truth(when)
                if truth is False:
                    continue
                rank = min(rank, 1) if truth else rank
            ranked.append((rank, self.w(text), truth))
        return sorted(ranked, key=lambda r: r[0])

    def personalQuestions(self):
        items = [text for _, text, _ in self.chosen_questions()[:6]]
        return [bullets(items, "tickBoxes")] if items else [paragraph(self.p("no-questions-chosen"))]

    def yourQuestions(self):
        return captioned(self.p("your-questions-heading"), [self.quote(q) for q in self.profile.questions], "tickBoxes")

    def version_rows(self):
        i, p, w = self.identity, self.p, self.w
        return [(p("date-made"), w.raw(i["date"], "document.date"), "date-made"),
                (p("document-number"), w.raw(i["document"], "document.id"), "document"),
                (p("made-by"), p("program-version", version=w.raw(i["version"], "document.program")), "made-by"),
                (p("pack-label"),
                 p("pack-version", id=words(self.pack.id), version=w.raw(self.pack.version, "document.pack")), "pack"),
                (p("searched"), w.raw(self.pack.searched, "document.searched"), "searched"),
                (p("review-by"), w.raw(self.pack.review_by, "document.reviewBy"), "review-by")]

    def aboutDocument(self):
        about, p, w = self.pack.about, self.p, self.w
        authors = [p("author", name=words(a["name"]), role=words(a["role"])) for a in self.pack.authors]
        # The peer does not measure how hard the handout is to read.
        none = self.w.raw("\u2013", "document.reading.grade")
        rows = self.version_rows() + [
            (p("update-policy"), w(about["updatePolicy"]), "update-policy"),
            (p("authors"), w.list(authors) if authors else p("not-stated"), "authors" if authors else "authors-not-stated"),
            (p("funding"), w(about["funding"]) if "funding" in about else p("not-stated"),
             "funding" if "funding" in about else "funding-not-stated"),
            (p("selection"), w(about["selection"]), "selection"),
            (p("reading-level"), p("reading-level-is", grade=none, section=w.raw("", "document.reading.section"), hardest=none),
             "reading-level")]
        return [labelled(rows + [(p(label), person(self.profile.clinic[key])) for label, key in (
            ("your-clinic", "name"), ("your-clinician", "clinician"), ("phone", "phone")) if key in self.profile.clinic])]

    def sourceList(self):
        return [bullets([self.p("source-of-maker", source=words(s["short"])) if "sponsor" in s else words(s["short"])
                         for s in self.sources], "references")]
