# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Commands measured as child processes: seconds on the wall and of processor, peak memory."""

import os
import statistics
import subprocess
import sys
import time


class Run:
    """One child process, its output thrown away."""

    def __init__(self, command):
        command = [str(part) for part in command]
        start = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
        _, status, usage = os.wait4(process, 0)
        self.wall = time.perf_counter() - start
        self.processor = usage.ru_utime + usage.ru_stime
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


class Series:
    """Repeated runs of one thing; the median counts."""

    def __init__(self):
        self.runs = []

    def median(self, key="wall") -> float:
        return statistics.median(getattr(r, key) for r in self.runs)

    def least(self) -> float:
        return min(r.wall for r in self.runs)

    def numbers(self) -> dict:
        return {key: [getattr(r, key) for r in self.runs] for key in ("wall", "processor")}
