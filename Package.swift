// swift-tools-version: 6.2
// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import PackageDescription

/// Every Swift target: language mode 6, every warning an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// What a test of a target from the pack upwards sees of the program, besides that target.
let aboveThePack: [Target.Dependency] = [
  "DecisionAid", "Documents", "EvidencePack", "DecisionAnalysis", "Markup",
]

let package = Package(
  name: "SpineDecisionAid",
  products: [
    .executable(name: "decision-aid", targets: ["decision-aid"]),
    .library(name: "DecisionAid", targets: ["DecisionAid"]),
    .library(name: "DecisionAnalysis", targets: ["DecisionAnalysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // Without its trait for Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    // Layer 1. The only C: the wrapper over the system's libxml2, and the embedded bytes.
    .systemLibrary(
      name: "CSystemLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CSystemLibXML2"]),
    .target(name: "CEmbeddedFiles"),
    .target(
      name: "Markup", dependencies: ["CLibXML2", "CEmbeddedFiles"], swiftSettings: strict),
    .target(name: "DecisionAnalysis", swiftSettings: strict),
    // Layer 2
    .target(
      name: "EvidencePack", dependencies: ["Markup", "DecisionAnalysis"],
      exclude: ["checklists", "schemas", "styles", "vertebral-fracture"], swiftSettings: strict),
    .target(
      name: "Documents", dependencies: ["EvidencePack", "DecisionAnalysis", "Markup"],
      swiftSettings: strict),
    // Layer 3
    .target(
      name: "DecisionAid",
      dependencies: ["Documents", "EvidencePack", "DecisionAnalysis", "Markup"],
      swiftSettings: strict),
    .target(
      name: "Interview",
      dependencies: ["DecisionAid", "Documents", "EvidencePack", "DecisionAnalysis", "Markup"],
      swiftSettings: strict),
    .target(
      name: "ProblemAnalysis",
      dependencies: ["DecisionAid", "Documents", "EvidencePack", "DecisionAnalysis", "Markup"],
      swiftSettings: strict),
    .target(
      name: "RecordAudit",
      dependencies: ["DecisionAid", "Documents", "EvidencePack", "DecisionAnalysis", "Markup"],
      swiftSettings: strict),
    .target(
      name: "AuditLedger",
      dependencies: [
        "Markup",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: strict),
    .target(name: "CSystemCalls"),
    .target(
      name: "FileStore",
      dependencies: [
        "CSystemCalls", "AuditLedger", "Markup",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // Layer 4
    .executableTarget(
      name: "decision-aid",
      dependencies: [
        "FileStore", "AuditLedger", "DecisionAid", "Interview", "ProblemAnalysis", "RecordAudit",
        "Documents", "EvidencePack", "DecisionAnalysis", "Markup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // Tests. The executable is driven by the benchmarks of the simulation and by nothing else.
    .executableTarget(
      name: "simulation-benchmark", dependencies: ["DecisionAnalysis"],
      path: "Tests/Benchmarks/SimulationBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "answers-benchmark", dependencies: ["DecisionAid", "DecisionAnalysis", "EvidencePack"],
      path: "Tests/Benchmarks/AnswersBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "ledger-benchmark", dependencies: ["AuditLedger", "Markup"],
      path: "Tests/Benchmarks/LedgerBenchmark", swiftSettings: strict),
    // What tests share: places, folders, seeds and the size of batteries; and the samples with their
    // pack, for the tests of everything from the pack upwards.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "SampleSupport",
      dependencies: [
        "TestSupport", "DecisionAid", "Documents", "EvidencePack", "Markup",
        .product(name: "Crypto", package: "swift-crypto"),
      ], path: "Tests/SampleSupport", swiftSettings: strict),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DecisionAnalysisTests", dependencies: ["DecisionAnalysis", "TestSupport"],
      exclude: ["Oracles"], swiftSettings: strict),
    .testTarget(
      name: "EvidencePackTests", dependencies: aboveThePack + ["SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: aboveThePack + ["SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DecisionAidTests", dependencies: aboveThePack + ["SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InterviewTests",
      dependencies: aboveThePack + ["Interview", "SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ProblemAnalysisTests",
      dependencies: aboveThePack + ["ProblemAnalysis", "SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordAuditTests",
      dependencies: aboveThePack + ["RecordAudit", "SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditLedgerTests",
      dependencies: [
        "AuditLedger", "Documents", "Markup", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(
      name: "FileStoreTests", dependencies: ["FileStore", "AuditLedger", "Markup", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["decision-aid", "SampleSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "LayoutTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
