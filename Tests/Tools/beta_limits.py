# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Writes Tests/DecisionAnalysisTests/Oracles/n02-beta-limits.json: the 95 % limits of beta
distributions (scipy 1.17).  Usage: beta_limits.py > FILE"""
import json

import scipy
from scipy.stats import beta

# Jeffreys posteriors of no event, some, and nothing but events; then shapes of other kinds.
counts = [(e, n) for n in (1, 5, 10, 20, 300, 5000) for e in sorted({0, 1, n // 3, n - 1, n})]
shapes = [(e + 0.5, n - e + 0.5) for e, n in counts]
shapes += [(0.06, 0.06), (0.07, 3), (0.1, 40), (0.2, 0.9), (0.3, 2000), (0.9, 0.3), (1, 1),
           (2, 40), (500, 3), (12, 9000), (1e4, 2e4), (3, 1e6), (2e6, 5e6)]
rows = [[a, b, float(beta.ppf(0.025, a, b)), float(beta.ppf(0.975, a, b))] for a, b in shapes]
body = ",\n".join(json.dumps(row) for row in rows if 0 < row[2] < row[3] < 1)
print(f'{{"source": "scipy {scipy.__version__}; Tests/Tools/beta_limits.py",\n"limits": [\n{body}\n]}}')
