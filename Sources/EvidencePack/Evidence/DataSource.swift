// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A study, guideline or page that a number or a statement comes from.
public struct DataSource: Sendable, Equatable {
  /// The id that numbers refer to.
  public var id: String
  /// A short name, for a list that a patient reads.
  public var short: String
  /// Authors, title or short name, journal, year, as far as they were seen.
  public var citation: String
  /// The DOI, or nil when none was seen.
  public var doi: String?
  /// The PubMed number, or nil when none was seen.
  public var pmid: String?
  /// How much of it was read.
  public var read: String
  /// Who paid for it, or nil: not stated.
  public var sponsor: String?
}

extension DataSource {
  /// Reads a source.
  init(_ element: MarkupElement) {
    self.init(
      id: element.attribute("id") ?? "", short: element.attribute("short") ?? "",
      citation: element.attribute("citation") ?? "",
      doi: element.attribute("doi"), pmid: element.attribute("pmid"),
      read: element.attribute("read") ?? "", sponsor: element.attribute("sponsor"))
  }
}
