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
        self.facts = []
        for f in root.iterfind(f"{PACK}facts/{PACK}fact"):
            fact = dict(f.attrib)
            fact["choices"] = {c.get("id"): c.get("name") for c in f.iterfind(f"{PACK}choice")}
            settled = f.find(f"{PACK}settled")
            fact["settled"] = None if settled is None else (settled.get("as"), Node(settled[0]))
            self.facts.append(fact)
        self.conditions = {c.get("id"): Node(c[0])
                           for c in root.iterfind(f"{PACK}conditions/{PACK}condition")}
        no_fit = root.find(f"{PACK}noFitWhen")
        self.no_fit, self.no_fit_reason = Node(no_fit[0]), no_fit.get("reason")
        self.rules = []
        for r in root.iterfind(f"{PACK}rules/{PACK}rule"):
            rule = dict(r.attrib)
            rule["when"] = Node(r.find(f"{PACK}when")[0])
            rule["effects"] = {e.get("alternative"): e.get("is")
                               for e in r.iterfind(f"{PACK}effect")}
            self.rules.append(rule)
        self.rule = {r["id"]: r for r in self.rules}
        self.contradictions = {c.get("id"): Node(c.find(f"{PACK}when")[0])
                               for c in root.iterfind(f"{PACK}contradictions/{PACK}contradiction")}
        self.contradicting = {c.get("id"): c.get("clinician")
                              for c in root.iterfind(f"{PACK}contradictions/{PACK}contradiction")}
        self.flags = []
        for f in root.iterfind(f"{PACK}flags/{PACK}flag"):
            flag = dict(f.attrib)
            flag["when"] = Node(f.find(f"{PACK}when")[0])
            self.flags.append(flag)


class Evaluation:
    """The conditions of one person."""

    def __init__(self, rules: Rules, profile, top):
        self.rules, self.profile, self.top = rules, profile, top
        self.facts = {k: v for k, v in profile.facts.items() if v != "unknown"}
        for fact in rules.facts:
            if fact["settled"] and fact["id"] not in self.facts:
                value, condition = fact["settled"]
                if self.truth(condition):
                    self.facts[fact["id"]] = value

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

    def findings(self, alternatives) -> list[dict]:
        self.truths = truths = [(rule, self.truth(rule["when"])) for rule in self.rules.rules]
        result = []
        for alternative in alternatives:
            applying, unsettled, pending = [], [], set()
            for rule, truth in truths:
                effect = rule["effects"].get(alternative, "neutral")
                if truth and effect != "neutral":
                    applying.append((rule["id"], effect))
                elif truth is None and (effect in (*AGAINST, "caution")
                                        or rule["group"] == "always" and effect == "required"):
                    unsettled.append(rule["id"])
                    pending.add(effect)
            effects = {effect for _, effect in applying}
            status = ("contraindicated" if "contraindicated" in effects
                      else "notIndicated" if "notIndicated" in effects
                      else "open" if pending & set(AGAINST)
                      else "caution" if "caution" in effects | pending else "noReasonAgainst")
            result.append({"alternative": alternative, "status": status,
                           "applying": applying, "open": unsettled})
        self.applying_rules = [rule for rule, truth in truths if truth]
        return result
