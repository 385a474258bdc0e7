package dev.layerscope.edit.layer;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.draft.Withdrawal;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.text.DocumentLines;
import dev.layerscope.edit.text.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * An Application that changes its parent. In one step the old parent may delete it, and all it
 * delivers, before the new one has it; so it is kept first, moved next, and let go of last.
 */
public final class Relocation {
  private final Declaration from;
  private final String kept;
  private final FileDraft files;

  private Relocation(Declaration from, String kept) {
    this.from = from;
    this.kept = kept;
    this.files = new FileDraft(from.described(), Optional.of(from.snapshot()));
  }

  public static Relocation of(Declaration declared) throws RefusedException {
    Declaration from = declared.writtenOut();
    var move = new Relocation(from, Yaml.kept(from.text(), from.document(), from.described()));
    move.files.change(from.path(), move.kept, "stays when its parent no longer declares it");
    return move;
  }

  /** Whether its old parent would leave it alone as it is, so that nothing has to come first. */
  public boolean isKept() {
    return kept.equals(from.text());
  }

  /** What its old branch is when it leaves. */
  public Base leaving() {
    return isKept() ? new Base.At(from.branch().commit()) : new Base.After(from.branch().name());
  }

  /** What it says while it is on its way. */
  public String kept() {
    return DocumentLines.only(kept, from.document());
  }

  /** What it says when it has arrived: what it said before. */
  public String arrived() {
    return DocumentLines.only(from.text(), from.document());
  }

  /**
   * What its file is called where it arrives; one it shared with others stays behind, and one whose
   * folder had the name gets it.
   */
  public String file() {
    String name = from.node().name();
    boolean named = from.alone() && !from.path().parent().name().equals(name);
    return named ? from.path().name() : name + ".yaml";
  }

  /** The first step: its old parent will not delete it. */
  private BranchChange keep(Ground ground) {
    return BranchChange.of(
        ground.environment(),
        from.repository(),
        from.branch().name(),
        new Base.At(from.branch().commit()),
        files.changes());
  }

  /**
   * All steps: what is kept already needs no first one, and then no last.
   *
   * @param move the step in which it changes its parent
   * @param release what a person has to see before the last step
   * @param last what lets go of it
   */
  public List<Step> steps(Ground ground, Step move, String release, BranchChange last) {
    String name = from.node().name();
    if (isKept()) {
      return List.of(move);
    }
    return List.of(
        Step.of("Keep " + name + " while it moves", List.of(keep(ground))),
        move,
        new Step("Let " + name + " go again", release, List.of(last)));
  }

  /**
   * The second step at the old parent: it goes from there.
   *
   * @param instead what the old parent gets in its place
   */
  public BranchChange leave(Ground ground, List<LayerFiles.Extra> instead) throws RefusedException {
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
        ground.environment(), from.repository(), from.branch().name(), leaving(), next.changes());
  }

  /** What a person has to see before a step is pushed. */
  public static String synced(Ground ground, String application, List<String> planes) {
    return "confirm that "
        + application
        + " is synced on "
        + String.join(", ", planes)
        + " in "
        + ground.environment();
  }
}
