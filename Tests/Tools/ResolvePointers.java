// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Follows pointers into records with Java's XPath, an implementation that shares no code with ours.
 *
 * <p>Usage: java ResolvePointers.java FOLDER where every folder below FOLDER that holds record.xml
 * also holds pointers.txt with one XPath expression a line; the prefix r stands for the namespace
 * of records. Prints the number of pointers; exit status 1 when one does not select one element.
 */
public final class ResolvePointers {
  private static final String RECORD = "urn:spine-decision-aid:decision-record:1";

  public static void main(String[] arguments) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    XPath path = XPathFactory.newInstance().newXPath();
    path.setNamespaceContext(new Records());
    List<Path> records;
    try (Stream<Path> walk = Files.walk(Path.of(arguments[0]))) {
      records = walk.filter(file -> file.endsWith("record.xml")).sorted().toList();
    }
    int good = 0;
    int wrong = 0;
    for (Path record : records) {
      Document document = factory.newDocumentBuilder().parse(record.toFile());
      for (String pointer : Files.readAllLines(record.resolveSibling("pointers.txt"))) {
        NodeList nodes = (NodeList) path.evaluate(pointer, document, XPathConstants.NODESET);
        if (nodes.getLength() == 1) {
          good++;
        } else {
          wrong++;
          System.err.println(record + ": " + nodes.getLength() + " nodes: " + pointer);
        }
      }
    }
    System.out.println(good);
    System.exit(wrong > 0 || records.isEmpty() ? 1 : 0);
  }

  private static final class Records implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return prefix.equals("r") ? RECORD : "";
    }

    @Override
    public String getPrefix(String namespace) {
      return namespace.equals(RECORD) ? "r" : null;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      return List.of("r").iterator();
    }
  }
}
