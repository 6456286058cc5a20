# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares what is found for a person: weights, what the answers say about themselves, levels, suitability."""

from agreement.comparing import RECORD, Comparing, by, children
from levels import Levels


def compare_weights(c: Comparing, found, p, pack) -> None:
    c.word("weights", "given", found is not None, p.weights is not None)
    if found is None or p.weights is None:
        return
    c.numbers("weights", "weight", by(found, "weight", ("criterion",), "value"), {(k,): v for k, v in zip(p.criteria, p.weights)})
    c.word("weights", "method, rule, pattern, notes", [found.get(k) for k in ("method", "rule", "pattern", "notes")],
           [p.method, p.rule, p.pattern(p.weights), " ".join(p.notes) or None])
    varied = found.find(RECORD + "uncertainty")
    if varied is not None:
        model = "ordinal" if p.ranks else "relativeToTop" if p.box else "responseError"
        c.word("weights", "how they vary", varied.get("model"), model)
        c.number("weights", "sigma", varied.get("sigma"), pack.sigma if model == "responseError" else None)
        c.numbers("weights", "rank", by(varied, "rank", ("criterion",), "value"),
                  {(k,): v for k, v in zip(p.criteria, p.ranks or [])})
        for place, name in enumerate(("low", "high")):
            c.numbers("weights", name, by(varied, name, ("criterion",), "value"),
                      {(k,): v[place] / 100 for k, v in zip(p.criteria, p.box or [])})
    said = found.find(RECORD + "consistency")
    c.word("quality of answers", "given", said is not None, p.quality is not None)
    if said is None or p.quality is None:
        return
    if p.method == "maxDiff":
        c.numbers("quality of answers", "score", by(said, "score", ("criterion",), "value"), {(k,): v for k, v in p.quality.items()})
        c.word("quality of answers", "showings", (said.get("fewestShowings"), said.get("isOrderOnly")),
               (str(p.fewest), str("countsGiveOrderOnly" in p.notes).lower()))
        return
    words = ("worstTriad", "worstCriterion", "isPastLimit", "randomIndexTable")
    c.numbers("quality of answers", "consistency", {k: v for k, v in said.attrib.items() if k not in words}, p.quality)
    c.word("quality of answers", "worst", said.get("worstTriad") or said.get("worstCriterion"), p.worst)
    c.word("quality of answers", "past the limit", said.get("isPastLimit"), None if p.past is None else str(p.past).lower())


def compare_levels(c: Comparing, numbers, a) -> None:
    """The levels of the person's setting as they are printed, and their 95 % limits."""
    others = {m.id: m for _, m in a.pack.other_measures.values()}
    for given in children(numbers, "level"):
        id, alternative, reading = given.get("criterion"), given.get("alternative"), given.get("reading") or a.pack.readings[0]
        table = (Levels(others[id], a.profile.region, reading, {}) if id in others else a.tables[reading][id])
        place = f"{id} {alternative} {reading}"
        c.number("levels as printed", place, given.get("printed"), table.printed(alternative, table.estimate(alternative)))
        c.number("ranges asked", place, given.get("worst"), table.row.worst)
        c.number("ranges asked", place, given.get("best"), table.row.best)
        for name, level in zip(("low", "high"), table.interval(alternative)):
            if given.get(name) is not None:
                c.number("levels as printed", f"{place} {name}", given.get(name), table.printed(alternative, level))


def compare_suitability(c: Comparing, found, a) -> None:
    kind = "suitability"
    for s in children(found, "suitability"):
        name = s.get("alternative")
        f = a.findings[name]
        c.word(kind, name, (s.get("status"), s.get("takesPart") == "true"), (f["status"], name in a.takes_part))
        c.word(kind, name + " rules", [(r.get("id"), r.get("effect")) for r in children(s, "rule")], f["applying"])
        c.word(kind, name + " open rules", [r.get("id") for r in children(s, "openRule")], f["open"])
    for name, peer in (("openFact", a.open_facts), ("flag", a.evaluation.flags), ("contradiction", a.evaluation.contradictions)):
        c.word(kind, name, [x.get("id") for x in children(found, name)], peer)
    c.word(kind, "declined", [x.get("alternative") for x in children(found, "declined")], a.declined)
    c.word(kind, "limits", [(x.get("alternative"), x.get("criterion"), x.get("states").split()) for x in children(found, "limit")], a.limits)
