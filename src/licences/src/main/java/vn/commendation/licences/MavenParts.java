package vn.commendation.licences;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;

/**
 * Everything the build fetches, learnt from POMs alone: no jar is fetched to know it, and of what
 * is banned not even the POM.
 */
final class MavenParts {
  private static final Set<String> SHIPPED = Set.of("compile", "runtime", "system");

  /** What runs only beyond {@code verify} is never fetched. */
  private static final Set<String> BEYOND_VERIFY =
      Set.of("install", "deploy", "pre-site", "site", "post-site", "site-deploy");

  private final Banned banned;
  private final DefaultRepositorySystemSession settings;
  private final RepositorySystem repositories;
  private final ProjectDependenciesResolver dependencies;
  private final Map<String, Part> parts = new TreeMap<>();
  private final Set<String> refused = new TreeSet<>();

  @SuppressWarnings("deprecation") // its successor is Maven 4's
  MavenParts(MavenSession session, Banned banned) {
    this.banned = banned;
    this.settings = new DefaultRepositorySystemSession(session.getRepositorySession());
    try {
      repositories = (RepositorySystem) session.lookup(RepositorySystem.class.getName());
      dependencies =
          (ProjectDependenciesResolver) session.lookup(ProjectDependenciesResolver.class.getName());
    } catch (ComponentLookupException e) {
      throw new IllegalStateException(e);
    }
    settings.setArtifactDescriptorPolicy((any, request) -> ArtifactDescriptorPolicy.STRICT);
    settings.setDependencySelector(
        new NotBanned(banned, refused::add, settings.getDependencySelector(), "our POM"));
  }

  Collection<Part> parts() {
    return parts.values();
  }

  /** What is banned, and who wants it. */
  Collection<String> refused() {
    return refused;
  }

  /** Adds the dependencies of a module in every scope. */
  void addDependenciesOf(MavenProject module, boolean product) {
    var request =
        new DefaultDependencyResolutionRequest(module, settings)
            .setResolutionFilter((node, parents) -> false);
    try {
      for (DependencyNode node : dependencies.resolve(request).getDependencyGraph().getChildren()) {
        add(
            node,
            module.getArtifactId(),
            node.getDependency().getScope(),
            true,
            product,
            module.getRemoteProjectRepositories());
      }
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Adds the plugins of a module with their dependencies, and what they fetch when they run. */
  void addPluginsOf(MavenProject module, List<LicenceList.Fetched> fetched) {
    for (Plugin plugin : module.getBuildPlugins()) {
      boolean runs =
          plugin.getExecutions().isEmpty()
              || plugin.getExecutions().stream()
                  .anyMatch(run -> !BEYOND_VERIFY.contains(String.valueOf(run.getPhase())));
      if (!runs) {
        continue;
      }
      addPlugin(module, plugin);
      fetched.stream()
          .filter(extra -> extra.plugin().equals(plugin.getKey()))
          .forEach(extra -> addFetched(module, plugin, extra));
    }
  }

  /** Fetches the jars of a module's product; tells the group:artifact:version of each. */
  Map<Path, String> shippedJars(MavenProject module) {
    var request =
        new DefaultDependencyResolutionRequest(module, settings)
            .setResolutionFilter(
                (node, parents) ->
                    node.getDependency() != null
                        && SHIPPED.contains(node.getDependency().getScope()));
    try {
      var jars = new TreeMap<Path, String>();
      for (Dependency dependency : dependencies.resolve(request).getResolvedDependencies()) {
        Artifact artifact = dependency.getArtifact();
        jars.put(artifact.getFile().toPath(), NotBanned.id(artifact));
      }
      return jars;
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void addPlugin(MavenProject module, Plugin plugin) {
    if (banned.contains(plugin.getKey())) {
      refused.add(plugin.getId() + ", wanted by " + module.getArtifactId());
      return;
    }
    var request = new CollectRequest();
    request.setRoot(
        new Dependency(new DefaultArtifact(plugin.getKey() + ":" + plugin.getVersion()), null));
    for (var own : plugin.getDependencies()) {
      request.addDependency(RepositoryUtils.toDependency(own, settings.getArtifactTypeRegistry()));
    }
    add(collect(request, module), "plugin", "", true, false, request.getRepositories());
  }

  private void addFetched(MavenProject module, Plugin plugin, LicenceList.Fetched fetched) {
    String version =
        fetched.version().isEmpty()
            ? plugin.getVersion()
            : module.getProperties().getProperty(fetched.version());
    var request = new CollectRequest();
    request.addDependency(
        new Dependency(new DefaultArtifact(fetched.artifact() + ":" + version), "runtime"));
    for (DependencyNode node : collect(request, module).getChildren()) {
      add(node, plugin.getArtifactId(), "", true, false, request.getRepositories());
    }
  }

  private DependencyNode collect(CollectRequest request, MavenProject module) {
    request.setRepositories(module.getRemotePluginRepositories());
    try {
      return repositories.collectDependencies(settings, request).getRoot();
    } catch (RepositoryException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void add(
      DependencyNode node,
      String way,
      String scope,
      boolean declared,
      boolean product,
      List<RemoteRepository> from) {
    Artifact artifact = node.getArtifact();
    String id = NotBanned.id(artifact);
    boolean shipped = product && SHIPPED.contains(scope);
    Part part =
        new Part(
            id,
            parts.containsKey(id) ? parts.get(id).licences() : licences(artifact, from),
            scope.isEmpty() ? way : way + ", " + scope,
            declared,
            shipped);
    parts.merge(id, part, Part::and);
    for (DependencyNode child : node.getChildren()) {
      String inner = child.getDependency().getScope();
      add(child, way + " > " + artifact.getArtifactId(), inner, false, product, from);
    }
  }

  private List<String> licences(Artifact artifact, List<RemoteRepository> from) {
    try {
      Map<String, Object> properties =
          repositories
              .readArtifactDescriptor(settings, new ArtifactDescriptorRequest(artifact, from, null))
              .getProperties();
      return IntStream.range(0, (Integer) properties.getOrDefault("license.count", 0))
          .mapToObj(i -> String.valueOf(properties.get("license." + i + ".name")))
          .toList();
    } catch (RepositoryException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
