# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Measures decision-aid beside a Python peer and beside `cp -r`, in one run on the same profiles.

    python3 Tests/Benchmarks/run.py [--profiles 2000] [--quick] [--program PATH] [--json FILE]

The peer (peer/peer.py: lxml, Jinja2, numpy) works out the same numbers, which agree.py compares, with as many
draws, and fills templates of equal size: text of one sample of ours with places for the person's numbers, cut or
repeated to our size, file by file. It validates its record against our schema. It does NOT compose text for the
person, draw plots, check what a document says (reading level, balance, numbers, terms, checklist), search
the model for warnings, or wait for the disk: it does less, and what it is faster or slower by has to be read so.

It makes its own Python environment (pip), builds the release binary if none is named and it is missing, and
works in a temporary folder that it removes. Exit status: 1 when the peer's files are not within 10 % of ours; whether
targets are met does not change it.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import environment
from measuring import Run, Series, peak_memory
from reporting import report

DATE = "2026-12-01"  # after the day on which any sample was asked, before the evidence is out of date
SAMPLE = "01-swing-us"
FILES = ("handout.html", "clinician.html", "record.xml")


def sizes_of(folder: Path) -> dict:
    """The bytes of each file; the urgent sheet stands in the place of a handout."""
    return {FILES[0] if f.name == "urgent.html" else f.name: f.stat().st_size for f in folder.iterdir()}


class Benchmark:
    def __init__(self, arguments, work: Path):
        self.arguments, self.work = arguments, work
        self.program, self.python = environment.program(arguments.program), environment.python()
        os.environ["PYTHONPYCACHEPREFIX"] = str(work / "pycache")  # the peer starts compiled, as it would every day
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        self.series: dict[str, Series] = {}
        self.fresh = 0
        self.one = environment.PROFILES / f"{SAMPLE}.xml"

    # what is measured: commands for an output folder

    def ours(self, profiles, *options):
        return lambda output: [self.program, "generate", profiles, "--no-ledger", "--output", output, "--date", DATE, *options]

    def peer(self, profiles, *options):
        return lambda output: [self.python, environment.HERE / "peer" / "peer.py", "--pack", self.arguments.pack,
                               "--templates", self.work / "templates", "--sizes", self.work / "sizes.json",
                               "--output", output, "--date", DATE, *options, profiles]

    def copy(self, source):
        return lambda output: [shutil.which("cp"), "-r", source, output]

    def copy_and_sync(self, source):
        return lambda output: ["/bin/sh", "-c", 'cp -r "$1" "$2" && sync', "sh", source, output]

    def prepare(self) -> None:
        """The peer's templates and sizes, from our documents of the samples; and how near its files come."""
        ours, peer = self.work / "ours", self.work / "peer"
        Run(self.ours(environment.PROFILES)(ours))
        sizes = {folder.name: sizes_of(folder) for folder in ours.iterdir() if (folder / FILES[2]).exists()}
        (self.work / "sizes.json").write_text(json.dumps(sizes), "utf-8")
        Run([self.python, environment.HERE / "peer" / "sample.py", ours / SAMPLE, self.work / "templates"])
        Run(self.peer(environment.PROFILES)(peer))
        self.near = {f"{id}/{name}": size / sizes[id][name] for id in sizes for name, size in sizes_of(peer / id).items()}
        shutil.rmtree(ours)
        shutil.rmtree(peer)

    def interleave(self, rounds: int, things: dict) -> None:
        """Runs every thing once a round, each into a fresh folder; the disk is quiet before each."""
        for number in range(rounds):
            for name, command in things.items():
                self.fresh += 1
                output = self.work / f"output-{self.fresh}"
                os.sync()
                self.series.setdefault(name, Series()).runs.append(Run(command(output)))
                shutil.rmtree(output)
            print(f"round {number + 1} of {rounds}: {', '.join(things)}", file=sys.stderr)

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

    def run(self) -> dict:
        a = self.arguments
        self.count, rounds, cold = (min(a.profiles, 200), 1, 5) if a.quick else (a.profiles, 3, 11)
        small, large = (100, 1000) if a.quick else (1000, 10000)
        self.small, self.large, self.rounds, self.cold = small, large, rounds, cold
        self.prepare()
        self.interleave(cold, {"cold": self.ours(self.one), "cold, no self-check": self.ours(self.one, "--no-self-check"),
                               "peer cold": self.peer(self.one)})
        many, written = self.copies(self.count), self.work / "written"
        Run(self.ours(many, "--jobs", "2", "--no-self-check")(written))
        files = [f for f in written.rglob("*") if f.is_file()]
        self.files, self.bytes = len(files), sum(len(f.read_bytes()) for f in files)
        self.interleave(rounds, {
            "1 job": self.ours(many, "--jobs", "1"), "cp": self.copy(written),
            "2 jobs": self.ours(many, "--jobs", "2"), "cp + sync": self.copy_and_sync(written),
            "1 job, no self-check": self.ours(many, "--jobs", "1", "--no-self-check"),
            "2 jobs, no self-check": self.ours(many, "--jobs", "2", "--no-self-check"),
            "peer": self.peer(many), "peer, no self-check": self.peer(many, "--no-self-check")})
        shutil.rmtree(written)
        self.memory = {}
        for name, command in (("1", self.ours(self.one)), (str(small), self.ours(self.copies(small), "--jobs", "2")),
                              (str(large), self.ours(self.copies(large), "--jobs", "2")), (f"peer, {small}", self.peer(self.copies(small)))):
            output = self.work / "memory"
            self.memory[name] = peak_memory(command(output))
            shutil.rmtree(output)
            print(f"memory: {name}", file=sys.stderr)
        return report(self)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=2000)
    parser.add_argument("--quick", action="store_true", help="at most 200 profiles, one round: a look, not a result")
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
    return 0 if numbers["peerBytes"]["within"] else 1


if __name__ == "__main__":
    sys.exit(main())
