package vn.commendation.document;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A template, read once: its placeholders stand in runs of their own, however Word has split them.
 * Values go in as text nodes and are never looked through for placeholders.
 *
 * <p>{@code {{name}}} is a value; {@code {{#name}} … {{/name}}} is repeated for each row of a list,
 * or stays if a flag is set or a text is not empty; {@code {{^name}} … {{/name}}} stays if not.
 */
final class WordTemplate {

  /** Elements that only exist between reading and filling. */
  private static final String M = "urn:vn.commendation:merge";

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final Pattern MARK = Pattern.compile("\\{\\{([#/^]?)([^{}]*)}}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern PARTS =
      Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\x09\\x0A\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final WordFile file;
  private final List<TemplateProblem> problems = new ArrayList<>();

  private WordTemplate(WordFile file) {
    this.file = file;
    for (var part : partsWithText()) {
      var root = file.tree(part).getDocumentElement();
      Ooxml.descendants(root, "p").forEach(this::separate);
      pairs(root).unmatched().forEach(mark -> problem("unmatched", mark));
    }
  }

  /**
   * Reads a template.
   *
   * @throws DocumentRefused if it is no DOCX
   */
  static WordTemplate read(byte[] content) {
    return new WordTemplate(WordFile.read(content));
  }

  WordFile file() {
    return file;
  }

  /** What keeps the template from being filled with these fields; empty if nothing does. */
  List<TemplateProblem> check(List<DocumentField> fields) {
    var found = new ArrayList<>(problems);
    if (found.isEmpty()) {
      for (var part : partsWithText()) {
        checkPart(file.tree(part).getDocumentElement(), fields, found);
      }
    }
    return found.stream().distinct().toList();
  }

  /** Fills a copy of the template. */
  WordFile fill(Map<String, Object> values) {
    var filled = file.copy();
    for (var part : partsWithText()) {
      fill(filled.tree(part).getDocumentElement(), new Scope(null, values, 0));
    }
    return filled;
  }

  private List<String> partsWithText() {
    return file.parts().keySet().stream().filter(name -> PARTS.matcher(name).matches()).toList();
  }

  private record Scope(Scope outer, Map<String, Object> values, int row) {

    Object get(String name) {
      if (values.containsKey(name)) {
        return values.get(name);
      }
      if (row > 0 && name.equals("stt")) {
        return String.valueOf(row);
      }
      if (outer == null) {
        throw new IllegalStateException("No value for {{" + name + "}}");
      }
      return outer.get(name);
    }
  }

  // reading

  /** Gives each placeholder of a paragraph a run of its own. */
  private void separate(Element paragraph) {
    var texts =
        Ooxml.descendants(paragraph, "t").stream()
            .filter(text -> Ooxml.ancestor(text, "p") == paragraph)
            .filter(text -> Ooxml.is(text.getParentNode(), "r"))
            .toList();
    var whole = new StringBuilder();
    texts.forEach(text -> whole.append(text.getTextContent()));
    if (whole.indexOf("{{") < 0 && whole.indexOf("}}") < 0) {
      return;
    }
    gather(texts, whole.toString());
    for (var text : texts) {
      split(text);
    }
  }

  /** Moves the letters of a placeholder into the run where it starts. */
  private static void gather(List<Element> texts, String whole) {
    var pieces = new ArrayList<StringBuilder>();
    var starts = new int[texts.size() + 1];
    for (var i = 0; i < texts.size(); i++) {
      pieces.add(new StringBuilder());
      starts[i + 1] = starts[i] + texts.get(i).getTextContent().length();
    }
    var marks = MARK.matcher(whole);
    var holder = -1;
    var end = 0;
    var piece = 0;
    var found = marks.find();
    for (var at = 0; at < whole.length(); at++) {
      while (at >= starts[piece + 1]) {
        piece++;
      }
      if (found && at == marks.start()) {
        holder = piece;
        end = marks.end();
        found = marks.find();
      }
      pieces.get(at < end ? holder : piece).append(whole.charAt(at));
    }
    for (var i = 0; i < texts.size(); i++) {
      texts.get(i).setTextContent(pieces.get(i).toString());
      texts.get(i).setAttributeNS(XML, "xml:space", "preserve");
    }
  }

  private void split(Element text) {
    var content = text.getTextContent();
    if (!content.contains("{{") && !content.contains("}}")) {
      return;
    }
    var run = (Element) text.getParentNode();
    var marks = MARK.matcher(content);
    var at = 0;
    while (marks.find()) {
      literal(run, text, content.substring(at, marks.start()));
      var name = marks.group(2).strip();
      if (NAME.matcher(name).matches()) {
        var kind =
            switch (marks.group(1)) {
              case "#" -> "open";
              case "^" -> "inverse";
              case "/" -> "close";
              default -> "value";
            };
        var mark = run.getOwnerDocument().createElementNS(M, "m:" + kind);
        mark.setAttribute("name", name);
        piece(run, text, mark);
      } else {
        problems.add(new TemplateProblem("bad-name", marks.group()));
      }
      at = marks.end();
    }
    literal(run, text, content.substring(at));
    Ooxml.remove(text);
    if (Ooxml.children(run).stream().allMatch(child -> Ooxml.is(child, "rPr"))) {
      Ooxml.remove(run);
    }
  }

  private void literal(Element run, Element text, String content) {
    if (content.contains("{{") || content.contains("}}")) {
      problems.add(new TemplateProblem("unclosed", content.strip()));
    }
    if (!content.isEmpty()) {
      piece(run, text, text(run, content));
    }
  }

  /** A run before this one with everything that stands before the text, then the piece. */
  private static void piece(Element run, Element text, Element piece) {
    var copy = (Element) run.cloneNode(false);
    for (var child : Ooxml.children(run)) {
      if (child == text) {
        break;
      }
      if (Ooxml.is(child, "rPr")) {
        copy.appendChild(child.cloneNode(true));
      } else {
        copy.appendChild(child);
      }
    }
    copy.appendChild(piece);
    run.getParentNode().insertBefore(copy, run);
  }

  private static Element text(Node where, String content) {
    var text = Ooxml.create(where, "t");
    text.setAttributeNS(XML, "xml:space", "preserve");
    text.setTextContent(content);
    return text;
  }

  // pairs of marks

  private static boolean isMark(Element element) {
    return M.equals(element.getNamespaceURI()) && !element.getLocalName().equals("group");
  }

  private static boolean opens(Element mark) {
    return mark.getLocalName().equals("open") || mark.getLocalName().equals("inverse");
  }

  private record Pair(Element open, Element close) {}

  private record Pairs(List<Pair> outermost, List<Element> unmatched) {}

  private static Pairs pairs(Element root) {
    var outermost = new ArrayList<Pair>();
    var unmatched = new ArrayList<Element>();
    Deque<Element> open = new ArrayDeque<>();
    for (var mark : Ooxml.descendants(root, WordTemplate::isMark)) {
      if (opens(mark)) {
        open.push(mark);
      } else if (mark.getLocalName().equals("close")) {
        if (!open.isEmpty() && name(open.peek()).equals(name(mark))) {
          var first = open.pop();
          if (open.isEmpty()) {
            outermost.add(new Pair(first, mark));
          }
        } else {
          unmatched.add(mark);
        }
      }
    }
    unmatched.addAll(open);
    return new Pairs(outermost, unmatched);
  }

  private static String name(Element mark) {
    return mark.getAttribute("name");
  }

  private void problem(String code, Element mark) {
    problems.add(new TemplateProblem(code, written(mark)));
  }

  private static String written(Element mark) {
    var sign =
        switch (mark.getLocalName()) {
          case "open" -> "#";
          case "inverse" -> "^";
          case "close" -> "/";
          default -> "";
        };
    return "{{" + sign + name(mark) + "}}";
  }

  private static void checkPart(
      Element root, List<DocumentField> fields, List<TemplateProblem> found) {
    Deque<List<DocumentField>> scopes = new ArrayDeque<>();
    scopes.push(fields);
    for (var mark : Ooxml.descendants(root, WordTemplate::isMark)) {
      if (mark.getLocalName().equals("close")) {
        scopes.pop();
        continue;
      }
      var inRows = scopes.stream().limit(scopes.size() - 1L).anyMatch(one -> !one.isEmpty());
      var field =
          scopes.stream()
              .flatMap(List::stream)
              .filter(one -> one.name().equals(name(mark)))
              .findFirst()
              .orElse(null);
      if (field == null && !(inRows && name(mark).equals("stt"))) {
        found.add(new TemplateProblem("unknown", written(mark)));
      } else if (!opens(mark) && field != null && !(field.sample() instanceof String)) {
        found.add(new TemplateProblem("not-a-text", written(mark)));
      }
      if (opens(mark)) {
        var rows = field != null && mark.getLocalName().equals("open");
        scopes.push(rows ? field.columns() : List.of());
      }
    }
  }

  // filling

  private static void fill(Element root, Scope scope) {
    for (var pair : pairs(root).outermost()) {
      repeat(pair, scope);
    }
    for (var mark : Ooxml.descendants(root, WordTemplate::isMark)) {
      write(mark, scope);
    }
    for (var group : Ooxml.descendants(root, element -> M.equals(element.getNamespaceURI()))) {
      unwrap(group);
    }
  }

  private static void repeat(Pair pair, Scope scope) {
    var value = scope.get(name(pair.open()));
    var scopes =
        pair.open().getLocalName().equals("inverse")
            ? scopes(value, scope).isEmpty() ? List.of(scope) : List.<Scope>of()
            : scopes(value, scope);
    var region = region(pair);
    var parent = region.getFirst().getParentNode();
    var next = region.getLast().getNextSibling();
    removeMark(pair.open(), region);
    removeMark(pair.close(), region);
    for (var one : scopes) {
      var group = parent.getOwnerDocument().createElementNS(M, "m:group");
      parent.insertBefore(group, next);
      region.stream()
          .filter(node -> node.getParentNode() == parent)
          .forEach(node -> group.appendChild(node.cloneNode(true)));
      fill(group, one);
    }
    region.stream().filter(node -> node.getParentNode() == parent).forEach(Ooxml::remove);
    closeUp(parent);
  }

  private static List<Scope> scopes(Object value, Scope scope) {
    return switch (value) {
      case null -> List.of();
      case Boolean flag -> flag ? List.of(scope) : List.of();
      case List<?> rows -> {
        var scopes = new ArrayList<Scope>();
        for (var row : rows) {
          @SuppressWarnings("unchecked")
          var values = (Map<String, Object>) row;
          scopes.add(new Scope(scope, values, scopes.size() + 1));
        }
        yield scopes;
      }
      default -> value.toString().isBlank() ? List.of() : List.of(scope);
    };
  }

  /**
   * The siblings a pair of marks encloses: runs, paragraphs and tables, or rows. What encloses all
   * of a paragraph's text encloses the paragraph.
   */
  private static List<Node> region(Pair pair) {
    var first = ancestors(pair.open());
    var last = ancestors(pair.close());
    var depth = 0;
    while (first.get(depth) == last.get(depth)) {
      depth++;
    }
    Node from = first.get(depth);
    Node to = last.get(depth);
    if (Ooxml.is(from, "tc")) {
      from = from.getParentNode();
      to = from;
    }
    if (Ooxml.is(from, "r") && encloses(from, to)) {
      return List.of(from.getParentNode());
    }
    var region = new ArrayList<Node>();
    for (var node = from; node != to; node = node.getNextSibling()) {
      region.add(node);
    }
    region.add(to);
    return region;
  }

  private static boolean encloses(Node from, Node to) {
    var runs =
        Ooxml.children(from.getParentNode()).stream()
            .filter(child -> Ooxml.is(child, "r") || Ooxml.is(child, "hyperlink"))
            .toList();
    return Ooxml.is(from.getParentNode(), "p") && runs.getFirst() == from && runs.getLast() == to;
  }

  private static List<Node> ancestors(Node node) {
    var path = new ArrayList<Node>();
    for (var at = node; at != null; at = at.getParentNode()) {
      path.add(at);
    }
    Collections.reverse(path);
    return path;
  }

  /** Takes a mark away, and the paragraph or row that held nothing else. */
  private static void removeMark(Element mark, List<Node> region) {
    var run = (Element) mark.getParentNode();
    Ooxml.remove(mark);
    if (Ooxml.children(run).stream().allMatch(child -> Ooxml.is(child, "rPr"))) {
      var holder = run.getParentNode();
      Ooxml.remove(run);
      for (var node : region) {
        if (node == holder && Ooxml.is(node, "p") && isBlank((Element) node)) {
          Ooxml.remove(node);
        } else if (region.size() > 1
            && Ooxml.is(node, "tr")
            && isAbove(node, holder)
            && isBlank((Element) node)) {
          Ooxml.remove(node);
        }
      }
    }
  }

  private static boolean isAbove(Node node, Node below) {
    for (var at = below; at != null; at = at.getParentNode()) {
      if (at == node) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(Element element) {
    return Ooxml.descendants(element, WordTemplate::isContent).isEmpty();
  }

  private static boolean isContent(Element element) {
    return Ooxml.is(element, "sectPr")
        || Ooxml.is(element, "tbl")
        || Ooxml.is(element.getParentNode(), "r")
            && !Ooxml.is(element, "rPr")
            && !(Ooxml.is(element, "t") && element.getTextContent().isBlank());
  }

  /** What must not be empty is not left so: a cell has a paragraph, a table has rows. */
  private static void closeUp(Node parent) {
    if (Ooxml.is(parent, "tc")) {
      var children = Ooxml.children(parent);
      if (children.isEmpty() || Ooxml.is(children.getLast(), "tcPr")) {
        parent.appendChild(Ooxml.create(parent, "p"));
      }
    } else if (Ooxml.is(parent, "tbl")
        && Ooxml.children(parent).stream()
            .noneMatch(child -> Ooxml.is(child, "tr") || M.equals(child.getNamespaceURI()))) {
      Ooxml.remove(parent);
    }
  }

  private static void write(Element mark, Scope scope) {
    var value = scope.get(name(mark));
    var run = mark.getParentNode();
    var text =
        value == null
            ? ""
            : Normalizer.normalize(NOT_XML.matcher(value.toString()).replaceAll(""), Form.NFC);
    var first = true;
    for (var line : text.split("\\R", -1)) {
      if (!first) {
        run.insertBefore(Ooxml.create(run, "br"), mark);
      }
      first = false;
      var tabbed = false;
      for (var piece : line.split("\t", -1)) {
        if (tabbed) {
          run.insertBefore(Ooxml.create(run, "tab"), mark);
        }
        tabbed = true;
        if (!piece.isEmpty()) {
          run.insertBefore(text(run, piece), mark);
        }
      }
    }
    Ooxml.remove(mark);
  }

  private static void unwrap(Element group) {
    var parent = group.getParentNode();
    if (parent != null) {
      while (group.getFirstChild() != null) {
        parent.insertBefore(group.getFirstChild(), group);
      }
      parent.removeChild(group);
    }
  }
}
