package dev.layerscope.argocd;

import dev.layerscope.glob.GobwasGlob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the API server would refuse of an AppProject (specification §8), in its words. Git accepts
 * it all the same, and Argo CD then reads what is there.
 */
public final class ProjectValidation {
  private static final Pattern ROLE_NAME =
      Pattern.compile("[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?");
  private static final Pattern NOT_IN_GROUP = Pattern.compile("[\"\n\r\t]");
  private static final Pattern NOT_IN_ACCOUNT = Pattern.compile("[!*\\[\\]{}\\\\/]");
  private static final int LONGEST_DESCRIPTION = 255;

  private final AppProject project;
  private final List<String> errors = new ArrayList<>();

  private ProjectValidation(AppProject project) {
    this.project = project;
  }

  /** Everything that is wrong; empty when nothing is. */
  public static List<String> errors(AppProject project) {
    var validation = new ProjectValidation(project);
    validation.destinations();
    validation.twice("sourceRepos", "source repository", project.sourceRepos());
    validation.twice("sourceNamespaces", "source namespace", project.sourceNamespaces());
    if (project.sourceRepos().contains("!*")) {
      validation.errors.add("source repository has an invalid format, '!*'");
    }
    if (project.description().length() > LONGEST_DESCRIPTION) {
      validation.errors.add("description is longer than 255 characters");
    }
    validation.roles();
    project
        .serviceAccounts()
        .forEach(a -> serviceAccountError(a).ifPresent(validation.errors::add));
    return List.copyOf(validation.errors);
  }

  private void destinations() {
    Set<String> seen = new HashSet<>();
    for (AppProject.Destination one : project.destinations()) {
      everything("name", one.name());
      everything("server", one.server());
      everything("namespace", one.namespace());
      String cluster = one.server().isEmpty() ? one.name() : one.server();
      if (!seen.add(cluster + "/" + one.namespace())) {
        errors.add("destination '" + cluster + "/" + one.namespace() + "' already added");
      }
    }
  }

  private void everything(String field, String pattern) {
    if (pattern.equals("!*")) {
      errors.add(field + " has an invalid format, '!*'");
    }
  }

  private void twice(String field, String what, List<String> list) {
    Set<String> seen = new HashSet<>();
    list.stream()
        .filter(entry -> !seen.add(entry))
        .forEach(entry -> errors.add(what + " '" + entry + "' already added in " + field));
  }

  private void roles() {
    Set<String> names = new HashSet<>();
    for (AppProject.Role role : project.roles()) {
      if (!ROLE_NAME.matcher(role.name()).matches()) {
        errors.add("invalid role name '" + role.name() + "'");
      }
      if (!names.add(role.name())) {
        errors.add("role '" + role.name() + "' already exists");
      }
      role.groups().stream()
          .filter(group -> !isGroupName(group))
          .forEach(group -> errors.add("group '" + group + "' is not a valid name"));
      role.policies().forEach(policy -> policy(role.name(), policy));
    }
  }

  /** {@code p, proj:PROJECT:ROLE, RESOURCE, ACTION, PROJECT/OBJECT, allow|deny}. */
  private void policy(String role, String policy) {
    List<String> words = List.of(policy.split(",", -1)).stream().map(String::strip).toList();
    boolean right =
        words.size() == 6
            && words.get(0).equals("p")
            && words.get(1).equals("proj:" + project.name() + ":" + role)
            && isPolicyObject(project.name(), words.get(4))
            && (words.get(5).equals("allow") || words.get(5).equals("deny"));
    if (!right) {
      errors.add("invalid policy rule '" + policy + "'");
    }
  }

  /** Whether a policy's object names Applications of the project, and nothing else. */
  public static boolean isPolicyObject(String project, String object) {
    return Pattern.matches(Pattern.quote(project) + "(/[*\\w\\-.]+)?/[*\\w\\-.]+", object);
  }

  /** Whether a group of a role can be one: commas only in quotes, no quotes within. */
  public static boolean isGroupName(String group) {
    boolean quoted = group.length() > 1 && group.startsWith("\"") && group.endsWith("\"");
    String name = quoted ? group.substring(1, group.length() - 1) : group;
    return !name.isBlank() && (quoted || !name.contains(",")) && !NOT_IN_GROUP.matcher(name).find();
  }

  /** What is wrong with an account to act as. */
  public static Optional<String> serviceAccountError(AppProject.ServiceAccount account) {
    if (isNoPattern(account.server())) {
      return Optional.of("server has an invalid format, '" + account.server() + "'");
    }
    if (isNoPattern(account.namespace())) {
      return Optional.of("namespace has an invalid format, '" + account.namespace() + "'");
    }
    if (account.account().isBlank() || NOT_IN_ACCOUNT.matcher(account.account()).find()) {
      return Optional.of(
          "defaultServiceAccount has an invalid format, '" + account.account() + "'");
    }
    return Optional.empty();
  }

  private static boolean isNoPattern(String pattern) {
    return pattern.contains("!") || GobwasGlob.compile(pattern).isEmpty();
  }
}
