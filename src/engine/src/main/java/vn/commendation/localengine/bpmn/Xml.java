package vn.commendation.localengine.bpmn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.commendation.localengine.kernel.Refusal;

/** A BPMN file as a tree, whatever prefixes it uses. */
final class Xml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  static final String OPERATON = "http://operaton.org/schema/1.0/bpmn";

  private final Document document;

  /**
   * @throws Refusal INVALID_ARGUMENT if it is no XML
   */
  Xml(byte[] bytes) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      this.document = builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException e) {
      throw Refusal.invalid("not well-formed XML: " + e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Element> all(String namespace, String name) {
    return list(document.getElementsByTagNameNS(namespace, name));
  }

  /** Elements of BPMN in processes that are executable, these included. */
  List<Element> executable(String name) {
    return all(BPMN, name).stream().filter(Xml::isExecutable).toList();
  }

  private static boolean isExecutable(Element element) {
    for (Node each = element; each instanceof Element owner; each = each.getParentNode()) {
      if (BPMN.equals(owner.getNamespaceURI()) && "process".equals(owner.getLocalName())) {
        return Boolean.parseBoolean(owner.getAttribute("isExecutable"));
      }
    }
    return false;
  }

  Element byId(String id) {
    return all(BPMN, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Adds a root element before the processes. */
  Element root(String namespace, String name) {
    var element = document.createElementNS(namespace, name);
    document.getDocumentElement().insertBefore(element, all(BPMN, "process").getFirst());
    return element;
  }

  Element rootElement() {
    return document.getDocumentElement();
  }

  byte[] bytes() {
    try {
      var out = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Element> children(Node parent) {
    return list(parent.getChildNodes());
  }

  static List<Element> children(Node parent, String namespace) {
    return children(parent).stream()
        .filter(element -> namespace.equals(element.getNamespaceURI()))
        .toList();
  }

  static Element child(Node parent, String namespace, String name) {
    return children(parent, namespace).stream()
        .filter(element -> name.equals(element.getLocalName()))
        .findFirst()
        .orElse(null);
  }

  /** An element's extension for Camunda 8; null if there is none of the name. */
  static Element extension(Element element, String name) {
    var extensions = child(element, BPMN, "extensionElements");
    return extensions == null ? null : child(extensions, ZEEBE, name);
  }

  private static List<Element> list(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
