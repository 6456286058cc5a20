# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Checks that every number of the simulation has the same bits on other processors and in parallel.

    python3 Tests/Benchmarks/same_bits.py [--problems 20]

The executable simulation-benchmark is built for the plain x86-64 processor, for one with AVX2 and
for one with AVX-512 (where this machine has it), each into a folder of its own under .build. All
results are compared: run one after the other, in parallel tasks, and, where qemu-x86_64 is installed
(Debian package qemu-user), on an emulated Nehalem processor, which has no AVX. Exits with 1 when
any number differs.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

import problems
import simulation

# What the build may use, and what /proc/cpuinfo calls it.
BUILDS = {"x86-64": "sse2", "haswell": "avx2", "skylake-avx512": "avx512dq"}


def build(processor):
    folder = simulation.ROOT / ".build" / f"bits-{processor}"
    subprocess.run(["swift", "build", "--package-path", simulation.ROOT, "-c", "release", "--product",
                    "simulation-benchmark", "--scratch-path", folder, "-Xswiftc", "-target-cpu", "-Xswiftc",
                    processor], check=True, stdout=sys.stderr)
    return folder / "release" / "simulation-benchmark"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--problems", type=int, default=20)
    a = parser.parse_args()
    drawn = [problems.random_problem(seed) for seed in range(1, a.problems + 1)]
    texts = {command: "".join(p.text(1024) + f"central\n{command}\n" for p in drawn)
             + problems.pack_problem(4).text() + f"central\n{command}\n" for command in ("run", "together")}
    flags = Path("/proc/cpuinfo").read_text("utf-8").split()
    runs = []
    for processor, flag in BUILDS.items():
        if flag not in flags:
            print(f"{processor}: this machine has none")
            continue
        program = build(processor)
        runs += [(f"{processor}, {command}", [program], text) for command, text in texts.items()]
        emulator = shutil.which("qemu-x86_64") or shutil.which("qemu-x86_64-static")
        if processor == "x86-64":
            if emulator:
                runs.append(("x86-64 on an emulated Nehalem", [emulator, "-cpu", "Nehalem", program], texts["run"]))
            else:
                print("no qemu-x86_64: nothing is run without AVX")
    digests = set()
    for name, command, text in runs:
        start = time.perf_counter()
        output = simulation.output(command, text)
        digest = hashlib.sha256(output.encode()).hexdigest()
        digests.add(digest)
        numbers = sum(len(line.split()) - 1 for line in output.splitlines() if not line.startswith(("result", "end")))
        print(f"{name}: {numbers} numbers, {digest[:16]}, {time.perf_counter() - start:.1f} s")
    print("the same bits" if len(digests) == 1 else "THE BITS DIFFER")
    sys.exit(len(digests) != 1)


if __name__ == "__main__":
    main()
