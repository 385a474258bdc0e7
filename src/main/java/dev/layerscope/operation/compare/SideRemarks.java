package dev.layerscope.operation.compare;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader of a comparison should know of how its sides were read. */
final class SideRemarks {
  /** More names than this are not listed. */
  private static final int MOST_NAMES = 5;

  private SideRemarks() {}

  /**
   * @param files the repositories of the comparison
   */
  static List<String> of(Opened opened, Question question, List<ComparedRepository> files) {
    return Stream.concat(
            Stream.of(question.from(), question.to())
                .flatMap(side -> Stream.concat(whatIf(side), of(opened, side).stream())),
            files.stream().flatMap(repository -> behind(question, repository).stream()))
        .distinct()
        .toList();
  }

  /** What a pull request has not merged yet looks as if it took that back. */
  private static Optional<String> behind(Question question, ComparedRepository repository) {
    int missing = repository.commits().onlyFrom().count();
    boolean tips = question.since() == Question.Since.TIPS && question.fork().isEmpty();
    return question.to().overrides().entrySet().stream()
        .filter(side -> tips && missing > 0 && repository.commits().related())
        .filter(side -> !question.from().overrides().containsKey(side.getKey()))
        .filter(side -> new RepoUrl(side.getKey()).sameRepositoryAs(repository.url()))
        .map(side ->
            "“%s” of %s lacks %d %s of the first side, and what %s did looks taken back; it does not since they diverged (--since-diverged)."
                .formatted(
                    side.getValue(),
                    repository.url().shortName(),
                    missing,
                    missing == 1 ? "commit" : "commits",
                    missing == 1 ? "it" : "they"))
        .findFirst();
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
            .map(access -> access.url().shortName())
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
