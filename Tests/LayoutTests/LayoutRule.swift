// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// A rule that one file of `Sources` must follow; what is wrong is returned in words.
struct LayoutRule: Sendable, CustomTestStringConvertible {
  let name: String
  let faults: @Sendable (SourceFile) -> [String]

  var testDescription: String { name }

  /// What each target may import (DecisionAid.docc/Pipeline.md, "Layers").
  static let imports: [String: Set<String>] = [
    "Markup": ["CLibXML2", "CEmbeddedFiles"], "DecisionAnalysis": [],
    "EvidencePack": ["Markup", "DecisionAnalysis"],
    "Documents": ["EvidencePack", "DecisionAnalysis", "Markup"],
    "DecisionAid": documents, "Interview": pipeline, "ProblemAnalysis": pipeline,
    "RecordAudit": pipeline,
    "AuditLedger": [
      "Markup", "GRDB", "Crypto", "X509", "SwiftASN1", "Foundation", "Glibc", "Synchronization",
    ],
    "FileStore": [
      "CSystemCalls", "AuditLedger", "Markup", "Crypto", "Subprocess", "SystemPackage", "Glibc",
      "Synchronization",
    ],
    "decision-aid": pipeline.union([
      "FileStore", "AuditLedger", "Interview", "ProblemAnalysis", "RecordAudit", "ArgumentParser",
      "Crypto", "Glibc", "Synchronization",
    ]),
  ]

  /// What stands below the pipeline.
  private static let documents: Set<String> = [
    "Documents", "EvidencePack", "DecisionAnalysis", "Markup",
  ]
  /// The pipeline, and what stands below it.
  private static let pipeline = documents.union(["DecisionAid"])

  /// The modules that a file imports.
  private static func imported(_ code: String) -> [String] {
    code.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ word in
          word.hasPrefix("@") || ["public", "internal", "private", "package"].contains(word)
        })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "var", "let", "typealias"]
      return words[(place + 1)...].first { !kinds.contains($0) }
        .map { String($0.prefix { $0 != "." }) }
    }
  }

  static let allowedImports = LayoutRule(name: "imports only what stands below") { file in
    guard let allowed = imports[file.target] else { return ["the target is not agreed"] }
    return imported(SwiftText(file.text).code).filter { !allowed.contains($0) }
      .map { "imports \($0)" }
  }

  /// Where C and unsafe code may stand.
  private static let rooms = ["Markup/XML/", "Markup/Embedded/", "FileStore/"]

  static let unsafeCode = LayoutRule(name: "keeps C and unsafe code in its rooms") { file in
    if rooms.contains(where: { file.path.hasPrefix($0) }) { return [] }
    let code = SwiftText(file.text).code
    let marks = ["Unsafe", "withUnsafe", "OpaquePointer", "unsafeBitCast", "Unmanaged", "@_"]
    return marks.filter { code.contains($0) }.map { "holds \($0)" }
      + imported(code).filter { ["CLibXML2", "CEmbeddedFiles", "CSystemCalls"].contains($0) }
      .map { "imports \($0)" }
  }

  static let length = LayoutRule(name: "has at most 400 lines") { file in
    let count = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    return count > 401 ? ["has \(count - 1) lines"] : []
  }

  static let force = LayoutRule(name: "forces nothing and hides nothing from the compiler") {
    file in
    let code = SwiftText(file.text).code
    return [
      "try!", "as!", "@unchecked", "fatalError(", "nonisolated(unsafe)", "preconditionFailure(",
    ]
    .filter { code.contains($0) }.map { "holds \($0)" }
  }

  static let copyright = LayoutRule(name: "begins with the copyright line") { file in
    file.text.hasPrefix(
      "// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.\n")
      ? [] : ["lacks the line"]
  }

  /// Words that belong to the pack and its texts.
  private static let clinical = [
    "plasty", "cement", "pain", "fracture", "vertebra", "spine bone", "spinal", "osteopor",
    "balloon", "kypho", "surgery", "surgeon", "cancer", "infection", "needle",
  ]

  /// Strings that name a file or an id of the pack, agreed one by one.
  static let agreed: [String: [String]] = [
    "Markup/Embedded/EmbeddedFiles.swift": ["vertebral-fracture"],
    "EvidencePack/Evidence/EvidenceOption.swift": ["cement"],
    "Documents/Text/Phrase.swift": ["row-cement"],
  ]

  static let clinicalWords = LayoutRule(name: "says nothing clinical") { file in
    SwiftText(file.text).strings.filter { string in
      let isHelp = file.target == "decision-aid" && string.text.contains(" ")
      let isAgreed = agreed[file.path]?.contains(string.text) == true
      return !isHelp && !isAgreed && clinical.contains { string.text.lowercased().contains($0) }
    }.map { "line \($0.line) says \"\($0.text)\"" }
  }

  static let all = [allowedImports, unsafeCode, length, force, copyright, clinicalWords]

  /// What may stand at the top of the package, besides hidden files.
  static let topLevel: Set<String> = [
    "Package.swift", "Sources", "Tests", "Profiles", "Output", "README.md", "LICENSE",
  ]

  /// The entries of the top level that are not agreed; the resolved versions stay on the machine.
  static func strangers(_ entries: [String]) -> [String] {
    entries.filter { !$0.hasPrefix(".") && !topLevel.contains($0) && $0 != "Package.resolved" }
  }
}
