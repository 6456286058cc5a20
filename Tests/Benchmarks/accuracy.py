# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares every share of the simulation with plain Monte Carlo on random decision problems.

    python3 Tests/Benchmarks/accuracy.py [--problems 240] [--people 12] [--draws 4000000]
                                         [--reference FILE] [--points 1024 4096 ...] [--json FILE]

The reference is numpy's own random numbers with 4,000,000 draws for each problem; it takes some ten
seconds a problem, and FILE keeps it for another run. The largest error over all rank acceptabilities
and pairwise indices is printed in percentage points, with the error that the reference itself may
have. It needs numpy, scipy and lxml. Exits with 1 when a share at the program's own number of points is off by more than half a point
(and four standard errors of the reference), or one of the pack at 4096 points.
"""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

import problems
import simulation

CHUNK = 200_000


def reference(problem, person, draws, seed):
    """Shares of ranks and wins, and the value of information, by counting draws."""
    rng = np.random.default_rng([seed, 987654321])
    m, n = problem.alternatives, len(problem.criteria)
    samplers = [[problems.sampler(cell) for cell in row] for row in problem.rows]
    wins, ranks, totals = np.zeros((m, m)), np.zeros((m, m)), np.zeros(m)
    weighed = squares = best = 0.0
    for start in range(0, draws, CHUNK):
        count = min(CHUNK, draws - start)
        weights, importance = problems.draw_weights(rng, person, problem.uncertainty, count)
        importance = np.ones(count) if importance is None else importance
        total = np.zeros((m, count))
        for j in range(n):
            drawn = {}

            def level(i):
                if i not in drawn:
                    cell = problem.rows[i][j]
                    own = samplers[i][j](rng, count)
                    if cell.on:
                        own = level(cell.on[1]) + own if cell.on[0] == "sum" else level(cell.on[1]) * own
                    drawn[i] = own
                return drawn[i]

            for i in range(m):
                total[i] += weights[:, j] * problems.value(problem.criteria[j], level(i))
        above = np.zeros((m, count), dtype=np.int8)
        for i in range(m):
            for k in range(m):
                if i != k:
                    over = total[i] > total[k]
                    wins[i, k] += importance @ over
                    above[k] += over
        for i in range(m):
            ranks[i] += np.bincount(above[i], importance, m)
        weighed += importance.sum()
        squares += (importance**2).sum()
        totals += total @ importance
        best += total.max(0) @ importance
    return {"ranks": (ranks / weighed).tolist(), "winning": (wins / weighed).tolist(),
            "totals": (totals / weighed).tolist(), "perfect": (best - totals.max()) / weighed,
            "sample": weighed**2 / squares}


def work(task):
    name, problem, person, draws, seed = task
    try:
        return name, reference(problem, person, draws, seed)
    except ValueError as fault:
        return name, {"skipped": str(fault)}


def references(tasks, path, jobs):
    """The references by name; the ones in the file are taken from it, new ones are added to it."""
    known = {}
    if path and path.exists():
        for line in path.read_text("utf-8").splitlines():
            known.update(json.loads(line))
    todo = [task for task in tasks if task[0] not in known]
    with ProcessPoolExecutor(jobs) as pool:
        for number, (name, found) in enumerate(pool.map(work, todo)):
            known[name] = found
            if path:
                with path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({name: found}) + "\n")
            if number % 10 == 0:
                print(f"reference {number + 1} of {len(todo)}", file=sys.stderr)
    return known


def errors(ours, known):
    """The errors of all shares in percentage points."""
    found = []
    for key in ("ranks", "winning"):
        found.append(np.abs(np.array(ours[key]) - np.array(known[key])).ravel())
    return 100 * np.concatenate(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--problems", type=int, default=240)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--draws", type=int, default=4_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reference", type=Path)
    parser.add_argument("--points", type=int, nargs="*", default=[])
    parser.add_argument("--program", type=Path)
    parser.add_argument("--json", type=Path)
    a = parser.parse_args()
    program = simulation.program(a.program)
    pack = problems.question_problems(a.people)
    cases = [(f"{p.id}-{k}-{a.draws}", p, person, a.draws, 1000 + k) for p in pack for k, person in enumerate(p.people)]
    drawn = [problems.random_problem(seed) for seed in range(1, a.problems + 1)]
    cases += [(f"{p.id}-{a.draws}", p, p.people[0], a.draws, s) for s, p in enumerate(drawn, 1)]
    known = references(cases, a.reference, a.jobs)
    report = {}
    for points in [None, *a.points]:
        results = simulation.results(program, "".join(p.text(points) + "run\n" for p in [*pack, *drawn]))
        worst, rows = [], []
        for (name, problem, *_), ours in zip(cases, results, strict=True):
            if "skipped" in known[name]:
                continue
            off = errors(ours, known[name])
            sigma = 50 / np.sqrt(known[name]["sample"])
            value = 100 * abs(ours["value"][0][0] - known[name]["perfect"])
            total = 100 * np.max(np.abs(np.array(ours["totals"]) - known[name]["totals"]))
            rows.append((name, problem, ours["method"], off, sigma, value, total))
            worst.append(off.max())
        groups = {
            "pack": [r for r in rows if r[1] in pack],
            "normal": [r for r in rows if r[1] not in pack and r[1].id.endswith(("5", "0"))],
            "mixed": [r for r in rows if r[1] not in pack and not r[1].id.endswith(("5", "0"))],
        }
        print(f"\npoints: {points or 'as the program takes them (pack: 4096)'}")
        print("| problems | number | shares | median | p90 | p99 | largest | beyond 4 errors of the reference "
              "| value of information | totals |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        for name, group in groups.items():
            if not group:
                continue
            all_errors = np.concatenate([r[3] for r in group])
            sure = max((r[3] - 4 * r[4]).max() for r in group)
            numbers = [*np.percentile(all_errors, [50, 90, 99]), all_errors.max(), sure]
            print(f"| {name} | {len(group)} | {len(all_errors)} | " + " | ".join(f"{x:.3f}" for x in numbers)
                  + f" | {max(r[5] for r in group):.3f} | {max(r[6] for r in group):.3f} |")
            report[f"{name} {points}"] = numbers
        for r in sorted(rows, key=lambda r: -r[3].max())[:8]:
            print(f"  {r[0]}: {r[3].max():.3f} (reference ±{r[4]:.3f}; {r[1].alternatives} x {len(r[1].criteria)}, "
                  f"{r[1].uncertainty[0]}, {r[2]})")
        if points is None:
            failed = any((r[3] - 4 * r[4]).max() > 0.5 for r in rows)
    if a.json:
        a.json.write_text(json.dumps(report, indent=1), "utf-8")
    sys.exit(failed)


if __name__ == "__main__":
    main()
