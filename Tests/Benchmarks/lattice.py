# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Builds the generating vectors of the rank-1 lattices: the enum LatticeVectors in LatticeRule.swift.

Component by component (Sloan and Reztsov 2002) with Fourier transforms (Nuyens and Cools 2006):
component j is the odd z, up to sign, with the smallest shift-averaged worst-case error

    e^2 = -1 + 1/N sum_k prod_j (1 + gamma_j B2({k z_j / N})),   B2(x) = x^2 - x + 1/6

of the unanchored Sobolev space with product weights gamma_j = 0.8 / j.  The kernel is even, so z
and N - z are one candidate, of which the smaller is kept.  A candidate that serves an earlier
dimension already would make the two dimensions one and is passed over.  Of candidates whose errors
agree to 1e-12 the smallest is taken (the second component and its inverse mod N always agree).

Usage: lattice.py          prints the enum, which stands at the end of Sources/DecisionAnalysis/Numerics/LatticeRule.swift
       lattice.py plain    checks the first components by the plain sum over all points
"""
import sys

import numpy as np

SIZES = (1024, 2048, 4096, 8192, 16384, 65536)
DIMENSIONS = 256
HEAD = """// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The generating vectors of the rank-1 lattices, 256 components each, most important first.
///
/// Written by `Tests/Benchmarks/lattice.py`: built component by component for product weights
/// 0.8 / j and the shift-averaged worst-case error (Sloan and Reztsov 2002, Nuyens and Cools 2006).
enum LatticeVectors {"""


def kernel(x, n):
    """B2 of the fraction of x / n for whole numbers x."""
    u = (x % n) / n
    return u * u - u + 1 / 6


def powers_of_five(modulus):
    """5^i mod the modulus for i < modulus / 4: the odd numbers up to sign, as a cyclic group."""
    powers = [1]
    for _ in range(modulus // 4 - 1):
        powers.append(powers[-1] * 5 % modulus)
    return np.array(powers)


class Construction:
    """The search for one number of points, a power of two of at least 8."""

    def __init__(self, n):
        self.n = n
        self.points = np.arange(n)
        self.product = np.ones(n)
        group = powers_of_five(n)
        self.candidates = np.minimum(group, n - group)
        self.free = np.ones(n // 4, dtype=bool)
        # The points k = step * odd are a cyclic group of their own for each power of two.
        self.levels = []
        modulus = n
        while modulus >= 8:
            units = powers_of_five(modulus)
            spectrum = np.fft.rfft(kernel(units, modulus))
            self.levels.append((units * (n // modulus), spectrum))
            modulus //= 2

    def errors(self):
        """1/N sum_k product_k B2(k z / N) for every candidate z."""
        n, p = self.n, self.product
        fixed = p[0] * kernel(0, 1) + p[n // 2] * kernel(1, 2) + 2 * p[n // 4] * kernel(1, 4)
        total = np.full(n // 4, fixed)
        for points, spectrum in self.levels:
            count = len(points)
            part = np.fft.irfft(spectrum * np.conj(np.fft.rfft(2 * p[points])), count)
            total += np.tile(part, n // 4 // count)
        return total / n

    def take(self, z, gamma):
        self.free &= self.candidates != z
        self.product *= 1 + gamma * kernel(self.points * z, self.n)

    def vector(self, dimensions):
        chosen = []
        for j in range(1, dimensions + 1):
            errors = np.where(self.free, self.errors(), np.inf)
            ties = errors <= errors.min() + 1e-10
            chosen.append(int(self.candidates[ties].min()))
            self.take(chosen[-1], 0.8 / j)
        return chosen


def plain_vector(n, dimensions):
    """The same by the definition, N^2 / 4 terms for each component."""
    points, product, chosen = np.arange(n), np.ones(n), []
    for j in range(1, dimensions + 1):
        free = [z for z in range(1, n // 2, 2) if z not in chosen]
        errors = np.array([np.mean(product * kernel(points * z, n)) for z in free])
        chosen.append(free[int(np.argmax(errors <= errors.min() + 1e-12))])
        product *= 1 + 0.8 / j * kernel(points * chosen[-1], n)
    return chosen


def main():
    if sys.argv[1:] == ["plain"]:
        for n, count in ((1024, 24), (4096, 8)):
            assert Construction(n).vector(count) == plain_vector(n, count)
        return
    print(HEAD)
    for n in SIZES:
        vector = Construction(n).vector(DIMENSIONS)
        print(f"  /// The vector for {n} points.\n  static let points{n}: [UInt16] = [")
        for start in range(0, DIMENSIONS, 14):
            print("    " + ", ".join(map(str, vector[start:start + 14])) + ",")
        print("  ]" if n == SIZES[-1] else "  ]\n")
    print("}")


if __name__ == "__main__":
    main()
