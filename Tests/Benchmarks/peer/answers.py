# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Everything that is worked out for one person: suitability, limits, and the answers to both questions."""

from comparison import Comparison
from levels import Levels
from pack import Pack
from rules import AGAINST, Evaluation, Rules
import verdict


def state(limit: dict, table: Levels, alternative: str) -> str:
    """Whether a level keeps a limit of the person: by the printed estimate where it was measured, else by
    a range that lies wholly on one side."""
    highest = "atMost" in limit
    at = float(limit["atMost" if highest else "atLeast"])
    beyond = (lambda x: x > at) if highest else (lambda x: x < at)
    if not table.is_chosen(alternative):
        estimate = table.estimate(alternative)
        return "broken" if beyond(estimate if table.cells[alternative].clinic else table.printed(alternative, estimate)) else "kept"
    sides = [beyond(x) for x in table.interval(alternative)]
    return "kept" if not any(sides) else "notKnown" if not all(sides) or at in table.interval(alternative) else "broken"


class Answers:
    def __init__(self, pack: Pack, rules: Rules, profile):
        self.pack, self.profile = pack, profile
        self.evaluation = e = Evaluation(rules, profile)
        self.setting = profile.region, repr(profile.prices)
        if self.setting not in pack.settings:
            pack.settings[self.setting] = {r: {c.id: Levels(c, profile.region, r, profile.prices) for c in pack.criteria.values()}
                                           for r in pack.readings}
        self.tables = pack.settings[self.setting]  # by reading and criterion
        self.findings = {a: e.finding(a) for a in pack.alternatives}
        self.open_facts = e.facts_to_settle(self.findings.values())
        self.declined = [a for a in pack.alternatives if profile.feels(a, "never")]
        self.limits = []
        for a in pack.alternatives:
            for limit in profile.limits:
                states = [state(limit, self.tables[r][limit["criterion"]], a) for r in pack.readings]
                if set(states) != {"kept"}:
                    self.limits.append((a, limit["criterion"], states))
        broken = {a for a, _, states in self.limits if set(states) == {"broken"}}
        self.takes_part = [a for a in pack.alternatives if self.findings[a]["status"] not in AGAINST
                           and a not in broken and a not in self.declined]

    def procedures(self) -> list[str]:
        return [a for a in self.takes_part if self.pack.kinds[a] == "procedure"]

    def compared(self, question: dict, named: str | None) -> list[str]:
        """The procedures; or care and the procedure that fits better, else the one that stands for both."""
        procedures = self.procedures()
        if question["kind"] == "whichProcedure":
            return procedures[:2]
        wanted = [p for p in (named, question.get("standsIn"), *procedures) if p in procedures]
        return wanted[:1] + [a for a in self.takes_part if self.pack.kinds[a] == "care"]

    def gate(self, question: dict, compared: list[str]) -> str | None:
        """Why a question is not answered: the first of these that holds."""
        p, e = self.profile, self.evaluation
        if e.urgent or e.no_fit:
            return "urgent" if e.urgent else "otherEvidence"
        if p.status != "stated":
            return p.status
        asked = [c for c in question["criteria"] if c in p.criteria]
        own = p.weights_of(asked)
        if len(asked) > 1 and own.any() and "allEqual" in (p.pattern(p.weights), p.pattern(own)):
            return "equalWeights"
        needed = question.get("needs", []) + ([] if p.panel == "own" else question["criteria"])
        if set(needed) - set(p.criteria):
            return "listLacks"
        if not own.any():
            return "noWeight"
        if any(self.findings[a]["status"] == "open" for a in compared):
            return "factsOpen"
        return "tooFewAlternatives" if len(compared) != 2 else None

    def readings(self, question: dict, compared: list[str]) -> dict:
        """The comparisons by reading; the first alone where procedures are compared, which none of them moves."""
        asked = [c for c in question["criteria"] if c in self.profile.criteria]
        names = self.pack.readings[:1 if question["kind"] == "whichProcedure" else None]
        weights = self.profile.weights_of(asked)
        return {r: Comparison({c: self.tables[r][c] for c in asked}, *compared, weights) for r in names}

    def other_measure(self, question: dict, reading: str, c: Comparison) -> float | None:
        """The margin with the other measure of an aim in the place of the criterion."""
        of, criterion = self.pack.other_measures.get(question["id"], (None, None))
        if of not in c.ids:
            return None
        table = Levels(criterion, self.profile.region, reading, {})
        return c.replacing(c.ids.index(of), table.difference(c.first, c.second))

    def blocked(self, alternative: str, reading: str) -> tuple | None:
        """What keeps an alternative from being named in a reading: a limit that is not surely kept."""
        place = self.pack.readings.index(reading)
        for word, reason in (("broken", "pastLimit"), ("notKnown", "limitNotKnown")):
            for a, criterion, states in self.limits:
                if a == alternative and states[place] == word:
                    return reason, criterion
        return None

    def strength(self, reading: str, c: Comparison, share, shares, other, alike) -> tuple[int, list]:
        found, reasons = verdict.strength(c, self.pack.criteria, share, shares, other, alike, self.pack.limits)
        block = self.blocked(c.leader, reading)
        return (0, [block]) if found and block else (found, reasons)

    def answer(self, readings: dict, strengths: list[int]) -> dict:
        cs = list(readings.values())
        leader = cs[0].leader
        caps = [("ratherNot",)] * self.profile.feels(leader, "ratherNot") + [("carriedAnswers",)] * bool(self.profile.carried)
        return verdict.combined([(c.margin, s, c.first, c.second) for c, s in zip(cs, strengths)], caps, self.pack.limits)

    def tie(self, question: dict, readings: dict) -> float | None:
        """The level at which the two tie, where the readings name different leaders."""
        id, cs = question.get("tieOn"), list(readings.values())
        c = cs[0]
        if id not in c.ids or c.margin * cs[-1].margin >= 0 or c.w[c.ids.index(id)] <= 0:
            return None
        k, row = c.ids.index(id), c.levels[id].row
        at = c.level_differences[k] - c.margin * c.levels[id].length / (100 * c.w[k])
        return at if min(row.worst, row.best) <= at <= max(row.worst, row.best) else None
