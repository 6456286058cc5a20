// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Glibc

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
    for name in [Self.keyName, Self.certificateName] { try checkFree(name, in: folder) }
    let key = try stage(identity.keyPEM, for: Self.keyName, in: folder)
    do throws(FileError) {
      let certificate = try stage(
        identity.certificate.pem, for: Self.certificateName, in: folder)
      do throws(FileError) {
        try rename(key, to: Self.keyName, in: folder)
        do throws(FileError) {
          try rename(certificate, to: Self.certificateName, in: folder)
        } catch {
          // A key whose certificate is missing is of no use to anyone.
          _ = unlinkat(folder.number, Self.keyName, 0)
          throw error
        }
      } catch {
        _ = unlinkat(folder.number, certificate, 0)
        throw error
      }
    } catch {
      _ = unlinkat(folder.number, key, 0)
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

  private func checkFree(_ name: String, in folder: borrowing Descriptor) throws(FileError) {
    var found = stat()
    if fstatat(folder.number, name, &found, AT_SYMLINK_NOFOLLOW) == 0 { throw exists(name) }
    let fault = SystemFault.last
    if fault.code != ENOENT { throw failure(fault, name) }
  }

  /// Writes a file under a temporary name, which is given back.
  private func stage(
    _ text: String, for name: String, in folder: borrowing Descriptor
  ) throws(FileError) -> String {
    let temporary = TemporaryName(for: name).text
    do throws(SystemFault) {
      let file = try Descriptor(
        opening: temporary, in: folder.number, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW,
        mode: 0o600)
      if fchmod(file.number, 0o600) != 0 { throw .last }
      try file.write(Array(text.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      _ = unlinkat(folder.number, temporary, 0)
      throw failure(error, name)
    }
    return temporary
  }

  private func rename(
    _ temporary: String, to name: String, in folder: borrowing Descriptor
  ) throws(FileError) {
    do throws(SystemFault) {
      return try FlaggedRename.noReplace(temporary, to: name, in: folder.number)
    } catch {
      if error.code == EEXIST { throw exists(name) }
      if error.code != EINVAL && error.code != ENOSYS { throw failure(error, name) }
    }
    // A file system without that call: a second name does not replace either.
    if linkat(folder.number, temporary, folder.number, name, 0) != 0 {
      let fault = SystemFault.last
      throw fault.code == EEXIST ? exists(name) : failure(fault, name)
    }
    _ = unlinkat(folder.number, temporary, 0)
  }

  private func exists(_ name: String) -> FileError {
    FileError(
      .outputInTheWay, "keys.exists", at: "\(path)/\(name)",
      "Keys are never replaced, and a file of that name is already there.",
      advice: "Name another folder. Keep the old one: its records are checked with it.")
  }

  private func failure(_ fault: SystemFault, _ name: String) -> FileError {
    FileError(
      .outputNotWritable, fault.code == ENOSPC ? "output.diskFull" : "output.notWritable",
      at: "\(path)/\(name)", "The keys cannot be written", fault)
  }
}
