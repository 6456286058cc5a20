// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport

/// A file of the package as text.
struct SourceFile: Sendable {
  /// The path inside `Sources`, such as `Markup/XML/XMLReader.swift`.
  let path: String
  /// The text.
  let text: String

  /// The target that the file belongs to.
  var target: String { String(path.prefix { $0 != "/" }) }

  /// The folder of the package.
  static let root = URL(filePath: Project.root)

  /// The Swift files of a folder of the package, in order.
  static func all(in folder: String = "Sources") throws -> [SourceFile] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: base.path(percentEncoded: false))
    return try (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
      .sorted().map { path in
        SourceFile(
          path: path,
          text: try String(contentsOf: base.appending(path: path), encoding: .utf8))
      }
  }
}
