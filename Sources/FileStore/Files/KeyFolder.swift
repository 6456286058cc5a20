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

extension KeyFolder {
  /// Writes a new key and its certificate, readable by the user only.
  ///
  /// The folder is made if it is missing (mode 0700). Both files appear whole or neither does, and
  /// nothing is ever replaced.
  ///
  /// Throws `outputInTheWay` when one of the files exists; otherwise `outputNotWritable`, or
  /// `outputNotDurable` when the disk did not confirm the names.
  package func write(_ identity: SigningIdentity) throws(FileError) {
    let folder = try opened()
    let number = folder.number
    let files = [
      (AtomicFile(Self.keyName), identity.keyPEM),
      (AtomicFile(Self.certificateName), identity.certificate.pem),
    ]
    for (file, _) in files { try checkFree(file.name, in: number) }
    var named: [AtomicFile] = []
    do throws(FileError) {
      for (file, text) in files {
        try reporting(file.name) { () throws(SystemFault) in
          try file.write(Array(text.utf8), in: number)
        }
      }
      for (file, _) in files {
        try reporting(file.name) { () throws(SystemFault) in
          try file.publish(in: number, replacing: false)
        }
        named.append(file)
      }
    } catch {
      for (file, _) in files { file.remove(in: number) }
      // A key whose certificate is missing is of no use to anyone.
      for file in named { _ = unlinkat(number, file.name, 0) }
      throw error
    }
    do throws(SystemFault) { try folder.synchronize() } catch {
      throw FileError(
        .outputNotDurable, "output.notDurable", at: path, "The disk did not confirm the keys",
        error)
    }
  }

  private func opened() throws(FileError) -> Descriptor {
    do throws(SystemFault) {
      return try Descriptor(makingDirectory: path)
    } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: path.isEmpty ? "(empty path)" : path,
        "The folder of the keys cannot be opened or made", error)
    }
  }

  private func checkFree(_ name: String, in folder: Int32) throws(FileError) {
    try reporting(name) { () throws(SystemFault) in
      var found = stat()
      if fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 { throw SystemFault(EEXIST) }
      if errno != ENOENT { throw .last }
    }
  }

  private func reporting(
    _ name: String, _ body: () throws(SystemFault) -> Void
  ) throws(FileError) {
    do throws(SystemFault) { try body() } catch {
      if error.code == EEXIST {
        throw FileError(
          .outputInTheWay, "keys.exists", at: "\(path)/\(name)",
          "Keys are never replaced, and a file of that name is already there.",
          advice: "Name another folder. Keep the old one: its records are checked with it.")
      }
      throw FileError(
        .outputNotWritable, error.code == ENOSPC ? "output.diskFull" : "output.notWritable",
        at: "\(path)/\(name)", "The keys cannot be written", error)
    }
  }
}
