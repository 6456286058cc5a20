// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Testing

struct GoodProfileTests {
  private static let files =
    TestPack.files(in: "Profiles").map { "Profiles/\($0)" }
    + TestPack.files(in: "Profiles/Template").map { "Profiles/Template/\($0)" }

  @Test(arguments: files)
  func isAccepted(path: String) throws {
    let read = try TestPack.pipeline().read(TestPack.bytes(path), file: path)
    #expect(read.warnings == [])
    #expect(read.profile.id == read.tree.attribute("id"))
    let setting = read.profile.setting
    let analysis = try PersonAnalysis(
      pack: try TestPack.pack(), profile: read.profile,
      prepared: try Self.prepared(setting))
    #expect(analysis.suitability.map(\.alternative) == ["vertebroplasty", "kyphoplasty", "care"])
  }

  private static let pack = TestPack.embedded.flatMap { try? $0.preparingAllRegions() }

  private static func prepared(_ setting: CareSetting) throws -> PreparedDecision {
    if setting.prices.isEmpty { return try #require(pack?.decisions[setting.region]) }
    return try PreparedDecision(
      pack: try TestPack.pack(), region: setting.region, prices: setting.prices)
  }

  @Test func areManyAndDifferent() throws {
    let pipeline = try TestPack.pipeline()
    let ids = try Self.files.map { try pipeline.read(TestPack.bytes($0), file: $0).profile.id }
    #expect(Self.files.count >= 40)
    #expect(Set(ids).count == ids.count)
  }
}
