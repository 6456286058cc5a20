// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// The bits of many results, folded into one number for each function.
///
/// They must be the same on every machine and in every kind of build. A change of a formula changes
/// them, and then the number is set anew.
struct SameBitsTests {
  static let functions:
    [(name: String, digest: UInt64, function: @Sendable (Double, Double) -> Double)] = [
      ("exp", 0x7136_5DA3_7D2C_A94B, { u, v in Numerics.exp((u - 0.5) * 1_400 * v) }),
      ("expm1", 0x8C7E_1F07_BF84_EA29, { u, v in Numerics.expm1((u - 0.5) * 20 * v) }),
      ("log", 0x6CBB_7241_DD54_E644, { u, v in Numerics.log(u * v * 10) }),
      ("log1p", 0x6C98_E714_C2D4_57E2, { u, v in Numerics.log1p(u * 3 - v) }),
      ("logGamma", 0x83DE_175B_3876_77AA, { u, v in Numerics.logGamma(u * 20 * v) }),
      ("normalCDF", 0xF494_2395_BCCB_8969, { u, v in Numerics.normalCDF((u - 0.5) * 60 * v) }),
      ("normalQuantile", 0xEC44_AC70_2F3F_DA22, { u, v in Numerics.normalQuantile(u * v * v) }),
      (
        "unitNormalLoss", 0xCF9A_B630_B37A_F9DE,
        { u, v in Numerics.unitNormalLoss((u - 0.5) * 20 * v) }
      ),
      (
        "gammaQuantile", 0x418A_0BA0_0596_2794,
        { u, v in Numerics.gammaQuantile(u, shape: 0.05 + 300 * v * v) }
      ),
      (
        "betaQuantile", 0x431C_7155_8A74_9281,
        { u, v in Numerics.betaQuantile(u, alpha: 0.05 + 30 * v, beta: 0.1 + 300 * v * v) }
      ),
      (
        "truncated normal", 0x9A56_AA2D_7BC4_2491,
        { u, v in
          TruncatedNormal(parentMean: 12 * (v - 0.5), parentSD: 1, low: 0, high: 2)?
            .quantile(u) ?? 0
        }
      ),
    ]

  @Test("The bits of many results are the recorded ones", arguments: functions)
  func hasRecordedBits(
    row: (name: String, digest: UInt64, function: @Sendable (Double, Double) -> Double)
  ) {
    let rule = LatticeRule(size: .points1024)
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for (u, v) in zip(rule.column(dimension: 0), rule.column(dimension: 1)) {
      digest = (digest ^ row.function(u, v).bitPattern) &* 0x0000_0100_0000_01B3
    }
    #expect(digest == row.digest, "\(row.name): 0x\(String(digest, radix: 16))")
  }
}
