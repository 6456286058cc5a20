# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The class of a comparison of two alternatives, by the rule of decision-model 2.8."""

NUMERIC_ERROR = 0.005
CLASSES = ("betterOnEverything", "fitsClearlyBetter", "fitsSomewhatBetter", "closeCall")


class Verdict:
    """The class, how a close call is close, and the reasons.

    `first` leads by expected totals, with `margin` in points of 100, and is above the other in `share`.
    """

    def __init__(self, limits: dict, comparison, dominance, first: str, margin: float, share: float):
        self.expectedLeader, self.margin, self.share = first, margin, share
        self.challenger = other = next(a for a in comparison.names if a != first)
        sure = next((s for one, two, s in dominance if (one, two) == (first, other)), None)
        near = [pair[0]["criterion"] for pair in comparison.flips
                if any((1 - limits["flipWithin"]) * f["now"] <= f["at"] <= (1 + limits["flipWithin"]) * f["now"]
                       for f in pair)]
        open_levels = [b for b in comparison.break_evens if b["insideEvidence"]]
        differ = first != comparison.leader

        def rank(p: float) -> int:
            if differ:
                return 3
            if sure is not None and (sure or p >= limits["everythingShare"]):
                return 0
            if p >= limits["clearShare"] and margin >= limits["clearFrom"] and not near and not open_levels:
                return 1
            return 2 if p >= limits["somewhatShare"] and margin >= limits["sameBelow"] else 3

        least = share - NUMERIC_ERROR
        place = max(rank(least), rank(share + NUMERIC_ERROR))  # the weaker of the two
        self.settledByNumericError = rank(least) != rank(share + NUMERIC_ERROR)
        self.verdict = CLASSES[place]
        self.closeCall = None
        if place == 3:
            self.closeCall = ("aboutTheSame" if margin < limits["sameBelow"] else
                              "cannotBeToldApart" if least < limits["somewhatShare"] else "tooClose")
        self.reasons = [] if not differ else [{"reason": "leadersDiffer"}]
        if place == 0:
            self.reasons = [{"reason": "dominatesWithinIntervals" if sure else "dominates"}]
        elif place > 1:  # what keeps it out of the next stronger class
            need = ("sameBelow", "somewhatShare") if place == 3 else ("clearFrom", "clearShare")
            for kind, value, limit in zip(("marginBelow", "shareBelow"), (margin, least), (limits[n] for n in need)):
                if value < limit:
                    self.reasons.append({"reason": kind, "limit": limit})
            self.reasons += [{"reason": "flipNearby", "criterion": c} for c in near]
            self.reasons += [{"reason": "breakEvenInsideEvidence", "criterion": b["criterion"],
                              "alternative": b["alternative"]} for b in open_levels]
