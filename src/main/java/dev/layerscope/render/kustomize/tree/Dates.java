package dev.layerscope.render.kustomize.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates written without quotes: the tool reads them as points in time and prints those. */
final class Dates {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?(Z|[-+]\\d{2}:\\d{2}))"
              + "|(?: (\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?))?");

  private Dates() {}

  /** The point in time as JSON has it; a text that only looks like a date stays as it is. */
  static String printed(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return text;
    }
    try {
      LocalDate date = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
      int first = m.group(4) != null ? 4 : 9;
      LocalTime time =
          m.group(first) == null
              ? LocalTime.MIDNIGHT
              : LocalTime.of(
                  number(m.group(first)), number(m.group(first + 1)), number(m.group(first + 2)));
      String fraction =
          Optional.ofNullable(m.group(first + 3 == 7 ? 7 : 12)).orElse("").replaceFirst("0+$", "");
      String zone = Optional.ofNullable(m.group(8)).filter(z -> !z.endsWith("00:00")).orElse("Z");
      return "%s%s%s"
          .formatted(
              "%04d-%02d-%02dT%02d:%02d:%02d"
                  .formatted(
                      date.getYear(),
                      date.getMonthValue(),
                      date.getDayOfMonth(),
                      time.getHour(),
                      time.getMinute(),
                      time.getSecond()),
              fraction.isEmpty() ? "" : "." + fraction,
              zone);
    } catch (DateTimeException noSuchDay) {
      return text;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
