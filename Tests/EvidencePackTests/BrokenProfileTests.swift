// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import SampleSupport
import TestSupport
import Testing

/// Profiles with a few bytes broken at random: each is read or refused in order.
struct BrokenProfileTests {
  private static let batch = 100

  /// What is put in the place of bytes: signs that mean something in XML, and bytes that are none.
  private static let pieces: [[UInt8]] =
    [
      "<", ">", "\"", "&", "'", "=", "/>", "<!--", "]]>", "&#0;", "<![CDATA[", "-", "9", "1e999",
      " ",
    ]
    .map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x80], [0xEF, 0xBB, 0xBF]]

  private static func broken(_ bytes: [UInt8], _ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes = bytes
    for _ in 0...Int.random(in: 0...2, using: &generator) {
      let start = Int.random(in: bytes.indices, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0...3, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes[start] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      default:
        bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &generator) ?? [])
      }
    }
    return bytes
  }

  @Test(
    "What is broken is refused with a place in the file, or is still a profile",
    arguments: 0..<Battery.count(short: 10, long: 1000))
  func isReadOrRefused(batch: Int) throws {
    let good = Array(try GoodProfile.text().utf8)
    let pipeline = try TestPack.pipeline()
    var refused = 0
    for number in 0..<Self.batch {
      let seed = UInt64(batch * Self.batch + number)
      let bytes = Self.broken(good, seed)
      do throws(PipelineFailure) {
        _ = try pipeline.read(bytes, file: "p.xml")
      } catch {
        refused += 1
        let lines = 1 + bytes.count { $0 == 0x0A }
        #expect(!error.diagnostics.isEmpty, "seed \(seed)")
        for found in error.diagnostics {
          #expect(found.location.file == "p.xml", "seed \(seed): \(found)")
          #expect((0...lines).contains(found.location.line), "seed \(seed): \(found)")
        }
      }
    }
    #expect(refused > Self.batch / 2)
  }
}
