package vn.commendation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Names of WordprocessingML and short ways around its trees. */
final class Ooxml {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  static final String WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  static final String CONTENT_TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";

  private Ooxml() {}

  static boolean is(Node node, String name) {
    return node instanceof Element element
        && W.equals(element.getNamespaceURI())
        && name.equals(element.getLocalName());
  }

  static List<Element> children(Node parent) {
    var children = new ArrayList<Element>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Node parent, String name) {
    return children(parent).stream().filter(child -> is(child, name)).toList();
  }

  /** The first child of this name; {@code null} if there is none. */
  static Element child(Node parent, String name) {
    return parent == null ? null : children(parent, name).stream().findFirst().orElse(null);
  }

  /** Every element below, in the order of the document. */
  static List<Element> descendants(Node root, Predicate<Element> wanted) {
    var found = new ArrayList<Element>();
    collect(root, wanted, found);
    return found;
  }

  static List<Element> descendants(Node root, String name) {
    return descendants(root, element -> is(element, name));
  }

  private static void collect(Node node, Predicate<Element> wanted, List<Element> found) {
    for (var child : children(node)) {
      if (wanted.test(child)) {
        found.add(child);
      }
      collect(child, wanted, found);
    }
  }

  /** An attribute of WordprocessingML; {@code null} if it is not there. */
  static String attr(Element element, String name) {
    return element == null || !element.hasAttributeNS(W, name)
        ? null
        : element.getAttributeNS(W, name);
  }

  /** The nearest element above of this name; {@code null} if there is none. */
  static Element ancestor(Node node, String name) {
    var at = node.getParentNode();
    while (at != null && !is(at, name)) {
      at = at.getParentNode();
    }
    return (Element) at;
  }

  static Element create(Node where, String name) {
    var owner = where.getOwnerDocument();
    return owner.createElementNS(W, "w:" + name);
  }

  static void remove(Node node) {
    if (node.getParentNode() != null) {
      node.getParentNode().removeChild(node);
    }
  }
}
