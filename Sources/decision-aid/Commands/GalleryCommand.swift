// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import DecisionAid
import FileStore
import RecordAudit

/// `decision-aid gallery`: writes an index page of a folder of documents.
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Writes a page that lists the documents of a folder, for a day list.",
    discussion: """
      Writes DIR/index.html with a row for each folder in DIR that holds a record.xml, by
      pseudonym, without names of patients. A record that cannot be read is a row that says so; the
      exit status is 1 then. A folder without records gives a page that says so.

      EXAMPLES
        decision-aid gallery Output
      """)

  @Argument(help: "The folder that documents were written to.", completion: .directory)
  var folder: String

  @Option(help: "The language of the page.")
  var language = "en"

  @OptionGroup var pack: PackOption

  func run() throws {
    try Failure.reporting {
      try write()
    }
  }

  private func write() throws {
    let folders = try PatientFolders(in: folder)
    let path = folder.hasSuffix("/") ? folder + "index.html" : folder + "/index.html"
    let file = try SingleFile(path, .isReplaced, noun: "page")
    try checkOwn(path)
    var maker = try GalleryMaker(
      pack: try pack.load(), language: language, hashing: .swiftCrypto)
    var count = 0
    for name in folders.names {
      try Interruption.check()
      guard let entry = folders.entry(name) else { continue }
      let record = try? InputFiles.read(
        "\(folder)/\(name)/record.xml", limit: GalleryMaker.recordLimit)
      if let problem = maker.add(record: record, folder: name, files: entry.files) {
        Failure.show(problem)
      }
      count += 1
    }
    try file.write(try maker.bytes())
    let left = maker.broken == 0 ? "." : "; \(maker.broken) cannot be read, see above."
    try StandardStream.output.write(
      line: "decision-aid: listed \(count) \(count == 1 ? "person" : "people") in \(path)\(left)")
    if maker.broken > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  /// A file of that name that someone else wrote stays.
  private func checkOwn(_ path: String) throws(FileError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try InputFiles.start(of: path, count: 4096)
    } catch {
      if error.kind == .inputMissing { return }
      throw error
    }
    guard GalleryMaker.isOwn(bytes) else {
      throw FileError(
        .outputInTheWay, "gallery.inTheWay", at: path,
        "There is an index.html that this command did not write.",
        advice: "Move it away and run again.")
    }
  }
}
