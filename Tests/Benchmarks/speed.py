# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Measures the simulation of one person beside numpy, R smaa and pymcdm, on one core, in one run.

    python3 Tests/Benchmarks/speed.py [--rounds 60] [--people 20] [--reference 4000000]

Three alternatives, nine criteria, people with random weights: the pack's mixed distributions at 4096
draws and normal ones at 1024. numpy works out the same rank acceptabilities from shared draws in single
precision, at 10,000 draws and at as many as have our error. R (with the package smaa) and pymcdm are left
out when they are not installed. Errors are over all rank acceptabilities of all people, against
4,000,000 plain draws; those of numpy are the mean over 20 sets of draws.
"""

import argparse
import os
import shutil
import subprocess
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

import accuracy
import problems
import simulation


class Numpy:
    """Rank acceptabilities of three alternatives by shared draws: [criterion][draw] in one block."""

    def __init__(self, problem, draws, seed=5):
        rng = np.random.default_rng(seed)
        self.draws, n = draws, len(problem.criteria)
        self.noise = np.exp(problem.uncertainty[1] * rng.standard_normal((n, draws))).astype(np.float32)
        self.values = np.zeros((problem.alternatives, n, draws), np.float32)
        for j in range(n):
            drawn = []
            for i in range(problem.alternatives):
                cell = problem.rows[i][j]
                own = problems.sampler(cell)(rng, draws)
                drawn.append(drawn[cell.on[1]] + own if cell.on else own)
                self.values[i, j] = problems.value(problem.criteria[j], drawn[i])
        self.products = self.values * self.noise

    def ranks(self, weights):
        # The sum of the weights of a draw changes no rank. Weights times noise times values: one matrix product.
        v = weights @ self.products
        a, b, c = v[0] > v[1], v[0] > v[2], v[1] > v[2]
        # Wins of each, counted: first with two, last with none.
        both, n = np.count_nonzero, self.draws
        first = [both(a & b), both(c & ~a), 0]
        first[2] = n - first[0] - first[1]
        last = [both(~(a | b)), both(a & ~c), 0]
        last[2] = n - last[0] - last[1]
        return np.array([[f, n - f - g, g] for f, g in zip(first, last)]) / n


def timed(work, rounds, people):
    times = []
    for _ in range(rounds):
        for person in people:
            start = time.perf_counter_ns()
            work(person)
            times.append(time.perf_counter_ns() - start)
    times.sort()
    return times[0] / 1e3, times[len(times) // 10] / 1e3, times[len(times) // 2] / 1e3


def errors(known, found):
    """The largest and the root mean square error in points."""
    off = 100 * np.concatenate([(np.array(f) - k["ranks"]).ravel() for k, f in zip(known, found)])
    return np.abs(off).max(), np.sqrt(np.mean(off**2))


R_CODE = """
suppressMessages(library(smaa)); n <- 10000; m <- 3; k <- 9; set.seed(1)
meas <- array(rnorm(n * m * k, 0.5, 0.1), dim = c(n, m, k)); w0 <- runif(k)
t <- replicate(40, system.time({
  w <- matrix(rep(w0, each = n) * exp(0.3 * rnorm(n * k)), n); w <- w / rowSums(w)
  smaa.ra(smaa.ranks(smaa.values(meas, w))) })[["elapsed"]])
cat(min(t), median(t))
"""


def r_smaa():
    if not shutil.which("Rscript"):
        return None
    done = subprocess.run(["Rscript", "-e", R_CODE], capture_output=True, text=True)
    return [1e6 * float(x) for x in done.stdout.split()] if done.returncode == 0 and done.stdout else None


def pymcdm(problem, people):
    try:
        from pymcdm import methods, normalizations
    except ImportError:
        return None
    types = np.array([1 if c.best > c.worst else -1 for c in problem.criteria])
    levels = np.array([[problem.combined(i, j, None) for j in range(len(problem.criteria))]
                       for i in range(problem.alternatives)], float)
    method = methods.WSM(normalizations.minmax_normalization)
    return timed(lambda w: method(levels, w, types), 5, people)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--reference", type=int, default=4_000_000)
    parser.add_argument("--known", type=Path, help="keeps the reference for another run")
    parser.add_argument("--program", type=Path)
    a = parser.parse_args()
    program = simulation.program(a.program)
    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    print("| problem | what | draws | least µs | p10 µs | median µs | largest error | RMS error, points |")
    print("|---|---|---|---|---|---|---|---|")
    for problem in (problems.pack_problem(a.people), problems.normal_problem(a.people)):
        pairs = "value a0 a1\nvalue a1 a2\n"
        text = problem.text().replace("value a0 a1 a2\n", pairs)
        tasks = [(f"{problem.id}-{k}-{a.reference}", problem, w, a.reference, 1000 + k)
                 for k, w in enumerate(problem.people)]
        references = accuracy.references(tasks, a.known, 2)
        known = [references[task[0]] for task in tasks]
        found = [r["ranks"] for r in simulation.results(program, text + "run\n")]
        ours = errors(known, found)
        lines = simulation.output([*one_core, str(program)], text + f"time {a.rounds}\n").splitlines()
        times = {name: [float(x) / 1e3 for x in rest] for name, *rest in map(str.split, lines[1:-1])}

        def row(what, draws, numbers, error=None):
            shown = " | ".join(f"{x:.1f}" for x in numbers[:3])
            print(f"| {problem.id} | {what} | {draws} | {shown} | "
                  + ("" if error is None else f"{error[0]:.2f}") + " | "
                  + ("" if error is None else f"{error[1]:.3f}") + " |")

        row("ours: ranks, wins", problem.points, times["ranks"], ours)
        row("ours: and value of information of two pairs", problem.points, times["ranks+value"], ours)
        row("ours: flips, tornado, break-evens, dominance", "", times["deterministic"])
        row("ours: all of it for one person", "", times["whole"])
        row("ours: set-up, once for all people", problem.points, times["setup"])
        os.sched_setaffinity(0, {0})
        # The error of plain draws falls with their square root: from 20 sets of 10,000 follows how many
        # draws have our error.
        people = [w.astype(np.float32) for w in problem.people]
        off = [errors(known, [peer.ranks(w) for w in people])
               for peer in (Numpy(problem, 10_000, seed) for seed in range(1, 21))]
        rms = np.sqrt(np.mean([e[1] ** 2 for e in off]))
        equal = int(np.ceil(10 * (rms / ours[1]) ** 2)) * 1000
        for draws in (10_000, equal):
            start = time.perf_counter()
            peer = Numpy(problem, draws)
            setup = time.perf_counter() - start
            numbers = timed(peer.ranks, max(5, a.rounds * 10_000 // draws), people)
            scale = np.sqrt(10_000 / draws)
            row("numpy: ranks", draws, numbers, (scale * np.mean([e[0] for e in off]), scale * rms))
            row("numpy: set-up", draws, [1e6 * setup] * 3)
        shown = " | ".join(f"{x / y:.1f}" for x, y in zip(numbers, times["ranks"]))
        print(f"| {problem.id} | numpy / ours at the same RMS error | | {shown} | | |")
        if problem.id == "pack":
            row("ours: totals of 10,000 patients", "", times["totals-of-10000"])
            if numbers := pymcdm(problem, problem.people):
                row("pymcdm: totals of one patient", "", numbers)
        os.sched_setaffinity(0, range(os.cpu_count()))
    if numbers := r_smaa():
        print(f"| normal | R smaa: ranks | 10000 | {numbers[0]:.0f} | | {numbers[1]:.0f} | | |")


if __name__ == "__main__":
    main()
