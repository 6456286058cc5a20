# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The evidence pack: read and validated once per process."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from counts import jeffreys

PACK = "{urn:spine-decision-aid:evidence-pack:1}"
TEXTS = "{urn:spine-decision-aid:text-catalogue:1}"


def schema(folder: Path, name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(folder / "schemas" / f"{name}.xsd")))


def number(text):
    return None if text is None else float(text)


@dataclass
class Distribution:
    kind: str
    low: float = 0.0
    estimate: float | None = None
    high: float = 0.0
    events: int = 0
    n: int = 0
    scale: float = 1.0

    @property
    def point(self) -> float:
        if self.kind == "beta":
            return self.scale * self.events / self.n
        if self.kind == "uniform":
            return (self.low + self.high) / 2
        if self.estimate is None:  # lognormal: the median
            return (self.low * self.high) ** 0.5
        return self.estimate

    @property
    def interval(self) -> tuple[float, float]:
        if self.kind == "exact":
            return self.estimate, self.estimate
        if self.kind != "beta":
            return self.low, self.high
        low, high = jeffreys(self.events, self.n)
        return self.scale * low, self.scale * high

    @classmethod
    def read(cls, element, scale: float) -> "Distribution":
        kind = etree.QName(element).localname
        get = element.get
        if kind == "exact":
            value = float(get("value"))
            return cls(kind, value, value, value)
        if kind == "beta":
            return cls(kind, events=int(get("events")), n=int(get("n")), scale=scale)
        estimate = get("estimate") or get("likely")
        return cls(kind, float(get("low")), number(estimate), float(get("high")))


@dataclass
class Cell:
    alternative: str
    distribution: Distribution
    relative_to: str | None
    operation: str | None
    certainty: str
    reason: str
    basis: str
    range_basis: str
    sources: list[str]
    clinic: bool = False


@dataclass
class Row:
    worst: float
    best: float
    cells: list[Cell]
    round_to: float | None = None


@dataclass
class Criterion:
    id: str
    attributes: dict
    row: Row | None
    regions: dict[str, Row]
    points: list[tuple[float, float]] = field(default_factory=list)

    def __getattr__(self, name):  # the text ids: name, inline, levelText, ...
        try:
            return self.__dict__["attributes"].get(name)
        except KeyError:
            raise AttributeError(name) from None

    @property
    def decimals(self) -> int:
        return int(self.attributes["decimals"])

    @property
    def out_of(self) -> int | None:
        of = self.attributes.get("outOf")
        return int(of) if of else None

    def at(self, region: str) -> Row:
        return self.row or self.regions[region]


class Pack:
    def __init__(self, folder: Path, name: str = "vertebral-fracture"):
        self.folder = folder
        rules = schema(folder, "evidence-pack")
        parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
        trees = {}
        for part in ("evidence", "eligibility", "documents", "sources"):
            trees[part] = etree.parse(str(folder / name / f"{part}.xml"), parser).getroot()
            rules.assertValid(trees[part])
        self.texts = etree.parse(str(folder / name / "text.en.xml"), parser).getroot()
        schema(folder, "text-catalogue").assertValid(self.texts)
        files = [(f"{p}.xml", (folder / name / f"{p}.xml").read_bytes()) for p in sorted([*trees, "text.en"])]
        self.digest = hashlib.sha256(
            b"".join(f"{n}\n{len(b)}\n".encode() + b for n, b in files)).hexdigest()
        evidence = trees["evidence"]
        self.id = evidence.get("id")
        self.version = evidence.get("version")
        self.searched = evidence.get("searched")
        self.review_by = evidence.get("reviewBy")
        self.about = dict(evidence.find(f"{PACK}about").attrib)
        self.authors = [dict(a.attrib) for a in evidence.iterfind(f"{PACK}about/{PACK}author")]
        self.options = []
        for element in evidence.iterfind(f"{PACK}alternatives/{PACK}alternative"):
            option = dict(element.attrib)
            option["aspects"] = [{"id": a.get("id"), "name": a.get("name"), "steps": [s.get("text") for s in a],
                                  "timeline": a.get("shown") == "timeline"} for a in element]
            self.options.append(option)
        self.alternatives = [o["id"] for o in self.options]
        self.option = {o["id"]: o for o in self.options}
        self.regions = {r.get("id"): dict(r.attrib)
                        for r in evidence.iterfind(f"{PACK}regions/{PACK}region")}
        self.branches = {b.get("id"): b.get("name")
                         for b in evidence.iterfind(f"{PACK}branches/{PACK}branch")}
        self.criteria = [self._criterion(c)
                         for c in evidence.iterfind(f"{PACK}criteria/{PACK}criterion")]
        self.criterion = {c.id: c for c in self.criteria}
        self.panels = {p.get("id"): (p.get("name"), p.get("criteria").split())
                       for p in evidence.iterfind(f"{PACK}panels/{PACK}panel")}
        self.questions = [dict(q.attrib) for q in evidence.iterfind(f"{PACK}questions/{PACK}question")]
        limits = evidence.find(f"{PACK}thresholds")
        self.thresholds = {k: float(v) for k, v in limits.attrib.items() if k != "reason"}
        self.thresholds_reason = limits.get("reason")
        simulation = evidence.find(f"{PACK}simulation")
        self.simulation_reason = simulation.get("reason")
        self.points, self.sigma = int(simulation.get("points")), float(simulation.get("sigma"))
        self.figures = {f.get("id"): dict(f.attrib)
                        for f in evidence.iterfind(f"{PACK}figures/{PACK}figure")}
        self.outcomes = [(dict(o.attrib), [dict(r.attrib) for r in o])
                         for o in evidence.iterfind(f"{PACK}outcomes/{PACK}outcome")]
        self.sources = [dict(s.attrib) for s in trees["sources"]]
        self.eligibility = trees["eligibility"]
        self.guidelines = [dict(p.attrib) for p in
                           self.eligibility.iterfind(f"{PACK}guidelines/{PACK}position")]
        self.documents = trees["documents"]
        self.style = (folder / "styles" / "page.css").read_text("utf-8")

    def _criterion(self, element) -> Criterion:
        scale = float(element.get("outOf") or 1)
        rows = {r.get("region"): self._row(r, scale)
                for r in element.iterfind(f"{PACK}byRegion")}
        own = None if rows else self._row(element, scale)
        points = [(float(p.get("level")), float(p.get("value")))
                  for p in element.iterfind(f"{PACK}point")]
        return Criterion(element.get("id"), dict(element.attrib), own, rows, points)

    def _row(self, element, scale: float) -> Row:
        cells = {}
        for p in element.iterfind(f"{PACK}performance"):
            cells[p.get("alternative")] = Cell(
                p.get("alternative"), Distribution.read(p[0], scale), p.get("relativeTo"),
                p.get("operation"), p.get("certainty"), p.get("reason"), p.get("basis"),
                p.get("rangeBasis") or p.get("basis"), (p.get("sources") or "").split())
        return Row(float(element.get("worst")), float(element.get("best")),
                   [cells[a] for a in self.alternatives], number(element.get("roundTo")))


PIECE = re.compile(r"\{(=?)([^}]*)\}")
