# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Eligibility rules in Kleene's three-valued logic; None is not known."""

from lxml import etree

from pack import PACK

AGAINST = ("contraindicated", "notIndicated")


class Node:
    """A condition, compiled from XML once."""

    __slots__ = ("kind", "get", "parts", "values")

    def __init__(self, element):
        self.kind = etree.QName(element).localname
        self.get = dict(element.attrib)
        self.parts = [Node(child) for child in element]
        self.values = set((self.get.get("is") or self.get.get("include")
                           or self.get.get("criteria") or "").split())
        for key in ("below", "atMost", "above", "atLeast", "moreThan", "count"):
            if key in self.get:
                self.get[key] = float(self.get[key])

    def within(self, value: float) -> bool:
        get = self.get
        return (("below" not in get or value < get["below"])
                and ("atMost" not in get or value <= get["atMost"])
                and ("above" not in get or value > get["above"])
                and ("atLeast" not in get or value >= get["atLeast"]))


class Rules:
    def __init__(self, root):
        each = lambda path: root.iterfind("/".join(PACK + p for p in path.split("/")))
        when = lambda element: Node(element.find(PACK + "when")[0])
        self.facts = {}
        for f in each("facts/fact"):
            settled = f.find(PACK + "settled")
            self.facts[f.get("id")] = None if settled is None else (settled.get("as"), Node(settled[0]))
        self.conditions = {c.get("id"): Node(c[0]) for c in each("conditions/condition")}
        self.no_fit = [Node(n[0]) for n in each("noFitWhen")]
        self.rules = [{"id": r.get("id"), "group": r.get("group"), "when": when(r), "urgent": r.find(PACK + "urgent") is not None,
                       "effects": {e.get("alternative"): e.get("is") for e in r.iterfind(PACK + "effect")}}
                      for r in each("rules/rule")]
        self.contradictions = {c.get("id"): (when(c), (c.get("doubts") or "").split())
                               for c in each("contradictions/contradiction")}
        self.flags = {f.get("id"): when(f) for f in each("flags/flag")}


class Evaluation:
    """The conditions of one person."""

    def __init__(self, rules: Rules, profile):
        self.rules, self.profile, self.top = rules, profile, profile.top
        self.facts = {k: v for k, v in profile.facts.items() if v != "unknown"}
        # An answer that cannot be true counts as not known, and is settled by nothing else.
        self.contradictions = [id for id, (when, _) in rules.contradictions.items() if self.truth(when)]
        doubted = {fact for id in self.contradictions for fact in rules.contradictions[id][1]}
        self.facts = {k: v for k, v in self.facts.items() if k not in doubted}
        for fact, settled in rules.facts.items():
            if settled and fact not in doubted and fact not in self.facts and self.truth(settled[1]):
                self.facts[fact] = settled[0]
        self.truths = [(rule, self.truth(rule["when"])) for rule in rules.rules]
        self.urgent = any(rule["urgent"] and truth for rule, truth in self.truths)
        self.no_fit = any(self.truth(n) for n in rules.no_fit)
        self.flags = [id for id, when in rules.flags.items() if self.truth(when)]

    def truth(self, node: Node):
        kind, get = node.kind, node.get
        if kind == "fact":
            value = self.facts.get(get["id"])
            return None if value is None else value in node.values
        if kind == "measure":
            value = self.facts.get(get["id"])
            return None if value is None else node.within(float(value))
        if kind == "all":
            found = [self.truth(p) for p in node.parts]
            return False if False in found else None if None in found else True
        if kind == "any":
            found = [self.truth(p) for p in node.parts]
            return True if True in found else None if None in found else False
        if kind == "condition":
            return self.truth(self.rules.conditions[get["ref"]])
        if kind == "not":
            value = self.truth(node.parts[0])
            return None if value is None else not value
        if kind == "levels":
            value = self.facts.get(get["id"])
            if value is None:
                return None
            given = value.split()
            return len(given) > get["moreThan"] if "moreThan" in get else bool(node.values & set(given))
        if kind == "age":
            return None if self.profile.age is None else node.within(self.profile.age)
        if kind == "region":
            return self.profile.region in node.values
        if kind == "sex":
            return None if self.profile.sex is None else self.profile.sex == get["is"]
        if kind == "topPriority":
            return None if self.top is None else bool(node.values & set(self.top))
        if kind == "atLeast":
            found = [self.truth(p) for p in node.parts]
            yes = found.count(True)
            return True if yes >= get["count"] else None if yes + found.count(None) >= get["count"] else False
        if kind == "always":
            return True
        raise ValueError(kind)

    def open_facts(self, node: Node) -> list[str]:
        if self.truth(node) is not None:
            return []
        if node.kind in ("fact", "measure", "levels"):
            return [node.get["id"]]
        parts = [self.rules.conditions[node.get["ref"]]] if node.kind == "condition" else node.parts
        return list(dict.fromkeys(f for p in parts for f in self.open_facts(p)))

    def finding(self, alternative: str) -> dict:
        """The state of an alternative, the rules that apply, and those that are not settled."""
        applying, unsettled = [], {}
        for rule, truth in self.truths:
            effect = rule["effects"].get(alternative, "neutral")
            if truth and effect != "neutral":
                applying.append((rule["id"], effect))
            elif truth is None and (effect in (*AGAINST, "caution") or rule["group"] == "always" and effect == "required"):
                unsettled[rule["id"]] = effect
        effects, pending = {effect for _, effect in applying}, set(unsettled.values())
        status = ("contraindicated" if "contraindicated" in effects
                  else "notIndicated" if "notIndicated" in effects
                  else "open" if pending & set(AGAINST)
                  else "caution" if "caution" in effects | pending else "noReasonAgainst")
        return {"status": status, "applying": applying, "open": list(unsettled)}

    def facts_to_settle(self, findings) -> list[str]:
        unsettled = {id for f in findings for id in f["open"]}
        nodes = [rule["when"] for rule, _ in self.truths if rule["id"] in unsettled]
        nodes += [] if self.no_fit else self.rules.no_fit
        facts = {f for node in nodes for f in self.open_facts(node)}
        return [id for id in self.rules.facts if id in facts]
