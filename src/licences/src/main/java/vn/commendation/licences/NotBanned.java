package vn.commendation.licences;

import java.util.function.Consumer;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;

/** Keeps Maven's choice of dependencies, less what is banned: its POM is not even asked for. */
final class NotBanned implements DependencySelector {
  private final Banned banned;
  private final Consumer<String> refused;
  private final DependencySelector chosen;
  private final String parent;

  /**
   * @param refused told of each banned dependency and of who wants it
   * @param chosen Maven's choice
   * @param parent who wants the dependencies this selector is asked about
   */
  NotBanned(Banned banned, Consumer<String> refused, DependencySelector chosen, String parent) {
    this.banned = banned;
    this.refused = refused;
    this.chosen = chosen;
    this.parent = parent;
  }

  @Override
  public boolean selectDependency(Dependency dependency) {
    Artifact artifact = dependency.getArtifact();
    if (!chosen.selectDependency(dependency)) {
      return false;
    }
    if (banned.contains(artifact.getGroupId() + ":" + artifact.getArtifactId())) {
      refused.accept(id(artifact) + ", wanted by " + parent);
      return false;
    }
    return true;
  }

  @Override
  public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
    String child = context.getArtifact() == null ? parent : id(context.getArtifact());
    return new NotBanned(banned, refused, chosen.deriveChildSelector(context), child);
  }

  static String id(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
  }
}
