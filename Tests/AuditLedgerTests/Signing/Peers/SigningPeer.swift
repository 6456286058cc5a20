// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

@testable import AuditLedger

/// Runs a program of other people: Java shares no code with this one, `signxml` brings a libxml2 of
/// its own, and `xmlsec1` uses the same libxml2 as we do.
struct SigningPeer {
  /// How it ended.
  let status: Int32
  /// What it printed on both streams.
  let text: String

  /// Runs a program by its arguments; one that is missing fails the test.
  init(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    try #require(status != 127, "\(arguments[0]) is missing: run Tests/run-all")
  }

  /// A tool of the tests.
  static func tool(_ name: String) -> String { "\(Project.root)/Tests/Tools/\(name)" }

  /// The Python of the environment that `Tests/run-all` makes.
  static let python = "\(Project.root)/.build/test-venv/bin/python"
}

/// A folder with a signed record, its certificate and its key, which goes when the test ends.
final class SignedFolder {
  let path: String
  let record: [UInt8]

  init() throws {
    path = "/tmp/sda-sign-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let identity = try SigningSample.signer.get()
    record = try XMLSignature.signed(SigningSample.record(), by: identity)
    try write("record.xml", record)
    try write("certificate.pem", Array(identity.certificate.pem.utf8))
    try write("key.pem", Array(identity.keyPEM.utf8))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  /// Places of single bytes without what the signature says about its key.
  ///
  /// A peer with a pinned key does not read that part, and the signature does not cover it: a
  /// change there changes nothing that was signed. Our verifier refuses it all the same.
  ///
  /// - Parameters:
  ///   - count: about how many are spread over the whole record.
  ///   - step: every how many bytes of the signature there is one more.
  func places(_ count: Int, signatureStep step: Int) throws -> [Int] {
    let (signature, keyInfo) = try SigningSample.places(record)
    let all = stride(from: 0, to: record.count, by: max(1, record.count / count))
    let dense = stride(from: signature.lowerBound, to: signature.upperBound, by: step)
    return Set(all).union(dense).subtracting(keyInfo).sorted()
  }
}
