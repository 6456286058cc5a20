// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Profiles with a wrong fact, number, price or way to be reached.
enum BadAnswers {
  static let all: [ProfileMutation] = [
    // An age that nobody reaches.
    ProfileMutation(
      "age-120", #"age="74""#, #"age="120""#, .refused("xml.value")),
    // An age that is no whole number.
    ProfileMutation(
      "age-half", #"age="74""#, #"age="74.5""#, .refused("xml.value")),
    // A pain score of 11 on a scale to 10.
    ProfileMutation(
      "fact-out-of-range", #"value="7""#, #"value="11""#, .refused("profile.factValue")),
    // A number of weeks with zeros before it.
    ProfileMutation(
      "number-leading-zeros", #"value="5""#, #"value="0007""#, .refused("profile.factValue")),
    // A number with a sign.
    ProfileMutation(
      "number-minus-zero", #"value="5""#, #"value="-0""#, .refused("profile.factValue")),
    // A measured number with more decimals than it can have.
    ProfileMutation(
      "number-two-decimals", #"value="2.9""#, #"value="2.90""#, .refused("profile.factValue")),
    // A count with a decimal.
    ProfileMutation(
      "number-with-decimals", #"value="0""#, #"value="2.5""#, .refused("profile.factValue")),
    // Letters after a telephone number.
    ProfileMutation(
      "phone-letters-after", #"phone="555-0199""#, #"phone="555-0199 Planted""#,
      .refused("xml.value")),
    // A telephone number that is none.
    ProfileMutation(
      "phone-words", #"phone="555-0199""#, #"phone="Planted A""#, .refused("xml.value")),
    // The low end of a price above its high end.
    ProfileMutation(
      "price-low-above-high", #"<setting region="US" payer="insurer"/>"#,
      #"""
      <setting region="US" payer="insurer">
        <price alternative="kyphoplasty" low="6000" high="4000"/>
      </setting>
      """#, .refused("profile.priceRange"), at: "<price alternative"),
    // A price beyond the worst end of cost.
    ProfileMutation(
      "price-outside-anchors", #"<setting region="US" payer="insurer"/>"#,
      #"""
      <setting region="US" payer="insurer">
        <price alternative="vertebroplasty" exact="17000"/>
      </setting>
      """#, .refused("profile.priceOutsideAnchors"), at: "<price alternative"),
    // A cause that is none of the choices.
    ProfileMutation(
      "unknown-choice", #"value="osteoporosis""#, #"value="arthritis""#,
      .refused("profile.factValue")),
    // A clinical fact that the pack does not have.
    ProfileMutation(
      "unknown-fact", "</clinicalFacts>",
      #"""
      <fact id="favourite-colour" value="yes"/>
      </clinicalFacts>
      """#, .refused("profile.unknownFact")),
    // A region that the pack does not have.
    ProfileMutation(
      "unknown-region", #"region="US""#, #"region="ZZ""#, .refused("profile.region")),
    // Odd: no MRI was done, and what it shows is said.
    ProfileMutation(
      "warn-contradiction", #"id="mri-done" value="yes""#, #"id="mri-done" value="no""#,
      .warned("profile.contradiction"), at: #"<fact id="mri-oedema"#),
  ]
}
