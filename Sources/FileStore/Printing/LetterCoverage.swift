// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc

/// Which letters of a page no font of this machine has: a printer draws boxes in their place and says
/// nothing.
///
/// Asked of fontconfig's `fc-list`, which printers choose fonts with; without it nothing is known.
package final class LetterCoverage {
  private let program: String
  private let searchPath: String
  /// What was found for each letter.
  private var isCovered: [Unicode.Scalar: Bool] = [:]

  /// Looks for `fc-list` in the folders of `PATH`; nil when it is not there.
  package init?(searching searchPath: String) {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    let files: [String] = folders.map { "\($0)/fc-list" }
    let found = files.first { access($0, X_OK) == 0 }
    guard let found else { return nil }
    program = found
    self.searchPath = folders.joined(separator: ":")
  }

  /// The Debian packages with fonts for the letters of a page that no font has, each once; the letters
  /// themselves can be those of a name, and are not given on.
  ///
  /// Throws an error of the kind `interrupted`.
  package func packagesMissing(
    for page: [UInt8], in folder: borrowing PrintFolder
  ) async throws(FileError) -> [String] {
    let letters = Set(String(decoding: page, as: UTF8.self).unicodeScalars.filter(Self.isLookedFor))
    let open = letters.filter { isCovered[$0] == nil }.sorted()
    // Letters of one script mostly stand in one font: one question for all of them.
    for block in Dictionary(grouping: open, by: { $0.value >> 7 }).sorted(by: { $0.key < $1.key }) {
      if try await isAnyFont(with: block.value, in: folder) {
        for letter in block.value { isCovered[letter] = true }
      } else {
        for letter in block.value {
          isCovered[letter] = try await isAnyFont(with: [letter], in: folder)
        }
      }
    }
    let packages = letters.filter { isCovered[$0] == false }.map(Self.package)
    return Set(packages).sorted()
  }

  /// Letters, digits and signs beyond those that every font has.
  private static func isLookedFor(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x24F else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .otherSymbol, .mathSymbol, .currencySymbol:
      return true
    default: return false
    }
  }

  /// The Debian package with fonts for a letter.
  private static func package(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x31FF, 0x3200...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,
      0xF900...0xFAFF, 0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      "fonts-noto-cjk"
    case 0x1F000...0x1FAFF: "fonts-noto-color-emoji"
    default: "fonts-noto-core"
    }
  }

  private func isAnyFont(
    with letters: [Unicode.Scalar], in folder: borrowing PrintFolder
  ) async throws(FileError) -> Bool {
    let answer = folder.path + "/fonts.txt"
    let question = ":charset=" + letters.map { String($0.value, radix: 16) }.joined(separator: " ")
    folder.discard("fonts.txt")
    let ending: ChildProcess.Ending
    do throws(SystemFault) {
      ending = try await ChildProcess.run(
        "/bin/sh", ["-c", "\"$1\" \"$2\" family > \"$3\"", "sh", program, question, answer],
        environment: [
          "PATH": searchPath, "HOME": folder.path, "XDG_CACHE_HOME": folder.path + "/cache",
          "LANG": "C.UTF-8",
        ], seconds: 20)
    } catch { return true }
    if ending == .interrupted { try Interruption.check() }
    // Where the question fails nothing is known, and nothing is said.
    guard ending == .exited(0), let bytes = try? InputFiles.read(answer, limit: 1 << 20) else {
      return true
    }
    return !bytes.isEmpty
  }
}
