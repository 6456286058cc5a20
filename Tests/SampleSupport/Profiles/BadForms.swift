// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Profiles that are no well-formed XML of the schema, or that say what no profile may say.
enum BadForms {
  static let all: [ProfileMutation] = [
    // A character in the name (U+202E, written as a reference here) that turns the reading direction round.
    ProfileMutation(
      "bidi-override-name", #"displayName="Zebulon Quagga-Planted""#,
      #"displayName="Zebulon Quagga-Planted &#x202E;detnalp""#,
      .refused("profile.directionalControl")),
    // Names and a question of spaces, which are not given.
    ProfileMutation(
      "blank-words",
      [
        (#"displayName="Zebulon Quagga-Planted""#, #"displayName=" &#xA0; ""#),
        (
          #"name="Planted Clinic (invented)" clinician="Dr Planted Walrus" phone="555-0199""#,
          #"name="&#x200B;" clinician="&#x2003;&#x2060;" phone="  ""#
        ), ("PLANTED-QUESTION-TEXT", " &#x200B;</question><question>PLANTED?"),
      ], .accepted),
    // A document type with an entity that names a file of the machine.
    ProfileMutation(
      "doctype-external",
      [
        (
          "<preferenceProfile",
          #"""
          <!DOCTYPE preferenceProfile [
            <!ENTITY more SYSTEM "file:///etc/passwd">
          ]>
          <preferenceProfile
          """#
        ), ("PLANTED-QUESTION-TEXT", "PLANTED-QUESTION-TEXT &more;"),
      ], .refused("xml.doctype")),
    // A document type with an entity declared inside.
    ProfileMutation(
      "doctype-internal",
      [
        (
          "<preferenceProfile",
          #"""
          <!DOCTYPE preferenceProfile [
            <!ENTITY more "PLANTED-ENTITY-TEXT">
          ]>
          <preferenceProfile
          """#
        ), ("PLANTED-QUESTION-TEXT", "PLANTED-QUESTION-TEXT &more;"),
      ], .refused("xml.doctype")),
    // A document type with a parameter entity that names a file of the machine.
    ProfileMutation(
      "doctype-parameter", "<preferenceProfile",
      #"""
      <!DOCTYPE preferenceProfile [
        <!ENTITY % more SYSTEM "file:///etc/passwd">
        %more;
      ]>
      <preferenceProfile
      """#, .refused("xml.doctype")),
    // An empty line before the declaration.
    ProfileMutation(
      "empty-line-first", #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"""

      <?xml version="1.0" encoding="UTF-8"?>
      """#, .refused("xml.declarationPlace"), at: "<?xml version"),
    // An attribute of another method is given.
    ProfileMutation(
      "foreign-attribute", asked: .pairwise, #"method="pairwise""#,
      #"method="pairwise" rule="rankSum""#, .refused("profile.weightingRule")),
    // The answers stand in the elements of another method.
    ProfileMutation(
      "foreign-element", asked: .pairwise, #"method="pairwise""#, #"method="matching""#,
      .refused("profile.weightingElement"), at: #"<comparison first="pain-relief" second="cost"#),
    // A valid profile whose name and words try to break out of the documents, properly escaped.
    ProfileMutation(
      "hostile-name",
      [
        (
          #"displayName="Zebulon Quagga-Planted""#,
          #"displayName="Zebulon Quagga-Planted &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; {{7*7}} javascript:alert(1) &amp;#38;#0;""#
        ),
        (
          "<question>PLANTED-QUESTION-TEXT</question>",
          #"""
          <question>PLANTED-QUESTION-TEXT "&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; {{7*7}} javascript:alert(1) &amp;#38;#0;</question>
          <remark>"&gt;&lt;script&gt;alert(1)&lt;/script&gt;</remark>
          <remark>]]&gt;</remark>
          <remark>{{7*7}}</remark>
          <remark>javascript:alert(1)</remark>
          <remark>&amp;#38;#0;</remark>
          """#
        ),
      ], .accepted),
    // The id begins with a dash.
    ProfileMutation(
      "id-leading-dash", #"id="id-leading-dash""#, #"id="-id-leading-dash""#, .refused("xml.value")),
    // A slash in the id.
    ProfileMutation(
      "id-slash", #"id="id-slash""#, #"id="patients/id-slash""#, .refused("xml.value")),
    // An id of 65 characters.
    ProfileMutation(
      "id-too-long", #"id="id-too-long""#,
      #"id="id-too-long-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x""#,
      .refused("xml.value")),
    // The id would lead out of the folder.
    ProfileMutation(
      "id-traversal", #"id="id-traversal""#, #"id="../../x""#, .refused("xml.value")),
    // A language that the pack has no words in.
    ProfileMutation(
      "language-unknown", #"language="en""#, #"language="xx""#, .refused("profile.language")),
    // No namespace.
    ProfileMutation(
      "no-namespace", #"xmlns="urn:spine-decision-aid:preference-profile:1" "#, "",
      .refused("xml.namespace"), at: "<preferenceProfile"),
    // A valid profile that names a style sheet and a schema on the net, which must not be fetched.
    ProfileMutation(
      "stylesheet-pi",
      #"<preferenceProfile xmlns="urn:spine-decision-aid:preference-profile:1" id="stylesheet-pi">"#,
      #"""
      <?xml-stylesheet type="text/xsl" href="http://never-fetch.invalid/style.xsl"?>
      <preferenceProfile xmlns="urn:spine-decision-aid:preference-profile:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="urn:spine-decision-aid:preference-profile:1 http://never-fetch.invalid/profile.xsd" id="stylesheet-pi">
      """#, .refused("xml.schemaLocation"), at: "xsi:schemaLocation"),
    // An inclusion of a file of the machine.
    ProfileMutation(
      "xinclude", "<question>PLANTED-QUESTION-TEXT</question>",
      #"""
      <include xmlns="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>
      <question>PLANTED-QUESTION-TEXT</question>
      """#, .refused("xml.elementUnexpected")),
    // A language where none is read.
    ProfileMutation(
      "xml-lang", "<preferenceProfile", #"<preferenceProfile xml:lang="en""#,
      .refused("xml.attributeUnknown")),
  ]
}
