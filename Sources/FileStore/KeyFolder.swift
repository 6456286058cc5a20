// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc
import Markup

/// The folder that holds a signing key and its certificate.
package struct KeyFolder: Sendable {
  /// The name of the file with the key, a secret.
  package static let keyName = "signing-key.pem"
  /// The name of the file with the certificate.
  package static let certificateName = "signing-certificate.pem"
  /// The largest file of either kind, in bytes: room for a long chain.
  private static let limit = 1 << 20

  /// The path as the user gave it, without slashes at its end.
  package let path: String

  /// A folder by its path; nothing is looked at yet.
  package init(_ path: String) {
    var path = path[...]
    // Behind a slash the system would follow a symbolic link.
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = String(path)
  }

  /// The path of the key.
  package var keyPath: String { "\(path)/\(Self.keyName)" }
  /// The path of the certificate.
  package var certificatePath: String { "\(path)/\(Self.certificateName)" }

  /// Reads the certificate.
  ///
  /// Throws an error of the kind `inputMissing` or `inputNotReadable`; one with the diagnostic of a
  /// `KeyFault` is of the latter.
  package func certificate() throws(FileError) -> SigningCertificate {
    let bytes = try InputFiles.read(certificatePath, limit: Self.limit)
    do throws(KeyFault) { return try SigningCertificate(pem: bytes) } catch {
      throw Self.failure(error, certificatePath)
    }
  }

  /// Reads the key and its certificate.
  ///
  /// Throws as `certificate` does.
  package func identity() throws(FileError) -> SigningIdentity {
    let certificate = try InputFiles.read(certificatePath, limit: Self.limit)
    _ = try self.certificate()
    let key = try InputFiles.read(keyPath, limit: Self.limit)
    do throws(KeyFault) {
      return try SigningIdentity(keyPEM: key, certificatePEM: certificate)
    } catch {
      throw Self.failure(error, keyPath)
    }
  }

  /// Whether the folder has something with the name of the key.
  package var hasKey: Bool {
    var status = stat()
    return lstat(keyPath, &status) == 0
  }

  /// What a person should know: others can read the key.
  package var warnings: [Diagnostic] {
    var status = stat()
    guard stat(keyPath, &status) == 0, status.st_mode & 0o077 != 0 else { return [] }
    return [
      Diagnostic(
        .warning, "keys.open", at: SourceLocation(file: keyPath),
        "Other users of this machine can read or change the signing key.",
        advice: "Close it with: chmod 600. If anyone may have read it, make a new one.")
    ]
  }

  private static func failure(_ fault: KeyFault, _ path: String) -> FileError {
    FileError(.inputNotReadable, fault.diagnostic(file: path))
  }
}
