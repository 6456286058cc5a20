// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import FileStore
import Markup

extension DocumentSet {
  /// The files that this program writes for a person.
  static let written = DocumentSet(names: DocumentFormats.fileNames)
}

/// The printing of one worker: a printer and the folder that it works in.
final class Printing {
  private let printer: Printer
  private let folder: PrintFolder
  private let output: String

  /// Printing into documents of an output directory.
  ///
  /// Throws an error of the kind `outputNotWritable`.
  init(_ printer: Printer, in directory: OutputDirectory) throws(FileError) {
    self.printer = printer
    folder = try PrintFolder(in: directory)
    output = directory.path
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
}
