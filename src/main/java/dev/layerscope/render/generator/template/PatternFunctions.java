package dev.layerscope.render.generator.template;

import dev.layerscope.git.version.SemanticVersion;
import dev.layerscope.git.version.VersionConstraint;
import dev.layerscope.glob.GoPattern;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions, paths and versions, from Sprig. */
final class PatternFunctions {
  private PatternFunctions() {}

  static void add() {
    Functions.define("regexMatch", 2, PatternFunctions::matches);
    Functions.define("mustRegexMatch", 2, a -> GoValue.bool(pattern(a).find(a.text(1))));
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

  /** Sprig drops the error of a pattern that is none. */
  private static GoValue matches(Arguments a) throws TemplateException {
    try {
      GoPattern.compile(a.text(0));
      return GoValue.bool(pattern(a).find(a.text(1)));
    } catch (GoPattern.InvalidPatternException e) {
      return GoValue.bool(false);
    }
  }

  private static GoPattern pattern(Arguments a) throws TemplateException {
    try {
      GoPattern pattern = GoPattern.compile(a.text(0));
      if (!pattern.affords(a.text(1))) {
        throw TemplateException.unknown("the regular expression " + a.text(0));
      }
      return pattern;
    } catch (GoPattern.InvalidPatternException e) {
      throw TemplateException.refused("error parsing regexp: " + e.text());
    }
  }

  private static String find(Arguments a) throws TemplateException {
    String text = a.text(1);
    return pattern(a).all(text).stream().findFirst().map(match -> match.of(text)).orElse("");
  }

  private static GoValue findAll(Arguments a) throws TemplateException {
    int most = a.whole(2);
    String text = a.text(1);
    return GoValue.texts(
        pattern(a).all(text).stream()
            .limit(most < 0 ? Long.MAX_VALUE : most)
            .map(match -> match.of(text))
            .toList());
  }

  private static String replace(Arguments a, boolean references) throws TemplateException {
    GoPattern pattern = pattern(a);
    String with = a.text(2);
    if (references
        && with.contains("$")
        && !with.matches("([^$\\\\]|\\$\\{[0-9]+\\}|\\$[0-9](?![0-9A-Za-z_]))*")) {
      throw TemplateException.unknown("regexReplaceAll with “" + with + "”");
    }
    String java =
        references
            ? with.replace("\\", "\\\\").replaceAll("\\$\\{([0-9]+)\\}", "\\$$1")
            : GoPattern.literal(with);
    try {
      return pattern.replaceAll(a.text(1), java);
    } catch (IndexOutOfBoundsException noSuchGroup) {
      throw TemplateException.unknown("regexReplaceAll with “" + with + "”");
    }
  }

  private static GoValue split(Arguments a) throws TemplateException {
    int most = a.whole(2);
    var parts = new ArrayList<String>();
    int start = 0;
    for (GoPattern.Match match : pattern(a).all(a.text(1))) {
      if (most >= 0 && parts.size() >= most - 1) {
        break;
      }
      if (match.end() == 0) {
        continue;
      }
      parts.add(a.text(1).substring(start, match.start()));
      start = match.end();
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
