// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation

/// Schemas and test vectors of others, which lie beside the package and never in it.
///
/// A test that needs one is `.enabled(if: Shared.holds("…"), Shared.reason)`.
package enum Shared {
  /// The folder `shared` beside the package.
  package static let folder = URL(filePath: Project.root).deletingLastPathComponent()
    .appending(path: "shared").path

  /// The path of a file of the folder.
  package static func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Whether a file or folder is there.
  package static func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}
