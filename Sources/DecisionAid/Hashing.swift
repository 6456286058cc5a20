// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// How digests are made: passed in, so that the pipeline itself needs no cryptography.
public struct Hashing: Sendable {
  /// The SHA-256 of bytes: 32 bytes.
  public let sha256: @Sendable ([UInt8]) -> [UInt8]

  /// A way to make digests.
  public init(sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.sha256 = sha256 }

  /// The SHA-256 of bytes in hexadecimal.
  public func hexadecimal(_ bytes: [UInt8]) -> String { Hexadecimal.text(sha256(bytes)) }

  /// The SHA-256 of bytes in base64 (RFC 4648), as content security policies write it.
  public func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let digest = sha256(bytes)
    var text: [UInt8] = []
    for start in stride(from: 0, to: digest.count, by: 3) {
      let part = digest[start..<min(start + 3, digest.count)]
      var group = 0
      for index in 0..<3 {
        group = group << 8 | (index < part.count ? Int(part[start + index]) : 0)
      }
      for index in 0..<4 {
        let isPadding = index > part.count
        text.append(isPadding ? 0x3D : alphabet[group >> (18 - 6 * index) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
