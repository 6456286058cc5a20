// swift-tools-version: 6.2
// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import PackageDescription

/// Every Swift target: language mode 6, every warning an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "SpineDecisionAid",
  products: [
    .executable(name: "decision-aid", targets: ["decision-aid"]),
    .library(name: "DecisionAid", targets: ["DecisionAid"]),
    .library(name: "DecisionModel", targets: ["DecisionModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Layer 0
    .target(name: "Diagnostics", swiftSettings: strict),
    // Layer 1
    .target(name: "DecisionModel", swiftSettings: strict),
    .target(name: "MarkupTree", dependencies: ["Diagnostics"], swiftSettings: strict),
    // Layer 2. The only C: the wrapper over the system's libxml2, and the embedded bytes.
    .systemLibrary(
      name: "CSystemLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CSystemLibXML2"]),
    .target(
      name: "XMLEngine", dependencies: ["CLibXML2", "MarkupTree", "Diagnostics"],
      swiftSettings: strict),
    .target(name: "CEvidencePacks"),
    .target(
      name: "EvidencePacks", dependencies: ["CEvidencePacks"],
      exclude: ["checklists", "schemas", "styles", "vertebral-fracture"], swiftSettings: strict),
    .target(
      name: "PackReading", dependencies: ["MarkupTree", "Diagnostics", "DecisionModel"],
      swiftSettings: strict),
    .target(
      name: "DocumentModel", dependencies: ["DecisionModel", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "DocumentWriting", dependencies: ["DocumentModel", "DecisionModel", "MarkupTree"],
      swiftSettings: strict),
    .target(
      name: "RecordReading",
      dependencies: ["MarkupTree", "Diagnostics", "DecisionModel", "DocumentModel"],
      swiftSettings: strict),
    // Layer 3
    .target(
      name: "DecisionAid",
      dependencies: [
        "Diagnostics", "MarkupTree", "XMLEngine", "DecisionModel", "EvidencePacks", "PackReading",
        "DocumentModel", "DocumentWriting", "RecordReading",
      ],
      swiftSettings: strict),
    .target(
      name: "AuditLedger",
      dependencies: [
        "Diagnostics", "MarkupTree", "XMLEngine",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: strict),
    // Layer 4
    .executableTarget(
      name: "decision-aid",
      dependencies: [
        "AuditLedger", "DecisionAid", "DecisionModel", "DocumentModel", "Diagnostics",
        "EvidencePacks", "MarkupTree", "XMLEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // Tests. The executable is driven by the benchmarks of the simulation and by nothing else.
    .executableTarget(
      name: "simulation-benchmark", dependencies: ["DecisionModel"],
      path: "Tests/Benchmarks/SimulationBenchmark", swiftSettings: strict),
    .testTarget(
      name: "DecisionModelTests", dependencies: ["DecisionModel"], exclude: ["Oracles"],
      swiftSettings: strict),
    .testTarget(
      name: "XMLEngineTests", dependencies: ["XMLEngine", "MarkupTree", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "PackReadingTests",
      dependencies: [
        "PackReading", "DecisionAid", "DecisionModel", "EvidencePacks", "MarkupTree", "XMLEngine",
        "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(
      name: "DecisionAidTests",
      dependencies: [
        "DecisionAid", "DocumentModel", "DocumentWriting", "DecisionModel", "PackReading",
        "RecordReading", "EvidencePacks", "MarkupTree", "XMLEngine", "Diagnostics",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(
      name: "AuditLedgerTests",
      dependencies: [
        "AuditLedger", "MarkupTree", "XMLEngine", "Diagnostics", "EvidencePacks", "RecordReading",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["decision-aid"], swiftSettings: strict),
    .testTarget(name: "LayoutTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
