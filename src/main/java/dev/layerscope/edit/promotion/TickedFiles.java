package dev.layerscope.edit.promotion;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.edit.text.DocumentLines;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that ticks mean. To an Application belong the files that declare it, with a team's
 * project and rights, and the folders it delivers. A team's own repository is the team's to
 * promote.
 */
final class TickedFiles {
  private final Promotion wish;
  private final Ground from;
  private final Ground to;
  private final PlanDraft draft;
  private final Map<RepoUrl, Ticked> files = new LinkedHashMap<>();

  TickedFiles(Promotion wish, Ground from, Ground to, PlanDraft draft) {
    this.wish = wish;
    this.from = from;
    this.to = to;
    this.draft = draft;
  }

  /** What is ticked, by repository. */
  Map<RepoUrl, Ticked> find() throws RefusedException {
    for (Tick tick : wish.ticks()) {
      switch (tick) {
        case Tick.Application(String name) -> application(name);
        case Tick.Resource(String name, ResourceKey key) -> {
          Written written = written(name, key);
          if (written.alone()) {
            of(written.repository()).add(written.path());
          } else {
            of(written.repository()).add(written.path(), new FilePart.Whole(key));
          }
        }
        case Tick.Field(String name, ResourceKey key, String path) -> {
          Written written = written(name, key);
          of(written.repository()).add(written.path(), new FilePart.Value(key, path));
        }
        case Tick.File(RepoUrl repository, TreePath path) -> of(repository).add(path);
        case Tick.Lines lines ->
            of(lines.repository()).add(lines.path(), new FilePart.Lines(lines.hunks()));
      }
    }
    return files;
  }

  private void application(String name) throws RefusedException {
    Ground ground = ApplicationName.meant(from.hierarchy(), name).isEmpty() ? to : from;
    Declaration declared = Declaration.find(ground, name);
    of(declared.repository()).add(declared.path());
    Optional<Neighbours.Team> team = declared.host().flatMap(host -> team(host, declared));
    if (team.isPresent()) {
      for (Manifest manifest : team.get().manifests()) {
        of(declared.repository()).add(TreePath.of(manifest.origin().path()));
      }
      draft.note("The repository of team " + team.get().name() + " is the team's to promote.");
    } else {
      for (ResolvedSource source : declared.node().sources()) {
        Optional<TreePath> folder =
            source.declared().path().flatMap(TreePath::clean).filter(p -> !p.isRoot());
        if (folder.isPresent()) {
          of(new RepoUrl(source.repository())).add(folder.get());
        }
      }
    }
    Optional<Host> listing = declared.host().filter(h -> h.source().type() == SourceType.KUSTOMIZE);
    if (listing.isPresent() && ground.environment().equals(from.environment())) {
      var added = new ArrayList<>(List.of(declared.path()));
      team.ifPresent(t -> t.manifests().forEach(m -> added.add(TreePath.of(m.origin().path()))));
      list(listing.get(), declared.repository(), added);
    }
  }

  /** What a kustomization lists here it lists there, too. */
  private void list(Host host, RepoUrl repository, List<TreePath> added) throws RefusedException {
    for (TreePath file : added.stream().distinct().toList()) {
      TreePath home = new KustomizeChain(host).home(file);
      if (text(to, repository, home).isEmpty()) {
        of(repository).add(home);
      } else if (!file.equals(home)) {
        String entry = file.relativeTo(home.parent());
        of(repository).add(home, new FilePart.Listed(List.of(entry)));
      }
    }
  }

  private static Optional<Neighbours.Team> team(Host host, Declaration declared) {
    return new Neighbours(host)
        .teams().stream().filter(t -> t.name().equals(declared.node().name())).findFirst();
  }

  /**
   * The file an object is written in.
   *
   * @param alone whether neither environment has anything else in it
   */
  private record Written(RepoUrl repository, TreePath path, boolean alone) {}

  private Written written(String application, ResourceKey key) throws RefusedException {
    Optional<Written> found = written(from, application, key);
    return found.isPresent()
        ? found.get()
        : written(to, application, key)
            .orElseThrow(() ->
                new RefusedException(
                    key.kind()
                        + " "
                        + key.name()
                        + " of "
                        + ApplicationName.bare(application)
                        + " is not written out in a file: it is generated or comes from a chart.",
                    "Tick the Application, or the files it is made from."));
  }

  private Optional<Written> written(Ground ground, String application, ResourceKey key)
      throws RefusedException {
    Map<Written, Runnable> found = new LinkedHashMap<>();
    for (HierarchyNode node : ApplicationName.meant(ground.hierarchy(), application)) {
      for (Manifest manifest : ground.rendered().apply(node)) {
        if (isObject(manifest, key)) {
          var url = new RepoUrl(manifest.origin().repoUrl());
          TreePath.clean(manifest.origin().path())
              .flatMap(path -> written(url, path, key))
              .ifPresent(one -> found.putIfAbsent(one, () -> warnOfTransformers(node, manifest)));
        }
      }
    }
    if (found.size() > 1) {
      throw new RefusedException(
          key.kind()
              + " "
              + key.name()
              + " of "
              + application
              + " is written in several files: "
              + found.keySet().stream()
                  .map(one -> one.repository().shortName() + ":" + one.path())
                  .collect(Collectors.joining(", "))
              + ".",
          "Name the Application that is meant: ROOT//NAMESPACE/NAME.");
    }
    found.values().forEach(Runnable::run);
    return found.keySet().stream().findFirst();
  }

  private static boolean isObject(Manifest manifest, ResourceKey key) {
    ResourceKey own = manifest.key();
    return own.equals(key)
        || own.namespace().isEmpty()
            && own.equals(new ResourceKey(key.group(), key.kind(), "", key.name()));
  }

  private Optional<Written> written(RepoUrl url, TreePath path, ResourceKey key) {
    Optional<String> here = text(from, url, path);
    Optional<String> there = text(to, url, path);
    boolean one = here.filter(t -> DocumentLines.document(t, key).isPresent()).isPresent();
    boolean other = there.filter(t -> DocumentLines.document(t, key).isPresent()).isPresent();
    if (!one && !other) {
      return Optional.empty();
    }
    boolean alone =
        here.map(t -> DocumentLines.isAlone(t, key)).orElse(true)
            && there.map(t -> DocumentLines.isAlone(t, key)).orElse(true);
    return Optional.of(new Written(url, path, alone));
  }

  private static Optional<String> text(Ground ground, RepoUrl url, TreePath path) {
    Optional<Snapshot> snapshot =
        ground
            .branchOf(url)
            .flatMap(name -> ground.branch(url, name))
            .flatMap(b -> ground.cloneOf(url).flatMap(c -> c.snapshot(b.commit())));
    return PromotedFile.text(snapshot, path);
  }

  private void warnOfTransformers(HierarchyNode node, Manifest manifest) {
    boolean kustomized =
        node.sources().stream()
            .anyMatch(s ->
                s.type() == SourceType.KUSTOMIZE
                    && s.repository().equals(manifest.origin().repoUrl()));
    if (kustomized) {
      draft.warn(
          manifest.origin().path()
              + " is promoted as it is written; what kustomizations change about it is not.");
    }
  }

  /** By the spelling of its clone. */
  private Ticked of(RepoUrl repository) throws RefusedException {
    RepoUrl url =
        to.cloneOf(repository)
            .map(Clone::url)
            .orElseThrow(
                () -> new RefusedException(repository.display() + " cannot be read here.", ""));
    return files.computeIfAbsent(url, unused -> new Ticked());
  }
}
