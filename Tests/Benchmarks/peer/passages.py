# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The documents of one person: the passages in the order of the pack's plan."""

from lxml import etree

from blocks import Block, bullets, heading, paragraph, part, writing
from clinician import Clinician
from pack import PACK


class Documents(Clinician):
    """Makes the two documents of one person."""

    def body(self, plan):
        own = self.names if plan["name"] == "clinicianCopy" else {}
        sections = []
        for id, title, screen, parts in plan["sections"]:
            blocks = []
            for kind, get, items in parts:
                made = self.planned(kind, get, items, own)
                blocks += [part(get["id"], made)] if "id" in get and made else made
            sections.append((id, self.w(title), screen, blocks))
        return {"title": self.w(plan["title"]), "sections": sections}

    def planned(self, kind, get, items, own):
        if kind == "insert":
            return getattr(self, own.get(get["passage"], get["passage"]))()
        if kind == "paragraph":
            return [paragraph(self.w(get["text"]), get.get("role", "plain"))] if self.applies(get) else []
        if kind == "subheading":
            return [heading(self.w(get["text"]))]
        if kind == "questionAndAnswer":
            return [Block(kind, self.w(get["question"]), extra=self.w(get["answer"]))]
        if kind == "writingSpace":
            return [writing(self.w(get["text"]), int(get["lines"]))]
        shown = self.order.of([i for i in items if self.applies(i)], lambda i: i.get("alternative"))
        return [bullets([self.w(i["text"]) for i in shown], kind)] if shown else []

    def applies(self, get): return "when" not in get or self.holds(get["when"])


def read_plans(pack, rules_node):
    plans = {}
    for name in ("handout", "clinicianCopy"):
        root = pack.documents.find(PACK + name)
        plans[name] = {"name": name, "title": root.get("title"), "sections": [
            (s.get("id"), s.get("title"), s.get("shown") == "screen",
             [(etree.QName(b).localname, dict(b.attrib), [dict(i.attrib) for i in b]) for b in s]) for s in root]}
    plans["ask"] = [(a.get("text"), a.get("criterion"), rules_node(a[0][0]) if len(a) else None)
                    for a in pack.documents.find(PACK + "questionsToAsk")]
    plans["teach"] = [dict(p.attrib) for p in pack.documents.find(PACK + "teachBack")]
    return plans
