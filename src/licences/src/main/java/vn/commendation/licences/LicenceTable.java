package vn.commendation.licences;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.commendation.licences.LicenceList.Licence;

/** The table of licences in the README. */
final class LicenceTable {
  private final LicenceList list;
  private final Findings findings;

  LicenceTable(LicenceList list, Findings findings) {
    this.list = list;
    this.findings = findings;
  }

  /** Markdown, a row for each licence that is in use. */
  String text() {
    var rows = new ArrayList<String>();
    rows.add("| Licence | In the product | Only in build, tests and local start |");
    rows.add("|---|---|---|");
    for (Licence licence : list.licences()) {
      String shipped = cell(licence, true);
      String other = cell(licence, false);
      if (!(shipped + other).isEmpty()) {
        String note = licence.note().isEmpty() ? "" : ": " + licence.note();
        rows.add("| " + licence.title() + note + " | " + shipped + " | " + other + " |");
      }
    }
    return String.join("\n", rows) + "\n";
  }

  private String cell(Licence licence, boolean shipped) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean more = false;
    for (var entry : findings.parts().entrySet()) {
      Part part = entry.getKey();
      if (part.shipped() == shipped && entry.getValue().equals(licence)) {
        if (part.declared() || licence.inFull()) {
          names.add(list.title(part));
        } else {
          more = true;
        }
      }
    }
    list.others().stream()
        .filter(other -> other.shipped() == shipped && other.licence().equals(licence))
        .forEach(other -> names.add(other.names()));
    List<String> scripts = shipped ? scripts(licence) : List.of();
    if (licence.inFull()) {
      names.addAll(scripts);
    }
    var words = new ArrayList<>(names);
    if (!licence.inFull() && !scripts.isEmpty()) {
      words.add("JavaScript that others bring");
    }
    if (more) {
      words.add("parts that others bring");
    }
    return String.join(", ", words);
  }

  private List<String> scripts(Licence licence) {
    return findings.scripts().stream()
        .flatMap(script -> script.pieces().stream())
        .filter(pieces -> pieces.licence().equals(licence))
        .flatMap(pieces -> Stream.of(pieces.names().split(", ")))
        .toList();
  }
}
