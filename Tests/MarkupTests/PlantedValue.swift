// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Values that no message may quote, and places where they are wrong.
enum PlantedValue {
  /// The word that must not come out.
  static let secret = "Zebulon"

  /// Values that hold the word, some in the words of libxml2's own messages.
  static let values = [
    "Zebulon", "x Zebulon", "'Zebulon'", "attribute 'Zebulon'", "', attribute 'Zebulon': ",
    "Element 'Zebulon': ", "{urn:x}Zebulon", "element of the set {'Zebulon'}",
    "is not an element of the set {'Zebulon'}.", "This element is not expected. ( Zebulon )",
    "Missing child element(s). Expected is one of ( Zebulon ).", "( Zebulon )",
    "The attribute 'Zebulon' is required but missing.", "[facet 'enumeration'] {Zebulon}",
    "The attribute 'Zebulon' is not allowed.", "No matching global Zebulon ( Zebulon )",
    "is not a valid value Zebulon", "[0-9]{1,9} Zebulon", "facet 'maxLength' Zebulon",
  ]

  /// Simple types that refuse every value above.
  static let types = [
    "<xs:restriction base='xs:decimal'/>", "<xs:restriction base='xs:integer'/>",
    "<xs:restriction base='xs:date'/>", "<xs:restriction base='xs:dateTime'/>",
    "<xs:restriction base='xs:boolean'/>", "<xs:restriction base='xs:double'/>",
    "<xs:restriction base='xs:hexBinary'/>", "<xs:restriction base='xs:duration'/>",
    "<xs:restriction base='xs:gYear'/>", "<xs:list itemType='xs:integer'/>",
    "<xs:union memberTypes='xs:integer xs:date'/>",
    "<xs:restriction base='xs:token'><xs:enumeration value='one'/><xs:enumeration value='two'/>"
      + "</xs:restriction>",
    "<xs:restriction base='xs:string'><xs:pattern value='[a-z]{1,3}'/></xs:restriction>",
    "<xs:restriction base='xs:token'><xs:pattern value='(0|[1-9][0-9]{0,11})'/></xs:restriction>",
    "<xs:restriction base='xs:string'><xs:maxLength value='3'/></xs:restriction>",
    "<xs:restriction base='xs:string'><xs:minLength value='99'/></xs:restriction>",
    "<xs:restriction base='xs:string'><xs:length value='2'/></xs:restriction>",
  ]

  /// A schema in which the type stands on an attribute and in an element.
  static func schema(_ type: String) -> String {
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"
      elementFormDefault="qualified">
    <xs:simpleType name="t">\(type)</xs:simpleType>
    <xs:element name="root"><xs:complexType><xs:choice maxOccurs="unbounded">
      <xs:element name="text" type="t"/>
      <xs:element name="both"><xs:complexType><xs:simpleContent><xs:extension base="t">
        <xs:attribute name="value" type="t" use="required"/>
      </xs:extension></xs:simpleContent></xs:complexType></xs:element>
      <xs:element name="part"><xs:complexType><xs:sequence>
        <xs:element name="inner" maxOccurs="2"/></xs:sequence>
        <xs:attribute name="value" type="t"/>
        <xs:attribute name="fixed" type="xs:string" fixed="one"/></xs:complexType></xs:element>
    </xs:choice></xs:complexType></xs:element></xs:schema>
    """
  }

  /// Where a value stands; `#` is the value.
  static let places = [
    "<text>#</text>", "<both value=\"#\">#</both>", "<both>#</both>",
    "<part value=\"#\"><inner/></part>", "<part fixed=\"#\"><inner/></part>", "<part>#</part>",
    "<part>#<inner/></part>", "<part unknown=\"#\"><inner/></part>", "<unknown>#</unknown>",
    "<unknown value=\"#\"/>", "#<text>#</text>", "<part><unknown value=\"#\">#</unknown></part>",
    "<part><inner/><inner/><inner>#</inner></part>", "<text xmlns=\"urn:Zebulon'x\"/>",
    "<text value=\"#\">#</text>", "<text><inner>#</inner></text>",
    "<part xmlns:p=\"urn:',attribute'Zebulon'\" p:value=\"#\"><inner/></part>",
    "<!-- # --><?note #?><part/>",
  ]
}
