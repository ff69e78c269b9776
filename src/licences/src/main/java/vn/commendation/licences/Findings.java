package vn.commendation.licences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.commendation.licences.LicenceList.Licence;
import vn.commendation.licences.LicenceList.Script;

/** Judges parts and scripts, and gathers what is to be said against them. */
final class Findings {
  private final LicenceList list;
  private final List<String> complaints = new ArrayList<>();
  private final Map<Part, Licence> parts = new LinkedHashMap<>();
  private final List<Script> scripts = new ArrayList<>();

  Findings(LicenceList list) {
    this.list = list;
  }

  void banned(Collection<String> refused) {
    refused.forEach(part -> complaints.add("banned by name: " + part));
  }

  void judge(Part part) {
    Optional<Licence> licence = list.of(part);
    if (licence.isPresent()) {
      parts.put(part, licence.get());
    } else {
      String says = part.licences().isEmpty() ? "no licence" : String.join(" / ", part.licences());
      complaints.add(part.id() + ": " + says + " (" + part.broughtBy() + ")");
    }
  }

  /**
   * @param jar group:artifact:version, or empty for a file of this repository
   */
  void judgeScript(String jar, String path) {
    Optional<Script> script = list.of(jar, path);
    if (script.isEmpty()) {
      complaints.add((jar.isEmpty() ? "" : jar + "!") + path + ": JavaScript without a licence");
    } else if (!scripts.contains(script.get())) {
      scripts.add(script.get());
    }
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  Map<Part, Licence> parts() {
    return parts;
  }

  List<Script> scripts() {
    return List.copyOf(scripts);
  }
}
