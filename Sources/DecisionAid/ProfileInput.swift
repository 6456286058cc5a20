// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// A profile that was read and checked against a pack.
public struct GivenProfile: Sendable {
  /// The profile.
  public var profile: PreferenceProfile
  /// The profile as it was given.
  public let tree: MarkupElement
  /// The name of its file, for messages.
  public let file: String
  /// What its author should look at.
  public let warnings: [Diagnostic]
}

/// Reads profiles for a pack: parse, validate, decode.
struct ProfileInput {
  private let pack: EvidencePack
  private let reader = XMLReader()
  private let schema: XMLSchema
  private let decoding: ProfileReader

  /// - Throws: `PipelineFailure.selfCheckFailed` when the embedded schema does not compile.
  init(pack: PreparedPack) throws(PipelineFailure) {
    self.pack = pack.pack
    schema = try Schemas.compile("preference-profile")
    decoding = ProfileReader(
      pack: pack.pack, languages: pack.wordings.map(\.catalogue.language))
  }

  /// Reads a profile.
  ///
  /// - Parameter day: the last day on which weights can have been asked, or nil: any.
  /// - Throws: `PipelineFailure` with every mistake of the profile.
  func read(
    _ bytes: [UInt8], file: String, askedUntil day: CalendarDay?
  ) throws(PipelineFailure) -> GivenProfile {
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try reader.read(
        bytes, file: file, limit: XMLReader.profileLimit, schema: schema)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .refused(problems.map { named($0, in: root) }) }
    let (profile, diagnostics) = decoding.read(root, file: file, askedUntil: day)
    if diagnostics.hasErrors { throw .refused(diagnostics.sorted) }
    return GivenProfile(
      profile: profile, tree: root, file: file, warnings: diagnostics.sorted)
  }

  /// A problem with the criterion or fact that its element is about, where the pack knows it: the
  /// schema's message names the element only.
  private func named(_ problem: Diagnostic, in root: MarkupElement) -> Diagnostic {
    func find(_ element: MarkupElement) -> String? {
      if element.line == problem.location.line {
        if let id = element.attribute("criterion"), pack.criterion(id) != nil { return id }
        if let id = element.attribute("id"), pack.eligibility.fact(id) != nil { return id }
      }
      for child in element.elements {
        if let id = find(child) { return id }
      }
      return nil
    }
    guard let id = find(root) else { return problem }
    var problem = problem
    problem.problem += " It is about \(id)."
    return problem
  }
}
