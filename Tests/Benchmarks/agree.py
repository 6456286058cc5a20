# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares what decision-aid works out with the Python peer, which was written from the formulas.

    python3 Tests/Benchmarks/agree.py [--program PATH] [--profiles FOLDER]

Every number of `analysis` in every record.xml must agree to 1e-9 and every word exactly.
Exit status: 0 they agree, 1 they differ, 77 the Python packages are not to be had.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

TOLERANCE = 1e-9
RECORD = "{urn:spine-decision-aid:decision-record:1}"


def close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one))


class Comparing:
    def __init__(self, profile: str):
        self.profile, self.numbers, self.differences, self.largest = profile, 0, [], 0.0

    def number(self, place: str, ours, peer) -> None:
        self.numbers += 1
        ours, peer = float(ours), float(peer)
        self.largest = max(self.largest, abs(ours - peer) / max(1.0, abs(ours)))
        if not close(ours, peer):
            self.differences.append(f"{self.profile}: {place}: {ours!r}, peer {peer!r}")

    def same(self, place: str, ours, peer) -> None:
        if ours != peer:
            self.differences.append(f"{self.profile}: {place}: {ours!r}, peer {peer!r}")

    def table(self, place: str, ours: dict, peer: dict) -> None:
        """Entries with the same keys; each holds numbers and words."""
        self.same(place + " (which)", sorted(ours), sorted(peer))
        for key in ours.keys() & peer.keys():
            for one, other in zip(ours[key], peer[key], strict=True):
                where = f"{place} {' '.join(map(str, key))}"
                if isinstance(other, (bool, str)) or other is None or isinstance(one, str) and one in ("true", "false"):
                    self.same(where, one, str(other).lower() if isinstance(other, bool) else other)
                else:
                    self.number(where, one, other)


def children(element, name: str):
    return element.iterfind(RECORD + name)


def compare_quality(c: Comparing, weights, profile) -> None:
    """What the answers say about themselves."""
    pairs, best, sets = (weights.find(RECORD + n) for n in ("pairwiseConsistency", "bestWorstConsistency", "maxDiffScores"))
    c.same("quality given", (pairs is not None, best is not None, sets is not None),
           tuple(profile.method == m for m in ("pairwise", "bestWorst", "maxDiff")))
    if sets is not None:
        c.table("score", {(s.get("criterion"),): [s.get("value")] for s in sets}, {(k,): [v] for k, v in profile.quality.items()})
        c.same("fewest showings", sets.get("fewestShowings"), str(profile.fewest))
        c.same("order only", sets.get("orderOnly") == "true", "countsGiveOrderOnly" in profile.notes)
        return
    for element, words in ((pairs, ("worstTriad", "randomIndices")), (best, ("worstCriterion",))):
        if element is not None:
            c.table("consistency", {(k,): [v] for k, v in element.attrib.items() if k not in words},
                    {(k,): [v] for k, v in profile.quality.items()})
            c.same("worst", element.get(words[0]), profile.worst)


def compare(path: Path, folder: Path, peer_of) -> Comparing:
    from lxml import etree
    found = etree.parse(str(folder / "record.xml")).getroot().find(RECORD + "analysis")
    profile, a, pack = peer_of(path)
    c = Comparing(profile.id)
    weights = found.find(RECORD + "weights")
    c.same("weights given", weights is not None, profile.weights is not None)
    if weights is not None and profile.weights is not None:
        c.table("weight", {(w.get("criterion"),): [w.get("value")] for w in children(weights, "weight")},
                {(k,): [float(v)] for k, v in zip(profile.criteria, profile.weights)})
        c.same("pattern", weights.get("pattern"), a.pattern)
        c.same("method", weights.get("method"), profile.method)
        rule = profile.rule if profile.method in ("rankOrder", "pairwise") else None
        c.same("rule", weights.get("rule"), rule)
        compare_quality(c, weights, profile)
        c.same("notes", [n.get("id") for n in children(weights, "note")], profile.notes)
    values = {v.get("alternative"): v for v in children(found, "value")}
    totals = {} if a.totals is None else dict(zip(pack.alternatives, a.totals.tolist()))
    c.table("total", {(k,): [v.get("total")] for k, v in values.items()}, {(k,): [v] for k, v in totals.items()})
    c.table("contribution",
            {(k, p.get("criterion")): [p.get("value")] for k, v in values.items() for p in v},
            {(k, id): [float(x)] for k, row in zip(totals, a.contributions.tolist())
             for id, x in zip(profile.criteria, row)} if totals else {})
    for f in a.suitability:
        s = next(s for s in children(found, "suitability") if s.get("alternative") == f["alternative"])
        place = "suitability " + f["alternative"]
        c.same(place, s.get("status"), f["status"])
        c.same(place, s.get("takesPart") == "true", a.takes_part[f["alternative"]])
        c.same(place, [(r.get("id"), r.get("effect")) for r in children(s, "rule")], f["applying"])
        c.same(place, [r.get("id") for r in children(s, "openRule")], f["open"])
    c.same("open facts", [x.get("id") for x in children(found, "openFact")], a.open_facts)
    c.same("flags", [x.get("id") for x in children(found, "flag")], a.flags)
    c.same("broken limits", [(x.get("alternative"), x.get("criterion")) for x in children(found, "brokenLimit")],
           [(alternative, limit["criterion"]) for alternative, limit in a.broken])
    c.same("dominance", [(x.get("dominant"), x.get("dominated"), x.get("holdsForIntervals") == "true")
                         for x in children(found, "dominance")], a.dominance)
    for q, (question, why, peer) in zip(children(found, "question"), a.answers, strict=True):
        place = question["id"]
        c.same(place, q.get("id"), question["id"])
        c.same(place + " not compared", q.get("notCompared"), why)
        if why or q.get("notCompared"):
            continue
        for key in ("leader", "challenger", "closeness"):
            c.same(f"{place} {key}", q.get(key), getattr(peer, key))
        c.number(place + " difference", q.get("difference"), peer.difference)
        c.same(place + " reasons", [dict(r.attrib) for r in children(q, "reason")], peer.reasons)
        c.table(place + " flip",
                {(f.get("criterion") or f.get("branch"), f.get("direction")): [f.get("now"), f.get("at"), f.get("challenger")]
                 for f in children(q, "flip")},
                {(f.get("criterion") or f.get("branch"), f["direction"]): [float(f["now"]), float(f["at"]), f["challenger"]]
                 for pair in peer.flips + peer.branch_flips for f in pair})
        c.table(place + " break-even",
                {(b.get("criterion"), b.get("alternative")): [b.get("rival"), b.get("level"), b.get("insideEvidence")]
                 for b in children(q, "breakEven")},
                {(b["criterion"], b["alternative"]): [b["rival"], b["level"], b["insideEvidence"]]
                 for b in peer.break_evens if b["level"] is not None})
        c.table(place + " tornado",
                {(b.get("criterion"), b.get("alternative")): [b.get("atLow"), b.get("atHigh")] for b in children(q, "bar")},
                {(b["criterion"], b["alternative"]): [b["atLow"], b["atHigh"]] for b in peer.bars})
        smallest = q.find(RECORD + "smallestChange")
        c.table(place + " smallest change",
                {} if smallest is None else {("",): [smallest.get("size"), smallest.get("isAttainable")]},
                {("",): [peer.smallest["size"], peer.smallest["isAttainable"]]} if peer.smallest else {})
        c.table(place + " leaving out",
                {(v.get("leavingOut") or v.get("keeping"),): [v.get("leader"), v.get("changesLeader")]
                 for v in children(q, "variation")},
                {(v.get("leavingOut") or " ".join(v["keeping"]),): [v["leader"], v["changesLeader"]]
                 for v in peer.variations})
    return c


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, help="the decision-aid to compare; default: the release build")
    parser.add_argument("--profiles", type=Path, default=environment.PROFILES)
    parser.add_argument("--pack", type=Path, default=environment.PACK, help="the folder EvidencePacks that it was built with")
    arguments = parser.parse_args()
    environment.rerun_with_packages()
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(environment.HERE / "peer"))
    from lxml import etree
    from pack import Pack, schema
    from person import Analysis, Profile
    from rules import Rules

    pack = Pack(arguments.pack)
    rules, profile_schema = Rules(pack.eligibility), schema(arguments.pack, "preference-profile")

    def peer_of(path):
        root = etree.parse(str(path)).getroot()
        profile_schema.assertValid(root)
        profile = Profile(root, pack)
        return profile, Analysis(pack, rules, profile), pack

    paths = sorted(arguments.profiles.glob("*.xml"))
    with tempfile.TemporaryDirectory(prefix="decision-aid-agree-") as output:
        run = subprocess.run([environment.program(arguments.program), "generate", *paths, "--output", output],
                             stdout=subprocess.DEVNULL)
        results = [compare(p, Path(output) / p.stem, peer_of) for p in paths
                   if (Path(output) / p.stem / "record.xml").exists()]
    differences = [d for r in results for d in r.differences]
    for difference in differences[:40]:
        print(difference)
    if len(results) < len(paths) or run.returncode:
        print(f"only {len(results)} of {len(paths)} profiles have a record; decision-aid ended with {run.returncode}")
    print(f"agree: {len(results)} profiles, {sum(r.numbers for r in results)} numbers, largest difference "
          f"{max((r.largest for r in results), default=0):.1e}, {len(differences)} differences (allowed: {TOLERANCE:g}).")
    return 1 if differences or len(results) < len(paths) or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
