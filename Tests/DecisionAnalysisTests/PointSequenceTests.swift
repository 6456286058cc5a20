// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o16: scipy 1.17.1.
struct PointSequenceTests {
  private struct Oracle: Decodable {
    let first_32_points_40_dims: [[UInt32]]
    let point_1000: [UInt32]
    let point_4095: [UInt32]
    let halton_first_16_points_8_dims: [[Double]]
  }

  @Test("Every Sobol coordinate is that of scipy", arguments: SobolSequence.dimensions)
  func equalsScipySobol(dimension: Int) throws {
    let oracle = try OracleFile.read("o16-low-discrepancy-and-counter-rng", as: Oracle.self)
    let sequence = try #require(SobolSequence(dimension: dimension))
    #expect(oracle.first_32_points_40_dims.count == 32)
    for (index, point) in oracle.first_32_points_40_dims.enumerated() {
      #expect(sequence.integer(at: index) == point[dimension])
    }
    #expect(sequence.integer(at: 1_000) == oracle.point_1000[dimension])
    #expect(sequence.integer(at: 4_095) == oracle.point_4095[dimension])
    #expect(
      sequence.coordinate(at: 1_000) == Double(oracle.point_1000[dimension]) / 1_073_741_824)
  }

  @Test("Every Halton coordinate is that of scipy", arguments: 0..<8)
  func equalsScipyHalton(dimension: Int) throws {
    let oracle = try OracleFile.read("o16-low-discrepancy-and-counter-rng", as: Oracle.self)
    let sequence = try #require(HaltonSequence(dimension: dimension))
    #expect(oracle.halton_first_16_points_8_dims.count == 16)
    for (index, point) in oracle.halton_first_16_points_8_dims.enumerated() {
      #expect(sequence.coordinate(at: index) == point[dimension])
    }
  }

  @Test("Sobol points fall once into each of 1024 parts", arguments: SobolSequence.dimensions)
  func isEvenlySpread(dimension: Int) throws {
    let sequence = try #require(SobolSequence(dimension: dimension))
    let parts = Set((0..<1_024).map { Int(sequence.coordinate(at: $0) * 1_024) })
    #expect(parts.count == 1_024)
  }

  @Test("There is no dimension beyond the tables and none below zero")
  func refusesOtherDimensions() throws {
    #expect(SobolSequence(dimension: 40) == nil)
    #expect(SobolSequence(dimension: -1) == nil)
    #expect(HaltonSequence(dimension: -1) == nil)
    #expect(try #require(HaltonSequence(dimension: 99)).base == 541)
    #expect(try #require(HaltonSequence(dimension: 0)).coordinate(at: -3) == 0)
  }
}
