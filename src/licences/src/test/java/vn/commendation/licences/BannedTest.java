package vn.commendation.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;

class BannedTest {
  private static final Banned BANNED =
      Banned.ofEnforcer(
          """
          <configuration><rules><bannedDependencies>
            <excludes><exclude>com.vendor:*</exclude><exclude>com.vendor.*:*</exclude></excludes>
            <includes><include>com.vendor:client</include></includes>
          </bannedDependencies></rules></configuration>
          """);

  @Test
  void bansAGroupButForWhatIsIncluded() {
    assertThat(List.of("com.vendor:engine", "com.vendor.tools:plugin")).allMatch(BANNED::contains);
    assertThat(List.of("com.vendor:client", "com.vendors:engine", "org.com.vendor:engine"))
        .noneMatch(BANNED::contains);
  }

  @Test
  void refusesARuleThatBansNothing() {
    assertThatThrownBy(() -> Banned.ofEnforcer("<configuration/>"))
        .hasMessageContaining("bans nothing");
  }

  @Test
  void leavesOutWhatIsBannedAndTellsWhoWantsIt() {
    List<String> refused = new ArrayList<>();
    var selector = new NotBanned(BANNED, refused::add, new AllButTests(), "portal");
    assertThat(selector.selectDependency(dependency("com.vendor:client:1", "compile"))).isTrue();
    assertThat(selector.selectDependency(dependency("com.vendor:engine:1", "compile"))).isFalse();
    assertThat(refused).containsExactly("com.vendor:engine:1, wanted by portal");
  }

  @Test
  void keepsSilentAboutWhatNobodyFetches() {
    List<String> refused = new ArrayList<>();
    var selector = new NotBanned(BANNED, refused::add, new AllButTests(), "portal");
    assertThat(selector.selectDependency(dependency("com.vendor:engine:1", "test"))).isFalse();
    assertThat(refused).isEmpty();
  }

  private static Dependency dependency(String coordinates, String scope) {
    return new Dependency(new DefaultArtifact(coordinates), scope);
  }

  private record AllButTests() implements DependencySelector {
    @Override
    public boolean selectDependency(Dependency dependency) {
      return !dependency.getScope().equals("test");
    }

    @Override
    public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
      return this;
    }
  }
}
