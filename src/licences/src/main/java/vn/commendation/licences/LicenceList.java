package vn.commendation.licences;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The allowed licences and what else {@code licences.xml} says. */
final class LicenceList {

  /**
   * A licence that is allowed.
   *
   * @param alone whether it is allowed to whoever bears it; otherwise only as the other choice
   *     beside such a licence, or where the list names the part
   * @param inFull whether the table names every part under it, not only those our POMs name
   */
  record Licence(String id, String title, String note, boolean alone, boolean inFull) {}

  /** A part whose POM is silent or wrong about what is in it. */
  record Artifact(String id, Licence licence, String title) {}

  /** Pieces of JavaScript under one licence. */
  record Pieces(Licence licence, String names) {}

  /**
   * JavaScript files.
   *
   * @param jar group:artifact:version, or empty for files of this repository
   * @param path pattern of the path in the jar or the repository
   */
  record Script(String jar, String path, List<Pieces> pieces) {}

  /**
   * An artifact that a plugin fetches when it runs, which no POM tells.
   *
   * @param version the property that holds its version, or empty if it is the plugin's
   */
  record Fetched(String plugin, String artifact, String version) {}

  /** Something shipped or run that is no artifact. */
  record Other(Licence licence, String names, boolean shipped) {}

  private final Map<String, Licence> licences = new LinkedHashMap<>();
  private final Map<String, Licence> byName = new LinkedHashMap<>();
  private final List<Artifact> artifacts = new ArrayList<>();
  private final List<Script> scripts = new ArrayList<>();
  private final List<Fetched> fetched = new ArrayList<>();
  private final List<Other> others = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  static LicenceList read(Path file) {
    try {
      return new LicenceList(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private LicenceList(Element root) {
    for (Element element : children(root, "licence")) {
      Licence licence =
          new Licence(
              element.getAttribute("id"),
              element.getAttribute("title"),
              children(element, "note").stream().map(LicenceList::text).findFirst().orElse(""),
              !element.getAttribute("alone").equals("no"),
              element.getAttribute("parts").equals("all"));
      if (licences.put(licence.id(), licence) != null) {
        throw new IllegalStateException("The licence " + licence.id() + " is listed twice");
      }
      children(element, "name").forEach(name -> byName.put(plain(text(name)), licence));
    }
    for (Element element : children(root, "artifact")) {
      artifacts.add(
          new Artifact(
              element.getAttribute("id"), licence(element), element.getAttribute("title")));
    }
    for (Element jar : children(root, "scripts")) {
      for (Element script : children(jar, "script")) {
        scripts.add(
            new Script(
                jar.getAttribute("jar"),
                jar.getAttribute("below") + script.getAttribute("path"),
                children(script, "pieces").stream()
                    .map(p -> new Pieces(licence(p), text(p)))
                    .toList()));
      }
    }
    for (Element element : children(root, "fetched")) {
      fetched.add(
          new Fetched(
              element.getAttribute("plugin"),
              element.getAttribute("artifact"),
              element.getAttribute("version")));
    }
    for (Element element : children(root, "other")) {
      others.add(
          new Other(
              licence(element), text(element), element.getAttribute("shipped").equals("yes")));
    }
    for (Element element : children(root, "title")) {
      titles.put(element.getAttribute("group"), text(element));
    }
  }

  /** The licence this part is used under, or empty if it has none that is allowed. */
  Optional<Licence> of(Part part) {
    Optional<Artifact> named = named(part);
    if (named.isPresent()) {
      return named.map(Artifact::licence);
    }
    List<Licence> known = part.licences().stream().map(name -> byName.get(plain(name))).toList();
    if (known.contains(null)) {
      return Optional.empty();
    }
    return licences.values().stream().filter(Licence::alone).filter(known::contains).findFirst();
  }

  /** What a JavaScript file is made of, or empty if the list does not know it. */
  Optional<Script> of(String jar, String path) {
    return scripts.stream()
        .filter(script -> script.jar().equals(jar) && Names.matches(script.path(), path))
        .findFirst();
  }

  /** What the table calls a part. */
  String title(Part part) {
    return named(part)
        .map(Artifact::title)
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> titles.getOrDefault(part.group(), part.artifact()));
  }

  List<Licence> licences() {
    return List.copyOf(licences.values());
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  List<Fetched> fetched() {
    return List.copyOf(fetched);
  }

  List<Other> others() {
    return List.copyOf(others);
  }

  private Optional<Artifact> named(Part part) {
    return artifacts.stream().filter(a -> Names.matches(a.id(), part.id())).findFirst();
  }

  private Licence licence(Element element) {
    String id = element.getAttribute("licence");
    Licence licence = licences.get(id);
    if (licence == null) {
      throw new IllegalStateException("The list names a licence it does not hold: '" + id + "'");
    }
    return licence;
  }

  /** POMs differ in case, commas and articles only. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9+.]+", " ")
        .strip()
        .replaceFirst("^the ", "");
  }

  private static List<Element> children(Element parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }

  private static String text(Element element) {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }
}
