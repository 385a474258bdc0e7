package dev.layerscope.ui.compare.matrix;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import java.util.List;
import java.util.stream.Stream;

/** The commits behind a cell of the matrix: those that touch what its Application reads. */
final class MatrixCommits {
  private MatrixCommits() {}

  /**
   * What the left environment has and the cell's has not, then the reverse.
   *
   * @param comparison from the left environment to the cell's
   */
  static List<MatrixPane.Behind> of(Comparison comparison, String application) {
    return comparison.repositories().stream()
        .flatMap(repository ->
            Stream.concat(
                of(repository, repository.commits().onlyFrom(), true, application),
                of(repository, repository.commits().onlyTo(), false, application)))
        .toList();
  }

  private static Stream<MatrixPane.Behind> of(
      ComparedRepository repository, CommitsApart.Side side, boolean missing, String application) {
    return side.newest().stream()
        .filter(told -> told.applications().contains(application))
        .map(told -> new MatrixPane.Behind(repository.url().shortName(), told, missing));
  }
}
