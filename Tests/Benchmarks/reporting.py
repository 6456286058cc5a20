# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""What run.py prints: medians and ratios, targets, bytes and peak memory."""

import os
import subprocess

import environment

MEGABYTE = 1e6
WITHIN = 0.1  # how far a file of the peer may be from the size of ours


def head(b, load, low: float, high: float, within: bool) -> None:
    kind = subprocess.run(["stat", "-f", "-c", "%T", b.work], capture_output=True, text=True).stdout.strip()
    version = subprocess.run([b.program, "--version"], capture_output=True, text=True).stdout.strip()
    samples = len(list(environment.PROFILES.glob("*.xml")))
    print(f"""
Machine: {os.cpu_count()} processors, load {load:.1f} at the end, file system {kind}, {os.uname().sysname} {os.uname().release}.
Program: {b.program} ({b.program.stat().st_size / MEGABYTE:.1f} MB), {version}.
Work: {b.count} profiles (copies of {samples}), {b.files} files, {b.bytes / MEGABYTE:.1f} MB written, {b.bytes / b.count / 1000:.0f} kB each.
Durability: decision-aid waits for the disk (fsync, or syncfs for a group); cp and the peer do not, "cp + sync" does.
Peer: lxml, Jinja2, numpy; one process. It works out the same numbers with as many draws, fills templates and validates the record;
it composes no text for the person, draws no plots, checks no text and searches for no warnings: it does less.
Its files: {low:.3f} to {high:.3f} times the bytes of ours ({'within' if within else 'NOT within'} {100 * WITHIN:.0f} %; {len(b.near)} files).
Rounds: {b.cold} cold and {b.rounds} of batches, interleaved; medians. Processor time is that of the program and the kernel for it.
""")


def report(b) -> dict:
    series, load = b.series, os.getloadavg()[0]
    low, high = min(b.near.values()), max(b.near.values())
    within = 1 - WITHIN <= low and high <= 1 + WITHIN
    head(b, load, low, high, within)
    print(f"{'what':26}{'wall':>10}{'processor':>12}{'spread of wall':>20}{'each':>12}")
    for name, s in series.items():
        walls = [r.wall for r in s.runs]
        each = 1000 * s.median() / (1 if "cold" in name else b.count)
        print(f"{name:26}{s.median():9.3f}s{s.median('processor'):11.3f}s{min(walls):10.3f}-{max(walls):.3f}s{each:9.2f} ms")
    ratio = lambda one, other, of="median": getattr(series[one], of)() / getattr(series[other], of)()
    processor = lambda one, other: series[one].median("processor") / series[other].median("processor")
    targets = [("cold, one profile, of the peer", "cold", "peer cold", 1 / 5, "<="),
               ("1 job with self-check, of cp -r", "1 job", "cp", 15, "<="),
               ("1 job without self-check, of cp -r", "1 job, no self-check", "cp", 5, "<="),
               ("2 jobs with self-check, speed of 1 job", "1 job", "2 jobs", 1.7, ">="),
               ("2 jobs without self-check, speed of 1 job", "1 job, no self-check", "2 jobs, no self-check", 1.7, ">=")]
    lines = [(name, ratio(one, other), ratio(one, other, "least"), limit, sign) for name, one, other, limit, sign in targets]
    growth, most = b.memory[str(b.large)] / b.memory[str(b.small)], b.memory[str(b.large)] / MEGABYTE
    lines += [(f"memory of {b.large} profiles, of {b.small}", growth, growth, 1.3, "<="),
              (f"memory of {b.large} profiles, MB", most, most, 150, "<")]
    reached = lambda value, limit, sign: value >= limit if sign == ">=" else value < limit if sign == "<" else value <= limit
    print(f"\n{'target':46}{'limit':>9}{'medians':>10}{'':9}{'least':>10}")
    for name, value, least, limit, sign in lines:
        words = ["met" if reached(v, limit, sign) else "not met" for v in (value, least)]
        print(f"{name:46}{sign:>3} {limit:<5g}{value:10.3f} {words[0]:8}{least:10.3f} {words[1]}")
    if load > 0.75 * (os.cpu_count() or 1) + 1:
        print("Other programs used the processors: the medians say little; the least of each says more.")
    others = {
        "peer with self-check, of 1 job": ratio("peer", "1 job"),
        "peer without self-check, of 1 job without": ratio("peer, no self-check", "1 job, no self-check"),
        "peer with self-check, of cp -r": ratio("peer", "cp"),
        "1 job with self-check, of cp + sync": ratio("1 job", "cp + sync"),
        "2 jobs with self-check, of cp -r": ratio("2 jobs", "cp"),
        # On a machine that others use, processor time says more than time on the wall.
        "processor time of the peer cold, of ours": processor("peer cold", "cold"),
        "processor time of the peer, of 1 job": processor("peer", "1 job"),
        "processor time of the peer, no self-checks": processor("peer, no self-check", "1 job, no self-check"),
        "processor time of 1 job with self-check, of cp -r": processor("1 job", "cp"),
        "processor time of 2 jobs, of 1 job": processor("2 jobs", "1 job"),
    }
    print()
    for name, value in others.items():
        print(f"{name:52}{value:10.3f}  (no target)")
    print("memory: " + ", ".join(f"{name} profile{'' if name == '1' else 's'} {size / MEGABYTE:.1f} MB" for name, size in b.memory.items()))
    return {"machine": {"processors": os.cpu_count(), "load": load, "kernel": os.uname().release},
            "profiles": b.count, "files": b.files, "bytes": b.bytes, "peerBytes": {"least": low, "most": high, "within": within},
            "memory": b.memory, "runs": {name: s.numbers() for name, s in series.items()},
            "targets": [{"what": n, "medians": v, "least": least, "limit": limit, "sign": s} for n, v, least, limit, s in lines], "others": others}
