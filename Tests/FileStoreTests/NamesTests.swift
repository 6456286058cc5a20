// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Glibc
import Testing

@testable import FileStore

@Suite("Names of files")
struct NamesTests {
  @Test("Safe names have 1 to 64 plain characters and begin with a letter or a digit")
  func safe() {
    for name in ["a", "0", "A.b_c-9", String(repeating: "x", count: 64)] {
      #expect(SafeName.isSafe(name), "\(name)")
    }
    let others = [
      "", ".", "..", ".a", "-a", "_a", "a/b", "a b", "é", "a\0", "a\n",
      String(repeating: "x", count: 65),
    ]
    for name in others { #expect(!SafeName.isSafe(name), "\(name)") }
    let found = #expect(throws: FileError.self) {
      try SafeName.check(["a", "secret/b"], at: "out")
    }
    #expect(found?.kind == .outputInTheWay)
    #expect(found.map { "\($0.diagnostic)".contains("secret") } == false)
  }

  @Test("A temporary name can be read back, and is no one's but this run's")
  func temporary() throws {
    let one = TemporaryName(for: "record.xml")
    let other = TemporaryName(for: "record.xml")
    #expect(one.text != other.text && one.text.hasPrefix(".record.xml.\(getpid())."))
    #expect(TemporaryName(parsing: one.text) == one)
    #expect(!one.isStale)
    let notOurs = [
      "record.xml", ".record.xml", ".a.tmp", ".a.1.tmp", ".a.x.1.tmp", ".a.0.1.tmp", ".a.-1.1.tmp",
      "a.1.1.tmp", ".a.1.1.tmp2", ".a.1.-1.tmp",
    ]
    for name in notOurs { #expect(TemporaryName(parsing: name) == nil, "\(name)") }
  }

  @Test("A name of a process that is gone is stale, and of one that lives is not")
  func stale() throws {
    #expect(try #require(TemporaryName(parsing: ".a.4194304.1.tmp")).isStale)
    // The same process number, in a container that was started anew.
    #expect(try #require(TemporaryName(parsing: ".a.\(getpid()).1.tmp")).isStale)
    #expect(try !#require(TemporaryName(parsing: ".a.1.1.tmp")).isStale)
  }
}
