# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The class of a question: a strength from each reading of the evidence, by the rules that the pack states.

The limits stand in the element thresholds of the pack, with the reason for them. Strengths: 0 none,
1 somewhat, 2 clearly. A share counts less the numeric error of the simulation.
"""

ERROR = 0.005
STRENGTHS = ("none", "somewhat", "clearly")


def hanging(c, items, shares: dict, limits) -> list[tuple[int, tuple]]:
    """Criteria without which the leader would not stand: (cap, reason). What takes the verdict stands alone,
    looked for in the margins alone first, then with the shares without each criterion."""
    largest = max(c.w)
    tops = [k for k, w in enumerate(c.w) if w >= largest - 1e-12]

    def cap(k: int):
        item, reason = items[c.ids[k]], c.ids[k]
        if tops == [k]:
            if item.unfelt:
                return 1, ("hangsOnUnfelt", reason)
            small = item.worthwhile is not None and abs(c.level_differences[k]) < item.worthwhile
            return (1, ("belowWorthwhile", reason)) if small else None
        own = not item.unfelt and c.w[k] >= limits["ownShare"] * largest - 1e-12
        return (1 if own else 0), ("hangsOn", reason)

    def by_margin(k: int) -> bool:
        margin = c.without(k)
        return margin is None or c.sign * margin < limits["sameBelow"]

    def by_share(k: int) -> bool:
        return shares[k] is not None and shares[k] - ERROR < limits["somewhatShare"]

    weighed = [k for k, w in enumerate(c.w) if w > 0]
    found = {k: cap(k) for k in weighed if by_margin(k)}
    taken = [f for f in found.values() if f and f[0] == 0]
    if taken:
        return taken[:1]
    for k in weighed:
        if k not in found and by_share(k):
            found[k] = cap(k)
            if found[k] and found[k][0] == 0:
                return [found[k]]
    return [found[k] for k in weighed if found.get(k)]


def rules(c, items, share: float, shares: dict, other: float | None, alike: float | None, limits):
    """What each rule says in turn: lists of (cap, reason)."""
    size, sure = abs(c.margin), share - ERROR
    if size < limits["sameBelow"]:
        yield [(0, ("aboutTheSame",))]
    if sure < limits["somewhatShare"]:
        yield [(0, ("cannotBeToldApart",))]
    yield [(1, None)] if size < limits["clearFrom"] or sure < limits["clearShare"] else []
    yield [(0, ("leadersDiffer",))] if c.sign * c.estimate_margin < 0 else []
    yield hanging(c, items, shares, limits)
    turning = [(margin, cell) for cell, margin in c.declared.items() if margin <= 0]
    if turning:
        yield [(0, ("restsOnDeclared", *min(turning)[1]))]
    yield [(1, ("restsOnDeclared",))] if c.jointly is not None and c.jointly <= 0 else []
    yield [(1, ("nearFlip", id)) for id, both in zip(c.ids, c.flips)
           if any(abs(f["at"] - f["now"]) <= limits["flipWithin"] * f["now"] for f in both.values())]
    yield [(0, ("otherMeasure",))] if other is not None and c.sign * other < 0 else []
    if alike is not None and alike - ERROR < limits["alikeClear"]:
        yield [(0 if alike - ERROR < limits["alikeSomewhat"] else 1, ("alikeOutcomesUnsure",))]


def strength(*evidence) -> tuple[int, list]:
    """How clearly the leader fits better in a reading; at 0 the one rule that took it, else all that hold it back."""
    found, reasons = 2, []
    for findings in rules(*evidence):
        for cap, reason in findings:
            if cap == 0:
                return 0, [reason]
            found = min(found, cap)
            reasons += [reason] if reason else []
    return found, reasons


def combined(parts: list, caps: list, limits) -> dict:
    """The class from (margin, strength, first, second) of each reading."""
    weakest = min(s for _, s, *_ in parts)
    agree = len({m >= 0 for m, *_ in parts}) == 1
    margin, _, first, second = parts[0]
    leader = first if margin >= 0 else second
    if all(s == 0 for _, s, *_ in parts):
        return {"level": "closeCall", "leader": None, "pointsTo": None, "reasons": []}
    if agree and weakest > 0:
        clearly = weakest == 2 and not caps
        return {"level": "fitsClearlyBetter" if clearly else "fitsSomewhatBetter", "leader": leader, "pointsTo": None, "reasons": caps}
    points = agree and all(abs(m) >= limits["sameBelow"] for m, *_ in parts)
    return {"level": "dependsOnReading", "leader": None, "pointsTo": leader if points else None, "reasons": []}
