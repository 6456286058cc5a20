# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares the answers to the questions: margins, what would turn them, shares and verdicts."""

import numpy as np

import simulation
import verdict
from agreement.comparing import RECORD, Comparing, by, children


def compare_closed_form(c: Comparing, place: str, r, reading, other) -> None:
    """A reading of a question: all but its shares. r: of the record, reading: the peer's comparison."""
    c.word("margins", place + " leader", r.get("leader"), reading.leader)
    c.number("margins", place, r.get("margin"), reading.margin)
    c.number("margins", place + " estimates", r.get("estimateMargin"), reading.estimate_margin)
    c.number("margins", place + " other measure", r.get("otherMeasureMargin"), other)
    parts = {id: k for k, id in enumerate(reading.ids)}
    c.word("values", place + " criteria", [p.get("criterion") for p in children(r, "part")], reading.ids)
    for p in children(r, "part"):
        k, where = parts[p.get("criterion")], f"{place} {p.get('criterion')}"
        c.number("weights", where, p.get("weight"), reading.w[k])
        c.number("values", where + " level", p.get("levelDifference"), reading.level_differences[k])
        c.number("values", where, p.get("contribution"), reading.contributions[k])
        c.number("margins", where + " left out", p.get("marginWithout"), reading.without(k))
    ids = ("alternative", "criterion")
    c.numbers("declared levels", place, by(r, "declared", ids, "margin"), reading.declared)
    c.number("declared levels", place + " jointly", r.get("declaredJointly"), reading.jointly)
    for name, which in (("marginAtLow", 0), ("marginAtHigh", 1), ("tie", 2)):
        c.numbers("levels at their limits", f"{place} {name}", by(r, "swing", ids, name), {k: v[which] for k, v in reading.swings.items()})
    for both, peer in zip(children(r, "criterionFlip"), reading.flips, strict=True):
        where = f"{place} flip of {both.get('criterion')}"
        given = {f.tag.removeprefix(RECORD): f for f in both}
        c.word("flips of weights", where, {d: (f.get("challenger"), f.get("equalSharesAssumed")) for d, f in given.items()},
               {d: (reading.rival, str(f["assumed"]).lower()) for d, f in peer.items()})
        for d in given.keys() & peer.keys():
            c.number("flips of weights", f"{where} {d}", given[d].get("flipWeight"), peer[d]["at"])
            c.number("flips of weights", f"{where} now", given[d].get("currentWeight"), peer[d]["now"])


def compare_shares(c: Comparing, place: str, r, question, reading, a, name: str, draws: int, rng):
    """The shares of the record beside plain Monte Carlo; returns those that the rules are asked with: the
    record's, where it has them."""
    p, sigma, tables = a.profile, a.pack.sigma, a.tables[name]
    d = simulation.differences(reading.levels, reading.leader, reading.rival, rng, draws)
    w, importance = simulation.weights(p, reading.ids, sigma, rng, draws)
    c.share(place, r.get("share"), simulation.share(d, w, importance))
    without = {}
    for k, part in enumerate(children(r, "part")):
        kept = [n for n in range(len(d)) if n != k]
        own = simulation.share(d[kept], w[kept], importance) if reading.without(k) is not None else None
        if part.get("shareWithout") is not None:
            c.share(f"{place} without {part.get('criterion')}", part.get("shareWithout"), own)
        without[k] = float(part.get("shareWithout") or own[0]) if own else None
    alike = [id for id in question.get("alike", []) if id in p.criteria]
    share = None
    if alike:
        levels = {id: tables[id] for id in alike}
        shift = np.array([t.difference(reading.leader, reading.rival) for t in levels.values()])
        more = simulation.differences(levels, reading.leader, reading.rival, rng, draws) - shift[:, None]
        w, importance = simulation.weights(p, reading.ids + alike, sigma, rng, draws)
        share = simulation.share(np.concatenate([d, more]), w, importance)
        if r.get("alikeShare") is not None:
            c.share(place + " alike outcomes", r.get("alikeShare"), share)
        share = float(r.get("alikeShare") or share[0])
    return float(r.get("share")), without, share


def compare_question(c: Comparing, q, question, a, compared, draws: int, rng) -> str | None:
    """Returns the alternative that is named."""
    place = question["id"]
    gate = a.gate(question, compared)
    c.word("verdicts", place + " not compared", q.get("notCompared"), gate)
    if gate or q.get("notCompared"):
        c.verdicts.append(str(gate))
        return None
    c.word("verdicts", place + " compared", [q.get("first"), q.get("second")], compared)
    readings, strengths = a.readings(question, compared), []
    given = {r.get("id"): r for r in children(q, "reading")}
    c.word("verdicts", place + " readings", list(given), list(readings))
    for name, reading in readings.items():
        r, where = given[name], f"{place} {name}"
        other = a.other_measure(question, name, reading)
        compare_closed_form(c, where, r, reading, other)
        shares = compare_shares(c, where, r, question, reading, a, name, draws, rng)
        strength, reasons = a.strength(name, reading, *shares[:2], other, shares[2])
        strengths.append(strength)
        c.number("margins", where + " numeric error", r.get("numericError"), verdict.ERROR)
        c.word("verdicts", where, r.get("strength"), verdict.STRENGTHS[strength])
        said = [tuple(x.get(k) for k in ("reason", "alternative", "criterion") if x.get(k)) for x in children(r, "reason")]
        c.word("verdicts", where + " reasons", said, reasons)
    v, peer = q.find(RECORD + "verdict"), a.answer(readings, strengths)
    c.word("verdicts", place, [v.get(k) for k in ("level", "leader", "pointsTo")], [peer[k] for k in ("level", "leader", "pointsTo")])
    c.word("verdicts", place + " reasons", [(x.get("reason"),) for x in children(v, "reason")], peer["reasons"])
    c.number("margins", place + " tie", q.get("tie"), a.tie(question, readings))
    c.verdicts.append(peer["level"])
    return peer["leader"]


def compare_questions(c: Comparing, found, a, draws: int) -> None:
    rng, named = np.random.default_rng(list(a.profile.id.encode())), None
    given = {q.get("id"): q for q in children(found, "question")}
    c.word("verdicts", "questions", list(given), [q["id"] for q in a.pack.questions])
    # Which procedure first: a procedure or none compares the one that it names.
    for question in sorted(a.pack.questions, key=lambda q: q["kind"] != "whichProcedure"):
        leader = compare_question(c, given[question["id"]], question, a, a.compared(question, named), draws, rng)
        named = leader if question["kind"] == "whichProcedure" else named
