package dev.layerscope.edit;

import dev.layerscope.git.TreePath;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Application that changes its parent. In one step the old parent may delete it, and all it
 * delivers, before the new one has it; so it is kept first, moved next, and let go of last.
 */
final class Relocation {
  private final Declaration from;
  private final String kept;
  private final FileDraft files;

  private Relocation(Declaration from, String kept) {
    this.from = from;
    this.kept = kept;
    this.files = new FileDraft(from.described(), Optional.of(from.snapshot()));
  }

  static Relocation of(Declaration from) throws RefusedException {
    if (!from.alone()) {
      throw new RefusedException(
          from.described() + " declares other things as well.",
          "Give " + from.node().name() + " a file of its own first.");
    }
    return new Relocation(from, Yaml.kept(from.text(), from.document(), from.described()));
  }

  /** What it says while it is on its way. */
  String kept() {
    return kept;
  }

  /** What it says when it has arrived: what it said before. */
  String arrived() {
    return from.text();
  }

  /** The first step: its old parent will not delete it. */
  BranchChange keep(Ground ground) throws RefusedException {
    files.change(from.path(), kept, "stays when its parent no longer declares it");
    return BranchChange.of(
        ground.environment(),
        from.repository(),
        from.branch().name(),
        new Base.At(from.branch().commit()),
        files.changes());
  }

  /**
   * The second step at the old parent: it goes from there.
   *
   * @param instead what the old parent gets in its place
   */
  BranchChange leave(Ground ground, List<LayerFiles.Extra> instead) throws RefusedException {
    FileDraft next = files.next();
    for (LayerFiles.Extra extra : instead) {
      next.add(extra.path(), extra.text(), extra.reason());
    }
    next.remove(from.path(), "another declares it now");
    var changes = new ArrayList<>(next.changes());
    Host host =
        from.host()
            .orElseThrow(() ->
                new RefusedException(
                    from.node().name() + " is a root's own Application.", "A root is not moved."));
    if (host.source().type() == SourceType.KUSTOMIZE) {
      var chain = new KustomizeChain(host);
      List<TreePath> added = instead.stream().map(LayerFiles.Extra::path).toList();
      Optional<FileChange> listed =
          added.isEmpty() ? Optional.empty() : Optional.of(chain.listing(added));
      changes.addFirst(chain.unlisting(from.path(), listed));
    }
    return BranchChange.of(
        ground.environment(),
        from.repository(),
        from.branch().name(),
        new Base.After(from.branch().name()),
        changes);
  }

  /** What a person has to see before a step is pushed. */
  static String synced(Ground ground, String application, List<String> planes) {
    return "confirm that "
        + application
        + " is synced on "
        + String.join(", ", planes)
        + " in "
        + ground.environment();
  }
}
