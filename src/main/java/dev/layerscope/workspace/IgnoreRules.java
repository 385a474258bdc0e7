package dev.layerscope.workspace;

import dev.layerscope.diff.expected.PathPattern;
import dev.layerscope.diff.expected.Profile;
import dev.layerscope.diff.expected.Rule;
import dev.layerscope.diff.expected.Where;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ignore}: what may differ between two sides. The profile {@code own-branch} holds
 * without being named, as a promotion must never carry a target revision along; {@code {profile:
 * own-branch, off: true}} switches it off.
 */
final class IgnoreRules {
  private final Path file;

  IgnoreRules(Path file) {
    this.file = file;
  }

  List<Rule> read(List<WorkspaceYaml.Ignore> entries) throws WorkspaceException {
    var rules = new ArrayList<Rule>();
    Set<Profile> named = EnumSet.noneOf(Profile.class);
    for (WorkspaceYaml.Ignore entry : entries) {
      if (entry.profile() != null) {
        Profile profile = profile(entry);
        named.add(profile);
        if (!Boolean.TRUE.equals(entry.off())) {
          rules.addAll(profile.rules());
        }
      } else {
        rules.add(rule(entry));
      }
    }
    if (!named.contains(Profile.OWN_BRANCH)) {
      rules.addAll(Profile.OWN_BRANCH.rules());
    }
    return rules;
  }

  private Profile profile(WorkspaceYaml.Ignore entry) throws WorkspaceException {
    List<String> known = List.of(Profile.values()).stream().map(Profile::word).toList();
    String word = String.valueOf(entry.profile());
    if (entry.path() != null || entry.regex() != null) {
      throw new WorkspaceException(
          file + ": an entry of ignore names profile and path or regex. Write two entries.");
    }
    return Profile.of(word)
        .orElseThrow(() ->
            new WorkspaceException(
                file
                    + ": ignore names the profile “"
                    + word
                    + "”."
                    + Spelling.nearest(word, known)
                        .map(n -> " Did you mean “" + n + "”?")
                        .orElse(" There are: " + String.join(", ", known) + ".")));
  }

  private Rule rule(WorkspaceYaml.Ignore entry) throws WorkspaceException {
    if (entry.path() == null && entry.regex() == null) {
      throw new WorkspaceException(
          file + ": an entry of ignore needs profile, path or regex, or it would hide everything.");
    }
    String name = firstOf(entry.name(), entry.path(), entry.regex());
    var where =
        new Where(
            Optional.ofNullable(entry.path()).map(PathPattern::new),
            Optional.ofNullable(entry.kind()),
            Optional.ofNullable(entry.application()),
            Optional.ofNullable(entry.object()));
    return new Rule(name, where, test(entry.regex()), accepted(entry));
  }

  private static String firstOf(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return "";
  }

  private Rule.Test test(@Nullable String regex) throws WorkspaceException {
    if (regex == null) {
      return new Rule.Test.Anything();
    }
    try {
      return new Rule.Test.EqualWithout(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new WorkspaceException(
          file
              + ": “"
              + regex
              + "” in ignore is no regular expression: "
              + e.getDescription()
              + ".");
    }
  }

  private Optional<Rule.Accepted> accepted(WorkspaceYaml.Ignore entry) throws WorkspaceException {
    if (entry.reason() == null) {
      if (entry.until() != null) {
        throw new WorkspaceException(
            file + ": an entry of ignore has until and no reason. Say why the drift is accepted.");
      }
      return Optional.empty();
    }
    return Optional.of(new Rule.Accepted(entry.reason(), date(entry.until())));
  }

  private Optional<LocalDate> date(@Nullable String until) throws WorkspaceException {
    if (until == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(until));
    } catch (DateTimeParseException e) {
      throw new WorkspaceException(
          file + ": “" + until + "” in ignore is no date. Write it as 2027-03-31.");
    }
  }
}
