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
