// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Markup
import Testing

struct SchemaMessageTests {
  private static func problems(_ xml: String, _ schema: XMLSchema) throws -> [Diagnostic] {
    try XMLReader().read(
      Array(xml.utf8), file: "input.xml", limit: XMLReader.documentLimit, schema: schema
    ).problems
  }

  @Test(arguments: PlantedValue.types, PlantedValue.places)
  func neverQuotesAValue(type: String, place: String) throws {
    let schema = try XMLSchema(Array(PlantedValue.schema(type).utf8), file: "t.xsd")
    for value in PlantedValue.values {
      let body = place.replacing("#", with: value)
      let found = try Self.problems("<root xmlns=\"urn:t\">\n\(body)\n</root>", schema)
      #expect(!found.isEmpty, "\(body)")
      #expect(!"\(found)".contains(PlantedValue.secret), "\(body)")
      #expect(found.allSatisfy { $0.location.line >= 1 && $0.location.line <= 3 })
    }
  }

  static let profiles: [(old: String, new: String, message: String)] = [
    (
      "sex=\"male\"", "sex=\"Zebulon\"",
      "error: The attribute sex of the element person has a value that is not allowed. "
        + "Use one of: female, male, other. [xml.value]"
    ),
    (
      "sex=\"male\"", "sex=\"male\" size=\"Zebulon\"",
      "error: The attribute size of the element person is not known here. Remove or rename it. "
        + "[xml.attributeUnknown]"
    ),
    (
      "region=\"US\" ", "",
      "error: The attribute region of the element setting is missing. Add it. "
        + "[xml.attributeMissing]"
    ),
    (
      "points=\"1\"", "points=\"Zebulon\"",
      "error: The attribute points of the element swing has a value that is not allowed. Write a "
        + "plain number with a point, such as 40 or 0.5: no sign, comma, exponent or word. "
        + "[xml.value]"
    ),
    (
      "id=\"p\"", "id=\"Zebulon!\"",
      "error: The attribute id of the element preferenceProfile has a value that is not allowed. "
        + "An id has 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit. [xml.value]"
    ),
    (
      "<setting", "<sitting",
      "error: The element sitting is not expected here. Expected here: clinic, document, setting. "
        + "[xml.elementUnexpected]"
    ),
    (
      "<swing criterion=\"a\" worst=\"0\" best=\"1\" points=\"1\"/>", "",
      "error: The element weighting is not complete. Expected inside it: swing, rating, share, branch, "
        + "rank, interval, compared, counted, range. [xml.elementMissing]"
    ),
    (
      "<preferences", "Zebulon<preferences",
      "error: The element preferenceProfile does not follow the schema. "
        + "Compare it with the schema. [xml.invalid]"
    ),
    (
      "preferenceProfile", "profile",
      "error: The element profile is not expected here. Remove or move it. "
        + "[xml.elementUnexpected]"
    ),
  ]

  private static let profile = """
    <preferenceProfile xmlns="urn:spine-decision-aid:preference-profile:1" id="p">\
    <person sex="male"/><setting region="US" payer="insurer"/><preferences status="stated">\
    <weighting method="swing"><swing criterion="a" worst="0" best="1" points="1"/></weighting>\
    </preferences></preferenceProfile>
    """

  private static func profileSchema() throws -> XMLSchema {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/EvidencePack/schemas/preference-profile.xsd")
    return try XMLSchema(Array(try Data(contentsOf: file)), file: "preference-profile.xsd")
  }

  @Test(arguments: profiles)
  func namesTheFaultAndTheRemedy(old: String, new: String, message: String) throws {
    let xml = Self.profile.replacing(old, with: new)
    let found = try Self.problems(xml, Self.profileSchema())
    #expect(xml != Self.profile)
    #expect(found.map(\.description) == ["input.xml:1: " + message])
  }

  @Test func saysNothingOfAValidProfile() throws {
    #expect(try Self.problems(Self.profile, Self.profileSchema()) == [])
  }

  @Test func reportsEveryMistake() throws {
    let xml = Self.profile.replacing("male", with: "x").replacing("insurer", with: "y")
    let found = try Self.problems(xml, Self.profileSchema())
    #expect(found.map(\.identifier) == ["xml.value", "xml.value"])
  }

  @Test(arguments: [
    "", "<a/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>",
    "<!DOCTYPE a><a/>",
  ])
  func refusesAnUnusableSchema(schema: String) {
    #expect {
      _ = try XMLSchema(Array(schema.utf8), file: "x.xsd")
    } throws: { error in
      if case .schemaUnusable? = error as? XMLError { true } else { false }
    }
  }
}
