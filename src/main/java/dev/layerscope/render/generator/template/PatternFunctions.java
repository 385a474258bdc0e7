package dev.layerscope.render.generator.template;

import dev.layerscope.git.SemanticVersion;
import dev.layerscope.git.VersionConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions, paths and versions, from Sprig. */
final class PatternFunctions {
  private PatternFunctions() {}

  static void add() {
    both("regexMatch", 2, a -> GoValue.bool(matcher(a.text(0), a.text(1)).find()));
    Functions.define("regexFind", 2, a -> GoValue.text(find(a)));
    Functions.define("regexFindAll", 3, PatternFunctions::findAll);
    both("regexReplaceAll", 3, a -> GoValue.text(replace(a, true)));
    both("regexReplaceAllLiteral", 3, a -> GoValue.text(replace(a, false)));
    both("regexSplit", 3, PatternFunctions::split);
    Functions.define(
        "regexQuoteMeta",
        1,
        a -> GoValue.text(a.text(0).replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0")));
    for (String os : List.of("", "os")) {
      Functions.define(path(os, "base"), 1, a -> GoValue.text(GoPath.base(a.text(0))));
      Functions.define(path(os, "dir"), 1, a -> GoValue.text(GoPath.dir(a.text(0))));
      Functions.define(path(os, "clean"), 1, a -> GoValue.text(GoPath.clean(a.text(0))));
      Functions.define(path(os, "ext"), 1, a -> GoValue.text(GoPath.ext(a.text(0))));
      Functions.define(path(os, "isAbs"), 1, a -> GoValue.bool(a.text(0).startsWith("/")));
    }
    Functions.define("semverCompare", 2, PatternFunctions::compareVersions);
  }

  private static void both(String name, int count, Functions.Body body) {
    Functions.define(name, count, body);
    Functions.define(ListFunctions.must(name), count, body);
  }

  private static String path(String os, String name) {
    return os.isEmpty() ? name : os + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Go's patterns know no look-around and no references back; Java's would accept them. */
  private static Matcher matcher(String pattern, String text) throws TemplateException {
    String java = pattern.replace("(?P<", "(?<");
    if (java.matches("(?s).*(\\(\\?[=!>]|\\(\\?<[=!]|\\\\[1-9kGQEC]|&&|[*+?}]\\+).*")) {
      throw TemplateException.unknown("the regular expression " + pattern);
    }
    try {
      return Pattern.compile(java).matcher(new BoundedText(text));
    } catch (PatternSyntaxException e) {
      throw TemplateException.refused("error parsing regexp: " + pattern);
    } catch (StackOverflowError tooDeep) {
      throw TemplateException.unknown("the regular expression " + pattern);
    }
  }

  private static String find(Arguments a) throws TemplateException {
    Matcher matcher = matcher(a.text(0), a.text(1));
    return matcher.find() ? matcher.group() : "";
  }

  private static GoValue findAll(Arguments a) throws TemplateException {
    Matcher matcher = matcher(a.text(0), a.text(1));
    int most = a.whole(2);
    var found = new ArrayList<String>();
    while ((most < 0 || found.size() < most) && matcher.find()) {
      found.add(matcher.group());
    }
    return GoValue.texts(found);
  }

  private static String replace(Arguments a, boolean references) throws TemplateException {
    Matcher matcher = matcher(a.text(0), a.text(1));
    String with = a.text(2);
    if (references
        && with.contains("$")
        && !with.matches("([^$\\\\]|\\$\\{[0-9]+\\}|\\$[0-9](?![0-9A-Za-z_]))*")) {
      throw TemplateException.unknown("regexReplaceAll with “" + with + "”");
    }
    String java =
        references
            ? with.replace("\\", "\\\\").replaceAll("\\$\\{([0-9]+)\\}", "\\$$1")
            : Matcher.quoteReplacement(with);
    try {
      return matcher.replaceAll(java);
    } catch (IndexOutOfBoundsException noSuchGroup) {
      throw TemplateException.unknown("regexReplaceAll with “" + with + "”");
    }
  }

  private static GoValue split(Arguments a) throws TemplateException {
    Matcher matcher = matcher(a.text(0), a.text(1));
    int most = a.whole(2);
    var parts = new ArrayList<String>();
    int start = 0;
    while ((most < 0 || parts.size() < most - 1) && matcher.find()) {
      if (matcher.end() == 0) {
        continue;
      }
      parts.add(a.text(1).substring(start, matcher.start()));
      start = matcher.end();
    }
    if (most != 0) {
      parts.add(a.text(1).substring(start));
    }
    return GoValue.texts(parts);
  }

  private static GoValue compareVersions(Arguments a) throws TemplateException {
    var constraint = VersionConstraint.parse(a.text(0));
    var version = SemanticVersion.parse(a.text(1));
    if (constraint.isEmpty()) {
      throw TemplateException.refused("improper constraint: " + a.text(0));
    }
    if (version.isEmpty()) {
      throw TemplateException.refused("invalid semantic version");
    }
    return GoValue.bool(constraint.get().allows(version.get()));
  }
}
