// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct NetworkEstimateTests {
  struct Network: Decodable {
    struct Observation: Decodable {
      let row: [Double]
      let value: Double
      let se: Double
    }
    struct Expected: Decodable {
      let vpMinusCare: Double
      let bkpMinusVp: Double
      let se: [Double]
      let q: Double
    }
    struct Used: Decodable {
      let vp: [Double]
      let bkp: [Double]
    }
    let observations: [Observation]
    let expected: Expected
    let used: Used
  }

  @Test("The straightness that the pack states is what three studies agree on best")
  func straightness() throws {
    let network = try OracleFile.read("Fair/o15-network", as: Network.self)
    let estimate = try #require(
      NetworkEstimate(
        network.observations.map {
          .init(contrasts: $0.row, value: $0.value, standardError: $0.se)
        }))
    let expected = network.expected
    #expect(distance(estimate.values, [expected.vpMinusCare, expected.bkpMinusVp]) < 1e-9)
    #expect(distance(estimate.standardErrors, expected.se) < 1e-9)
    #expect((estimate.q - expected.q).magnitude < 1e-9 && estimate.degreesOfFreedom == 1)
    // What is used is rounded to a decimal.
    for (place, used) in [network.used.vp, network.used.bkp].enumerated() {
      let (value, error) = (estimate.values[place], 1.96 * estimate.standardErrors[place])
      #expect(distance([value, value - error, value + error], used) < 0.051)
    }
  }

  @Test("Studies that do not settle every contrast give no estimate")
  func unsettled() {
    let one = NetworkEstimate.Observation(contrasts: [1, 1], value: 2, standardError: 1)
    #expect(NetworkEstimate([one, one]) == nil)
    #expect(NetworkEstimate([one]) == nil)
    #expect(NetworkEstimate([]) == nil)
    #expect(
      NetworkEstimate([.init(contrasts: [1], value: 1, standardError: 0)]) == nil)
  }
}
