package dev.layerscope.diff.expected;

import java.util.List;
import java.util.Optional;

/** Rules that come with the program; a workspace names them. */
public enum Profile {
  /** A target revision that is the branch of its own side. Holds unless it is switched off. */
  OWN_BRANCH("own-branch", "targetRevision equals its branch"),
  /** Values that differ in the environment's own name only. */
  OWN_NAME("own-name", "the environment’s own name"),
  /** How many of something there are. */
  REPLICAS("replicas", "replicas"),
  /** Host names of routes, ingresses, gateways and certificates. */
  HOSTS("hosts", "host names");

  private final String word;
  private final String title;

  Profile(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** The word in the workspace file. */
  public String word() {
    return word;
  }

  /** What its differences are counted under. */
  public String title() {
    return title;
  }

  /** The profile of a word. */
  public static Optional<Profile> of(String word) {
    return List.of(values()).stream().filter(p -> p.word.equals(word)).findFirst();
  }

  /** Its rules, all counted under one name. */
  public List<Rule> rules() {
    return paths().stream()
        .map(path -> new Rule(title, Where.path(path), test(), Optional.empty()))
        .toList();
  }

  private Rule.Test test() {
    return switch (this) {
      case OWN_BRANCH -> new Rule.Test.OwnBranch();
      case OWN_NAME -> new Rule.Test.OwnName();
      case REPLICAS, HOSTS -> new Rule.Test.Anything();
    };
  }

  private List<String> paths() {
    return switch (this) {
      case OWN_BRANCH -> List.of("**.targetRevision", "**.revision");
      case OWN_NAME -> List.of("**");
      case REPLICAS -> List.of("**.replicas", "**.minReplicas", "**.maxReplicas");
      case HOSTS -> List.of("**.host", "**.hosts", "**.hostname", "**.hostnames", "**.dnsNames");
    };
  }
}
