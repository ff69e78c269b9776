package vn.commendation.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private LicenceCheck(MavenSession session) {
    this.session = session;
    this.self = session.getCurrentProject();
    this.target = Path.of(self.getBuild().getDirectory());
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
    Path file = self.getBasedir().toPath().resolve("licences.xml");
    LicenceList list = LicenceList.read(file);
    Findings findings = new Findings(list);
    MavenParts maven = new MavenParts(session, banned());
    for (MavenProject module : session.getAllProjects()) {
      maven.addDependenciesOf(module, isProduct(module));
      maven.addPluginsOf(module, list.fetched());
    }
    findings.banned(maven.refused());
    maven.parts().stream().filter(part -> !isOurs(part)).forEach(findings::judge);
    // only now: a jar is fetched to look into it
    refuse(findings, file);
    for (MavenProject module : session.getAllProjects()) {
      judgeScripts(module, maven, findings);
    }
    refuse(findings, file);
    write(new LicenceTable(list, findings), findings);
    System.out.println(
        "[INFO] Licences: " + findings.parts().size() + " artifacts, all allowed by " + file);
  }

  private void judgeScripts(MavenProject module, MavenParts maven, Findings findings)
      throws IOException {
    if (!isProduct(module)) {
      return;
    }
    Path root = self.getParent().getBasedir().toPath();
    for (Map.Entry<Path, String> jar : maven.shippedJars(module).entrySet()) {
      for (String script : Scripts.inJar(jar.getKey())) {
        findings.judgeScript(jar.getValue(), script);
      }
    }
    for (Resource resource : module.getBuild().getResources()) {
      for (String script : Scripts.below(Path.of(resource.getDirectory()), root)) {
        findings.judgeScript("", script);
      }
    }
  }

  private void refuse(Findings findings, Path file) {
    List<String> complaints = findings.complaints();
    if (!complaints.isEmpty()) {
      throw new LicencesRefused(
          "Not allowed by " + file + ":\n  " + String.join("\n  ", complaints));
    }
  }

  /** One module alone does not know what the others bring: what it said would be too little. */
  private void write(LicenceTable table, Findings findings) throws IOException {
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
