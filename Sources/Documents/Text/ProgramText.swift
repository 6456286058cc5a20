// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A text that the program uses itself: an id of the text catalogue, followed by its parameters.
///
/// The wording stands in the catalogue under `phrase.` and the id.
public protocol ProgramText: Sendable, Hashable, CaseIterable, RawRepresentable
where RawValue == String {}

extension ProgramText {
  /// The id in the text catalogue.
  public var id: String {
    "phrase." + (rawValue.split(separator: " ").first ?? "")
  }

  /// The parameters that the text must take.
  public var parameters: [String] {
    rawValue.split(separator: " ").dropFirst().map(String.init)
  }
}
