package dev.layerscope.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which API groups an operator brings along, by the name of its package: a hint list, since no
 * catalogue can be read from git (specification §11.3).
 */
public final class Operators {
  /** The pseudo package of what OpenShift has without any operator of its own. */
  public static final String OPENSHIFT = "openshift";

  private static final Map<String, String> SAME =
      Map.of(
          "strimzi-kafka-operator", "amq-streams",
          "cert-manager", "openshift-cert-manager-operator",
          "ocs-operator", "odf-operator",
          "keycloak-operator", "rhbk-operator",
          "openshift-pipelines-operator", "openshift-pipelines-operator-rh",
          "opendatahub-operator", "rhods-operator");

  private static final Operators LIST = read();

  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Scope> scopes = new HashMap<>();

  private Operators() {}

  /** The API groups a package brings along; empty for a package nobody wrote down. */
  public static Set<String> groupsOf(String packageName) {
    return LIST.groups.getOrDefault(SAME.getOrDefault(packageName, packageName), Set.of());
  }

  /** The scope of a kind of some operator. */
  public static Scope scopeOf(Gvk gvk) {
    return LIST.scopes.getOrDefault(gvk.groupKind(), Scope.UNKNOWN);
  }

  private static Operators read() {
    try (InputStream in = Operators.class.getResourceAsStream("operators.txt")) {
      if (in == null) {
        throw new IllegalStateException("operators.txt is missing from the program");
      }
      var list = new Operators();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.strip().split(" "))
          .filter(words -> words.length > 2)
          .forEach(list::take);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String[] words) {
    groups.computeIfAbsent(words[0], unused -> new HashSet<>()).add(words[1]);
    for (int i = 2; i < words.length; i++) {
      boolean cluster = words[i].endsWith("*");
      String kind = cluster ? words[i].substring(0, words[i].length() - 1) : words[i];
      scopes.put(words[1] + "/" + kind, cluster ? Scope.CLUSTER : Scope.NAMESPACED);
    }
  }
}
