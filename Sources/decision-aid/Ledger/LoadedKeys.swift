// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import FileStore

/// Certificates that a command names.
enum LoadedKeys {
  /// The certificate of a file, or of a folder with keys.
  static func certificate(_ path: String) throws -> SigningCertificate {
    do throws(FileError) {
      if let bytes = try? InputFiles.read(path, limit: 1 << 20) {
        do throws(KeyFault) {
          return try SigningCertificate(pem: bytes)
        } catch {
          throw FileError(.inputNotReadable, error.diagnostic(file: path))
        }
      }
      return try KeyFolder(path).certificate()
    } catch {
      throw Failure.report(error)
    }
  }
}

extension RecordSigning {
  /// Signs with a key; every signature is verified before the record is handed on.
  init(_ identity: SigningIdentity) {
    self.init(
      sign: { try? XMLSignature.signed($0, by: identity) }, problems: { _ in [] })
  }
}
