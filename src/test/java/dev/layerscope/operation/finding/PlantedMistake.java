package dev.layerscope.operation.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mistake to plant in one file of the sample, and the finding it must raise. */
enum PlantedMistake {
  PATH_TYPO("MissingPathError", "(?m)^    path: (\\w\\S*)$", "$1-gone", "EmptyApplicationWarning"),
  OTHER_ENVIRONMENT("WrongEnvironmentRevisionWarning", "targetRevision: (prod)", "dev"),
  DEFAULT_BRANCH("FloatingRevisionWarning", "targetRevision: (prod)", "HEAD"),
  NO_SUCH_BRANCH("UnresolvedRevisionError", "targetRevision: (prod)", "prdo"),
  PROJECT_TYPO("MissingProjectError", "(?m)^  project: (\\S+)$", "$1s"),
  LOST_NAMESPACE(
      "UnwatchedNamespaceWarning",
      "kind: Application\n(?:.*\n)*?  namespace: (openshift-gitops)\n",
      "argo-apps"),
  FIELD_TYPO("UnknownFieldWarning", "(?m)^  (syncPolicy):", "syncPolcy", "ManualParentWarning"),
  REPOSITORY_TYPO(
      "UnknownRepositoryWarning",
      "repoURL: (https://git.example.com/)",
      "https://git.exmaple.com/",
      "RepositoryNotPermittedError"),
  IMPATIENT("RetryExhaustedWarning", "limit: (20)", "2"),
  BY_HAND(
      "ManualParentWarning",
      "    (automated:\n      prune: true)",
      "automated:\n      enabled: false"),
  TWO_CLUSTERS(
      "AmbiguousDestinationError",
      "(?m)^    (server: https://kubernetes.default.svc)$",
      "name: in-cluster\n    $1",
      "DestinationNotPermittedError"),
  OPTION_TYPO("InvalidAnnotationWarning", "sync-options: (Prune=false)", "Prune=flase"),
  BROKEN("ManifestUnreadableError", "(?s)(kind: \\w+\n.*)", "$1\n  a: [b\n"),
  OPEN_PROJECT(
      "WideTeamProjectWarning",
      "sourceRepos:\n    - (https://git.example.com/teams/\\S+)",
      "\"*\""),
  OTHER_REPOSITORY(
      "RepositoryNotPermittedError",
      "sourceRepos:\n    - (https://git.example.com/teams/\\S+)",
      "https://git.example.com/teams/others.git"),
  OTHER_DESTINATION(
      "DestinationNotPermittedError",
      "destinations:\n.*\n      namespace: (\\w+)",
      "another",
      "NamespaceNotPermittedError"),
  NO_NAMESPACE("NamespaceNeverCreatedWarning", "(?s)^(apiVersion: v1\nkind: Namespace\n.*)", ""),
  NO_OPERATOR(
      "MissingDefinitionWarning",
      "(?s)^(.*kind: Subscription\n.*)",
      "",
      "MissingOperatorGroupWarning"),
  LABEL(
      "NonStringMetadataError",
      "kind: RoleBinding\nmetadata:\n(  )name:",
      "  labels: {critical: yes}\n  ");

  /** What an Application that is not deployed does not deliver to others. */
  private static final Set<String> CUT_OFF =
      Set.of("MissingProjectError", "MissingDefinitionWarning", "NamespaceNeverCreatedWarning");

  private final String code;

  private final Pattern where;

  private final String instead;

  @SuppressWarnings("ImmutableEnumChecker") // a copy of its own
  private final Set<String> also;

  /**
   * @param where the first group is what is replaced
   * @param also what follows from it, and is true
   */
  PlantedMistake(String code, String where, String instead, String... also) {
    this.code = code;
    this.where = Pattern.compile(where);
    this.instead = instead;
    this.also = Set.copyOf(List.of(also));
  }

  String code() {
    return code;
  }

  /** Whether another finding is a consequence. */
  boolean entails(String other) {
    return other.equals(code) || also.contains(other) || CUT_OFF.contains(other);
  }

  boolean fits(String path, String text) {
    boolean plain = path.startsWith("deps/") || path.startsWith("bootstrap/") && this != PATH_TYPO;
    boolean both = this == NO_NAMESPACE && text.contains("\n---");
    boolean unused = this == NO_OPERATOR && !text.contains("amq-streams");
    boolean brought = this == NO_NAMESPACE && text.contains("name: openshift-");
    boolean waitsForNobody = this == IMPATIENT && path.contains("my-cluster");
    boolean leaf = this == BY_HAND && !path.endsWith("-deps.yaml");
    boolean elsewhere = both || unused || brought || waitsForNobody || leaf;
    return plain && !elsewhere && where.matcher(text).find();
  }

  /** The files with the mistake; a text that becomes empty is removed. */
  Map<String, String> plant(Map<String, String> files, String path) {
    String text = Optional.ofNullable(files.get(path)).orElseThrow();
    Matcher m = where.matcher(text);
    if (!m.find()) {
      throw new IllegalArgumentException(this + " does not fit " + path);
    }
    String other =
        text.substring(0, m.start(1))
            + instead.replace("$1", m.group(1))
            + text.substring(m.end(1));
    Map<String, String> planted = new TreeMap<>(files);
    if (other.isBlank()) {
      planted.remove(path);
    } else {
      planted.put(path, other);
    }
    return planted;
  }
}
