package vn.commendation.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What the styles of a DOCX say, and what applies where: properties by element and attribute, such
 * as {@code spacing.before}, the nearer over the farther.
 */
final class WordStyles {

  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, String> paragraphDefaults = new HashMap<>();
  private final Map<String, String> runDefaults = new HashMap<>();
  private String defaultParagraph;
  private String defaultTable;

  WordStyles(WordFile file) {
    file.optionalTree("word/styles.xml").ifPresent(tree -> read(tree.getDocumentElement()));
  }

  private void read(Element root) {
    var defaults = Ooxml.child(root, "docDefaults");
    add(paragraphDefaults, Ooxml.child(Ooxml.child(defaults, "pPrDefault"), "pPr"));
    add(runDefaults, Ooxml.child(Ooxml.child(defaults, "rPrDefault"), "rPr"));
    for (var style : Ooxml.children(root, "style")) {
      var id = Ooxml.attr(style, "styleId");
      styles.put(id, style);
      if ("1".equals(Ooxml.attr(style, "default"))) {
        switch (String.valueOf(Ooxml.attr(style, "type"))) {
          case "paragraph" -> defaultParagraph = id;
          case "table" -> defaultTable = id;
          default -> {}
        }
      }
    }
  }

  /** What applies to a paragraph itself. */
  Map<String, String> paragraph(Element paragraph, Map<String, String> fromTable) {
    var own = Ooxml.child(paragraph, "pPr");
    var found = new LinkedHashMap<>(paragraphDefaults);
    found.putAll(fromTable);
    inherit(found, style(own, "pStyle", defaultParagraph), "pPr", new HashSet<>());
    add(found, own);
    return found;
  }

  /** What applies to the letters of a paragraph, before what a run says. */
  Map<String, String> paragraphRun(Element paragraph) {
    var own = Ooxml.child(paragraph, "pPr");
    var found = new LinkedHashMap<>(runDefaults);
    inherit(found, style(own, "pStyle", defaultParagraph), "rPr", new HashSet<>());
    return found;
  }

  /** What applies to a run of a paragraph. */
  Map<String, String> run(Map<String, String> paragraphRun, Element runProperties) {
    var found = new LinkedHashMap<>(paragraphRun);
    inherit(found, style(runProperties, "rStyle", null), "rPr", new HashSet<>());
    add(found, runProperties);
    return found;
  }

  Map<String, String> table(Element properties) {
    var found = new LinkedHashMap<String, String>();
    inherit(found, style(properties, "tblStyle", defaultTable), "tblPr", new HashSet<>());
    add(found, properties);
    return found;
  }

  /** What a table's style says of the paragraphs in it. */
  Map<String, String> tableParagraphs(Element properties) {
    var found = new LinkedHashMap<String, String>();
    inherit(found, style(properties, "tblStyle", defaultTable), "pPr", new HashSet<>());
    return found;
  }

  static Map<String, String> flat(Element properties) {
    var found = new LinkedHashMap<String, String>();
    add(found, properties);
    return found;
  }

  static boolean on(Map<String, String> properties, String name) {
    if (!properties.containsKey(name)) {
      return false;
    }
    var value = properties.get(name + ".val");
    return value == null || !Set.of("0", "false", "off", "none").contains(value);
  }

  private static String style(Element properties, String kind, String otherwise) {
    var named = Ooxml.attr(Ooxml.child(properties, kind), "val");
    return named == null ? otherwise : named;
  }

  private void inherit(
      Map<String, String> found, String styleId, String kind, Set<String> visited) {
    var style = styles.get(styleId);
    if (style == null || !visited.add(styleId)) {
      return;
    }
    inherit(found, Ooxml.attr(Ooxml.child(style, "basedOn"), "val"), kind, visited);
    add(found, Ooxml.child(style, kind));
  }

  private static void add(Map<String, String> found, Element properties) {
    if (properties != null) {
      add(found, properties, "");
    }
  }

  private static void add(Map<String, String> found, Element properties, String prefix) {
    for (var child : Ooxml.children(properties)) {
      var name = prefix + child.getLocalName();
      found.put(name, "");
      // a property said again without its value is on, whatever was said before
      if (!child.hasAttributes()) {
        found.remove(name + ".val");
      }
      var attributes = child.getAttributes();
      for (var i = 0; i < attributes.getLength(); i++) {
        var attribute = attributes.item(i);
        if (attribute.getLocalName() != null) {
          found.put(name + "." + attribute.getLocalName(), attribute.getNodeValue());
        }
      }
      add(found, child, name + ".");
    }
  }
}
