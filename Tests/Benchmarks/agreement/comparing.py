# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""What was compared of one profile: how many numbers and words of each kind, and what differs."""

from collections import Counter

TOLERANCE = 1e-9
POINTS, ERRORS = 0.5, 4  # of a share: points of 100, and standard errors
RECORD = "{urn:spine-decision-aid:decision-record:1}"


class Comparing:
    def __init__(self, profile: str):
        self.profile, self.differences, self.verdicts = profile, [], []
        self.counts, self.largest = Counter(), Counter()
        self.shares: list[tuple[float, float]] = []  # points off, standard error

    def differ(self, kind: str, place: str, ours, peer) -> None:
        self.differences.append(f"{self.profile}: {kind}: {place}: {ours}, peer {peer}")

    def number(self, kind: str, place: str, ours, peer) -> None:
        """Two numbers, or none in both."""
        self.counts[kind] += 1
        if ours is None or peer is None:
            if ours is not None or peer is not None:
                self.differ(kind, place, ours, peer)
            return
        ours, peer = float(ours), float(peer)
        off = abs(ours - peer) / max(1.0, abs(ours))
        self.largest[kind] = max(self.largest[kind], off)
        if not off <= TOLERANCE:
            self.differ(kind, place, repr(ours), repr(peer))

    def numbers(self, kind: str, place: str, ours: dict, peer: dict) -> None:
        self.word(kind, place + " (which)", sorted(ours), sorted(peer))
        for key in ours.keys() & peer.keys():
            self.number(kind, f"{place} {key}", ours[key], peer[key])

    def word(self, kind: str, place: str, ours, peer) -> None:
        self.counts[kind + ", words"] += 1
        if ours != peer:
            self.differ(kind, place, ours, peer)

    def share(self, place: str, ours, share: tuple[float, float]) -> None:
        off, error = 100 * abs(float(ours) - share[0]), 100 * share[1]
        self.shares.append((off, error))
        if not off <= POINTS + ERRORS * error:
            self.differ("share", place, ours, f"{share[0]:.5f} (standard error {error:.3f} points)")


def children(element, name: str):
    return element.iterfind(RECORD + name)


def by(element, name: str, keys: tuple, value: str) -> dict:
    return {tuple(e.get(k) for k in keys): e.get(value) for e in children(element, name)}
