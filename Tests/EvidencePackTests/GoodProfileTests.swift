// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import SampleSupport
import Synchronization
import TestSupport
import Testing

struct GoodProfileTests {
  private static let files =
    Project.files(in: "Profiles").map { "Profiles/\($0)" }
    + Project.files(in: "Profiles/Template").map { "Profiles/Template/\($0)" }

  @Test(arguments: files)
  func isAccepted(path: String) throws {
    let read = try TestPack.pipeline().read(Project.bytes(path), file: path)
    #expect(read.warnings == [])
    #expect(read.profile.id == read.tree.attribute("id"))
    let setting = read.profile.setting
    let analysis = try PersonAnalysis(
      pack: try TestPack.pack(), profile: read.profile,
      prepared: try Self.prepared(setting))
    #expect(analysis.suitability.map(\.alternative) == ["vertebroplasty", "kyphoplasty", "care"])
  }

  /// What was prepared before, by region: the same for all profiles without prices of their own.
  private static let regions = Mutex<[String: PreparedDecision]>([:])

  private static func prepared(_ setting: CareSetting) throws -> PreparedDecision {
    let kept = setting.prices.isEmpty ? regions.withLock { $0[setting.region] } : nil
    if let kept { return kept }
    let made = try PreparedDecision(
      pack: try TestPack.pack(), region: setting.region, prices: setting.prices)
    if setting.prices.isEmpty { regions.withLock { $0[setting.region] = made } }
    return made
  }

  @Test("Weights that are not those of the list are a fault, not an answer that was not asked")
  func weightsOfAnotherListAreAFault() throws {
    let path = try #require(Self.files.first { $0.contains("01-swing-us") })
    var profile = try TestPack.pipeline().read(Project.bytes(path), file: path).profile
    profile.preferences.weights = try .equal(criteria: ["cost", "cement-leak"])
    #expect(throws: AnalysisError.self) {
      try PersonAnalysis(
        pack: TestPack.pack(), profile: profile, prepared: Self.prepared(profile.setting))
    }
    profile.preferences.weights = nil
    profile.preferences.criteria = ["cost", "no-such-criterion"]
    #expect(throws: AnalysisError.self) {
      try PersonAnalysis(
        pack: TestPack.pack(), profile: profile, prepared: Self.prepared(profile.setting))
    }
  }

  @Test func areManyAndDifferent() throws {
    let pipeline = try TestPack.pipeline()
    let ids = try Self.files.map { try pipeline.read(Project.bytes($0), file: $0).profile.id }
    #expect(Self.files.count >= 40)
    #expect(Set(ids).count == ids.count)
  }
}
