# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The numbers of an evidence pack: criteria, levels by region and reading, questions, limits of the verdicts.

A lognormal quantity is given by its 95 % limits, a share by counts with the limits of Jeffreys
(Brown, Cai, DasGupta, Statistical Science 2001; 16: 101-133).
"""

import math
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from counts import jeffreys

PACK = "{urn:spine-decision-aid:evidence-pack:1}"
Z = 1.959963984540054  # the quantile 0.975 of the standard normal distribution


def schema(folder: Path, name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(folder / "schemas" / f"{name}.xsd")))


@dataclass
class Distribution:
    kind: str
    low: float
    high: float
    given: float = 0.0  # the estimate, or the most likely level
    events: int = 0
    n: int = 0
    scale: float = 1.0

    @classmethod
    def read(cls, element, scale: float) -> "Distribution":
        kind, get = etree.QName(element).localname, element.get
        if kind == "exact":
            return cls(kind, float(get("value")), float(get("value")), float(get("value")))
        if kind == "beta":
            events, n = int(get("events")), int(get("n"))
            low, high = jeffreys(events, n)
            return cls(kind, scale * low, scale * high, 0.0, events, n, scale)
        if kind not in ("normal", "lognormal", "uniform", "triangular"):
            raise ValueError(f"no formulas for a distribution {kind}")
        return cls(kind, float(get("low")), float(get("high")), float(get("estimate") or get("likely") or 0))

    @property
    def estimate(self) -> float:
        """What a document prints: the share as counted, the median of a lognormal quantity."""
        if self.kind == "beta":
            return self.scale * self.events / self.n
        if self.kind == "uniform":
            return (self.low + self.high) / 2
        return math.sqrt(self.low * self.high) if self.kind == "lognormal" else self.given

    @property
    def mean(self) -> float:
        if self.kind == "beta":
            return self.scale * (self.events + 0.5) / (self.n + 1)
        if self.kind == "lognormal":
            s = math.log(self.high / self.low) / (2 * Z)
            return self.estimate * math.exp(s * s / 2)
        return (self.low + self.given + self.high) / 3 if self.kind == "triangular" else self.estimate


@dataclass
class Cell:
    """A level of an alternative; one that is relative holds a difference or a ratio to another."""

    distribution: Distribution
    relative_to: str | None = None
    operation: str | None = None
    certainty: str = ""
    basis: str = ""
    clinic: bool = False  # a price of the clinic's own


@dataclass
class Row:
    worst: float
    best: float
    step: float | None  # to which a level is rounded in print
    cells: dict  # alternative: {reading: Cell}


class Criterion:
    def __init__(self, element, readings: list[str]):
        get = element.get
        self.id, self.branch, self.decimals = get("id"), get("branch"), int(get("decimals"))
        self.unfelt = get("unfelt") == "true"
        self.worthwhile = float(get("worthwhile")) if get("worthwhile") else None
        scale = float(get("outOf") or 1)
        regional = element.findall(PACK + "byRegion")
        self.rows = {r.get("region"): self.row(r, scale, readings) for r in regional or [element]}

    def row(self, element, scale: float, readings: list[str]) -> Row:
        def cell(p, holder):
            return Cell(Distribution.read(holder[0], scale), p.get("relativeTo"), p.get("operation"),
                        holder.get("certainty"), holder.get("basis"))

        cells = {}
        for p in element.iterfind(PACK + "performance"):
            under = {u.get("reading"): cell(p, u) for u in p.iterfind(PACK + "under")}
            cells[p.get("alternative")] = under if under else dict.fromkeys(readings, cell(p, p))
        return Row(float(element.get("worst")), float(element.get("best")), float(element.get("roundTo") or 0) or None, cells)

    def at(self, region: str) -> Row:
        return self.rows.get(region) or self.rows[None]

    @property
    def is_price(self) -> bool:
        return None not in self.rows


class Pack:
    def __init__(self, folder: Path, name: str = "vertebral-fracture"):
        parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
        evidence, self.eligibility = (etree.parse(str(folder / name / f"{part}.xml"), parser).getroot()
                                      for part in ("evidence", "eligibility"))
        find = lambda path: evidence.iterfind("/".join(PACK + p for p in path.split("/")))
        self.kinds = {a.get("id"): a.get("kind") for a in find("alternatives/alternative")}
        self.alternatives = list(self.kinds)
        self.readings = [r.get("id") for r in find("readings/reading")]
        self.criteria = {c.get("id"): Criterion(c, self.readings) for c in find("criteria/criterion")}
        self.other_measures = {m.get("question"): (m.get("of"), Criterion(m, self.readings)) for m in find("otherMeasures/otherMeasure")}
        self.panels = {p.get("id"): p.get("criteria").split() for p in find("panels/panel")}
        self.questions = [{k: v.split() if k in ("criteria", "needs", "alike") else v for k, v in q.attrib.items()}
                          for q in find("questions/question")]
        self.feelings = {f.get("id"): f.get("alternatives").split() for f in find("feelings/feeling")}
        self.limits = {k: float(v) for k, v in next(find("thresholds")).attrib.items() if k != "reason"}
        simulation = next(find("simulation"))
        self.points, self.sigma = int(simulation.get("points")), float(simulation.get("sigma"))  # of the logarithm of a weight
        self.settings = {}  # levels by region and prices, worked out once for all persons
