package dev.layerscope.operation;

import dev.layerscope.git.Repositories.Access;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader of a comparison should know of how its sides were read. */
final class SideRemarks {
  /** More names than this are not listed. */
  private static final int MOST_NAMES = 5;

  private SideRemarks() {}

  static List<String> of(Opened opened, Question question) {
    return Stream.of(question.from(), question.to())
        .flatMap(side -> Stream.concat(whatIf(side), of(opened, side).stream()))
        .distinct()
        .toList();
  }

  private static Stream<String> whatIf(Selection side) {
    return side.base() instanceof Selection.Base.Environment(String name, boolean follow) && follow
        ? Stream.of(
            "What if: below the roots, too, %s is read at its own branch, whatever it declares."
                .formatted(name))
        : Stream.empty();
  }

  /** In which repositories a side's ref is; empty where every one has it, or the side has none. */
  private static Optional<String> of(Opened opened, Selection selection) {
    if (!(selection.base() instanceof Selection.Base.AtRef(String ref))) {
      return Optional.empty();
    }
    List<Access> all = opened.access().all();
    List<String> having =
        all.stream()
            .filter(access -> RefSomewhere.has(access, ref))
            .map(access -> CompareRepositories.url(access).shortName())
            .toList();
    return having.size() == all.size()
        ? Optional.empty()
        : Optional.of(
            "“%s” is in %d of %d repositories (%s); the others are read as declared."
                .formatted(ref, having.size(), all.size(), named(having)));
  }

  static String named(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES)) + ", …";
  }
}
