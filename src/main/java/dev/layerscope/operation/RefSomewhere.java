package dev.layerscope.operation;

import dev.layerscope.git.Repositories.Access;
import java.util.List;
import java.util.Optional;

/**
 * Whether any repository has the ref that a side asks for everywhere. Where none has it, everything
 * would be read as declared, and a misspelt branch would look like no difference.
 */
public final class RefSomewhere {
  /** More names than this are not listed. */
  private static final int MOST_NAMES = 5;

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

  /** In which repositories a side's ref is; empty where every one has it, or the side has none. */
  static Optional<String> where(Opened opened, Selection selection) {
    if (!(selection.base() instanceof Selection.Base.AtRef(String ref))) {
      return Optional.empty();
    }
    List<Access> all = opened.access().all();
    List<String> having =
        all.stream()
            .filter(access -> has(access, ref))
            .map(access -> CompareRepositories.url(access).shortName())
            .toList();
    return having.size() == all.size()
        ? Optional.empty()
        : Optional.of(
            "“%s” is in %d of %d repositories (%s); the others are read as declared."
                .formatted(ref, having.size(), all.size(), named(having)));
  }

  private static String named(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES)) + ", …";
  }

  private static boolean has(Access access, String ref) {
    return access instanceof Access.Available available && available.repository().has(ref);
  }

  private static String unread(List<Access> all) {
    List<String> names =
        all.stream()
            .filter(access -> !(access instanceof Access.Available))
            .map(access -> CompareRepositories.url(access).shortName())
            .toList();
    return names.isEmpty() ? "" : " Could not be read, and may have it: " + named(names) + ".";
  }
}
