# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Levels of the alternatives on one criterion in a setting under a reading, and their values.

A level is a quantity of its own, or its sum or product with the level that it stands on. The value of a
level is a straight line from the worst end of the range (0) to the best (1), and goes on beyond them
(Keeney and Raiffa, Decisions with Multiple Objectives, 1976, chapter 3).
"""

import math
from decimal import ROUND_HALF_UP, Decimal


def rounded(x: float, decimals: int) -> float:
    """The decimal number as it is printed, halves away from zero."""
    return float(Decimal(repr(x)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


class Levels:
    def __init__(self, criterion, region: str, reading: str, prices: dict):
        self.criterion, self.row = criterion, criterion.at(region)
        own = prices if criterion.is_price else {}
        self.cells = {a: own.get(a) or cells[reading] for a, cells in self.row.cells.items()}
        self.length = self.row.best - self.row.worst

    def level(self, alternative: str, own) -> float:
        """The level when the quantity of each alternative's own is own(alternative, distribution)."""
        cell = self.cells[alternative]
        quantity = own(alternative, cell.distribution)
        if cell.relative_to is None:
            return quantity
        below = self.level(cell.relative_to, own)
        return below + quantity if cell.operation == "sum" else below * quantity

    def mean(self, alternative: str, chosen: dict | None = None) -> float:
        """The mean level; some quantities may be chosen."""
        chosen = chosen or {}
        return self.level(alternative, lambda a, d: chosen.get(a, d.mean))

    def estimate(self, alternative: str) -> float:
        return self.level(alternative, lambda _, d: d.estimate)

    def value(self, level):
        return (level - self.row.worst) / self.length

    def difference(self, first: str, second: str, chosen: dict | None = None) -> float:
        """In value, at the means."""
        return self.value(self.mean(first, chosen)) - self.value(self.mean(second, chosen))

    def interval(self, alternative: str) -> tuple[float, float]:
        """The 95 % limits; those of a sum or product by squares of the half-widths, each side for itself."""
        cell = self.cells[alternative]
        d = cell.distribution
        if cell.relative_to is None:
            return d.low, d.high
        below, (low, high) = self.estimate(cell.relative_to), self.interval(cell.relative_to)
        one, other = (1, 1) if cell.operation == "sum" else (d.estimate, below)
        level = self.estimate(alternative)
        return (level - math.hypot(one * (below - low), other * (d.estimate - d.low)),
                level + math.hypot(one * (high - below), other * (d.high - d.estimate)))

    def printed(self, alternative: str, level: float) -> float:
        """As a document prints it; a price of the clinic's own is rounded to no step."""
        step = None if self.cells[alternative].clinic else self.row.step
        return rounded(rounded(level / step, 0) * step if step else level, self.criterion.decimals)

    def is_chosen(self, alternative: str) -> bool:
        """Whether the level, or one that it stands on, was declared or is not known."""
        cell = self.cells[alternative]
        weak = cell.basis in ("declared", "notKnown") or cell.certainty == "notKnown"
        return weak and not cell.clinic or cell.relative_to is not None and self.is_chosen(cell.relative_to)
