// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Markup
import Testing

/// The JSON form and the table of a result.
struct ValueTreeTests {
  private typealias Axis = ValueTree.Axis

  private static func json(_ value: ValueTree) -> String {
    String(decoding: value.json, as: UTF8.self)
  }

  private static let sample = ValueTree.object([
    .init("id", ValueTree.text("a")),
    .init("weights", ValueTree.vector(Axis("id", ["x", "y"]), [0.25, nil])),
    .init("more", ValueTree.vector(Axis("id", ["x", "y"]), [1, 2])),
    .init(
      "shares",
      ValueTree.matrix(
        rows: Axis("row", ["one", "two"]), columns: Axis("id", ["x", "y"]), [[0.1, 1e-20], nil])),
    .init(
      "cells",
      ValueTree.list([
        .object([
          .init("name", ValueTree.text("p")),
          .init("inner", ValueTree.object([.init("mean", ValueTree.number(3))])),
          .init("never", ValueTree.null),
        ]),
        .object([
          .init("name", ValueTree.text("q")),
          .init("inner", ValueTree.object([.init("alpha", ValueTree.count(2))])),
          .init("never", ValueTree.null),
        ]),
      ])),
    .init("none", ValueTree.list([])), .init("names", ValueTree.list([.text("b"), .text("c")])),
    .init("yes", ValueTree.flag(true)),
  ])

  @Test func jsonKeepsOrderAndDigits() throws {
    #expect(
      Self.json(Self.sample) == """
        {
          "id": "a",
          "weights": [0.25, null],
          "more": [1.0, 2.0],
          "shares": [
            [0.1, 1e-20],
            null
          ],
          "cells": [
            {
              "name": "p",
              "inner": {
                "mean": 3.0
              },
              "never": null
            },
            {
              "name": "q",
              "inner": {
                "alpha": 2
              },
              "never": null
            }
          ],
          "none": [],
          "names": ["b", "c"],
          "yes": true
        }

        """)
  }

  @Test("Single values are attributes in order, members elements under their own name")
  func elementsHaveTheNamesOfFields() {
    var writer = MarkupWriter(.canonicalXML(inside: nil))
    writer.values(
      "result",
      [
        .init("method", "a"), .init("count", 2), .init("isOpen", true), .init("none", Int?.none),
        .init("ids", ["b", "c"]), .init("noIDs", [String]()), .init("unusable", Double.nan),
        .init("weights", of: "weight", ValueTree.vector(Axis("id", ["x", "y"]), [0.25, nil])),
        .init(
          "shares", of: "share",
          ValueTree.matrix(
            rows: Axis("row", ["r", "s"]), columns: Axis("id", ["x"]), [[1e-20], nil])),
        .init("inner", ValueTree.object([.init("low", 0.5)])),
        .init("bars", of: "bar", [ValueTree.object([.init("width", 1.5)])]),
      ]
    ) { $0.text("end") }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<result count=\"2\" ids=\"b c\" isOpen=\"true\" method=\"a\">"
        + "<weight id=\"x\" value=\"0.25\"></weight>"
        + "<share id=\"x\" row=\"r\" value=\"1e-20\"></share>"
        + "<inner low=\"0.5\"></inner><bar width=\"1.5\"></bar>end</result>")
  }

  @Test func tableHasEveryValueUnderItsName() {
    #expect(
      ValueTable.lines(of: Self.sample) == [
        "  id     a", "  none   -", "  names  b c", "  yes    true", "",
        "     weights  more", "  x  0.25     1.0", "  y  -        2.0", "",
        "shares", "       x    y", "  one  0.1  1e-20", "  two  -    -", "",
        "cells", "  name  inner", "  p     mean=3.0", "  q     alpha=2",
      ])
  }

  static let hostile = [
    "\"", "\\", "\n\t\r\u{0}\u{1F}\u{7F}", "\u{2028}", "é 漢 \u{1F600}", "</script>", "a\u{0301}",
  ]

  @Test(arguments: hostile)
  func textsReadBackAsTheyWere(text: String) throws {
    let data = Data(Self.json(.object([.init("t", ValueTree.text(text))])).utf8)
    let read = try JSONDecoder().decode([String: String].self, from: data)
    #expect(read["t"].map { Array($0.utf8) } == Array(text.utf8))
  }

  static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.1, 1 / 3, 1e-7, 1e16, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    123456789.123456789,
  ]

  @Test(arguments: numbers)
  func numbersReadBackToTheSameBits(number: Double) throws {
    let data = Data(Self.json(.list([.number(number), .null])).utf8)
    let read = try JSONDecoder().decode([Double?].self, from: data)
    #expect(try #require(read[0]).bitPattern == number.bitPattern)
  }

  static let unusable: [(value: ValueTree, path: String)] = [
    (.number(.nan), ".a"), (.number(.infinity), ".a"),
    (.vector(Axis("id", ["x", "y"]), [nil, -.infinity]), ".a"),
    (.matrix(rows: Axis("row", ["x"]), columns: Axis("id", ["y"]), [nil, [.nan]]), ".a"),
    (.list([.object([.init("b", ValueTree.number(.nan))])]), ".a.b"),
  ]

  @Test(arguments: unusable)
  func numbersThatAreNoneAreFound(value: ValueTree, path: String) {
    #expect(ValueTree.object([.init("a", value)]).firstUnusableNumber() == path)
    #expect(!Self.json(value).contains("nan") && !Self.json(value).contains("inf"))
  }

  @Test func usableNumbersAreNotComplainedOf() {
    #expect(Self.sample.firstUnusableNumber() == nil)
  }
}
