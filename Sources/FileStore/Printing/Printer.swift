// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Markup

/// A program of the machine that prints pages to PDF: Chromium, or else WeasyPrint.
package struct Printer: Sendable {
  /// The programs that are known.
  package enum Kind: Sendable {
    /// A browser.
    case chromium
    /// WeasyPrint.
    case weasyPrint
  }

  /// Which one it is.
  package let kind: Kind
  /// Its file.
  package let path: String
  /// How many seconds it may take for a page.
  package let seconds: Int
  private let searchPath: String

  /// The names under which the programs are looked for, the best first.
  private static let names: [(String, Kind)] = [
    ("chromium", .chromium), ("chromium-browser", .chromium), ("google-chrome", .chromium),
    ("weasyprint", .weasyPrint),
  ]
  /// The largest PDF that is taken over, in bytes.
  private static let largest = 256 << 20

  /// Finds a printer in the folders of `PATH`; folders that are not named in full are passed over.
  ///
  /// Throws an error of the kind `outputNotWritable` when there is none.
  package init(searching searchPath: String, seconds: Int) throws(FileError) {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    for (name, kind) in Self.names {
      for folder in folders {
        let file = "\(folder)/\(name)"
        var status = stat()
        guard stat(file, &status) == 0, status.isRegularFile, access(file, X_OK) == 0 else {
          continue
        }
        self.kind = kind
        path = file
        self.seconds = seconds
        self.searchPath = folders.joined(separator: ":")
        return
      }
    }
    throw FileError(
      .outputNotWritable, "print.noPrinter", at: "decision-aid",
      "--pdf needs Chromium or WeasyPrint, and neither is found on PATH.",
      advice: "Install one of the Debian packages chromium and weasyprint "
        + "(with fonts-liberation), or leave --pdf out.")
  }

  /// What finds letters without a font; nil when this machine cannot tell.
  package var letterCoverage: LetterCoverage? { LetterCoverage(searching: searchPath) }

  /// Prints a page.
  ///
  /// - Parameters:
  ///   - name: the name of the PDF, for messages.
  ///   - day: the day that the PDF says it was made, `YYYY-MM-DD`.
  /// - Throws: an error of the kind `outputNotWritable` when the printer fails or takes too long,
  ///   `interrupted` when a signal asked to stop.
  package func print(
    _ page: [UInt8], as name: String, day: String, in folder: borrowing PrintFolder
  ) async throws(FileError) -> [UInt8] {
    do throws(SystemFault) { try folder.write(page, to: "page.html") } catch {
      throw FileError(
        .outputNotWritable, "output.notWritable", at: name, "The page cannot be printed", error)
    }
    folder.discard("page.pdf")
    let ending: ChildProcess.Ending
    do throws(SystemFault) {
      ending = try await ChildProcess.run(
        path, arguments(folder), environment: environment(folder), seconds: seconds)
    } catch {
      throw FileError(
        .outputNotWritable, "print.failed", at: path, "The printer cannot be started", error)
    }
    switch ending {
    case .exited(0): break
    case .interrupted: try Interruption.check()
    case .timeOver:
      throw failure(
        name, "took longer than \(seconds) seconds and was ended",
        "Try again with a "
          + "longer --print-timeout, or leave --pdf out.")
    case .exited, .killed:
      throw failure(
        name, "ended with a fault",
        "Try it by hand: \(path) must be able to print a "
          + "page to PDF for this user.")
    }
    guard let bytes = try? InputFiles.read(folder.path + "/page.pdf", limit: Self.largest),
      let made = PrintedPDF(bytes, day: day)
    else { throw failure(name, "wrote no whole PDF", "Check the space on the disk.") }
    return made.bytes
  }

  private func failure(_ name: String, _ problem: String, _ advice: String) -> FileError {
    FileError(
      .outputNotWritable, "print.failed", at: name, "The printer \(problem).", advice: advice)
  }

  private func arguments(_ folder: borrowing PrintFolder) -> [String] {
    let page = folder.path + "/page.html"
    let made = folder.path + "/page.pdf"
    switch kind {
    case .weasyPrint: return ["--quiet", "--pdf-variant", "pdf/ua-1", page, made]
    case .chromium:
      // Root has no sandbox in Chromium; every other user keeps it.
      return (geteuid() == 0 ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-default-apps", "--disable-extensions",
        "--disable-sync", "--disable-breakpad", "--disable-crash-reporter",
        "--metrics-recording-only", "--password-store=basic",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
        "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
        "--print-to-pdf=\(made)", "file://\(PercentEncoding.text(page, isPath: true))",
      ]
    }
  }

  /// Nothing of the user's own surroundings: neither proxy nor display, locale nor time zone.
  private func environment(_ folder: borrowing PrintFolder) -> [String: String] {
    [
      "PATH": searchPath, "HOME": folder.path, "TMPDIR": folder.shortPath,
      "XDG_CONFIG_HOME": folder.path + "/config", "XDG_CACHE_HOME": folder.path + "/cache",
      "XDG_DATA_HOME": folder.path + "/data", "LANG": "C.UTF-8", "TZ": "UTC",
      // WeasyPrint names objects by hashes and may write a time.
      "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0",
    ]
  }
}

/// A PDF as a printer wrote it, with the time of printing taken out.
///
/// Chromium writes when it printed, to the second; all else of its bytes depends on the page and
/// the versions of the browser and its fonts alone. The times are replaced by the start of the
/// document's day, byte for byte, so that no offset of the file changes.
struct PrintedPDF {
  /// The bytes.
  let bytes: [UInt8]

  /// Takes over a PDF; nil when it does not begin and end as one.
  ///
  /// - Parameter day: `YYYY-MM-DD`.
  init?(_ printed: [UInt8], day: String) {
    let ending = Array("%%EOF".utf8)
    guard printed.starts(with: "%PDF-".utf8),
      printed.suffix(16).firstRange(of: ending) != nil
    else { return nil }
    var bytes = printed
    let time = Array(day.utf8.filter { $0 != 0x2D }) + Array("000000".utf8)
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      for range in printed.ranges(of: Array(name.utf8)) {
        let place = range.upperBound..<(range.upperBound + time.count)
        guard place.upperBound <= bytes.count,
          bytes[place].allSatisfy({ (0x30...0x39).contains($0) })
        else { continue }
        bytes.replaceSubrange(place, with: time)
      }
    }
    self.bytes = bytes
  }
}
