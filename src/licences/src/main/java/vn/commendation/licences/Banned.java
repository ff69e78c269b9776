package vn.commendation.licences;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What may not be fetched, not even its POM, whatever that would say.
 *
 * @param excluded patterns of group:artifact
 * @param included patterns of group:artifact that are allowed all the same
 */
record Banned(Names excluded, Names included) {

  boolean contains(String groupAndArtifact) {
    return excluded.contain(groupAndArtifact) && !included.contain(groupAndArtifact);
  }

  /** Reads the names from the enforcer's rule, so that they stand in one place. */
  static Banned ofEnforcer(String configuration) {
    try {
      Document rules =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(configuration)));
      var banned =
          new Banned(new Names(texts(rules, "exclude")), new Names(texts(rules, "include")));
      if (banned.excluded().patterns().isEmpty()) {
        throw new IllegalStateException("The enforcer bans nothing: " + configuration);
      }
      return banned;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(Document document, String element) {
    var found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent().strip())
        .toList();
  }
}
