# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Where things are, and a Python environment with lxml, Jinja2 and numpy."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACK = ROOT / "Sources" / "EvidencePack"
PROFILES = ROOT / "Profiles"
PROGRAM = ROOT / ".build" / "release" / "decision-aid"
PACKAGES = ("lxml==6.1.3", "Jinja2==3.1.6", "numpy==2.4.6")


def python() -> str:
    """A Python that has the packages: this one, or a virtual environment that is made once."""
    if all(importlib.util.find_spec(name) for name in ("lxml", "jinja2", "numpy")):
        return sys.executable
    folder = Path(os.environ.get("DECISION_AID_VENV")
                  or Path(tempfile.gettempdir()) / f"decision-aid-benchmarks-{os.getuid()}")
    found = folder / "bin" / "python"
    complete = folder / "complete"  # names what was installed: other versions are installed anew
    if not complete.exists() or complete.read_text("utf-8") != " ".join(PACKAGES):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                        *PACKAGES], check=True)
        complete.write_text(" ".join(PACKAGES), "utf-8")
    return str(found)


def rerun_with_packages() -> None:
    """Starts this script again with a Python that has the packages, if this one lacks them."""
    try:
        found = python()
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"skipped: no Python packages ({', '.join(PACKAGES)}): {fault}", file=sys.stderr)
        sys.exit(77)
    if found != sys.executable:
        os.execv(found, [found, *sys.argv])


def program(path: Path | None = None) -> Path:
    """The release binary, which is built when it is missing."""
    if path:
        return path.resolve()
    if not PROGRAM.exists():
        subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib",
                        "--product", "decision-aid"], cwd=ROOT, check=True)
    return PROGRAM
