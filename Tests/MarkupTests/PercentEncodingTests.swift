// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct PercentEncodingTests {
  @Test(
    "Only what RFC 3986 calls unreserved stays in a name of a URL",
    arguments: [
      ("AZaz09-._~", "AZaz09-._~"), ("a/b", "a%2Fb"), ("é ?#%", "%C3%A9%20%3F%23%25"), ("", ""),
      ("..", ".."), ("\u{0}\u{7F}", "%00%7F"),
    ])
  func name(text: String, encoded: String) {
    #expect(PercentEncoding.text(text) == encoded)
  }

  @Test("Slashes stay in a path")
  func path() {
    #expect(PercentEncoding.text("/a b/ü?", isPath: true) == "/a%20b/%C3%BC%3F")
  }
}
