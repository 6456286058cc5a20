// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Row 28 of DecisionAid.docc/Testing.md, "Fault table": few open files, little memory, small
/// files.
struct LimitTests {
  /// What the sample profiles give without a limit.
  private static let reference = Result {
    let scratch = try Scratch()
    let run = try Run.program(arguments + [scratch.path("whole")])
    try #require(run.status == 0)
    return try Tree(scratch.path("whole"))
  }

  private static let arguments = [
    "generate", Project.profiles, "--date", Project.day, "--output",
  ]

  /// Sets a limit behind which no file of the tests is open.
  private static func shell(_ limit: String) -> [String] {
    let script = """
      for open in /proc/$$/fd/*; do n=${open##*/}; [ "$n" -gt 2 ] && eval "exec $n>&-"; done
      ulimit \(limit); exec "$@"
      """
    return ["/bin/bash", "-c", script, "bash"]
  }

  /// Runs all sample profiles under a limit and demands that no document is damaged.
  private func generate(
    _ limit: String, jobs: Int, location: SourceLocation = #_sourceLocation
  ) throws -> Run {
    let reference = try Self.reference.get()
    let scratch = try Scratch()
    let out = try scratch.folder("out")
    let run = try Run.program(
      Self.arguments + [out, "--jobs", "\(jobs)"], behind: Self.shell(limit), location: location)
    let left = try Tree(out)
    let damaged = left.files.filter { name, bytes in
      !name.hasSuffix(".tmp") && reference.files[name] != bytes
    }
    #expect(damaged.keys.sorted() == [], sourceLocation: location)
    if run.status == 0 { #expect(left.names == reference.names, sourceLocation: location) }
    // A run without the limit repairs everything.
    #expect(try Run.program(Self.arguments + [out]).status == 0, sourceLocation: location)
    let isRepaired = try Tree(out) == reference
    #expect(isRepaired, sourceLocation: location)
    return run
  }

  @Test(arguments: [1, 8])
  func worksWithSixteenOpenFiles(jobs: Int) throws {
    let run = try generate("-n 16", jobs: jobs)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [5, 7])
  func saysWhenThereAreTooFewOpenFiles(files: Int) throws {
    let run = try generate("-n \(files)", jobs: 2)
    #expect([0, 1, 65, 73].contains(run.status) || run.errors.contains("shared libraries"))
    if run.status != 0 { #expect(!run.errors.isEmpty) }
  }

  @Test(arguments: [60, 150])
  func refusesWhenFilesMayNotGrow(kilobytes: Int) throws {
    let run = try generate("-f \(kilobytes)", jobs: 2)
    #expect(run.status == 73)
    #expect(
      run.errors.contains("the limit for the size of a file is reached. Raise it (ulimit -f)"))
  }

  /// Kilobytes of address space.
  ///
  /// The smaller ones end the program: Swift cannot report a lack of memory. What counts is that
  /// no document is damaged and no memory is printed.
  @Test(arguments: [20_000, 100_000, 150_000, 204_800, 400_000])
  func damagesNothingWithLittleMemory(kilobytes: Int) throws {
    let run = try generate("-v \(kilobytes)", jobs: 2)
    // With too little memory for its libraries the system itself ends the program.
    #expect(run.status == 0 || !run.errors.isEmpty || run.status > 128)
    #expect(!run.errors.contains("Registers:"))
    if kilobytes == 20_000 { #expect(run.status != 0) }
    // Where the libraries find room and threads do not, the program says so and does not wait.
    if (150_000...204_800).contains(kilobytes) {
      #expect(run.status == 73 && run.errors.contains("at least 384 MiB"), "\(run.status)")
    }
  }
}
