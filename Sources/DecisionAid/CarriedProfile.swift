// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// A profile of an earlier pack, written anew for the pack of today.
public struct CarriedProfile: Sendable {
  /// The bytes of the new profile.
  public let bytes: [UInt8]
  /// What was done with the answers, and what is to be asked again: one line each.
  public let lines: [String]

  /// Carries the answers of a profile.
  ///
  /// - Throws: `PipelineFailure` with every mistake of the profile, or when it does not answer an
  ///   earlier list.
  public init(_ given: [UInt8], file: String, pack: PreparedPack) throws(PipelineFailure) {
    let schema = try Schemas.compile("preference-profile")
    let root: MarkupElement
    let problems: [Diagnostic]
    do throws(XMLError) {
      (root, problems) = try XMLReader().read(
        given, file: file, limit: XMLReader.profileLimit, schema: schema)
    } catch {
      throw .notReadable(error.diagnostics(file: file))
    }
    if !problems.isEmpty { throw .refused(problems) }
    let (carried, diagnostics) = AnswerCarrying(to: pack.pack).carry(root, file: file)
    guard let carried else { throw .refused(diagnostics.sorted) }
    bytes = IndentedXML.bytes(of: carried.profile)
    var lines = [
      carried.hasAnswers
        ? "the answers were carried from pack \(carried.from)."
        : "an order cannot be carried: ask again what matters to this person."
    ]
    if !carried.askAgain.isEmpty {
      lines.append(
        "ask again first, since the meaning widened: \(carried.askAgain.joined(separator: ", ")).")
    }
    if !carried.dropped.isEmpty {
      lines.append(
        "not on the list any more: "
          + carried.dropped.map(\.criterion).joined(separator: ", ")
          + "; ask the feelings and the new questions in their place.")
    }
    self.lines = lines
  }
}
