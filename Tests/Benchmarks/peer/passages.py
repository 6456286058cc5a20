# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The passages of the documents, as blocks that the templates render."""

import functools
import re

from lxml import etree

import model
from pack import PACK
from wording import EMPTY, decimal, person, spaced, words


class Block:
    __slots__ = ("kind", "text", "items", "role", "extra")

    def __init__(self, kind, text=None, items=(), role=None, extra=None):
        self.kind, self.text, self.items, self.role, self.extra = kind, text, items, role, extra


def paragraph(text, role="plain"): return Block("paragraph", text, role=role)
def heading(text): return Block("heading", text)
def small(text): return Block("smallHeading", text)
def bullets(items, form="bullets"): return Block("list", items=items, role=form)
def labelled(rows): return Block("labelled", items=rows)
def table(caption, columns, rows): return Block("table", caption, rows, extra=columns)
def panels(items): return Block("panels", items=items)


@functools.lru_cache(maxsize=None)
def squares(filled: int, of: int):
    full, empty = "", ""
    for n in range(of):
        x, y = n % 10 * 10, n // 10 * 10
        if n < filled:
            full += f"M{x + 1} {y + 1}h8v8h-8z"
        else:
            empty += f"M{x + 2} {y + 2}h6v6h-6z"
    return full, empty


def kebab(name: str) -> str:
    return re.sub("([A-Z])", lambda m: "-" + m[1].lower(), name)


class Documents:
    """Makes the two documents of one person."""

    def __init__(self, pack, rules, w, profile, analysis, identity, plans):
        self.pack, self.rules, self.w, self.profile, self.a = pack, rules, w, profile, analysis
        self.identity, self.plans = identity, plans
        self.region = pack.regions[profile.region]
        self.levels = level_figures(pack, analysis.table, profile.region, profile.prices)
        cited = {s for f in self.levels.values() for s in f["sources"].split()}
        for outcome, results in pack.outcomes:
            for result in results:
                if "figure" in result:
                    cited.update(pack.figures[result["figure"]]["sources"].split())
        for position in pack.guidelines:
            cited.update(position["sources"].split())
        self.sources = [s for s in pack.sources if s["id"] in cited]
        self.place = {s["id"]: n for n, s in enumerate(self.sources, 1)}
        weights = profile.weights
        self.weight = {} if weights is None else dict(zip(profile.criteria, weights))
        ranked = sorted((c for c in profile.criteria if self.weight.get(c, 0) > 0),
                        key=lambda c: -self.weight[c])
        self.ranked = [] if analysis.pattern == "allEqual" or weights is None else ranked

    # words

    def p(self, id, /, **values): return self.w.phrase(id, **values)
    def name(self, a): return self.w(self.pack.option[a]["name"])
    def inline(self, a): return self.w(self.pack.option[a]["inline"])
    def criterion(self, c): return self.w(self.pack.criterion[c].name)
    def criterion_inline(self, c): return self.w(self.pack.criterion[c].inline)
    def option_columns(self): return [self.w(o["name"]) for o in self.pack.options]

    def decimal(self, value, name): return self.w.number(decimal(100 * value, 1), "analysis." + name)

    def quantity(self, value, c, source):
        number = self.w.number(value, source)
        return number if c.row else self.w(self.region["money"], amount=number)

    def level(self, value, c, source):
        return self.w(c.levelText, n=self.quantity(value, c, source))

    def shown(self, c, a, with_range=True):
        id = f"{c.id}.{a}"
        figure = self.levels[id]
        given = self.p("range", low=self.quantity(figure["low"], c, id),
                       high=self.quantity(figure["high"], c, id)) if "low" in figure else None
        if figure["certainty"] == "notKnown":
            return self.p("not-known-used", range=given) if given else self.p("not-known")
        level = self.level(figure["value"], c, id)
        chosen = figure["basis"] == "declared"
        if given and with_range:
            return self.p("level-with-range-chosen" if chosen else "level-with-range", level=level, range=given)
        return self.p("level-chosen", level=level) if chosen else level

    def source_numbers(self, ids):
        numbers = [(n, s) for s, n in self.place.items() if s in ids]
        if not numbers:
            return self.p("no-source")
        joined = None
        for n, s in numbers:
            number = self.w.number(n, "source." + s)
            joined = self.p("listed", before=joined, last=number) if joined else number
        return self.p("source-numbers", numbers=joined)

    def when_and_who(self, period, group):
        return self.p("when-and-who", period=self.w(period), group=self.w(group))

    def cells(self):
        for c in self.pack.criteria:
            for cell in c.at(self.profile.region).cells:
                yield c, cell, not c.row and cell.alternative in self.profile.prices

    # plans

    def body(self, plan):
        own = self.clinician if plan["name"] == "clinicianCopy" else {}
        sections = []
        for id, title, parts in plan["sections"]:
            blocks = []
            for kind, get, items in parts:
                if kind == "insert":
                    make = own.get(get["passage"]) or getattr(self, get["passage"])
                    blocks += make(self) if get["passage"] in own else make()
                elif kind == "paragraph":
                    if "when" not in get or self.holds(get["when"]):
                        blocks.append(paragraph(self.w(get["text"]), get.get("role", "plain")))
                elif kind == "subheading":
                    blocks.append(heading(self.w(get["text"])))
                elif kind == "questionAndAnswer":
                    blocks.append(Block(kind, self.w(get["question"]), extra=self.w(get["answer"])))
                elif kind == "writingSpace":
                    blocks.append(Block(kind, self.w(get["text"]), extra=int(get["lines"])))
                else:
                    shown = [self.w(i["text"]) for i in items if "when" not in i or self.holds(i["when"])]
                    if shown:
                        blocks.append(bullets(shown, kind))
            sections.append((id, self.w(title), blocks))
        return {"title": self.w(plan["title"]), "sections": sections}

    def holds(self, condition): return self.a.evaluation.truth(self.rules.conditions[condition])

    # handout

    def decisionQuestion(self): return [paragraph(self.w(self.pack.about["decision"]), "key")]
    def optionsInBrief(self): return [labelled([(self.w(o["name"]), self.w(o["brief"])) for o in self.pack.options])]

    def urgent(self):
        return [paragraph(self.w(r["urgent"]), "warning")
                for r in self.a.evaluation.applying_rules if "urgent" in r]

    def keyNumbers(self):
        own = self.ranked[:3]
        chosen = own or [next(c.id for c in self.pack.criteria if c.branch == b)
                         for b in list(self.pack.branches)[:3]]
        rows = [[self.w(c.name)] + [
            self.shown(c, a, with_range=False) for a in self.pack.alternatives]
            for c in self.pack.criteria if c.id in chosen]
        return [table(self.p("key-numbers-caption-yours" if own else "key-numbers-caption"),
                      [self.p("column-what")] + self.option_columns(), rows)]

    def reason(self, why, lacking):
        names = {"notAsked": "not-asked", "noClearPreference": "no-preference", "otherEvidence": "other-evidence",
                 "equalWeights": "equal", "listLacks": "list-lacks", "tooFewAlternatives": "too-few"}
        if why == "listLacks":
            return self.p("not-compared-list-lacks", names=self.w.list([self.criterion_inline(c) for c in lacking]))
        return self.p("not-compared-" + names[why])

    def verdict(self, c):
        v, (first, second) = c.verdict, self.in_order(c)
        if not v.closeCall:
            kind = {"betterOnEverything": "everything", "fitsClearlyBetter": "clearly", "fitsSomewhatBetter": "somewhat"}
            other = second if v.expectedLeader == first else first
            return self.p("verdict-" + kind[v.verdict], leader=self.name(v.expectedLeader), other=self.inline(other))
        if v.closeCall == "aboutTheSame":
            return self.p("verdict-same", first=self.name(first), second=self.inline(second))
        return self.p("verdict-apart" if v.closeCall == "cannotBeToldApart" else "verdict-close",
                      first=self.inline(first), second=self.inline(second))

    def in_order(self, c): return [a for a in self.pack.alternatives if a in c.names]

    def shares_ahead(self, c):
        first, second = self.in_order(c)
        share = c.verdict.share if c.verdict.expectedLeader == first else 1 - c.verdict.share
        percent = int(decimal(100 * share, 0))
        one, other = (self.p("share-of", n=self.w.number(n, "analysis.share"), of=self.w.number(100, "analysis.points"))
                      for n in (percent, 100 - percent))
        return self.p("share-ahead", first=self.name(first), second=self.inline(second), one=one, other=other)

    def fitInBrief(self):
        return [labelled([(self.w(q["title"]), self.reason(why, c) if why else self.verdict(c))
                          for q, why, c in self.a.answers])]

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
        return [small(self.p("your-facts")), bullets(items)] if items else [paragraph(self.p("no-facts"), "note")]

    def optionDescriptions(self):
        return [panels([(self.w(o["name"]), [labelled([
            (self.w(name), spaced(*map(self.w, steps))) for name, steps in o["aspects"]])]) for o in self.pack.options])]

    def comparisonTable(self):
        rows = [[self.p("row-cement")] + [self.w(o["cement"]) for o in self.pack.options]]
        for c in self.pack.criteria:
            rows.append([self.w(c.name)] + [self.shown(c, a) for a in self.pack.alternatives])
        rows.append([self.p("row-suits")] + [self.w(o["suits"]) for o in self.pack.options])
        return [table(self.p("comparison-caption"), [self.p("column-what")] + self.option_columns(), rows)]

    def how_sure(self, cell):
        return self.p("how-sure", reason=self.w(cell.reason))

    def countedOutcomes(self):
        blocks = []
        for c in self.pack.criteria:
            if not c.out_of or not c.happens:
                continue
            shown = []
            for a, cell in zip(self.pack.alternatives, c.at(self.profile.region).cells):
                id = f"{c.id}.{a}"
                note = [self.how_sure(cell), self.p("sentence", text=self.source_numbers(cell.sources))]
                if "low" in self.levels[id]:
                    note.insert(0, self.p("sentence", text=self.shown(c, a)))
                note = spaced(*note)
                if cell.certainty == "notKnown":
                    shown.append(labelled([(self.name(a), note)]))
                    continue
                filled, of = int(float(self.levels[id]["value"])), c.out_of
                total = self.w.number(of, id)
                text = spaced(self.w(c.happens, n=self.w.number(filled, id), of=total),
                              self.w(c.doesNot, n=self.w.number(of - filled, id), of=total))
                shown.append(Block("icons", self.name(a), [note], (filled, of, *squares(filled, of)), text)
                             if of == 100 else labelled([(self.name(a), spaced(text, note))]))
            blocks += [small(self.w(c.name)), paragraph(self.w(c.explanation)),
                       paragraph(self.when_and_who(c.period, c.group), "note"), *shown]
        return blocks

    def measuredOutcomes(self):
        blocks = []
        for c in self.pack.criteria:
            if c.out_of or not c.row:
                continue
            rows = [(self.name(cell.alternative), spaced(
                self.p("sentence", text=self.shown(c, cell.alternative)), self.how_sure(cell),
                self.p("sentence", text=self.source_numbers(cell.sources)))) for cell in c.row.cells]
            blocks += [small(self.w(c.name)), paragraph(spaced(
                self.w(c.explanation), self.when_and_who(c.period, c.group))), labelled(rows)]
        return blocks

    def outcomes(self, block):
        blocks, reasons = [], {}
        for o, results in self.pack.outcomes:
            if o["block"] != block:
                continue
            rows, sources = [], []
            for r in results:
                name = self.name(r["alternative"])
                if "figure" not in r:
                    rows.append((name, self.w(r["instead"])))
                    continue
                id, f = r["figure"], self.pack.figures[r["figure"]]
                sources += f["sources"].split()
                of = self.w.number(f["of"], id)
                rest = decimal(float(f["of"]) - float(f["value"]), len(f["value"].partition(".")[2]))
                rows.append((name, spaced(*(
                    self.p("sentence", text=self.p("counted", n=self.w.number(n, id), of=of, happens=self.w(o[text])))
                    for n, text in ((f["value"], "happens"), (rest, "doesNot"))))))
            reasons[o["notWeighed"]] = None
            blocks += [small(self.w(o["name"])), paragraph(spaced(
                self.when_and_who(o["period"], o["group"]), self.p("how-sure", reason=self.w(o["reason"])),
                self.p("sentence", text=self.source_numbers(sources)))), labelled(rows)]
        return blocks + [paragraph(self.p("not-weighed", reason=self.w(r)), "note") for r in reasons]

    def courseOutcomes(self): return self.outcomes("course")
    def commonOutcomes(self): return self.outcomes("common")
    def rareOutcomes(self): return self.outcomes("rare")
    def cancerOutcomes(self): return self.outcomes("cancer") if self.a.no_fit else []

    def guidelinePositions(self):
        return [labelled([(self.p("position-body", body=words(g["body"]), year=words(g["year"])), spaced(
            self.w(g["says"]), self.p("position-population", population=self.w(g["population"])),
            self.p("position-sponsor", sponsor=words(g["sponsor"]) if "sponsor" in g else self.p("not-stated"))))
            for g in self.pack.guidelines])]

    def limit_level(self, limit):
        return self.level(limit.get("atMost") or limit["atLeast"], self.pack.criterion[limit["criterion"]], "profile.limit")

    def suitability(self):
        shown, against = [], ("contraindicated", "notIndicated", "caution")
        for f in self.a.suitability:
            status, id = f["status"], f["alternative"]
            ruled_out = status in against[:2]
            if not ruled_out and not self.a.takes_part[id]:
                status = "pastLimit"
            name = self.inline(id) if status in ("notIndicated", "open", "noReasonAgainst") else self.name(id)
            blocks = [paragraph(self.p("status-" + kebab(status), option=name))]
            reasons = [self.w(self.rules.rule[r]["reason"]) for r, effect in f["applying"]
                       if (not ruled_out or effect in against) and self.rules.rule[r]["group"] != "always"]
            reasons += [self.p("limit-broken", option=self.name(id), name=self.criterion_inline(limit["criterion"]),
                               level=self.limit_level(limit))
                        for a, limit in self.a.broken if a == id]
            if reasons:
                blocks += [small(self.p("why-heading")), bullets(reasons)]
            facts = {x for r in f["open"] for x in self.a.evaluation.open_facts(self.rules.rule[r]["when"])}
            asks = [self.w(x["ask"]) for x in self.rules.facts if x["id"] in facts]
            if asks:
                blocks += [small(self.p("open-heading")), bullets(asks)]
            shown.append((self.name(id), blocks))
        always = [self.w(r["reason"]) for r in self.a.evaluation.applying_rules if r["group"] == "always"]
        more = [heading(self.p("for-every-option")), bullets(always)] if always else []
        return [panels(shown)] + more

    def flagsForYou(self):
        items = [self.w(f["patient"]) for f in self.rules.flags if f["id"] in self.a.flags]
        return [small(self.p("flags-heading")), bullets(items)] if items else [paragraph(self.p("no-flags"))]

    def cost(self):
        c = next(c for c in self.pack.criteria if not c.row)
        rows = [[self.name(cell.alternative), self.shown(c, cell.alternative),
                 self.p("prices-of-clinic") if cell.alternative in self.profile.prices else self.how_sure(cell)]
                for cell in c.at(self.profile.region).cells]
        return [table(self.p("cost-caption"),
                      [self.p("column-option"), self.p("column-level"), self.p("column-sure")], rows),
                paragraph(self.p("payer-" + self.profile.payer), "key"),
                paragraph(self.p("prices-of-clinic") if self.profile.prices else
                          self.p("prices-of-region", region=self.w(self.region["name"]))),
                paragraph(self.w(self.region["note"]))]

    def list_name(self):
        panel = self.pack.panels.get(self.profile.panel)
        return self.w(panel[0]) if panel else self.p("list-own")

    def note(self, note): return self.p({
        "hundredPointsNotExact": "weights-rounded", "tiedRanksAveraged": "ranks-tied", "comparisonsContradict": "answers-contradict",
        "countsApproximate": "counts-approximate", "countsGiveOrderOnly": "counts-order"}[note])
    def quote(self, text): return self.p("quoted", words=person(text))

    def ends(self, id):
        c = self.pack.criterion[id]
        row = c.at(self.profile.region)

        def end(text, level):
            decimals = 0 if not c.row or level == round(level) else c.decimals
            return self.w(text, n=self.quantity(decimal(level, decimals), c, id + ".range"))
        return self.p("ends", worst=end(c.worstText, row.worst), best=end(c.bestText, row.best))

    def read_back(self):
        if self.a.pattern == "allEqual":
            return self.p("read-back-equal")
        if self.a.pattern == "singleCriterion":
            return self.p("read-back-only", first=self.criterion_inline(self.ranked[0]))
        one, two = self.ranked[:2]
        names = {"first": self.criterion(one), "second": self.criterion_inline(two)}
        times = decimal(self.weight[one] / self.weight[two], 1)
        back = (self.p("read-back-level", **names) if float(times) == 1 else
                self.p("read-back", times=self.w.number(times, "analysis.ratio"), **names))
        nothing = [self.criterion_inline(c) for c in self.profile.criteria if self.weight[c] == 0]
        return spaced(back, self.p("read-back-nothing", names=self.w.list(nothing))) if nothing else back

    def quality(self):
        """What the answers say about themselves."""
        found, worst, p = self.profile.quality, self.profile.worst, self.p

        def number(value, name, decimals=3):
            return self.w.number(decimal(value, decimals), "analysis.consistency." + name)
        if self.profile.method == "maxDiff":
            return [p("consistency-sets", fewest=self.w.number(self.profile.fewest, "analysis.consistency.shown"))]
        if self.profile.method == "bestWorst":
            ratio = number(found["ratio"], "ratio") if "ratio" in found else p("none")
            return [p("consistency-best-worst", deviation=number(found["deviation"], "deviation"), ratio=ratio,
                      index=number(found["index"], "index"), input=number(found["inputRatio"], "input"))] + (
                [p("consistency-best-worst-criterion", name=self.criterion_inline(worst))] if worst else [])
        if self.profile.method != "pairwise":
            return []
        table, index = self.w.raw("Saaty 1980", "analysis.consistency.table"), number(found["index"], "index")
        items = [p("consistency-pairs", ratio=number(found["ratio"], "ratio"), table=table, index=index,
                   limit=number(found["ratioLimit"], "limit", 2)) if "ratio" in found else
                 p("consistency-pairs-unlisted", table=table, index=index)]
        if "geometricIndex" in found:
            items.append(p("consistency-pairs-geometric", geometric=number(found["geometricIndex"], "geometric"),
                           limit=number(found["geometricLimit"], "limit", 2)))
        if worst:
            items.append(p("consistency-triad", names=self.w.list([self.criterion_inline(c) for c in worst.split()])))
        return items

    def preferencesReadBack(self):
        profile, blocks = self.profile, []
        if profile.status == "notAsked":
            blocks.append(paragraph(self.p("not-asked-yet"), "key"))
        elif profile.status == "noClearPreference":
            blocks.append(paragraph(self.p("no-clear-preference"), "key"))
        if profile.weights is None:
            boxes = [words("\u2610")] * 3
            blocks.append(table(self.p("blank-weights-caption"),
                                [self.p("column-" + n) for n in ("matters", "a-little", "much", "most")],
                                [[self.criterion(c)] + boxes for c in profile.criteria]))
        else:
            asked = {"swing": "asked-swing", "directRating": "asked-rating", "rankOrder": "asked-ranks",
                     "intervalSwing": "asked-intervals", "pairwise": "asked-pairs", "bestWorst": "asked-best-worst",
                     "maxDiff": "asked-sets", "matching": "asked-trades"}
            how = (self.p(asked[profile.method]) if profile.method in asked else
                   self.p("asked-branches" if profile.method == "branchFirst" else "asked-shares", points=self.w.number(100, "profile.points")))
            blocks.append(paragraph(spaced(how, self.p("list-used", list=self.list_name()))))
            blocks += [paragraph(self.note(n), "note") for n in profile.notes]
            points = dict(zip(profile.criteria, model.points_of_100(profile.weights * 100, 100)))
            order = sorted(profile.criteria, key=lambda c: -self.weight[c])
            blocks.append(table(self.p("weights-caption", points=self.w.number(100, "analysis.points")),
                                [self.p("column-matters"), self.p("column-range"), self.p("column-weight")],
                                [[self.criterion(c), self.ends(c), self.w.number(points[c], "analysis.weight." + c)]
                                 for c in order]))
            blocks.append(paragraph(self.read_back(), "key"))
        for limit in profile.limits:
            blocks.append(paragraph(self.p(
                "limit-at-most" if "atMost" in limit else "limit-at-least",
                name=self.criterion_inline(limit["criterion"]), level=self.limit_level(limit))))
        if profile.remarks:
            blocks += [small(self.p("your-words")), bullets([self.quote(r) for r in profile.remarks])]
        return blocks

    def fit(self):
        blocks = []
        for q, why, c in self.a.answers:
            blocks.append(heading(self.w(q["title"])))
            blocks += [paragraph(self.reason(why, c), "key")] if why else self.fit_of(c)
        if self.profile.weights is not None and not self.a.no_fit:
            blocks += [paragraph(self.p("left-out", option=self.name(a)), "note")
                       for a in self.pack.alternatives if not self.a.takes_part[a]]
        if self.a.no_fit:
            blocks.append(paragraph(self.w(self.rules.no_fit_reason)))
        if any(not why for _, why, _ in self.a.answers):
            blocks.append(paragraph(spaced(self.p("fit-points"), self.p("fit-mirror")), "note"))
        return blocks

    def close_reason(self, r, c):
        kind = r["kind"]
        if kind.startswith("dominates"):
            other = next(a for a in c.names if a != c.verdict.expectedLeader)
            return self.p("verdict-dominates" if kind == "dominates" else "dominates-at-limits",
                          leader=self.name(c.verdict.expectedLeader), other=self.inline(other))
        if kind == "leadersDiffer":
            return self.p("close-leaders-differ")
        if kind in ("marginBelow", "shareBelow"):
            limit = r["limit"] * (100 if kind == "shareBelow" else 1)
            return self.p("close-share" if kind == "shareBelow" else "close-difference",
                          limit=self.w.number(decimal(limit, 0), "analysis.threshold"),
                          of=self.w.number(100, "analysis.points"))
        if kind == "flipNearby":
            return self.p("close-flip", name=self.criterion_inline(r["criterion"]))
        return self.p("close-evidence", name=self.criterion_inline(r["criterion"]), option=self.inline(r["alternative"]))

    def fit_of(self, c):
        blocks = [paragraph(self.verdict(c), "key")]
        status = {f["alternative"]: f["status"] for f in self.a.suitability}
        if self.a.pattern == "singleCriterion":
            blocks.append(paragraph(self.p("single-criterion"), "note"))
        blocks += [paragraph(self.p("if-it-suits", option=self.name(a)), "note")
                   for a in c.names if status[a] == "open"]
        blocks.append(paragraph(self.shares_ahead(c)))
        hundred = self.w.number(100, "analysis.points")
        totals = [int(decimal(100 * t, 0)) for t in c.totals]
        number = self.w.number
        blocks += [small(self.p("fit-out-of", points=hundred)), Block("bars", items=[
            (self.p("fit-of", option=self.name(a), points=number(t, "analysis.total"), of=hundred), t, 100)
            for a, t in zip(c.names, totals)])]
        parts = [model.points_of_100(row * 100, t) for row, t in zip(c.contributions, totals)]
        rows = [[self.criterion(id)] + [number(part[k], "analysis.contribution") for part in parts]
                for k, id in enumerate(c.ids)]
        rows.append([self.p("row-total")] + [number(t, "analysis.total") for t in totals])
        blocks.append(table(self.p("contributions-caption"),
                            [self.p("column-matters")] + [self.name(a) for a in c.names], rows))
        if c.verdict.reasons:
            blocks += [small(self.p("why-close")), bullets([self.close_reason(r, c) for r in c.verdict.reasons[:4]])]
        flips = sorted((f for pair in c.flips for f in pair), key=lambda f: abs(f["at"] - f["now"]))[:3]
        items = [self.p("flip-" + f["direction"], name=self.criterion_inline(f["criterion"]),
                        now=number(decimal(100 * f["now"], 0), "analysis.weight"),
                        then=number(decimal(100 * f["at"], 0), "analysis.flip"),
                        option=self.inline(f["challenger"]), of=hundred) for f in flips]
        items = items or [self.p("nothing-flips")]
        holds = True
        for v in c.variations:
            if not v["leader"]:
                continue
            if "leavingOut" in v:
                if v["changesLeader"]:
                    holds = False
                    items.append(self.p("guard-changes", name=self.criterion_inline(v["leavingOut"]), option=self.inline(v["leader"])))
            else:
                name = self.list_of(v["keeping"])
                items.append(self.p("guard-list", list=name, option=self.inline(v["leader"])) if v["changesLeader"]
                             else self.p("guard-list-holds", list=name))
        if holds:
            items.append(self.p("guard-holds"))
        return blocks + [small(self.p("what-would-change")), bullets(items)]

    def list_of(self, ids): return next((self.w(n) for n, p in self.pack.panels.values() if p == ids), EMPTY)

    def chosen_questions(self):
        ranked = []
        for text, criterion, when in self.plans["ask"]:
            rank = 2
            if criterion:
                if criterion not in self.ranked[:3]:
                    continue
                rank = 0 if criterion == self.ranked[0] else 1
            if when is not None:
                truth = self.a.evaluation.truth(when)
                if truth is False:
                    continue
                rank = min(rank, 1) if truth else rank
            ranked.append((rank, text, when))
        return sorted(ranked, key=lambda r: r[0])

    def personalQuestions(self):
        items = [self.w(text) for _, text, _ in self.chosen_questions()[:10]]
        return [bullets(items, "tickBoxes")] if items else [paragraph(self.p("no-questions-chosen"))]

    def yourQuestions(self):
        if not self.profile.questions:
            return []
        return [small(self.p("your-questions-heading")),
                bullets([self.quote(q) for q in self.profile.questions], "tickBoxes")]

    def aboutDocument(self):
        i, about, p = self.identity, self.pack.about, self.p
        stated = p("not-stated")
        rows = [(p("date-made"), self.w.raw(i["date"], "document.date")),
                (p("document-number"), self.w.raw(i["document"], "document.id")),
                (p("made-by"), p("program-version", version=self.w.raw(i["version"], "document.program"))),
                (p("pack-label"), p("pack-version", id=words(self.pack.id), version=self.w.raw(self.pack.version, "document.pack"))),
                (p("searched"), self.w.raw(self.pack.searched, "document.searched")),
                (p("review-by"), self.w.raw(self.pack.review_by, "document.reviewBy")),
                (p("update-policy"), self.w(about["updatePolicy"])), (p("authors"), stated),
                (p("funding"), self.w(about["funding"]) if "funding" in about else stated),
                (p("population"), self.w(about["population"])), (p("selection"), self.w(about["selection"]))]
        rows += [(p(label), person(self.profile.clinic[key])) for label, key in (
            ("your-clinic", "name"), ("your-clinician", "clinician"), ("phone", "phone")) if key in self.profile.clinic]
        overdue = [paragraph(p("review-overdue"), "warning")] if i["date"] > self.pack.review_by else []
        return overdue + [labelled(rows)]

    def origin(self, cell, kind):
        one = self.p(f"{kind}-{kebab(cell.basis)}")
        if cell.basis == cell.range_basis:
            return one
        return self.p("basis-with-range", estimate=one, range=self.p(f"{kind}-{kebab(cell.range_basis)}"))

    def cell_name(self, c, cell):
        return self.p("listed", before=self.w(c.name), last=self.inline(cell.alternative))

    def numbersAndReasons(self):
        rows = {}
        for c, cell, own in self.cells():
            origin = self.p("prices-of-clinic") if own else self.p("sentence", text=self.origin(cell, "basis"))
            if cell.sources and not own:
                origin = spaced(origin, self.source_numbers(cell.sources))
            rows.setdefault(c.id, [self.w(c.name)]).append(origin)
        return [table(self.p("origin-caption"), [self.p("column-number")] + self.option_columns(), list(rows.values()))]

    def sourceList(self):
        items = []
        for s in self.sources:
            parts = [words(s["citation"])]
            if "doi" in s:
                parts.append(words("doi:" + s["doi"]))
            if "sponsor" in s:
                parts.append(self.p("source-sponsor", sponsor=words(s["sponsor"])))
            items.append(spaced(*parts))
        return [bullets(items, "references")]

    # clinician's copy

    def identityRows(self):
        profile, p = self.profile, self.p
        unknown = p("not-known")
        age = unknown if profile.age is None else self.w.number(profile.age, "profile.age")
        clinic = [person(profile.clinic[k]) for k in ("name", "clinician") if k in profile.clinic]
        return [labelled([
            (p("pseudonym"), self.w.raw(profile.id, "profile.id")),
            (p("person-name"), person(profile.name) if profile.name else unknown),
            (p("age-and-sex"), self.w.list([age, p("sex-" + profile.sex) if profile.sex else unknown])),
            (p("clinic-row"), self.w.list(clinic) if clinic else p("not-stated")),
            (p("setting-row"), p("region-and-payer", region=self.w(self.region["name"]), payer=self.payer()))])]

    def payer(self):
        payer = self.profile.payer
        return self.p("not-known") if payer == "unknown" else self.p("payer-short-" + payer)

    def urgentForClinician(self):
        return [paragraph(self.w(r["clinician"]), "warning")
                for r in self.a.evaluation.applying_rules if "urgent" in r]

    def scores(self):
        blocks, p = [], self.p
        if self.a.totals is not None:
            blocks.append(table(p("scores-caption", points=self.w.number(100, "analysis.points")),
                                [p("column-option"), p("column-total")],
                                [[self.name(a), self.decimal(t, "total." + a)]
                                 for a, t in zip(self.pack.alternatives, self.a.totals)]))
        for q, why, c in self.a.answers:
            blocks.append(small(self.w(q["title"])))
            if why:
                blocks.append(paragraph(p("no-scores", reason=self.reason(why, c))))
                continue
            level = {"betterOnEverything": "everything", "fitsClearlyBetter": "clearly", "fitsSomewhatBetter": "somewhat",
                     "aboutTheSame": "same", "cannotBeToldApart": "apart", "tooClose": "close"}
            v = c.verdict
            blocks.append(paragraph(spaced(
                self.verdict(c), self.w("phrase.class-of", **{"class": p("class-" + level[v.closeCall or v.verdict])}),
                p("margin-of", points=self.w.number(decimal(v.margin, 1), "analysis.margin")), self.shares_ahead(c))))
            if v.reasons:
                blocks.append(bullets([self.close_reason(r, c) for r in v.reasons]))
        return blocks

    def contradictions(self):
        blocks = [paragraph(self.w(self.rules.contradicting[id]), "warning") for id in self.a.contradictions]
        limits = {limit["criterion"]: limit for limit in self.profile.limits}
        items = [self.p("limit-not-known-clinician", option=self.name(a), name=self.criterion_inline(c),
                        level=self.limit_level(limits[c])) for a, c in self.a.limits_not_known]
        return blocks + ([bullets(items)] if items else [])

    # what is a plot there, or what the peer does not look for

    def modelWarnings(self): return []
    def weights(self): return []

    def rankAcceptability(self):
        s = self.a.simulated
        if not s:
            return []
        return [table(self.p("scores-caption", points=self.w.number(100, "analysis.points")),
                      self.columns("option") + [self.w.number(n, "analysis.place") for n in range(1, len(s.rows) + 1)],
                      [[self.name(self.pack.alternatives[i])] + [self.decimal(r.value, "share") for r in s.ranks[i]]
                       for i in s.rows])]

    def branch_weights(self):
        totals = {}
        for c in self.profile.criteria:
            branch = self.pack.criterion[c].branch
            totals[branch] = totals.get(branch, 0) + self.weight[c]
        return totals

    def contributions(self):
        if self.a.totals is None:
            return []
        p = self.p
        rows = [[self.criterion(c), self.decimal(self.weight[c], "weight")]
                + [self.decimal(row[k], "contribution") for row in self.a.contributions]
                for k, c in enumerate(self.profile.criteria)]
        branches = [[self.w(self.pack.branches[b]), self.decimal(t, "weight")]
                    for b, t in self.branch_weights().items() if t > 0]
        return [table(p("contributions-clinician-caption"),
                      [p("column-matters"), p("column-weight")] + self.option_columns(), rows),
                table(p("branch-weights-caption", points=self.w.number(100, "analysis.points")),
                      [p("column-matters"), p("column-weight")], branches)]

    def dominancePassage(self):
        items = [self.p("dominates-intervals" if sure else "dominates", dominant=self.name(a), dominated=self.inline(b))
                 for a, b, sure in self.a.dominance]
        return [bullets(items)] if items else [paragraph(self.p("no-dominance"))]

    def each(self, make):
        blocks = []
        for q, why, c in self.a.answers:
            if why:
                blocks.append(labelled([(self.w(q["title"]), self.p("no-comparison"))]))
            else:
                blocks += [small(self.w(q["title"])), make(c)]
        return blocks

    def columns(self, *names): return [self.p("column-" + n) for n in names]

    def weightFlips(self):
        def make(c):
            rows, branches = [], self.branch_weights()
            none = self.p("none")
            names = [({"criterion": id}, pair) for id, pair in zip(c.ids, c.flips)]
            names += [({"branch": b}, pair) for b, pair in zip(branches, c.branch_flips)]
            for target, pair in names:
                if "branch" in target:
                    title, now = self.p("branch-row", name=self.w(self.pack.branches[target["branch"]])), branches[target["branch"]]
                else:
                    title, now = self.criterion_inline(target["criterion"]), self.weight[target["criterion"]]
                at = {f["direction"]: self.decimal(f["at"], "flip") for f in pair}
                ahead = [self.name(a) for a in dict.fromkeys(f["challenger"] for f in pair)]
                rows.append([title, self.decimal(now, "weight"), at.get("down", none), at.get("up", none),
                             self.w.list(ahead) if ahead else none])
            return table(self.p("flips-caption", points=self.w.number(100, "analysis.points")),
                         self.columns("matters", "now", "flip-down", "flip-up", "ahead"), rows)
        return self.each(make)

    def breakEvens(self):
        def make(c):
            rows = []
            for b in c.break_evens:
                if b["level"] is None:
                    continue
                criterion = self.pack.criterion[b["criterion"]]
                decimals = max(criterion.decimals, 1) if criterion.row else 0
                rows.append([self.criterion(b["criterion"]), self.name(b["alternative"]),
                             self.shown(criterion, b["alternative"]),
                             self.level(decimal(b["level"], decimals), criterion, "analysis.breakEven"),
                             self.p("fact-yes" if b["insideEvidence"] else "fact-no")])
            return table(self.p("break-evens-caption"),
                         self.columns("matters", "option", "stated", "break-even", "inside"), rows
                         ) if rows else paragraph(self.p("none"))
        return self.each(make)

    def tornado(self):
        def make(c):
            rows = [[self.criterion(b["criterion"]), self.name(b["alternative"]), self.decimal(b["atLow"], "tornado"),
                     self.decimal(b["atHigh"], "tornado"),
                     self.p("fact-yes" if b["atLow"] * b["atHigh"] < 0 else "fact-no")]
                    for b in c.bars if abs(b["atHigh"] - b["atLow"]) > 0][:8]
            return table(self.p("tornado-caption"),
                         self.columns("matters", "option", "at-low", "at-high", "crosses"), rows
                         ) if rows else paragraph(self.p("none"))
        return self.each(make)

    def listGuard(self):
        def make(c):
            none = self.p("none")
            return table(self.p("guard-caption"), self.columns("list", "leads", "by"), [
                [self.p("left-out-criterion", name=self.criterion_inline(v["leavingOut"])) if "leavingOut" in v
                 else self.list_of(v["keeping"]), self.name(v["leader"]) if v["leader"] else none,
                 none if v["difference"] is None else self.decimal(v["difference"], "difference")]
                for v in c.variations])
        return self.each(make)

    def ruleFindings(self):
        p = self.p
        blocks = [table(p("status-caption"), self.columns("option", "finding"),
                        [[self.name(f["alternative"]), p("status-short-" + kebab(f["status"]))] for f in self.a.suitability])]
        rows = [[self.w(r["clinician"])]
                + [p("effect-" + kebab(r["effects"].get(a, "neutral"))) for a in self.pack.alternatives]
                + [words("; ".join([r["level"], *r["basis"].split()]).replace("_", " ").replace("-", " "))]
                for r in self.a.evaluation.applying_rules]
        blocks.append(table(p("rules-caption"), self.columns("rule") + self.option_columns() + self.columns("level-of-rule"), rows)
                      if rows else paragraph(p("no-rules")))
        return blocks

    def openFacts(self):
        items = [self.w(f["name"]) for f in self.rules.facts if f["id"] in self.a.open_facts]
        return [small(self.p("open-facts-caption")), bullets(items)] if items else [paragraph(self.p("no-open-facts"))]

    def clinicianFlags(self):
        items = [self.w(f["clinician"]) for f in self.rules.flags if f["id"] in self.a.flags]
        return [bullets(items)] if items else [paragraph(self.p("no-clinician-flags"))]

    def consistency(self):
        profile, p = self.profile, self.p
        if profile.weights is None:
            return [paragraph(p("status-no-preference" if profile.status == "noClearPreference" else "status-not-asked"))]
        methods = {"swing": "swing", "directRating": "rating", "hundredPoints": "shares", "branchFirst": "branches", "intervalSwing": "intervals",
                   "bestWorst": "best-worst", "maxDiff": "sets", "matching": "trades"}
        rules = {"rankOrderCentroid": "rank-centroid", "rankSum": "rank-sum", "reciprocal": "reciprocal",
                 "geometricMean": "pairs-mean", "eigenvector": "pairs-eigenvector"}
        nothing = [self.criterion_inline(c) for c in profile.criteria if self.weight[c] == 0]
        pattern = (p("pattern-some-nothing", names=self.w.list(nothing)) if self.a.pattern == "someCountForNothing" else
                   p({"allEqual": "pattern-equal", "singleCriterion": "pattern-single", "ordinary": "pattern-ordinary"}[self.a.pattern]))
        odd = self.a.pattern == "ordinary" and "comparisonsContradict" in profile.notes
        asked = self.w.raw(profile.asked, "profile.asked") if profile.asked else p("not-stated")
        items = [p("consistency-method", method=p("method-" + (methods.get(profile.method) or rules[profile.rule])), date=asked),
                 p("consistency-list", list=self.list_name(), count=self.w.number(len(profile.criteria), "profile.criteria")),
                 *([] if odd else [pattern]), *self.quality()]
        if profile.method == "directRating":
            items.append(p("direct-rating-note"))
        items += [self.note(n) for n in profile.notes]
        items.append(p("consistency-read-back", sentence=self.read_back()))
        if any(not self.pack.criterion[c].row for c in profile.criteria):
            items.append(p("cost-payer", payer=self.payer()))
        return [bullets(items)]

    def evidenceTable(self):
        clinic = self.p("clinic-price")
        return [table(self.p("evidence-caption"), self.columns("matters", "level", "certainty", "origin", "sources"), [
            [self.cell_name(c, cell), self.shown(c, cell.alternative),
             clinic if own else self.p("grade-" + kebab(cell.certainty)),
             clinic if own else self.origin(cell, "origin"), self.source_numbers([] if own else cell.sources)]
            for c, cell, own in self.cells()])]

    def teachBack(self):
        rows = [[self.w(p["ask"]), self.w(p["answer"])] for p in self.plans["teach"]
                if "criterion" not in p or p["criterion"] in self.ranked[:3]][:6]
        return [table(self.p("teach-back-caption"), self.columns("ask", "answer"), rows)]

    def questionsToSettle(self):
        items = [self.w(f["ask"]) for f in self.rules.facts if f["id"] in self.a.open_facts]
        items += [self.w(text) for _, text, when in self.chosen_questions() if when is not None][:6]
        return [small(self.p("questions-to-settle")), bullets(items, "tickBoxes")] if items else [
            paragraph(self.p("nothing-to-settle"))]

    def patientWords(self):
        blocks = []
        for texts, title in ((self.profile.questions, "patient-asks"), (self.profile.remarks, "patient-says")):
            if texts:
                blocks += [small(self.p(title)), bullets([self.quote(t) for t in texts])]
        return blocks or [paragraph(self.p("no-words"))]

    clinician = {"identity": identityRows, "urgent": urgentForClinician, "flags": clinicianFlags,
                 "dominance": dominancePassage}


def level_figures(pack, table, region, prices):
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
            f = {"value": decimal(printed[0], decimals), "sources": "" if own else " ".join(cell.sources),
                 "certainty": "byDefinition" if own else cell.certainty, "basis": "" if own else cell.basis}
            if c.out_of:
                f["of"] = str(c.out_of)
            if low != high:
                f["low"], f["high"] = decimal(printed[1], decimals), decimal(printed[2], decimals)
            figures[f"{c.id}.{cell.alternative}"] = f
    return figures


def read_plans(pack, rules_node):
    plans = {}
    for name in ("handout", "clinicianCopy"):
        root = pack.documents.find(PACK + name)
        plans[name] = {"name": name, "title": root.get("title"), "sections": [
            (s.get("id"), s.get("title"), [(etree.QName(b).localname, dict(b.attrib), [dict(i.attrib) for i in b])
                                           for b in s]) for s in root]}
    plans["ask"] = [(a.get("text"), a.get("criterion"), rules_node(a[0][0]) if len(a) else None)
                    for a in pack.documents.find(PACK + "questionsToAsk")]
    plans["teach"] = [dict(p.attrib) for p in pack.documents.find(PACK + "teachBack")]
    return plans
