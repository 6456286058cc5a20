// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// Each rule must fire on a planted fault, and must not fire on what is allowed.
struct PlantedFaultTests {
  private static let copyright =
    "// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.\n"

  static let bad: [(rule: LayoutRule, path: String, text: String)] = [
    (.allowedImports, "DecisionModel/A.swift", "import Foundation"),
    (.allowedImports, "DecisionModel/A.swift", "import Diagnostics"),
    (.allowedImports, "Diagnostics/A.swift", "import Glibc"),
    (.allowedImports, "MarkupTree/A.swift", "import DecisionModel"),
    (.allowedImports, "PackReading/A.swift", "import XMLEngine"),
    (.allowedImports, "PackReading/A.swift", "@testable import XMLEngine"),
    (.allowedImports, "DocumentModel/A.swift", "public import MarkupTree"),
    (.allowedImports, "DocumentWriting/A.swift", "import struct Foundation.Date"),
    (.allowedImports, "DecisionAid/A.swift", "import Crypto"),
    (.allowedImports, "DecisionAid/A.swift", "  import ArgumentParser"),
    (.allowedImports, "XMLEngine/A.swift", "import Glibc"),
    (.allowedImports, "decision-aid/A.swift", "import Foundation"),
    (.allowedImports, "NewTarget/A.swift", "let a = 1"),
    (.unsafeCode, "MarkupTree/A.swift", "let a: UnsafePointer<CChar>"),
    (.unsafeCode, "DecisionModel/A.swift", "bytes.withUnsafeBytes { $0 }"),
    (.unsafeCode, "DecisionAid/A.swift", "var a: OpaquePointer?"),
    (.unsafeCode, "DecisionAid/A.swift", "\"\\(unsafeBitCast(a, to: Int.self))\""),
    (.unsafeCode, "DecisionAid/A.swift", "Unmanaged.passRetained(a)"),
    (.unsafeCode, "DocumentModel/A.swift", "import CLibXML2"),
    (.unsafeCode, "decision-aid/Commands/A.swift", "withUnsafePointer(to: a) { $0 }"),
    (.length, "DecisionModel/A.swift", String(repeating: "\n", count: 301)),
    (.force, "DecisionModel/A.swift", "let a = try! b()"),
    (.force, "DecisionModel/A.swift", "let a = b as! C"),
    (.force, "DecisionModel/A.swift", "final class A: @unchecked Sendable {}"),
    (.force, "DecisionModel/A.swift", "fatalError(\"no\")"),
    (.force, "DecisionModel/A.swift", "nonisolated(unsafe) var a = 1"),
    (.copyright, "DecisionModel/A.swift", "import Diagnostics"),
    (.copyright, "DecisionModel/A.swift", "\n" + copyright),
    (.clinicalWords, "DecisionModel/A.swift", "let a = \"Vertebroplasty\""),
    (.clinicalWords, "DocumentModel/A.swift", "let a = \"less pain\" // b"),
    (.clinicalWords, "DocumentModel/A.swift", "let a = \"\"\"\n  A fracture.\n  \"\"\""),
    (.clinicalWords, "DocumentModel/A.swift", "let a = #\"cement\"#"),
    (.clinicalWords, "DocumentModel/A.swift", "let a = \"\\(b ? \"pain\" : \"c\")\""),
    (.clinicalWords, "PackReading/OtherReader.swift", "let a = \"cement\""),
    (.clinicalWords, "decision-aid/A.swift", "let a = \"kyphoplasty\""),
  ]

  @Test(arguments: bad)
  func isFound(rule: LayoutRule, path: String, text: String) {
    #expect(!rule.faults(SourceFile(path: path, text: text)).isEmpty)
  }

  static let good: [(rule: LayoutRule, path: String, text: String)] = [
    (.allowedImports, "DecisionModel/A.swift", "// import Foundation\nlet a = \"import Glibc\""),
    (.allowedImports, "DecisionModel/A.swift", "/* a\nimport Glibc\n*/ let important = 1"),
    (.allowedImports, "XMLEngine/A.swift", "import CLibXML2\nimport Diagnostics"),
    (.allowedImports, "decision-aid/A.swift", "import ArgumentParser\nimport Glibc"),
    (.unsafeCode, "XMLEngine/A.swift", "let a: OpaquePointer"),
    (.unsafeCode, "decision-aid/Files/A.swift", "bytes.withUnsafeBytes { $0 }"),
    (.unsafeCode, "MarkupTree/A.swift", "/// No UnsafePointer here.\nlet a = \"OpaquePointer\""),
    (.length, "DecisionModel/A.swift", String(repeating: "\n", count: 300)),
    (.force, "DecisionModel/A.swift", "/// Never try! or as!\nlet a = \"fatalError(\""),
    (.force, "DecisionModel/A.swift", "let a = try? b() as? C; let c = a != b"),
    (.copyright, "DecisionModel/A.swift", copyright + "\nlet a = 1"),
    (.clinicalWords, "DecisionModel/A.swift", "/// Less pain.\nlet painRelief = \"n\" // cement"),
    (.clinicalWords, "decision-aid/A.swift", "abstract: \"About a painful spine fracture.\""),
    (.clinicalWords, "PackReading/EvidenceReader.swift", "let a = \"cement\""),
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
