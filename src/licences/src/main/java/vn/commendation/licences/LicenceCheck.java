package vn.commendation.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Checks every module of the build, from the module that holds the list. */
public final class LicenceCheck {
  private final MavenSession session;
  private final MavenProject self;
  private final Path target;
  private final Path file;
  private final LicenceList list;
  private final Findings findings;

  private LicenceCheck(MavenSession session) {
    this.session = session;
    this.self = session.getCurrentProject();
    this.target = Path.of(self.getBuild().getDirectory());
    this.file = self.getBasedir().toPath().resolve("licences.xml");
    this.list = LicenceList.read(file);
    this.findings = new Findings(list);
  }

  /**
   * Looks at all that the build fetches and serves.
   *
   * @param session Maven's session
   * @throws RuntimeException naming each artifact and file that has no allowed licence
   */
  public static void check(Object session) {
    try {
      new LicenceCheck((MavenSession) session).check();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() throws IOException {
    Digest digest =
        new Digest().addFiles(file).addFiles(Path.of(self.getBuild().getOutputDirectory()));
    for (MavenProject module : session.getAllProjects()) {
      digest.add(module).add(scriptsOf(module));
    }
    String inputs = digest.hex();
    Path passed = target.resolve("licences.passed");
    if (Files.exists(passed) && Files.readString(passed).equals(inputs)) {
      return;
    }
    checkAll();
    Files.writeString(passed, inputs);
  }

  private void checkAll() throws IOException {
    MavenParts maven = new MavenParts(session, banned());
    for (MavenProject module : session.getAllProjects()) {
      maven.addDependenciesOf(module, isProduct(module));
      maven.addPluginsOf(module, list.fetched());
    }
    findings.banned(maven.refused());
    maven.parts().stream().filter(part -> !isOurs(part)).forEach(findings::judge);
    // only now: a jar is fetched to look into it
    refuse();
    for (MavenProject module : session.getAllProjects()) {
      scriptsOf(module).forEach(script -> findings.judgeScript("", script));
      if (isProduct(module)) {
        for (Map.Entry<Path, String> jar : maven.shippedJars(module).entrySet()) {
          Scripts.inJar(jar.getKey())
              .forEach(script -> findings.judgeScript(jar.getValue(), script));
        }
      }
    }
    refuse();
    write(new LicenceTable(list, findings));
    System.out.println(
        "[INFO] Licences: " + findings.parts().size() + " artifacts, all allowed by " + file);
  }

  /** Our own scripts that the module ships. */
  private List<String> scriptsOf(MavenProject module) throws IOException {
    List<String> scripts = new ArrayList<>();
    for (Resource resource : module.getBuild().getResources()) {
      scripts.addAll(
          Scripts.below(Path.of(resource.getDirectory()), self.getParent().getBasedir().toPath()));
    }
    return scripts;
  }

  private void refuse() {
    List<String> complaints = findings.complaints();
    if (!complaints.isEmpty()) {
      throw new LicencesRefused(
          "Not allowed by " + file + ":\n  " + String.join("\n  ", complaints));
    }
  }

  /** One module alone does not know what the others bring: what it said would be too little. */
  private void write(LicenceTable table) throws IOException {
    if (session.getAllProjects().contains(self.getParent())) {
      Files.writeString(target.resolve("licences.md"), table.text());
      Files.write(
          target.resolve("artifacts.tsv"),
          findings.parts().entrySet().stream()
              .map(part -> part.getKey().id() + "\t" + part.getValue().id())
              .toList());
    }
  }

  private Banned banned() {
    Plugin enforcer = self.getPlugin("org.apache.maven.plugins:maven-enforcer-plugin");
    return Banned.ofEnforcer(
        String.valueOf(enforcer.getExecutionsAsMap().get("banned-by-name").getConfiguration()));
  }

  private boolean isProduct(MavenProject module) {
    return !module.equals(self) && !module.equals(self.getParent());
  }

  private boolean isOurs(Part part) {
    return part.group().equals(self.getGroupId());
  }
}
