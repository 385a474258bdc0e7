package dev.layerscope.render.generator.template;

import java.util.List;
import java.util.Locale;

/**
 * Go's {@code printf} for the verbs people use in templates: {@code %v %s %q %d %t %f %e %g %x %X
 * %o %b %c %T %%} with flags, width and precision. Wrong operands print as Go prints them.
 */
final class Printf {
  private static final int MAX_WIDTH = 10_000;

  private final String format;
  private final List<GoValue> operands;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int next;

  private Printf(String format, List<GoValue> operands) {
    this.format = format;
    this.operands = operands;
  }

  /** Flags, width and precision of one verb; -1 where none is given. */
  private record Directive(
      boolean minus,
      boolean plus,
      boolean zero,
      boolean sharp,
      boolean blank,
      int width,
      int precision) {}

  static String format(String format, List<GoValue> operands) throws TemplateException {
    return new Printf(format, operands).run();
  }

  private String run() throws TemplateException {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else if (at >= format.length()) {
        out.append("%!(NOVERB)");
      } else {
        directive();
      }
    }
    extra();
    return out.toString();
  }

  private void extra() {
    if (next >= operands.size()) {
      return;
    }
    out.append("%!(EXTRA ");
    String separator = "";
    for (GoValue value : operands.subList(next, operands.size())) {
      out.append(separator).append(described(value));
      separator = ", ";
    }
    out.append(')');
  }

  private void directive() throws TemplateException {
    boolean minus = false;
    boolean plus = false;
    boolean zero = false;
    boolean sharp = false;
    boolean blank = false;
    while (at < format.length() && "-+0# ".indexOf(format.charAt(at)) >= 0) {
      char flag = format.charAt(at++);
      minus |= flag == '-';
      plus |= flag == '+';
      zero |= flag == '0';
      sharp |= flag == '#';
      blank |= flag == ' ';
    }
    int width = number();
    int precision = -1;
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      precision = Math.max(number(), 0);
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '[' || sharp && verb == 'v' && next < operands.size()) {
      throw TemplateException.unknown(
          "printf with “%" + Character.toString(verb) + "” in this form");
    }
    if (verb == '%') {
      out.append('%');
    } else if (next >= operands.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      var how = new Directive(minus, plus, zero && !minus, sharp, blank, width, precision);
      print(verb, operands.get(next++), how);
    }
  }

  private int number() throws TemplateException {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      if (next < operands.size() && operands.get(next++) instanceof GoValue.Int width) {
        return bounded(width.value());
      }
      throw TemplateException.unknown("printf with a width that is no number");
    }
    int start = at;
    while (at < format.length() && Character.isDigit(format.charAt(at)) && at - start < 9) {
      at++;
    }
    return start == at ? -1 : bounded(Long.parseLong(format.substring(start, at)));
  }

  private static int bounded(long width) throws TemplateException {
    if (width < 0 || width > MAX_WIDTH) {
      throw TemplateException.unknown("printf with a width of " + width);
    }
    return (int) width;
  }

  private void print(int verb, GoValue value, Directive how) {
    String text =
        switch (value) {
          case GoValue.Text t -> text(verb, t.value(), how);
          case GoValue.Int n -> whole(verb, n, how);
          case GoValue.Real r -> real(verb, r.value(), how);
          case GoValue.Bool b ->
              verb == 't' || verb == 'v' ? String.valueOf(b.value()) : wrong(verb, b);
          case GoValue.Absent nothing -> nothing(verb, nothing);
          case GoValue.Nil nothing -> nothing(verb, nothing);
          case GoValue.Items list ->
              "vsd".indexOf(verb) >= 0 ? each(verb, list, how) : wrong(verb, list);
          case GoValue.Fields map -> verb == 'v' ? GoPrint.plain(map) : wrong(verb, map);
        };
    if (verb == 'T') {
      text = value.type();
    }
    pad(text, how, value);
  }

  private String each(int verb, GoValue.Items list, Directive how) {
    var inner = new StringBuilder("[");
    for (GoValue item : list.items()) {
      var one = new Printf("", List.of());
      one.print(verb, item, how);
      inner.append(inner.length() > 1 ? " " : "").append(one.out);
    }
    return inner.append(']').toString();
  }

  private static String nothing(int verb, GoValue value) {
    return verb == 'v' ? GoPrint.plain(value) : "%!" + Character.toString(verb) + "(<nil>)";
  }

  private static String text(int verb, String text, Directive how) {
    String cut =
        how.precision() >= 0 && text.codePointCount(0, text.length()) > how.precision()
            ? text.substring(0, text.offsetByCodePoints(0, how.precision()))
            : text;
    return switch (verb) {
      case 'v', 's' -> cut;
      case 'q' -> GoPrint.quote(cut);
      case 'x' -> hex(cut, "%02x");
      case 'X' -> hex(cut, "%02X");
      default -> wrong(verb, new GoValue.Text(text));
    };
  }

  private static String hex(String text, String each) {
    var digits = new StringBuilder();
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      digits.append(String.format(Locale.ROOT, each, b));
    }
    return digits.toString();
  }

  private static String whole(int verb, GoValue.Int number, Directive how) {
    long n = number.value();
    String digits =
        switch (verb) {
          case 'd', 'v' -> Long.toString(n);
          case 'x' -> (how.sharp() ? "0x" : "") + Long.toString(n, 16);
          case 'X' -> (how.sharp() ? "0X" : "") + Long.toString(n, 16).toUpperCase(Locale.ROOT);
          case 'o' -> (how.sharp() ? "0" : "") + Long.toString(n, 8);
          case 'b' -> Long.toString(n, 2);
          case 'c' -> Character.isValidCodePoint((int) n) ? Character.toString((int) n) : "\ufffd";
          case 'q' -> "'" + Character.toString((int) n) + "'";
          case 'U' -> String.format(Locale.ROOT, "U+%04X", n);
          default -> wrong(verb, number);
        };
    if ("dvxXob".indexOf(verb) < 0) {
      return digits;
    }
    String bare = digits.startsWith("-") ? digits.substring(1) : digits;
    String filled = "0".repeat(Math.max(how.precision() - bare.length(), 0)) + bare;
    return sign(n < 0, how) + filled;
  }

  private static String real(int verb, double value, Directive how) {
    int places = how.precision() < 0 ? 6 : how.precision();
    String digits =
        switch (verb) {
          case 'v', 'g' -> how.precision() < 0 ? GoPrint.real(value) : significant(value, places);
          case 'f', 'F' -> GoPrint.fixed(value, places);
          case 'e' -> GoPrint.exponent(value, places);
          default -> wrong(verb, new GoValue.Real(value));
        };
    return how.plus() && value >= 0 && digits.charAt(0) != '%' ? "+" + digits : digits;
  }

  private static String significant(double value, int places) {
    var rounded =
        new java.math.BigDecimal(value)
            .round(
                new java.math.MathContext(Math.max(places, 1), java.math.RoundingMode.HALF_EVEN));
    return GoPrint.real(rounded.doubleValue());
  }

  private static String sign(boolean negative, Directive how) {
    return negative ? "-" : how.plus() ? "+" : how.blank() ? " " : "";
  }

  private void pad(String text, Directive how, GoValue value) {
    int missing = how.width() - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (how.minus()) {
      out.append(text).append(" ".repeat(missing));
    } else if (how.zero() && (value instanceof GoValue.Int || value instanceof GoValue.Real)) {
      boolean signed = text.startsWith("-") || text.startsWith("+");
      out.append(signed ? text.substring(0, 1) : "")
          .append("0".repeat(missing))
          .append(signed ? text.substring(1) : text);
    } else {
      out.append((how.zero() ? "0" : " ").repeat(missing)).append(text);
    }
  }

  private static String wrong(int verb, GoValue value) {
    return "%!" + Character.toString(verb) + "(" + described(value) + ")";
  }

  private static String described(GoValue value) {
    return value.isNothing() ? "<nil>" : value.type() + "=" + GoPrint.plain(value);
  }
}
