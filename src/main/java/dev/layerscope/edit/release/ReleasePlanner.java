package dev.layerscope.edit.release;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.intention.ImageNames;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.origin.ImagePlaces;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.Branch;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans another version of an image or chart. The edit goes to where the value comes from: the
 * Application, the kustomization nearest to it, the values of a chart, the manifest itself.
 */
public final class ReleasePlanner {
  private final Release wish;
  private final PlanDraft draft = new PlanDraft();

  private ReleasePlanner(Release wish) {
    this.wish = wish;
  }

  public static Plan plan(Release wish, List<Ground> grounds) throws RefusedException {
    if (wish.images().isEmpty() && wish.chart().isEmpty()) {
      throw new RefusedException("Nothing would change.", "Give an image or a chart version.");
    }
    var planner = new ReleasePlanner(wish);
    var branches = new ArrayList<BranchChange>();
    for (Ground ground : grounds) {
      for (BranchChange change : planner.planIn(ground)) {
        PlanDraft.add(branches, change);
      }
    }
    String what =
        wish.images().stream()
                .map(i -> shortName(i.name()) + " " + i.version())
                .collect(Collectors.joining(", "))
            + wish.chart().map(v -> " chart " + v).orElse("");
    return planner.draft.single(
        "Release " + what.strip() + " in " + wish.application(), "", branches);
  }

  private static String shortName(String image) {
    return image.substring(image.lastIndexOf('/') + 1);
  }

  private List<BranchChange> planIn(Ground ground) throws RefusedException {
    List<HierarchyNode> nodes = ApplicationName.nodes(ground.hierarchy(), wish.application());
    HierarchyNode node = nodes.getFirst();
    boolean same = nodes.stream().map(HierarchyNode::sources).distinct().count() == 1;
    if (!same) {
      throw new RefusedException(
          wish.application() + " reads different things on different clusters.",
          "Name one: "
              + nodes.stream()
                  .map(n -> ApplicationName.full(ground.hierarchy(), n))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    var edits = new Edits(ground, node);
    for (Release.Image image : wish.images()) {
      release(edits, image);
    }
    if (wish.chart().isPresent()) {
      new ChartVersions(edits, draft).set(wish.chart().get());
    }
    draft.reach(ground, nodes, "released on");
    return edits.changes();
  }

  private void release(Edits edits, Release.Image image) throws RefusedException {
    boolean found = false;
    for (ResolvedSource source : edits.node.sources()) {
      found |=
          switch (source.type()) {
            case KUSTOMIZE -> new KustomizeImages(edits, source, draft).set(image);
            case HELM -> new HelmImages(edits, source, draft).set(image);
            default -> plain(edits, source, image);
          };
    }
    if (!found) {
      Set<String> known = new LinkedHashSet<>();
      for (Manifest manifest : edits.rendered()) {
        ImageNames.in(manifest.root(), known);
      }
      throw new RefusedException(
          edits.node.name()
              + " has no image "
              + image.name()
              + " in "
              + edits.ground.environment()
              + ".",
          known.isEmpty() ? "" : "It has: " + String.join(", ", known) + ".");
    }
  }

  /** Manifests as they are: every place the image stands in. */
  private static boolean plain(Edits edits, ResolvedSource source, Release.Image image)
      throws RefusedException {
    boolean found = false;
    for (TreePath path : edits.filesWith(source, image)) {
      found |= edits.setAll(source, path, image);
    }
    return found;
  }

  /** The files of one release in one environment, over the repositories they are in. */
  static final class Edits {
    private final Ground ground;
    private final HierarchyNode node;
    private final Map<String, FileDraft> drafts = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();

    private Edits(Ground ground, HierarchyNode node) {
      this.ground = ground;
      this.node = node;
    }

    Ground ground() {
      return ground;
    }

    HierarchyNode node() {
      return node;
    }

    List<Manifest> rendered() {
      return ground.rendered().apply(node);
    }

    /** The files of a source that hold an image as it is. */
    Set<TreePath> filesWith(ResolvedSource source, Release.Image image) {
      var paths = new LinkedHashSet<TreePath>();
      for (Manifest manifest : rendered()) {
        var images = new LinkedHashSet<String>();
        ImageNames.in(manifest.root(), images);
        boolean here = manifest.origin().repoUrl().equals(source.repository());
        if (here && images.stream().anyMatch(image::names)) {
          paths.add(TreePath.of(manifest.origin().path()));
        }
      }
      return paths;
    }

    /** The branch a source is read at. */
    FileDraft draft(ResolvedSource source) throws RefusedException {
      Revision revision =
          source
              .revision()
              .orElseThrow(() -> new RefusedException(node.name() + " could not be read.", ""));
      var url = new RepoUrl(source.repository());
      String name = HostSearch.branchName(revision.ref());
      Optional<Branch> branch =
          revision.ref().startsWith("refs/tags/") ? Optional.empty() : ground.branch(url, name);
      if (branch.isEmpty() || !revision.ref().startsWith("refs/")) {
        throw new RefusedException(
            node.name()
                + " is pinned to "
                + revision.asked()
                + " of "
                + url.shortName()
                + ": a new commit would not reach it.",
            "Retarget it to a branch, or to what was released there.");
      }
      return draft(url, branch.get());
    }

    FileDraft draft(RepoUrl url, Branch branch) throws RefusedException {
      if (branch.diverged()) {
        throw new RefusedException(
            "Branch " + branch.name() + " of " + url.display() + " has diverged.",
            "Push or undo yours first.");
      }
      String key = url.text() + " " + branch.name();
      FileDraft known = drafts.get(key);
      if (known != null) {
        return known;
      }
      Optional<Snapshot> snapshot = ground.cloneOf(url).flatMap(c -> c.snapshot(branch.commit()));
      var draft = new FileDraft(url.shortName() + " on " + branch.name(), snapshot);
      drafts.put(key, draft);
      branches.put(key, branch);
      return draft;
    }

    boolean setAll(ResolvedSource source, TreePath path, Release.Image image)
        throws RefusedException {
      FileDraft files = draft(source);
      boolean found = false;
      for (ImagePlaces.Place place : ImagePlaces.whole(files.text(path), image)) {
        set(files, path, place);
        found = true;
      }
      return found;
    }

    void set(FileDraft files, TreePath path, ImagePlaces.Place place) throws RefusedException {
      String text =
          Yaml.set(files.text(path), place.path(), Scalar.of(place.value()), path.toString());
      files.change(path, text, "sets the image");
    }

    void set(Declaration declared, YamlPath path, String value, String reason)
        throws RefusedException {
      FileDraft files = draft(declared.repository(), declared.branch());
      String text =
          Yaml.set(files.text(declared.path()), path, Scalar.of(value), declared.described());
      files.change(declared.path(), text, reason);
    }

    List<BranchChange> changes() throws RefusedException {
      var changes = new ArrayList<BranchChange>();
      for (Map.Entry<String, FileDraft> entry : drafts.entrySet()) {
        Branch branch = java.util.Objects.requireNonNull(branches.get(entry.getKey()));
        List<FileChange> files = entry.getValue().changes();
        if (!files.isEmpty()) {
          changes.add(
              BranchChange.of(
                  ground.environment(),
                  new RepoUrl(entry.getKey().substring(0, entry.getKey().lastIndexOf(' '))),
                  branch.name(),
                  new Base.At(branch.commit()),
                  files));
        }
      }
      if (changes.isEmpty()) {
        throw new RefusedException(
            node.name() + " has these versions already in " + ground.environment() + ".", "");
      }
      return changes;
    }
  }
}
