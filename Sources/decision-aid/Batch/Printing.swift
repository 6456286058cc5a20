// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import Documents
import FileStore
import Glibc
import Markup

extension DocumentSet {
  /// The files that this program writes for a person.
  static let written = DocumentSet(names: DocumentFormats.fileNames)
}

extension Printer {
  /// The first printer on `PATH`.
  ///
  /// - Throws: an exit code when there is none; the packages were named.
  static func found(seconds: Int) throws -> Printer {
    try Failure.reporting {
      let searchPath = getenv("PATH").map { String(cString: $0) } ?? ""
      return try Printer(searching: searchPath, seconds: seconds)
    }
  }
}

/// The printing of one worker: a printer and the folder that it works in.
final class Printing {
  private let printer: Printer
  private let folder: PrintFolder
  private let output: String
  private let coverage: LetterCoverage?

  /// Printing into documents of an output directory.
  ///
  /// Throws an error of the kind `outputNotWritable`.
  init(_ printer: Printer, in directory: OutputDirectory) throws(FileError) {
    self.printer = printer
    folder = try PrintFolder(in: directory)
    output = directory.path
    coverage = printer.letterCoverage
  }

  /// A warning for the pages of a patient whose letters no installed font has; it names the packages,
  /// not the letters, which can be those of a name.
  ///
  /// Throws an error of the kind `interrupted`.
  func warnings(
    of files: [GeneratedFile], of patient: String
  ) async throws(FileError) -> [Diagnostic] {
    guard let coverage else { return [] }
    var packages: Set<String> = []
    for format in DocumentFormats.files where format.print != nil {
      guard let file = files.first(where: { $0.name == format.name }) else { continue }
      for name in try await coverage.packagesMissing(for: file.bytes, in: folder) {
        packages.insert(name)
      }
    }
    if packages.isEmpty { return [] }
    return [
      Diagnostic(
        .warning, "print.noFont", at: SourceLocation(file: "\(output)/\(patient)"),
        "No installed font has some letters of these pages: the PDFs show boxes in their place.",
        advice:
          "Install the Debian package \(packages.sorted().joined(separator: " and ")), and print "
          + "again.")
    ]
  }

  /// The PDF of each page among the files of a patient, in their order.
  ///
  /// Throws as `Printer.print` does.
  func printed(
    _ files: [GeneratedFile], of patient: String, _ day: String
  ) async throws(FileError) -> [GeneratedFile] {
    var printed: [GeneratedFile] = []
    for format in DocumentFormats.files {
      guard let name = format.print?.name,
        let file = files.first(where: { $0.name == format.name })
      else { continue }
      let bytes = try await printer.print(
        file.bytes, as: "\(output)/\(patient)/\(name)", day: day, in: folder)
      printed.append(GeneratedFile(name: name, bytes: bytes))
    }
    return printed
  }

  /// The PDF of one page of a patient.
  ///
  /// Throws as `Printer.print` does.
  func printed(
    _ page: [UInt8], as name: String, of patient: String, _ day: String
  ) async throws(FileError) -> GeneratedFile {
    let bytes = try await printer.print(
      page, as: "\(output)/\(patient)/\(name)", day: day, in: folder)
    return GeneratedFile(name: name, bytes: bytes)
  }
}
