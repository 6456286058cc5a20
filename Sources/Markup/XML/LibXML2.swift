// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CLibXML2

/// What libxml2 reported: a line, a code and a message that may quote values.
struct LibXML2Issue {
  var line: Int
  var code: Int
  var message: String
}

/// The one-time preparation of libxml2, and the door through which its messages come.
enum LibXML2 {
  private static let prepared: Void = sda_initialize()

  /// Prepares libxml2 once for the whole process.
  static func prepare() { _ = prepared }

  /// Runs a call into C that reports issues, and returns what it reported.
  static func collectingIssues<Result>(
    _ body: (sda_issue, UnsafeMutableRawPointer) -> Result
  ) -> (result: Result, issues: [LibXML2Issue]) {
    var issues: [LibXML2Issue] = []
    let result = withUnsafeMutablePointer(to: &issues) { pointer in
      body(
        { context, line, code, message in
          guard let context else { return }
          context.assumingMemoryBound(to: [LibXML2Issue].self).pointee.append(
            LibXML2Issue(
              line: Int(line), code: Int(code),
              message: message.map { String(cString: $0) } ?? ""))
        }, UnsafeMutableRawPointer(pointer))
    }
    return (result, issues)
  }
}

/// Why XML could not be used.
public enum XMLError: Error, Sendable, Equatable {
  /// The bytes are not XML that we accept.
  case notReadable([Diagnostic])
  /// A schema of ours does not compile: a fault of the program.
  case schemaUnusable([Diagnostic])
  /// libxml2 could not make the canonical form: a fault of the program.
  case noCanonicalForm
}
