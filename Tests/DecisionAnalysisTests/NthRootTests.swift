// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

@testable import DecisionAnalysis

struct NthRootTests {
  static let values = [
    1, 2, 0.5, 3, 9, 1 / 9.0, 1.4142135623730951, 1.0000001, 0.999, 1e-300, 1e300, 1234.5678,
    Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude,
  ]

  @Test("Roots are those of the C library but for the last places", arguments: values, 1...12)
  func equalsTheRoot(value: Double, degree: Int) {
    let expected = pow(value, 1 / Double(degree))
    // pow takes a rounded exponent: its error grows with the logarithm.
    let room = expected * (1e-15 + 2e-16 * log(value).magnitude)
    #expect((NthRoot.of(value, degree: degree) - expected).magnitude <= room)
  }

  @Test(
    "Nothing else has a root",
    arguments: [0, -1, Double.infinity, -Double.infinity, .nan])
  func refusesOtherValues(value: Double) {
    #expect(NthRoot.of(value, degree: 3).isNaN)
  }
}
