# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares what decision-aid works out with the Python peer, which was written from the formulas.

    python3 Tests/Benchmarks/agree.py [--program PATH] [--profiles FOLDER] [--draws 400000]

Every number of `analysis` in every record.xml that is worked out in closed form must agree to 1e-9
and every word exactly. The verdict is made again from the record's expected totals and shares. Shares,
expected totals, expected weights, margins and values of information are compared with a plain Monte
Carlo of numpy: a difference may be 0.5 points of 100 and 4 standard errors of that Monte Carlo.
Exit status: 0 they agree, 1 they differ, 77 the Python packages are not to be had.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import environment

TOLERANCE = 1e-9
POINTS = 0.5  # how far a simulated number may be off, in points of 100
ERRORS = 4  # and in standard errors of the numbers that it is compared with
RECORD = "{urn:spine-decision-aid:decision-record:1}"


def close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one))


class Comparing:
    def __init__(self, profile: str):
        self.profile, self.numbers, self.differences, self.largest = profile, 0, [], 0.0
        self.simulated: dict[str, list[tuple[float, float]]] = {}

    def number(self, place: str, ours, peer) -> None:
        self.numbers += 1
        ours, peer = float(ours), float(peer)
        self.largest = max(self.largest, abs(ours - peer) / max(1.0, abs(ours)))
        if not close(ours, peer):
            self.differences.append(f"{self.profile}: {place}: {ours!r}, peer {peer!r}")

    def near(self, kind: str, place: str, ours, peer: float, error: float, scale: float = 100) -> None:
        """A number of the program's simulation beside one of the peer's, both times the scale in points."""
        off, error = scale * abs(float(ours) - peer), scale * error
        self.simulated.setdefault(kind, []).append((off, error))
        if not off <= POINTS + ERRORS * error:
            self.differences.append(f"{self.profile}: {place}: {ours}, plain Monte Carlo {peer!r} (standard error {error:.3g} points)")

    def same(self, place: str, ours, peer) -> None:
        if ours != peer:
            self.differences.append(f"{self.profile}: {place}: {ours!r}, peer {peer!r}")

    def table(self, place: str, ours: dict, peer: dict) -> None:
        """Entries with the same keys; each holds numbers and words."""
        self.same(place + " (which)", sorted(ours), sorted(peer))
        for key in ours.keys() & peer.keys():
            for one, other in zip(ours[key], peer[key], strict=True):
                where = f"{place} {' '.join(map(str, key))}"
                if isinstance(other, (bool, str)) or other is None or one is None or isinstance(one, str) and one in ("true", "false"):
                    self.same(where, one, str(other).lower() if isinstance(other, bool) else other)
                else:
                    self.number(where, one, other)


def children(element, name: str):
    return element.iterfind(RECORD + name)


def compare_quality(c: Comparing, weights, profile) -> None:
    """What the answers say about themselves."""
    found = weights.find(RECORD + "consistency")
    c.same("quality given", found is not None, profile.method in ("pairwise", "bestWorst", "maxDiff"))
    if found is None:
        return
    if profile.method == "maxDiff":
        c.table("score", {(s.get("criterion"),): [s.get("value")] for s in found}, {(k,): [v] for k, v in profile.quality.items()})
        c.same("fewest showings", found.get("fewestShowings"), str(profile.fewest))
        c.same("order only", found.get("isOrderOnly") == "true", "countsGiveOrderOnly" in profile.notes)
        return
    words = ("worstTriad", "randomIndexTable", "isPastLimit") if profile.method == "pairwise" else ("worstCriterion",)
    c.table("consistency", {(k,): [v] for k, v in found.attrib.items() if k not in words},
            {(k,): [v] for k, v in profile.quality.items()})
    c.same("worst", found.get(words[0]), profile.worst)
    if profile.method == "pairwise":
        c.same("past the limit", found.get("isPastLimit") == "true", profile.past)


def compare_verdict(c: Comparing, place: str, q, comparison, found, a, pack) -> None:
    """The verdict of a question, made again from the simulation that stands in the record."""
    from verdict import NUMERIC_ERROR, Verdict
    simulation = found.find(RECORD + "simulation")
    c.number(place + " numeric error", simulation.get("numericError"), NUMERIC_ERROR)
    totals = {s.get("alternative"): float(s.get("value")) for s in children(simulation, "meanTotal")}
    above = {(o.get("alternative"), o.get("over")): float(o.get("value")) for o in children(simulation, "pairwiseWinning")}
    lead, rival = comparison.leader, comparison.challenger
    first, other = (rival, lead) if totals[rival] > totals[lead] else (lead, rival)
    v = Verdict(pack.thresholds, comparison, a.dominance, first, 100 * (totals[first] - totals[other]), above[first, other])
    given = q.find(RECORD + "verdict")
    for key, made in (("level", v.verdict), ("closeCall", v.closeCall), ("leader", v.expectedLeader), ("challenger", v.challenger)):
        c.same(f"{place} {key}", given.get(key), made)
    c.same(place + " settled by numeric error", given.get("settledByNumericError"), str(v.settledByNumericError).lower())
    c.number(place + " margin", given.get("margin"), v.margin)
    c.number(place + " share", given.get("share"), v.share)
    reasons = [{k: float(x) if k == "limit" else x for k, x in r.attrib.items()} for r in children(given, "reason")]
    c.same(place + " reasons", reasons, v.reasons)
    c.verdicts.append(v)


def compare_simulation(c: Comparing, found, profile, a, pack, draws: int) -> None:
    """The simulation of the record beside plain Monte Carlo with other draws for every person."""
    import numpy as np
    import simulation as sampling
    given = found.find(RECORD + "simulation")
    taking = [n for n, name in enumerate(pack.alternatives) if a.takes_part[name]]
    expected = a.totals is not None and len(taking) > 1
    c.same("simulated", given is not None, expected)
    if given is None or not expected:
        return
    names = [pack.alternatives[i] for i in taking]
    c.same("points", given.get("points"), str(pack.points))
    kind = "ordinal" if profile.ranks else "relativeToTop" if profile.box else "responseError"
    varied = found.find(RECORD + "weighting").find(RECORD + "uncertainty")
    c.same("how the weights vary", (varied.get("model"), varied.get("sigma") and float(varied.get("sigma"))),
           (kind, pack.sigma if kind == "responseError" else None))
    rng = np.random.default_rng(list(profile.id.encode()))
    v = sampling.values(a.table, a.columns, rng, draws)
    s = sampling.Simulated(v, *sampling.weights(profile, sampling.Draws(rng, draws, pack.sigma)), taking)
    weights = {w.get("criterion"): w.get("value") for w in children(given, "meanWeight")}
    c.same("expected weights (which)", list(weights), profile.criteria)
    for id, mean in zip(profile.criteria, s.weights):
        c.near("expected weight", "expected weight " + id, weights[id], mean.value, mean.error)
    totals = {e.get("alternative"): e.get("value") for e in children(given, "meanTotal")}
    c.same("simulated (which)", list(totals), names)
    rank_shares = {(r.get("alternative"), int(r.get("rank"))): r.get("value") for r in children(given, "rankAcceptability")}
    above = {(o.get("alternative"), o.get("over")): o.get("value") for o in children(given, "pairwiseWinning")}
    c.same("ranks (which)", sorted(rank_shares), sorted((n, r + 1) for n in names for r in range(len(names))))
    c.same("above (which)", sorted(above), sorted((n, o) for n in names for o in names))
    for i, name in zip(taking, names):
        c.near("expected total", "expected total " + name, totals[name], s.means[i].value, s.means[i].error)
        for place, mean in enumerate(s.ranks[i], 1):
            c.near("rank share", f"{name} rank {place}", rank_shares[name, place], mean.value, mean.error)
        for k, other in zip(taking, names):
            if k != i:
                mean = s.above[i, k]
                c.near("pairwise share", f"{name} above {other}", above[name, other], mean.value, mean.error)
    for q, (_, why, peer) in zip(children(found, "question"), a.answers):
        if why or q.get("notCompared"):
            continue
        verdict = q.find(RECORD + "verdict")
        first = pack.alternatives.index(verdict.get("leader"))
        other = next(pack.alternatives.index(n) for n in peer.names if n != verdict.get("leader"))
        lead = sampling.Mean(s.totals[first] - s.totals[other], s.importance)
        c.near("margin", q.get("id") + " margin", verdict.get("margin"), 100 * lead.value, 100 * lead.error, scale=1)
        c.near("share of the leader", q.get("id") + " share", verdict.get("share"), s.above[first, other].value, s.above[first, other].error)
    for worth in children(given, "valueOfInformation"):
        ids = worth.get("alternatives").split()
        peer = s.worth([pack.alternatives.index(id) for id in ids])
        for name in ("perfect", "preferences", "evidence"):
            c.near("value of information", f"{name} of {ids}", worth.get(name), peer[name].value, peer[name].error)
        given_on = {e.get("criterion"): e.get("value") for e in children(worth, "evidenceByCriterion")}
        c.same("evidence on (which)", list(given_on), profile.criteria)
        for id, mean in zip(profile.criteria, peer["evidenceOn"]):
            c.near("value of information", f"evidence on {id} of {ids}", given_on[id], mean.value, mean.error)


def compare(path: Path, folder: Path, peer_of, draws: int) -> Comparing:
    from lxml import etree
    found = etree.parse(str(folder / "record.xml")).getroot().find(RECORD + "analysis")
    profile, a, pack = peer_of(path)
    c = Comparing(profile.id)
    c.verdicts = []
    weights = found.find(RECORD + "weighting")
    c.same("weights given", weights is not None, profile.weights is not None)
    if weights is not None and profile.weights is not None:
        c.table("weight", {(w.get("criterion"),): [w.get("value")] for w in children(weights, "weight")},
                {(k,): [float(v)] for k, v in zip(profile.criteria, profile.weights)})
        c.same("pattern", weights.get("pattern"), a.pattern)
        c.same("method", weights.get("method"), profile.method)
        rule = profile.rule if profile.method in ("rankOrder", "pairwise") else None
        c.same("rule", weights.get("rule"), rule)
        compare_quality(c, weights, profile)
        c.same("notes", (weights.get("notes") or "").split(), profile.notes)
    totals = {} if a.totals is None else dict(zip(pack.alternatives, a.totals.tolist()))
    c.table("total", {(t.get("alternative"),): [t.get("value")] for t in children(found, "total")}, {(k,): [v] for k, v in totals.items()})
    c.table("contribution",
            {(p.get("alternative"), p.get("criterion")): [p.get("value")] for p in children(found, "contribution")},
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
    c.same("limits not known", [(x.get("alternative"), x.get("criterion")) for x in children(found, "limitNotKnown")],
           a.limits_not_known)
    c.same("contradictions", [x.get("id") for x in children(found, "contradiction")], a.contradictions)
    c.same("dominance", [(x.get("dominant"), x.get("dominated"), x.get("holdsForIntervals") == "true")
                         for x in children(found, "dominance")], a.dominance)
    for q, (question, why, peer) in zip(children(found, "question"), a.answers, strict=True):
        place = question["id"]
        c.same(place, q.get("id"), question["id"])
        c.same(place + " not compared", q.get("notCompared"), why)
        if why or q.get("notCompared"):
            continue
        for key in ("leader", "challenger"):
            c.same(f"{place} {key}", q.get(key), getattr(peer, key))
        c.number(place + " difference", q.get("difference"), peer.difference)
        compare_verdict(c, place, q, peer, found, a, pack)
        c.table(place + " flip",
                {(both.get("criterion") or both.get("branch"), f.tag.removeprefix(RECORD)):
                 [f.get("currentWeight"), f.get("flipWeight"), f.get("challenger"), f.get("equalSharesAssumed")]
                 for name in ("criterionFlip", "branchFlip") for both in children(q, name) for f in both},
                {(f.get("criterion") or f.get("branch"), f["direction"]):
                 [float(f["now"]), float(f["at"]), f["challenger"], f["equalSharesAssumed"]]
                 for pair in peer.flips + peer.branch_flips for f in pair})
        c.table(place + " break-even",
                {(b.get("criterion"), b.get("alternative")): [b.get("rival"), b.get("level"), b.get("insideEvidence")]
                 for b in children(q, "breakEven")},
                {(b["criterion"], b["alternative"]): [b["rival"], b["level"], b["insideEvidence"]]
                 for b in peer.break_evens})
        c.table(place + " tornado",
                {(b.get("criterion"), b.get("alternative")):
                 [b.get("differenceAtLow"), b.get("differenceAtHigh"), b.get("width")] for b in children(q, "bar")},
                {(b["criterion"], b["alternative"]): [b["atLow"], b["atHigh"], abs(b["atHigh"] - b["atLow"])] for b in peer.bars})
        smallest = q.find(RECORD + "smallestChange")
        c.table(place + " smallest change",
                {} if smallest is None else {("",): [smallest.get("size"), smallest.get("isAttainable"),
                                                     *(w.get("value") for w in smallest)]},
                {("",): [peer.smallest["size"], peer.smallest["isAttainable"], *peer.smallest["weights"]]} if peer.smallest else {})
        c.table(place + " leaving out",
                {(v.get("leavingOut") or v.get("keeping"),): [v.get("leader"), v.get("changesLeader"), v.get("difference")]
                 for v in children(q, "variation")},
                {(v.get("leavingOut") or " ".join(v["keeping"]),): [v["leader"], v["changesLeader"], v["difference"]]
                 for v in peer.variations})
    compare_simulation(c, found, profile, a, pack, draws)
    return c


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, help="the decision-aid to compare; default: the release build")
    parser.add_argument("--profiles", type=Path, default=environment.PROFILES)
    parser.add_argument("--pack", type=Path, default=environment.PACK, help="the folder EvidencePack that it was built with")
    parser.add_argument("--draws", type=int, default=400_000, help="of the plain Monte Carlo, for each profile")
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
        run = subprocess.run([environment.program(arguments.program), "generate", *paths, "--no-ledger", "--output", output],
                             stdout=subprocess.DEVNULL)
        results = [compare(p, Path(output) / p.stem, peer_of, arguments.draws) for p in paths
                   if (Path(output) / p.stem / "record.xml").exists()]
    differences = [d for r in results for d in r.differences]
    for difference in differences[:40]:
        print(difference)
    if len(results) < len(paths) or run.returncode:
        print(f"only {len(results)} of {len(paths)} profiles have a record; decision-aid ended with {run.returncode}")
    print(f"agree: {len(results)} profiles, {sum(r.numbers for r in results)} numbers, largest difference "
          f"{max((r.largest for r in results), default=0):.1e}, {len(differences)} differences (allowed: {TOLERANCE:g}).")
    verdicts = Counter(v.verdict + (f" ({v.closeCall})" if v.closeCall else "") for r in results for v in r.verdicts)
    print(f"verdicts made again: {sum(verdicts.values())}: " + ", ".join(f"{k} {n}" for k, n in sorted(verdicts.items()))
          + f"; settled by the numeric error {sum(v.settledByNumericError for r in results for v in r.verdicts)}.")
    everything = []
    for kind in dict.fromkeys(k for r in results for k in r.simulated):
        found = [(off, error, r.profile) for r in results for off, error in r.simulated.get(kind, [])]
        everything += found
        off, error, profile = max(found)
        print(f"simulated: {kind}: {len(found)} numbers, largest difference {off:.3f} points (standard error {error:.3f}, {profile}).")
    if everything:
        off, error, profile = max(everything)
        most = max(off - ERRORS * error for off, error, _ in everything)
        print(f"simulated: {len(everything)} numbers, {arguments.draws} draws each: largest difference {off:.3f} points of 100 "
              f"({profile}; allowed {POINTS} + {ERRORS} standard errors, of which it uses {max(most, 0):.3f} + {ERRORS}).")
    return 1 if differences or len(results) < len(paths) or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
