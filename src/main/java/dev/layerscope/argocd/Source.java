package dev.layerscope.argocd;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where manifests come from: a folder of a repository at a revision, or a chart (specification §1).
 *
 * @param repoURL as declared
 * @param path as declared; empty when absent
 * @param targetRevision as declared; empty when absent
 * @param chart name of a chart in a Helm repository; empty for git
 * @param ref the name other sources use for this one; empty when it has none
 * @param kustomize,helm,directory,plugin the type blocks, as declared
 * @param line of the source in the manifest
 * @param tagPrefix versions are looked for among the tags that begin with it (specification §7.4)
 */
public record Source(
    RepoUrl repoURL,
    Optional<String> path,
    Optional<String> targetRevision,
    Optional<String> chart,
    Optional<String> ref,
    Optional<Mapping> kustomize,
    Optional<Mapping> helm,
    Optional<Mapping> directory,
    Optional<Mapping> plugin,
    int line,
    Optional<String> tagPrefix) {
  /** A source that takes versions from all tags. */
  public Source(
      RepoUrl repoURL,
      Optional<String> path,
      Optional<String> targetRevision,
      Optional<String> chart,
      Optional<String> ref,
      Optional<Mapping> kustomize,
      Optional<Mapping> helm,
      Optional<Mapping> directory,
      Optional<Mapping> plugin,
      int line) {
    this(
        repoURL,
        path,
        targetRevision,
        chart,
        ref,
        kustomize,
        helm,
        directory,
        plugin,
        line,
        Optional.empty());
  }

  /** Asked for every Application of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Source that
            && path.equals(that.path)
            && repoURL.equals(that.repoURL)
            && line == that.line
            && targetRevision.equals(that.targetRevision)
            && chart.equals(that.chart)
            && ref.equals(that.ref)
            && tagPrefix.equals(that.tagPrefix)
            && kustomize.equals(that.kustomize)
            && helm.equals(that.helm)
            && directory.equals(that.directory)
            && plugin.equals(that.plugin);
  }

  /** Of what tells sources apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * repoURL.text().hashCode() + path.hashCode()) + chart.hashCode();
  }

  /** Neither a path nor a chart: it only lends its files to others. */
  public boolean rendersNothing() {
    return path.isEmpty() && chart.isEmpty();
  }

  /**
   * The namespace a tool is told: the source's own, else that of the destination (specification
   * §5.1).
   */
  public String namespaceOr(String otherwise) {
    return helm.flatMap(block -> block.textAt("namespace"))
        .filter(namespace -> !namespace.isEmpty())
        .or(() -> kustomize.flatMap(block -> block.textAt("namespace")))
        .filter(namespace -> !namespace.isEmpty())
        .orElse(otherwise);
  }

  /** The same source without its line: equal for equal content. */
  public Source withoutPlace() {
    return with(targetRevision, 0);
  }

  /** The same source wherever it is declared and whatever revision it is read at. */
  public Source anywhere() {
    return with(Optional.of(""), 0);
  }

  /** The same source read at another revision. */
  public Source at(String revision) {
    return with(Optional.of(revision), line);
  }

  private Source with(Optional<String> revision, int place) {
    return new Source(
        repoURL, path, revision, chart, ref, kustomize, helm, directory, plugin, place, tagPrefix);
  }
}
