package vn.commendation.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A DOCX as its parts. What is larger unpacked than any letter, or no well-formed package, is
 * refused.
 */
final class WordFile {

  static final String DOCUMENT = "word/document.xml";

  private static final int MOST_PARTS = 500;
  private static final long MOST_UNPACKED = 60L * 1024 * 1024;
  private static final long WITHOUT_DATE = 315_532_800_000L;

  private final Map<String, byte[]> parts;
  private final Map<String, Document> trees = new LinkedHashMap<>();

  private WordFile(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /**
   * Unpacks a file.
   *
   * @throws DocumentRefused if it is no DOCX, or a bomb
   */
  static WordFile read(byte[] content) {
    var parts = new LinkedHashMap<String, byte[]>();
    var left = MOST_UNPACKED;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        var bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
        left -= bytes.length;
        if (left < 0 || parts.size() >= MOST_PARTS) {
          throw new DocumentRefused("template-too-large");
        }
        if (parts.put(entry.getName(), bytes) != null) {
          throw new DocumentRefused("template-unreadable");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DocumentRefused("template-unreadable");
    }
    if (!parts.containsKey(DOCUMENT) || !parts.containsKey("[Content_Types].xml")) {
      throw new DocumentRefused("template-unreadable");
    }
    return new WordFile(parts);
  }

  /** A copy whose trees can be changed without changing this one. */
  synchronized WordFile copy() {
    var copy = new WordFile(new LinkedHashMap<>(parts));
    trees.forEach((name, tree) -> copy.trees.put(name, (Document) tree.cloneNode(true)));
    return copy;
  }

  Map<String, byte[]> parts() {
    return parts;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** A part as a tree; what is changed there is written by {@link #write}. */
  synchronized Document tree(String name) {
    return trees.computeIfAbsent(name, part -> parse(parts.get(part)));
  }

  Optional<Document> optionalTree(String name) {
    return has(name) ? Optional.of(tree(name)) : Optional.empty();
  }

  void add(String name, byte[] content) {
    parts.put(name, content);
    trees.remove(name);
  }

  /** Targets of a part's relationships by id, as names of parts. */
  Map<String, String> relations(String part) {
    var targets = new LinkedHashMap<String, String>();
    optionalTree(relationsOf(part))
        .ifPresent(
            tree -> {
              for (var relation : Ooxml.children(tree.getDocumentElement())) {
                targets.put(relation.getAttribute("Id"), resolve(part, target(relation)));
              }
            });
    return targets;
  }

  static String relationsOf(String part) {
    var slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private static String target(Element relation) {
    return relation.getAttribute("Target");
  }

  private static String resolve(String part, String target) {
    return target.startsWith("/")
        ? target.substring(1)
        : part.substring(0, part.lastIndexOf('/') + 1) + target;
  }

  byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        var entry = new ZipEntry(part.getKey());
        entry.setTime(WITHOUT_DATE);
        zip.putNextEntry(entry);
        var tree = trees.get(part.getKey());
        zip.write(tree == null ? part.getValue() : print(tree));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Document parse(byte[] xml) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXException e) {
      throw new DocumentRefused("template-unreadable");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] print(Document tree) {
    try {
      var bytes = new ByteArrayOutputStream();
      tree.setXmlStandalone(true);
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(tree), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
