// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A fixed set of points that fills a box of many dimensions more evenly than random points.
///
/// A rank-1 lattice moved by a fixed shift. Coordinates are whole multiples of 2^-32 plus 2^-33, worked
/// out in whole numbers, so they are the same on every machine and never 0 or 1. Each dimension below
/// 256 takes each of `points` equally spaced values once; dimensions from 256 on are random bits of
/// `Philox4x64`. The most important quantities belong into the first dimensions.
///
/// Source: `decision-model.md` 3.2 and 3.4; `LatticeVectors`.
public struct LatticeRule: Sendable, Equatable {
  /// The numbers of points for which there is a lattice.
  public enum Size: Int, Sendable, CaseIterable {
    /// 2^10 points.
    case points1024 = 1024
    /// 2^11 points.
    case points2048 = 2048
    /// 2^12 points.
    case points4096 = 4096
    /// 2^13 points.
    case points8192 = 8192
    /// 2^14 points.
    case points16384 = 16_384
    /// 2^16 points.
    case points65536 = 65_536
  }

  /// The number of dimensions with a lattice; further ones are random.
  public static let latticeDimensions = 256

  /// The source of the shift and of the random dimensions: the first digits of pi as key.
  private static let generator = Philox4x64(key: [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344])

  /// The number of points as a case.
  public let size: Size
  /// The components of the generating vector, odd and below half the number of points.
  public let generatingVector: [UInt16]

  /// The lattice of a size.
  public init(size: Size) {
    self.size = size
    generatingVector =
      switch size {
      case .points1024: LatticeVectors.points1024
      case .points2048: LatticeVectors.points2048
      case .points4096: LatticeVectors.points4096
      case .points8192: LatticeVectors.points8192
      case .points16384: LatticeVectors.points16384
      case .points65536: LatticeVectors.points65536
      }
  }

  /// The number of points, a power of two.
  public var points: Int { size.rawValue }

  /// One coordinate of point `index` (0..<points, others wrap around), strictly between 0 and 1.
  ///
  /// `dimension` counts from 0.
  public func coordinate(_ index: Int, _ dimension: Int) -> Double {
    column(dimension)(index)
  }

  /// One coordinate of all points, in order of the points.
  public func column(dimension: Int) -> [Double] {
    (0..<points).map(column(dimension))
  }

  /// The coordinate of a dimension as a function of the point.
  private func column(_ dimension: Int) -> (Int) -> Double {
    let place = UInt64(truncatingIfNeeded: dimension)
    guard generatingVector.indices.contains(dimension) else {
      let mask = UInt64(points - 1)
      return { index in
        let point = UInt64(truncatingIfNeeded: index) & mask
        return Self.middle(Self.generator.block([point, place, 1, 0])[0])
      }
    }
    // The distance of neighbours is 2^32 / points; beyond 2^32 all numbers wrap around.
    let step = UInt64(generatingVector[dimension]) << UInt64(32 - points.trailingZeroBitCount)
    let shift = Self.generator.block([place, 0, 0, 0])[0] >> 32
    return { index in
      let position = UInt64(truncatingIfNeeded: index) &* step &+ shift
      return Self.middle(position << 32)
    }
  }

  /// The middle of the cell of width 2^-32 that the upper 32 bits name.
  private static func middle(_ bits: UInt64) -> Double {
    (Double(bits >> 32) + 0.5) / 4_294_967_296
  }
}
