package dev.layerscope.edit;

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

  static Relocation of(Declaration declared) throws RefusedException {
    Declaration from = declared.writtenOut();
    return new Relocation(from, Yaml.kept(from.text(), from.document(), from.described()));
  }

  /** What it says while it is on its way. */
  String kept() {
    return DocumentLines.only(kept, from.document());
  }

  /** What it says when it has arrived: what it said before. */
  String arrived() {
    return DocumentLines.only(from.text(), from.document());
  }

  /** What its file is called where it arrives; one it shared with others stays behind. */
  String file() {
    return from.alone() ? from.path().name() : from.node().name() + ".yaml";
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
    Host host =
        from.host()
            .orElseThrow(() ->
                new RefusedException(
                    from.node().name() + " is a root's own Application.", "A root is not moved."));
    if (host.isKustomized()) {
      new KustomizeChain(host).list(next, instead.stream().map(LayerFiles.Extra::path).toList());
    }
    Withdrawal withdrawal = new Withdrawal(host, next);
    withdrawal.unlist(from.path());
    for (LayerFiles.Extra extra : instead) {
      next.add(extra.path(), extra.text(), extra.reason());
    }
    withdrawal.take(from.path(), from.document(), "another declares it now");
    return BranchChange.of(
        ground.environment(),
        from.repository(),
        from.branch().name(),
        new Base.After(from.branch().name()),
        next.changes());
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
