package dev.layerscope.operation.compare;

import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.open.Opened;
import java.util.List;

/**
 * Whether any repository has the ref that a side asks for everywhere. Where none has it, everything
 * would be read as declared, and a misspelt branch would look like no difference.
 */
public final class RefSomewhere {
  private RefSomewhere() {}

  /**
   * Says so when no repository that can be read has it, and which could not be read: nothing would
   * be compared but what is declared with itself.
   *
   * @throws SelectionText.Unreadable when none has the ref
   */
  public static void check(Opened opened, Selection selection) throws SelectionText.Unreadable {
    if (selection.base() instanceof Selection.Base.AtRef(String ref)) {
      List<Access> all = opened.access().all();
      if (!all.isEmpty() && all.stream().noneMatch(access -> has(access, ref))) {
        throw new SelectionText.Unreadable(
            "no repository of the workspace has “"
                + ref
                + "”, and no environment is called so."
                + unread(all));
      }
    }
  }

  static boolean has(Access access, String ref) {
    return access instanceof Access.Available available && available.repository().has(ref);
  }

  private static String unread(List<Access> all) {
    List<String> names =
        all.stream()
            .filter(access -> !(access instanceof Access.Available))
            .map(access -> access.url().shortName())
            .toList();
    return names.isEmpty()
        ? ""
        : " Could not be read, and may have it: " + SideRemarks.named(names) + ".";
  }
}
