// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// The bits of all shares, folded into one number for each problem.
///
/// They must be the same on every machine and in every kind of build. A change of the method changes
/// them, and then the number is set anew.
struct SameSharesTests {
  static let digests: [(name: String, digest: UInt64)] = [
    ("fracture", 0xDF38_D31E_2C1E_A1E6), ("battery 2", 0xAF43_D935_AB7C_C2F0),
    ("battery 3", 0xEE60_1470_D8EC_DD94), ("battery 5", 0xB82A_B97C_7206_B493),
    ("normal", 0xE10C_B324_1E15_DC48),
  ]

  private static func result(_ name: String) throws -> SimulationResult {
    let amounts = (1...9).map { Double($0) }
    switch name {
    case "fracture":
      return try SimulationExamples.result(
        FractureProblem.make(), amounts, .responseError(sigma: 0.3), points: 4096, central: true)
    case "normal":
      let cells = (0..<3).map { row in
        (0..<9).map { SimulationExamples.normal(0.5 + Double((row * $0) % 4) / 50, 0.08) }
      }
      return try SimulationExamples.result(
        SmallProblem.make(cells), amounts, .ordinal(ranks: Array(1...9)), central: true)
    default:
      let battery = try BatteryProblem(seed: try #require(UInt64(name.dropFirst(8))))
      return try SamplePlan(battery.problem, points: 2048).simulate(
        SamplePlan.Request(
          weights: battery.weights, uncertainty: battery.uncertainty,
          sets: [battery.problem.alternatives], centralWeights: true))
    }
  }

  @Test("The bits of all shares are the recorded ones", arguments: digests)
  func hasRecordedBits(row: (name: String, digest: UInt64)) throws {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in SimulationExamples.numbers(try Self.result(row.name)) {
      digest = (digest ^ number.bitPattern) &* 0x0000_0100_0000_01B3
    }
    #expect(digest == row.digest, "\(row.name): 0x\(String(digest, radix: 16))")
  }
}
