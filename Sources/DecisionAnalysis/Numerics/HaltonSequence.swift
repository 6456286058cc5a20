// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One dimension of Halton's sequence: the digits of the index in a prime base, mirrored at the point.
///
/// Source: J. H. Halton, Numer. Math. 2 (1960) 84-90.
public struct HaltonSequence: Sendable, Equatable {
  /// The prime base.
  public let base: Int

  /// The sequence of a dimension: dimension 0 has base 2, dimension 1 base 3, and so on; `nil` below 0.
  public init?(dimension: Int) {
    guard dimension >= 0 else { return nil }
    var primes = [2]
    var candidate = 3
    while primes.count <= dimension {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 2
    }
    base = primes[dimension]
  }

  /// The coordinate of point `index`, 0 included and 1 excluded; 0 for an index below 0.
  public func coordinate(at index: Int) -> Double {
    var rest = index
    var share = 1 / Double(base)
    var sum = 0.0
    while rest > 0 {
      sum += Double(rest % base) * share
      share /= Double(base)
      rest /= base
    }
    return sum
  }
}
