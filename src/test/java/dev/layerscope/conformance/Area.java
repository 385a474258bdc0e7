package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All cases of one area, optional ones too. Every row is run; a case nobody runs is a failure; the
 * last test counts and prints.
 */
final class Area {
  private Area() {}

  /** What is to be checked for one row. */
  interface Check {
    void check(Case one, Mapping row) throws Exception;
  }

  /**
   * A test per row.
   *
   * @param checks by the id of the case, or by the beginning of several ids; the longest wins
   */
  static Stream<DynamicTest> rows(String area, Map<String, Check> checks) {
    var tests = new ArrayList<DynamicTest>();
    var passed = new AtomicInteger();
    List<Case> cases = Case.ofArea(area);
    for (Case one : cases) {
      Optional<Check> check =
          checks.keySet().stream()
              .filter(one.id()::startsWith)
              .max(java.util.Comparator.comparingInt(String::length))
              .map(checks::get);
      for (Mapping row : one.rows()) {
        tests.add(
            DynamicTest.dynamicTest(
                one + " " + JsonText.of(row),
                () -> {
                  assertThat(check).as("a check for " + one).isPresent();
                  check.orElseThrow().check(one, row);
                  passed.incrementAndGet();
                }));
      }
    }
    int rows = tests.size();
    tests.add(
        DynamicTest.dynamicTest(
            area + ": all of " + rows + " rows in " + cases.size() + " cases",
            () -> {
              System.out.printf(
                  "conformance %s: %d of %d rows in %d cases, %d of the rows optional%n",
                  area, passed.get(), rows, cases.size(), optional(cases));
              assertThat(passed.get()).isEqualTo(rows);
            }));
    return tests.stream();
  }

  private static int optional(List<Case> cases) {
    return cases.stream().filter(one -> !must(one)).mapToInt(one -> one.rows().size()).sum();
  }

  private static boolean must(Case one) {
    return one.json().textAt("offline").orElse("").contains("must");
  }
}
