// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A use of a text: its id, the parameters that are filled in, and where it is used.
public struct TextRequirement: Sendable, Equatable {
  /// The id of the text.
  public var id: TextID
  /// The parameters that are filled in.
  public var parameters: [String]
  /// Where it is used.
  public var location: SourceLocation

  /// A use from its parts.
  public init(id: TextID, parameters: [String], location: SourceLocation) {
    self.id = id
    self.parameters = parameters
    self.location = location
  }
}
