// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import SampleSupport
import Testing

/// What a clinic asks for stays with that clinic.
struct OwnPriceTests {
  @Test("Prices of one clinic reach no document of another, nor of a person without own prices")
  func staysApart() throws {
    let own = String(decoding: try Samples.bytes("27-clinic-prices-us"), as: UTF8.self)
    let other = own.replacing("exact=\"3450\"", with: "exact=\"4725\"")
    try #require(other != own)
    let none = own.replacing(/<price [^>]*\/>\s*/, with: "")
    let profiles = [own, other, none, own]
    var together = try Samples.pipeline()
    for profile in profiles {
      var alone = try Samples.pipeline()
      let expected = try alone.generate(Array(profile.utf8), file: "p.xml").files
      let made = try together.generate(Array(profile.utf8), file: "p.xml").files
      #expect(made.map(\.bytes) == expected.map(\.bytes))
    }
  }
}
