// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// Each rule must fire on a planted fault, and must not fire on what is allowed.
struct PlantedFaultTests {
  private static let copyright =
    "// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.\n"

  static let bad: [(rule: LayoutRule, path: String, text: String)] = [
    (.allowedImports, "DecisionAnalysis/A.swift", "import Foundation"),
    (.allowedImports, "DecisionAnalysis/A.swift", "import Markup"),
    (.allowedImports, "Markup/A.swift", "import Glibc"),
    (.allowedImports, "Markup/A.swift", "import DecisionAnalysis"),
    (.allowedImports, "EvidencePack/A.swift", "import Documents"),
    (.allowedImports, "EvidencePack/A.swift", "@testable import Documents"),
    (.allowedImports, "Documents/A.swift", "public import DecisionAid"),
    (.allowedImports, "Documents/A.swift", "import struct Foundation.Date"),
    (.allowedImports, "DecisionAid/A.swift", "import Crypto"),
    (.allowedImports, "DecisionAid/A.swift", "  import ArgumentParser"),
    (.allowedImports, "DecisionAid/A.swift", "import RecordAudit"),
    (.allowedImports, "Interview/A.swift", "import ProblemAnalysis"),
    (.allowedImports, "decision-aid/A.swift", "import Foundation"),
    (.allowedImports, "FileStore/A.swift", "import Documents"),
    (.allowedImports, "AuditLedger/A.swift", "import FileStore"),
    (.allowedImports, "NewTarget/A.swift", "let a = 1"),
    (.unsafeCode, "Markup/Tree/A.swift", "let a: UnsafePointer<CChar>"),
    (.unsafeCode, "DecisionAnalysis/A.swift", "bytes.withUnsafeBytes { $0 }"),
    (.unsafeCode, "DecisionAid/A.swift", "var a: OpaquePointer?"),
    (.unsafeCode, "DecisionAid/A.swift", "\"\\(unsafeBitCast(a, to: Int.self))\""),
    (.unsafeCode, "DecisionAid/A.swift", "Unmanaged.passRetained(a)"),
    (.unsafeCode, "Documents/A.swift", "import CLibXML2"),
    (.unsafeCode, "decision-aid/A.swift", "import CSystemCalls"),
    (.unsafeCode, "decision-aid/Commands/A.swift", "withUnsafePointer(to: a) { $0 }"),
    (.length, "DecisionAnalysis/A.swift", String(repeating: "\n", count: 401)),
    (.force, "DecisionAnalysis/A.swift", "let a = try! b()"),
    (.force, "DecisionAnalysis/A.swift", "let a = b as! C"),
    (.force, "DecisionAnalysis/A.swift", "final class A: @unchecked Sendable {}"),
    (.force, "DecisionAnalysis/A.swift", "fatalError(\"no\")"),
    (.force, "DecisionAnalysis/A.swift", "nonisolated(unsafe) var a = 1"),
    (.copyright, "DecisionAnalysis/A.swift", "import Markup"),
    (.copyright, "DecisionAnalysis/A.swift", "\n" + copyright),
    (.clinicalWords, "DecisionAnalysis/A.swift", "let a = \"Vertebroplasty\""),
    (.clinicalWords, "Documents/A.swift", "let a = \"less pain\" // b"),
    (.clinicalWords, "Documents/A.swift", "let a = \"\"\"\n  A fracture.\n  \"\"\""),
    (.clinicalWords, "Documents/A.swift", "let a = #\"cement\"#"),
    (.clinicalWords, "Documents/A.swift", "let a = \"\\(b ? \"pain\" : \"c\")\""),
    (.clinicalWords, "EvidencePack/OtherReader.swift", "let a = \"cement\""),
    (.clinicalWords, "decision-aid/A.swift", "let a = \"kyphoplasty\""),
  ]

  @Test(arguments: bad)
  func isFound(rule: LayoutRule, path: String, text: String) {
    #expect(!rule.faults(SourceFile(path: path, text: text)).isEmpty)
  }

  static let good: [(rule: LayoutRule, path: String, text: String)] = [
    (.allowedImports, "DecisionAnalysis/A.swift", "// import Foundation\nlet a = \"import Glibc\""),
    (.allowedImports, "DecisionAnalysis/A.swift", "/* a\nimport Glibc\n*/ let important = 1"),
    (.allowedImports, "Markup/A.swift", "import CLibXML2\nimport CEmbeddedFiles"),
    (.allowedImports, "decision-aid/A.swift", "import ArgumentParser\nimport Glibc"),
    (.unsafeCode, "Markup/XML/A.swift", "let a: OpaquePointer"),
    (.unsafeCode, "FileStore/A.swift", "bytes.withUnsafeBytes { $0 }"),
    (.unsafeCode, "Markup/Tree/A.swift", "/// No UnsafePointer here.\nlet a = \"OpaquePointer\""),
    (.length, "DecisionAnalysis/A.swift", String(repeating: "\n", count: 400)),
    (.force, "DecisionAnalysis/A.swift", "/// Never try! or as!\nlet a = \"fatalError(\""),
    (.force, "DecisionAnalysis/A.swift", "let a = try? b() as? C; let c = a != b"),
    (.copyright, "DecisionAnalysis/A.swift", copyright + "\nlet a = 1"),
    (
      .clinicalWords, "DecisionAnalysis/A.swift", "/// Less pain.\nlet painRelief = \"n\" // cement"
    ),
    (.clinicalWords, "decision-aid/A.swift", "abstract: \"About a painful spine fracture.\""),
    (.clinicalWords, "EvidencePack/Evidence/EvidenceOption.swift", "let a = \"cement\""),
  ]

  @Test(arguments: good)
  func isNotSeenWhereThereIsNone(rule: LayoutRule, path: String, text: String) {
    #expect(rule.faults(SourceFile(path: path, text: text)) == [])
  }

  @Test(arguments: LayoutRule.all)
  func isTriedForEveryRule(rule: LayoutRule) {
    #expect(Self.bad.contains { $0.rule.name == rule.name })
    #expect(Self.good.contains { $0.rule.name == rule.name })
  }

  @Test func isFoundAtTheTop() {
    let entries = ["Package.swift", "Sources", ".git", "notes.md", "scripts", "Package.resolved"]
    #expect(LayoutRule.strangers(entries) == ["notes.md", "scripts"])
  }
}
