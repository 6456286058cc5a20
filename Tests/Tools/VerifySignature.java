// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Verifies a signed record with Java's own XML signatures, which share no code with libxml2.
 *
 * <p>Usage: java VerifySignature.java CERTIFICATE RECORD prints "accepted" or "refused", with that
 * exit status. With a third argument, a file of byte offsets, it also tries the record with each
 * of these bytes changed, and prints how many it tried and which of them were accepted.
 */
public final class VerifySignature {
  private static PublicKey key;

  public static void main(String[] arguments) throws Exception {
    try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
      key = CertificateFactory.getInstance("X.509").generateCertificate(file).getPublicKey();
    }
    byte[] record = Files.readAllBytes(Path.of(arguments[1]));
    boolean accepted = verifies(record);
    System.out.println(accepted ? "accepted" : "refused");
    if (arguments.length > 2) {
      StringBuilder missed = new StringBuilder();
      int tried = 0;
      for (String line : Files.readAllLines(Path.of(arguments[2]))) {
        int place = Integer.parseInt(line);
        record[place] ^= 1;
        missed.append(verifies(record) ? " " + place : "");
        record[place] ^= 1;
        tried++;
      }
      System.out.println(tried + missed.toString());
    }
    System.exit(accepted ? 0 : 1);
  }

  /** The key is the pinned one: what the document says about its key is not read. */
  private static boolean verifies(byte[] record) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Document document = builder.parse(new ByteArrayInputStream(record));
      NodeList found = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
      if (found.getLength() != 1
          || found.item(0).getParentNode() != document.getDocumentElement()) {
        return false;
      }
      DOMValidateContext context =
          new DOMValidateContext(KeySelector.singletonKeySelector(key), found.item(0));
      context.setProperty("org.jcp.xml.dsig.secureValidation", true);
      XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      var references = signature.getSignedInfo().getReferences();
      return references.size() == 1
          && ((javax.xml.crypto.dsig.Reference) references.get(0)).getURI().isEmpty()
          && signature.validate(context);
    } catch (Exception error) {
      return false;
    }
  }
}
