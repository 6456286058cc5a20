// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates XML files with Java's Xerces, an implementation that shares no code with libxml2.
 *
 * <p>Usage: java ValidateXML.java (SCHEMA FOLDER SUFFIX)... where every file below FOLDER whose
 * name ends in SUFFIX is validated against SCHEMA. Prints the number of valid files; exit status
 * 1 when a file is not valid or there is none.
 */
public final class ValidateXML {
  private static int wrong = 0;

  public static void main(String[] arguments) throws Exception {
    int valid = 0;
    for (int index = 0; index + 2 < arguments.length; index += 3) {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      Validator validator = factory.newSchema(Path.of(arguments[index]).toFile()).newValidator();
      List<Path> files;
      String suffix = arguments[index + 2];
      try (Stream<Path> walk = Files.walk(Path.of(arguments[index + 1]))) {
        files = walk.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
      }
      if (files.isEmpty()) {
        report("no file ends in " + suffix + " below " + arguments[index + 1]);
      }
      for (Path file : files) {
        int before = wrong;
        validator.reset();
        validator.setErrorHandler(new Reporting(file));
        try {
          validator.validate(new StreamSource(file.toFile()));
        } catch (SAXException error) {
          report(file + ": " + error.getMessage());
        }
        if (wrong == before) {
          valid++;
        }
      }
    }
    System.out.println(valid);
    System.exit(wrong == 0 && valid > 0 ? 0 : 1);
  }

  private static void report(String line) {
    wrong++;
    System.err.println(line);
  }

  /** Reports everything, warnings too. */
  private record Reporting(Path file) implements ErrorHandler {
    @Override
    public void warning(SAXParseException error) {
      error(error);
    }

    @Override
    public void error(SAXParseException error) {
      report(file + ":" + error.getLineNumber() + ": " + error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }
}
