// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One dimension of Sobol's sequence in Gray-code order, unscrambled, with 30 bits.
///
/// Point 0 is zero in every dimension. Source: P. Bratley and B. L. Fox, ACM Trans. Math. Softw. 14
/// (1988) 88-100; direction numbers in `SobolDirections`.
public struct SobolSequence: Sendable, Equatable {
  /// The dimensions for which there are direction numbers.
  public static let dimensions = 0..<40
  /// The number of bits of a coordinate.
  public static let bits = 30

  /// The direction numbers, the first for the lowest bit of the Gray code.
  private let directions: [UInt32]

  /// The sequence of a dimension, `nil` outside `dimensions`.
  public init?(dimension: Int) {
    guard Self.dimensions.contains(dimension) else { return nil }
    let (polynomial, first) = SobolDirections.rows[dimension]
    let degree = first.count
    var directions = first.indices.map { first[$0] << UInt32(Self.bits - 1 - $0) }
    for place in degree..<Self.bits {
      guard degree > 0 else {
        directions.append(1 << UInt32(Self.bits - 1 - place))
        continue
      }
      var next = directions[place - degree] ^ (directions[place - degree] >> UInt32(degree))
      for back in 1..<degree where (polynomial >> UInt32(degree - back)) & 1 == 1 {
        next ^= directions[place - back]
      }
      directions.append(next)
    }
    self.directions = directions
  }

  /// The coordinate of point `index` times 2^30; only the lowest 30 bits of the index count.
  public func integer(at index: Int) -> UInt32 {
    let position = UInt32(truncatingIfNeeded: index)
    var gray = position ^ (position >> 1)
    var sum: UInt32 = 0
    for direction in directions {
      if gray & 1 == 1 { sum ^= direction }
      gray >>= 1
    }
    return sum
  }

  /// The coordinate of point `index`, 0 included and 1 excluded.
  public func coordinate(at index: Int) -> Double {
    Double(integer(at: index)) / 1_073_741_824
  }
}

// The numbers below are those of S. Joe and F. Y. Kuo (file new-joe-kuo-6.21201), with this notice:
//
// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
// All rights reserved.
//
// Redistribution and use in source and binary forms, with or without modification, are permitted
// provided that the following conditions are met:
//
//     * Redistributions of source code must retain the above copyright notice, this list of
//       conditions and the following disclaimer.
//
//     * Redistributions in binary form must reproduce the above copyright notice, this list of
//       conditions and the following disclaimer in the documentation and/or other materials provided
//       with the distribution.
//
//     * Neither the names of the copyright holders nor the names of the University of New South Wales
//       and the University of Waikato and its contributors may be used to endorse or promote products
//       derived from this software without specific prior written permission.
//
// THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES,
// INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
// PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
// DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
// LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
// INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
// OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE,
// EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

/// The primitive polynomials and first direction numbers of 40 dimensions of Sobol's sequence.
///
/// Source: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635-2654, read from the copy in scipy
/// 1.17.1 (`_sobol_direction_numbers.npz`). A polynomial is its coefficients as bits; dimension 0 has
/// none, and all its first numbers are 1.
enum SobolDirections {
  static let rows: [(polynomial: UInt32, first: [UInt32])] = [
    (1, []), (3, [1]), (7, [1, 3]), (11, [1, 3, 1]), (13, [1, 1, 1]), (19, [1, 1, 3, 3]),
    (25, [1, 3, 5, 13]), (37, [1, 1, 5, 5, 17]), (41, [1, 1, 5, 5, 5]), (47, [1, 1, 7, 11, 19]),
    (55, [1, 1, 5, 1, 1]), (59, [1, 1, 1, 3, 11]), (61, [1, 3, 5, 5, 31]),
    (67, [1, 3, 3, 9, 7, 49]), (91, [1, 1, 1, 15, 21, 21]), (97, [1, 3, 1, 13, 27, 49]),
    (103, [1, 1, 1, 15, 7, 5]), (109, [1, 3, 1, 15, 13, 25]), (115, [1, 1, 5, 5, 19, 61]),
    (131, [1, 3, 7, 11, 23, 15, 103]), (137, [1, 3, 7, 13, 13, 15, 69]),
    (143, [1, 1, 3, 13, 7, 35, 63]), (145, [1, 3, 5, 9, 1, 25, 53]),
    (157, [1, 3, 1, 13, 9, 35, 107]), (167, [1, 3, 1, 5, 27, 61, 31]),
    (171, [1, 1, 5, 11, 19, 41, 61]), (185, [1, 3, 5, 3, 3, 13, 69]),
    (191, [1, 1, 7, 13, 1, 19, 1]), (193, [1, 3, 7, 5, 13, 19, 59]),
    (203, [1, 1, 3, 9, 25, 29, 41]), (211, [1, 3, 5, 13, 23, 1, 55]),
    (213, [1, 3, 7, 3, 13, 59, 17]), (229, [1, 3, 1, 3, 5, 53, 69]),
    (239, [1, 1, 5, 5, 23, 33, 13]), (241, [1, 1, 7, 7, 1, 61, 123]),
    (247, [1, 1, 7, 9, 13, 61, 49]), (253, [1, 3, 3, 5, 3, 55, 33]),
    (285, [1, 3, 1, 15, 31, 13, 49, 245]), (299, [1, 3, 5, 15, 31, 59, 63, 97]),
    (301, [1, 3, 1, 11, 11, 11, 77, 249]),
  ]
}

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
