package vn.commendation.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  private static final String LIST =
      """
      <licences>
        <licence id="Apache-2.0" title="Apache License 2.0">
          <name>Apache License, Version 2.0</name>
        </licence>
        <licence id="MIT" title="MIT"><name>MIT</name></licence>
        <licence id="EPL-2.0" title="EPL 2.0" parts="all"><name>EPL 2.0</name></licence>
        <licence id="GPL-2.0" title="GNU GPL 2" alone="no"><name>GPL 2</name></licence>
        <artifact id="org.database:server-*:11.4" licence="GPL-2.0" title="Server"/>
        <scripts jar="" below="src/main/static/">
          <script path="own.js"><pieces licence="MIT">ours</pieces></script>
        </scripts>
        <scripts jar="org.web:kit:1.0" below="META-INF/resources/">
          <script path="kit/*">
            <pieces licence="MIT">kit, gadget</pieces>
            <pieces licence="EPL-2.0">widget</pieces>
          </script>
        </scripts>
      </licences>
      """;

  @TempDir Path directory;
  private Findings findings;

  @BeforeEach
  void readList() throws IOException {
    findings = new Findings(read(LIST));
  }

  private LicenceList read(String text) throws IOException {
    return LicenceList.read(Files.writeString(directory.resolve("licences.xml"), text));
  }

  private static Part part(String id, String... licences) {
    return new Part(id, List.of(licences), "portal, test", true, false);
  }

  @Test
  void allowsWhatIsListedHoweverItIsWritten() {
    findings.judge(part("a:a:1", "Apache License, Version 2.0"));
    findings.judge(part("a:b:1", "The  APACHE license version 2.0"));
    assertThat(findings.complaints()).isEmpty();
    assertThat(findings.parts().values()).extracting("id").containsOnly("Apache-2.0");
  }

  @Test
  void refusesAnArtifactWithoutLicence() {
    findings.judge(part("org.old:thing:1.0"));
    assertThat(findings.complaints())
        .containsExactly("org.old:thing:1.0: no licence (portal, test)");
    assertThat(findings.parts()).isEmpty();
  }

  @Test
  void refusesALicenceThatIsNotListed() {
    findings.judge(part("com.vendor:engine:8.8", "Vendor License 1.0"));
    assertThat(findings.complaints())
        .containsExactly("com.vendor:engine:8.8: Vendor License 1.0 (portal, test)");
  }

  @Test
  void refusesALicenceThatIsNotListedBesideOneThatIs() {
    findings.judge(part("com.vendor:engine:8.8", "MIT", "Vendor License 1.0"));
    assertThat(findings.complaints())
        .containsExactly("com.vendor:engine:8.8: MIT / Vendor License 1.0 (portal, test)");
  }

  @Test
  void refusesWhatOnlyLooksLikeAListedName() {
    findings.judge(part("a:a:1", "Apache License, Version 2.0 with Commons Clause"));
    findings.judge(part("a:b:1", "Affero GPL 2"));
    assertThat(findings.complaints()).hasSize(2);
  }

  @Test
  void takesTheOtherChoice() {
    findings.judge(part("a:a:1", "GPL 2", "EPL 2.0"));
    assertThat(findings.complaints()).isEmpty();
    assertThat(findings.parts().values()).extracting("id").containsExactly("EPL-2.0");
  }

  @Test
  void refusesALicenceThatIsNoChoiceAlone() {
    findings.judge(part("a:a:1", "GPL 2"));
    assertThat(findings.complaints()).containsExactly("a:a:1: GPL 2 (portal, test)");
  }

  @Test
  void believesTheListRatherThanThePomForAPartOfThisVersion() {
    findings.judge(part("org.database:server-linux:11.4", "Apache License, Version 2.0"));
    findings.judge(part("org.database:server-linux:11.5"));
    assertThat(findings.parts().values()).extracting("id").containsExactly("GPL-2.0");
    assertThat(findings.complaints())
        .containsExactly("org.database:server-linux:11.5: no licence (portal, test)");
  }

  @Test
  void refusesJavaScriptNobodyHasLookedAt() {
    findings.judgeScript("org.web:kit:1.0", "META-INF/resources/kit/kit.js");
    findings.judgeScript("", "src/main/static/own.js");
    assertThat(findings.complaints()).isEmpty();

    findings.judgeScript("org.web:kit:1.0", "META-INF/resources/other/other.js");
    findings.judgeScript("org.web:kit:1.1", "META-INF/resources/kit/kit.js");
    findings.judgeScript("", "src/main/static/borrowed.js");
    assertThat(findings.complaints())
        .containsExactly(
            "org.web:kit:1.0!META-INF/resources/other/other.js: JavaScript without a licence",
            "org.web:kit:1.1!META-INF/resources/kit/kit.js: JavaScript without a licence",
            "src/main/static/borrowed.js: JavaScript without a licence");
  }

  @Test
  void refusesAListThatNamesALicenceItDoesNotHold() {
    assertThatThrownBy(
            () -> read("<licences><artifact id=\"a:a:1\" licence=\"Vendor-1.0\"/></licences>"))
        .hasMessageContaining("Vendor-1.0");
  }

  @Test
  void tellsInATableWhatIsUsed() throws IOException {
    findings.judge(new Part("a:a:1", List.of("MIT"), "portal, compile", true, true));
    findings.judge(new Part("a:b:1", List.of("MIT"), "portal, compile > a", false, true));
    findings.judge(new Part("a:c:1", List.of("EPL 2.0"), "portal, test > a", false, false));
    findings.judge(part("org.database:server-linux:11.4"));
    findings.judgeScript("org.web:kit:1.0", "META-INF/resources/kit/kit.js");
    var table = new LicenceTable(read(LIST), findings);
    assertThat(table.text())
        .isEqualTo(
            """
            | Licence | In the product | Only in build, tests and local start |
            |---|---|---|
            | MIT | a, JavaScript that others bring, parts that others bring |  |
            | EPL 2.0 | widget | c |
            | GNU GPL 2 |  | Server |
            """);
  }
}
