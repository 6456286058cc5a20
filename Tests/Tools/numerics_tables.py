# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Writes Tests/DecisionAnalysisTests/Oracles/n01-special-functions.json: special functions to the
nearest double, from 60-digit arithmetic (mpmath 1.3, scipy 1.17 only for first guesses of
quantiles).  Usage: numerics_tables.py > FILE"""
import json

import mpmath as mp
from scipy.special import betaincinv, gammainccinv, gammaincinv

mp.mp.dps = 60


def table(function, points):
    return [[x, float(function(mp.mpf(x)))] for x in points]


def tail(power, terms):
    """power * (1 + terms(1) + terms(1) terms(2) + ...)."""
    total = term = mp.mpf(1)
    n = 0
    while term > total * mp.mpf(10) ** -50:
        n += 1
        term *= terms(n)
        total += term
    return power * total


def gamma_quantile(p, a):
    t = mp.log(gammaincinv(a, p) if p <= 0.5 else gammainccinv(a, 1 - p))
    p, a = mp.mpf(p), mp.mpf(a)
    for _ in range(5):
        x = mp.exp(t)
        g = mp.exp(a * t - x - mp.loggamma(a))
        t += (p - tail(g / a, lambda n: x / (a + n))) / g
    return float(mp.exp(t))


def beta_quantile(p, a, b):
    """Newton's method on the log odds; the series in the smaller of x and 1 - x."""
    x, y = betaincinv(a, b, p), betaincinv(b, a, 1 - p)
    p, a, b = mp.mpf(p), mp.mpf(a), mp.mpf(b)
    t = mp.log(x) - mp.log(1 - mp.mpf(x)) if x < 0.5 else mp.log(1 - mp.mpf(y)) - mp.log(y)
    for _ in range(6):
        x, y = 1 / (1 + mp.exp(-t)), 1 / (1 + mp.exp(t))
        log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
        g = mp.exp(a * mp.log(x) + b * mp.log(y) - log_beta)
        if x < 0.5:
            lower = tail(g / a, lambda n: (a + b + n - 1) * x / (a + n))
        else:
            lower = 1 - tail(g / b, lambda n: (a + b + n - 1) * y / (b + n))
        t += (p - lower) / g
    return float(1 / (1 + mp.exp(-t)))


def loss(z):
    return mp.npdf(z) - z * mp.ncdf(-z)


near = [s * 10.0**-k for k in (1, 3, 8, 15) for s in (-1, 1)]
shapes = [0.05, 0.7, 3, 52, 1000, 1e5]
ps = [1e-12, 1e-4, 0.025, 0.5, 0.975, 0.9999, 1 - 1e-12]
tables = {
    "source": "mpmath " + mp.__version__ + ", 60 digits, rounded to double; Tests/Tools/numerics_tables.py",
    "exp": table(mp.exp, [-744.0, -708.3, -100.7, -20.1, -2.5, -0.34, 0.0, 0.35, 1.0, 3.3, 88.8,
                          700.1, 709.78] + near),
    "expm1": table(mp.expm1, [-39.0, -5.2, -0.7, 0.35, 1.0, 20.5, 300.3] + near),
    "log": table(mp.log, [1e-320, 2.2e-308, 1e-10, 0.1, 0.5, 0.7071, 0.7072, 1.4142, 1.4143, 2.0,
                          10.0, 1e100, 1.7e308] + [1 + x for x in near]),
    "log1p": table(mp.log1p, [-0.999, -0.5, 0.7, 1.0, 12.5, 1e20] + near),
    "logGamma": table(mp.loggamma, [1e-300, 1e-5, 0.3, 0.5, 1.0, 1.4, 2.0, 2.5, 3.0, 7.7, 9.99, 10.0,
                                    50.5, 1e5, 1e15] + [1 + x for x in near] + [2 + x for x in near]),
    "normalDensity": table(mp.npdf, [-37.0, -20.3, -5.5, -1.1, 0.0, 0.4, 2.2, 11.7, 30.1]),
    "normalCDF": table(mp.ncdf, [-37.5, -30.3, -20.0, -12.34, -8.0, -5.5, -3.0, -1.96, -1.0, -0.1,
                                 0.0, 0.2, 1.3, 4.0, 8.0, 40.0]),
    "unitNormalLoss": table(loss, [-9.0, -2.0, -0.5, 0.0, 0.3, 1.0, 2.5, 5.0, 10.0, 20.0, 37.0]),
    "gammaQuantile": [[p, a, gamma_quantile(p, a)] for a in shapes for p in ps],
    "betaQuantile": [[p, a, b, beta_quantile(p, a, b)] for a in shapes for b in shapes for p in ps],
}
lines = [f'"{name}": {json.dumps(value)}'.replace("], [", "],\n  [") for name, value in tables.items()]
print("{\n" + ",\n".join(lines) + "\n}")
