# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Writes Tests/DecisionAnalysisTests/Oracles/n03-odds-network.json: alternatives whose log odds ratios
to one row are multivariate normal (scipy 1.17: normal orthants, and quadrature for mean levels).
Usage: odds_network.py > FILE"""
import json

import numpy as np
import scipy
from scipy.integrate import dblquad
from scipy.stats import beta, multivariate_normal, norm

CASES = [
    # A network of three, with the correlation that a common comparator brings.
    dict(events=120, n=400, mean=[-0.4, -0.55, -0.1],
         covariance=[[.04, .03, .01], [.03, .0625, .02], [.01, .02, .05]]),
    # The same without correlation: another answer.
    dict(events=120, n=400, mean=[-0.4, -0.55, -0.1],
         covariance=[[.04, 0, 0], [0, .0625, 0], [0, 0, .05]]),
    # A rare event and wide effects that go against each other.
    dict(events=4, n=150, mean=[0.2, -0.3], covariance=[[.3, -.12], [-.12, .2]]),
]


def answer(case):
    mean, covariance = np.array(case["mean"]), np.array(case["covariance"])
    count = len(mean)
    first, pairs, risks = [], [], []
    for i in range(count):
        others = [j for j in range(count) if j != i]
        difference = np.array([[(k == i) - (k == j) for k in range(count)] for j in others], float)
        first.append(float(multivariate_normal(
            difference @ mean, difference @ covariance @ difference.T).cdf(np.zeros(len(others)))))
        pairs.append([0.0 if i == j else float(norm.cdf((mean[j] - mean[i]) / np.sqrt(
            covariance[i, i] + covariance[j, j] - 2 * covariance[i, j]))) for j in range(count)])
        a, b, sd = case["events"] + .5, case["n"] - case["events"] + .5, np.sqrt(covariance[i, i])

        def density(z, p):
            odds = np.exp(mean[i] + sd * z)
            return beta.pdf(p, a, b) * norm.pdf(z) * odds * p / (1 - p + odds * p)
        ends = beta.ppf([1e-12, 1 - 1e-12], a, b)
        risks.append(dblquad(density, ends[0], ends[1], -8, 8, epsabs=1e-11)[0])
    return dict(case, first=first, pairs=pairs, risks=risks)


print(json.dumps({"source": f"scipy {scipy.__version__}; Tests/Tools/odds_network.py",
                  "cases": [answer(case) for case in CASES]}, indent=1))
