# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Measures decision-aid against a Python peer and against `cp -r`, in one run.

    python3 Tests/Benchmarks/run.py [--profiles 2000] [--quick] [--json FILE]

It makes its own Python environment (pip: lxml, Jinja2, numpy), builds the release binary if it is
missing, and works in a temporary folder that it removes. Whether targets are met does not change
the exit status.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

import environment

DATE = "2026-01-01"
MEGABYTE = 1e6


class Run:
    """One child process: seconds on the wall, seconds of processor, peak memory."""

    def __init__(self, command):
        command = [str(part) for part in command]
        start = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
        _, status, usage = os.wait4(process, 0)
        self.wall = time.perf_counter() - start
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024
        if status:
            raise SystemExit(f"failed ({os.waitstatus_to_exitcode(status)}): {' '.join(command[:6])} ...")


# A child's peak counts from that of the process that starts it: this one is small.
STARTER = """import os, sys
_, status, usage = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]), 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))"""


def peak_memory(command) -> int:
    """The peak resident memory of a command in bytes."""
    command = [sys.executable, "-I", "-S", "-c", STARTER, *(str(part) for part in command)]
    return 1024 * int(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


# What a text prints of the simulation, whose draws differ, and of the checks that the peer leaves out.
APART = ("analysis.share", "analysis.margin", "analysis.rankAcceptability", "analysis.valueOfInformation", "document.reading")


def words_of(record: Path) -> dict:
    """The words of every section of both documents, in their order, without the numbers of APART."""
    root, space, found = ElementTree.parse(record).getroot(), "{urn:spine-decision-aid:decision-record:1}", {}
    for number in root.iter(space + "n"):
        if number.get("from").startswith(APART):
            number.text = ""
    for body in ("handout", "clinicianCopy"):
        for section in root.find(space + body).iter(space + "section"):
            found[f"{body}/{section.get('id')}"] = "|".join(section.itertext())
    return found


class Series:
    """Repeated runs of one thing; the median counts."""

    def __init__(self):
        self.runs = []

    def median(self, key="wall") -> float:
        return statistics.median(getattr(r, key) for r in self.runs)

    def numbers(self) -> dict:
        return {key: [getattr(r, key) for r in self.runs] for key in ("wall", "processor", "memory")}


class Benchmark:
    def __init__(self, arguments, work: Path):
        self.arguments, self.work = arguments, work
        self.program = environment.program(arguments.program)
        self.python = environment.python()
        os.environ["PYTHONPYCACHEPREFIX"] = str(work / "pycache")
        self.series: dict[str, Series] = {}
        self.fresh = 0
        self.one = environment.PROFILES / "01-swing-us.xml"

    # the things that are measured

    def ours(self, profiles, *options):
        return lambda output: [self.program, "generate", profiles, "--no-ledger", "--output", output, "--date", DATE, *options]

    def peer(self, profiles, *options):
        return lambda output: [self.python, environment.HERE / "peer" / "peer.py", "--pack", self.arguments.pack,
                               "--output", output, "--date", DATE, *options, profiles]

    def copy(self, source):
        return lambda output: [shutil.which("cp"), "-r", source, output]

    def copy_and_sync(self, source):
        return lambda output: ["/bin/sh", "-c", 'cp -r "$1" "$2" && sync', "sh", source, output]

    def interleave(self, rounds: int, things: dict, keep: str | None = None) -> Path | None:
        """Runs every thing once a round, each into a fresh folder; the disk is quiet before each."""
        kept = None
        for number in range(rounds):
            for name, command in things.items():
                self.fresh += 1
                output = self.work / f"output-{self.fresh}"
                os.sync()
                self.series.setdefault(name, Series()).runs.append(Run(command(output)))
                if name == keep and kept is None:
                    kept = output
                else:
                    shutil.rmtree(output)
            print(f"round {number + 1} of {rounds}: {', '.join(things)}", file=sys.stderr)
        return kept

    def copies(self, count: int) -> Path:
        """Copies of the profiles with ids of their own."""
        folder = self.work / f"profiles-{count}"
        if folder.exists():
            return folder
        folder.mkdir()
        originals = [(p.stem, p.read_text("utf-8")) for p in sorted(environment.PROFILES.glob("*.xml"))]
        for number in range(count):
            stem, text = originals[number % len(originals)]
            id = f"n{number:05}-{stem}"[:64]
            text, changed = re.subn(f'id="{re.escape(stem)}"', f'id="{id}"', text, count=1)
            if not changed:
                raise SystemExit(f"{stem}: the id is not the file name")
            (folder / f"{id}.xml").write_text(text, "utf-8")
        return folder

    # the whole run

    def run(self) -> dict:
        a = self.arguments
        count, rounds, cold = (200, 1, 5) if a.quick else (a.profiles, 3, 11)
        count = a.profiles if a.quick and a.profiles != 2000 else count
        small, large = (100, 1000) if a.quick else (1000, 10000)
        self.peer_count = min(count, 100 if a.quick else 300)
        self.count, self.rounds, self.cold, self.small, self.large = count, rounds, cold, small, large
        for warm in (self.ours(self.one), self.peer(self.one)):
            output = self.work / "warm"
            Run(warm(output))
            shutil.rmtree(output)
        self.interleave(cold, {"cold": self.ours(self.one), "cold, no self-check": self.ours(self.one, "--no-self-check"),
                               "peer cold": self.peer(self.one)})
        many, few = self.copies(count), self.copies(self.peer_count) if self.peer_count < count else None
        few = few or many
        sample = self.work / "sample"
        Run(self.ours(many, "--jobs", "2", "--no-self-check")(sample))
        self.compare()
        files = [f for f in sample.rglob("*") if f.is_file()]
        self.bytes, self.files = sum(f.stat().st_size for f in files), len(files)
        for f in files:
            f.read_bytes()
        self.interleave(rounds, {
            "1 job": self.ours(many, "--jobs", "1"), "cp": self.copy(sample),
            "2 jobs": self.ours(many, "--jobs", "2"), "cp + sync": self.copy_and_sync(sample),
            "1 job, no self-check": self.ours(many, "--jobs", "1", "--no-self-check"),
            "2 jobs, no self-check": self.ours(many, "--jobs", "2", "--no-self-check"),
            "peer": self.peer(few), "peer, no self-check": self.peer(few, "--no-self-check")})
        shutil.rmtree(sample)
        self.memory = {}
        for name, number in (("none", 1), ("small", small), ("large", large)):
            output = self.work / "memory"
            given = self.one if name == "none" else self.copies(number)
            self.memory[name] = peak_memory(self.ours(given, "--jobs", "2")(output))
            shutil.rmtree(output)
            print(f"memory: {number} profiles", file=sys.stderr)
        return self.report()

    def compare(self) -> None:
        """How far the peer's documents are from ours, by profile: bytes, and sections with other words."""
        folders = {}
        for name, command in (("ours", self.ours), ("peer", self.peer)):
            folders[name] = self.work / f"compared-{name}"
            Run(command(environment.PROFILES)(folders[name]))
        self.size_ratios, self.sections, self.other_words = {}, 0, []
        for ours in folders["ours"].iterdir():
            peer = folders["peer"] / ours.name
            if not (ours / "record.xml").exists() or not peer.exists():
                continue
            total = [sum(f.stat().st_size for f in d.iterdir()) for d in (peer, ours)]
            self.size_ratios[ours.name] = total[0] / total[1]
            one, other = (words_of(d / "record.xml") for d in (ours, peer))
            self.sections += len(one)
            self.other_words += [f"{ours.name} {place}" for place in one if one[place] != other.get(place)]
            if list(one) != list(other):
                self.other_words.append(f"{ours.name}: other sections, or another order")
        for folder in folders.values():
            shutil.rmtree(folder)

    def report(self) -> dict:
        median = lambda name: self.series[name].median()
        processor = lambda name: self.series[name].median("processor")
        per = lambda name, count: f"{1000 * median(name) / count:.2f} ms each"
        scale = self.count / self.peer_count
        least = lambda name: min(r.wall for r in self.series[name].runs)
        memory = self.memory
        load = os.getloadavg()
        stat = subprocess.run(["stat", "-f", "-c", "%T", self.work], capture_output=True, text=True).stdout.strip()
        low, high = min(self.size_ratios.values()), max(self.size_ratios.values())
        print(f"""
Machine: {os.cpu_count()} processors, load {load[0]:.1f} at the end, file system {stat}, {os.uname().sysname} {os.uname().release}.
Program: {self.program} ({self.program.stat().st_size / MEGABYTE:.1f} MB), {subprocess.run([self.program, "--version"], capture_output=True, text=True).stdout.strip()}.
Work: {self.count} profiles (copies of {len(list(environment.PROFILES.glob('*.xml')))} with ids of their own), {self.files} files, {self.bytes / MEGABYTE:.1f} MB written, {self.bytes / self.count / 1000:.0f} kB each.
Durability: decision-aid waits for the disk (fsync, or syncfs for a group); cp and the peer do not, "cp + sync" does.
Peer: lxml, Jinja2, numpy; one process; it simulates with as many draws, writes the same passages and plots, and leaves out our checks of the finished handout.
Its documents: {low:.3f} to {high:.3f} times our bytes ({'within' if 0.9 <= low and high <= 1.1 else 'NOT within'} 10 %); {self.sections - len(self.other_words)} of {self.sections} sections have the same words but for numbers of the simulation{': not ' + '; '.join(self.other_words[:8]) if self.other_words else ''}. Run on {self.peer_count} profiles, scaled by {scale:g}.
Rounds: {self.cold} cold and {self.rounds} of batches, interleaved; medians. Processor time is that of the program and the kernel for it.
""")
        print(f"{'what':44}{'wall':>10}{'processor':>12}{'spread of wall':>20}")
        for name, series in self.series.items():
            walls = [r.wall for r in series.runs]
            print(f"{name:44}{series.median():9.3f}s{series.median('processor'):11.3f}s"
                  f"{min(walls):10.3f}-{max(walls):.3f}s")
        for name in ("1 job", "2 jobs", "1 job, no self-check", "2 jobs, no self-check"):
            print(f"{name}: {per(name, self.count)}", end="; ")
        print(f"peer: {per('peer', self.peer_count)}.")
        pairs = [
            ("cold, one profile, of the peer", "cold", "peer cold", 1 / 5, "<="),
            ("1 job with self-check, of cp -r", "1 job", "cp", 15, "<="),
            ("1 job without self-check, of cp -r", "1 job, no self-check", "cp", 5, "<="),
            ("2 jobs with self-check, speed of 1 job", "1 job", "2 jobs", 1.7, ">="),
            ("2 jobs without self-check, speed of 1 job", "1 job, no self-check", "2 jobs, no self-check", 1.7, ">="),
        ]
        lines = [(name, median(a) / median(b), least(a) / least(b), limit, sign) for name, a, b, limit, sign in pairs]
        ratio, most = memory["large"] / memory["small"], memory["large"] / MEGABYTE
        lines += [(f"memory of {self.large} profiles, of {self.small}", ratio, ratio, 1.3, "<="),
                  (f"memory of {self.large} profiles, MB", most, most, 150, "<")]
        reached = lambda value, limit, sign: (
            value >= limit if sign == ">=" else value < limit if sign == "<" else value <= limit)
        print(f"\n{'target':46}{'limit':>9}{'medians':>10}{'':9}{'least':>10}")
        for name, value, lowest, limit, sign in lines:
            words = ["met" if reached(v, limit, sign) else "not met" for v in (value, lowest)]
            print(f"{name:46}{sign:>3} {limit:<5g}{value:10.3f} {words[0]:8}{lowest:10.3f} {words[1]}")
        if load[0] > 0.75 * (os.cpu_count() or 1) + 1:
            print("Other programs used the processors: the medians say little; the least of each says more.")
        others = {
            "1 job with self-check, of cp + sync": median("1 job") / median("cp + sync"),
            "1 job without self-check, of cp + sync": median("1 job, no self-check") / median("cp + sync"),
            "2 jobs with self-check, of cp -r": median("2 jobs") / median("cp"),
            "2 jobs without self-check, of cp -r": median("2 jobs, no self-check") / median("cp"),
            "peer with self-check, of 1 job": scale * median("peer") / median("1 job"),
            "peer without self-check, of 1 job without": scale * median("peer, no self-check") / median("1 job, no self-check"),
            # On a machine that others use, processor time says more than time on the wall.
            "processor time of cold, of the peer's": processor("cold") / processor("peer cold"),
            "processor time of 1 job with self-check, of cp -r": processor("1 job") / processor("cp"),
            "processor time of 1 job without self-check, of cp -r": processor("1 job, no self-check") / processor("cp"),
            "processor time of 2 jobs, of 1 job": processor("2 jobs") / processor("1 job"),
        }
        for name, value in others.items():
            print(f"{name:52}{value:10.3f}  (no target)")
        print(f"memory: 1 profile {memory['none'] / MEGABYTE:.1f} MB, {self.small} {memory['small'] / MEGABYTE:.1f} MB, "
              f"{self.large} {memory['large'] / MEGABYTE:.1f} MB")
        return {
            "machine": {"processors": os.cpu_count(), "load": load, "fileSystem": stat, "kernel": os.uname().release},
            "profiles": self.count, "peerProfiles": self.peer_count, "files": self.files, "bytes": self.bytes,
            "peerBytes": {"least": low, "most": high}, "peerSections": {"all": self.sections, "otherWords": self.other_words}, "memory": {"one": memory["none"], str(self.small): memory["small"], str(self.large): memory["large"]},
            "runs": {name: s.numbers() for name, s in self.series.items()},
            "targets": [{"what": n, "medians": v, "least": low, "limit": limit, "sign": s}
                        for n, v, low, limit, s in lines],
            "others": others,
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=2000)
    parser.add_argument("--quick", action="store_true", help="200 profiles, one round: a look, not a result")
    parser.add_argument("--json", type=Path, help="write the numbers to this file")
    parser.add_argument("--program", type=Path, help="the decision-aid to measure; default: the release build")
    parser.add_argument("--pack", type=Path, default=environment.PACK, help="the folder EvidencePack that it was built with")
    parser.add_argument("--work", type=Path, help="where to make the temporary folder; default: that of the system")
    arguments = parser.parse_args()
    if arguments.profiles < 1:
        parser.error("--profiles is at least 1")
    with tempfile.TemporaryDirectory(prefix="decision-aid-benchmark-", dir=arguments.work) as work:
        numbers = Benchmark(arguments, Path(work)).run()
    if arguments.json:
        arguments.json.write_text(json.dumps(numbers, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
