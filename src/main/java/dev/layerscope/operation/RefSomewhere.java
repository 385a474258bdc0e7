package dev.layerscope.operation;

import dev.layerscope.git.Repositories.Access;
import java.util.List;

/**
 * Whether any repository has the ref that a side asks for everywhere. Where none has it, everything
 * would be read as declared, and a misspelt branch would look like no difference.
 */
public final class RefSomewhere {
  private RefSomewhere() {}

  /**
   * Says so when no repository has it.
   *
   * @throws SelectionText.Unreadable when every repository could be read, and none has the ref
   */
  public static void check(Opened opened, Selection selection) throws SelectionText.Unreadable {
    if (selection.base() instanceof Selection.Base.AtRef(String ref)) {
      List<Access> all = opened.access().all();
      if (!all.isEmpty() && all.stream().allMatch(access -> lacks(access, ref))) {
        throw new SelectionText.Unreadable(
            "no repository of the workspace has “" + ref + "”, and no environment is called so.");
      }
    }
  }

  private static boolean lacks(Access access, String ref) {
    return access instanceof Access.Available available && !available.repository().has(ref);
  }
}
