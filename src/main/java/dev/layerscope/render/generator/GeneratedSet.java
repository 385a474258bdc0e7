package dev.layerscope.render.generator;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the rendered Applications Argo CD would create (specification §6.1): those with a name
 * of their own, a project and a destination. The others are left out, each with the reason.
 *
 * <p>Whether the project and the cluster exist cannot be told from git in general; they are taken
 * to exist here, and what is known of them is said on the Application itself.
 */
public final class GeneratedSet {
  private final String set;
  private final List<Finding> findings = new ArrayList<>();

  private GeneratedSet(String set) {
    this.set = set;
  }

  /** The Applications that stay, and what is wrong with the others. */
  public record Checked(List<Manifest> applications, List<Finding> findings) {
    public Checked {
      applications = List.copyOf(applications);
      findings = List.copyOf(findings);
    }
  }

  /** Checks what an ApplicationSet rendered. */
  public static Checked check(String set, List<Manifest> rendered) {
    return new GeneratedSet(set).checked(rendered);
  }

  private Checked checked(List<Manifest> rendered) {
    Map<String, List<Manifest>> byName = new LinkedHashMap<>();
    rendered.forEach(m -> byName.computeIfAbsent(m.name(), unused -> new ArrayList<>()).add(m));
    var good = new ArrayList<Manifest>();
    byName.forEach((name, same) -> {
      Optional<Finding> wrong = wrong(name, same);
      wrong.ifPresentOrElse(findings::add, () -> good.add(same.getFirst()));
    });
    return new Checked(good, findings);
  }

  private Optional<Finding> wrong(String name, List<Manifest> same) {
    Manifest first = same.getFirst();
    if (name.isEmpty()) {
      return Optional.of(
          invalid(
              first,
              "ApplicationSet "
                  + set
                  + " contains an application with no name; a name must be set in the template's"
                  + " metadata.name or via a templatePatch (generateName is not supported)"));
    }
    if (same.size() > 1) {
      return Optional.of(
          Finding.of(
              FindingCode.DUPLICATE_GENERATED_APPLICATION_ERROR,
              "ApplicationSet " + set + " contains applications with duplicate name: " + name,
              first.location()));
    }
    if (first.root().textAt("spec", "project").orElse("").isEmpty()) {
      return Optional.of(invalid(first, "application references project  which does not exist"));
    }
    return destination(first)
        .map(why -> invalid(first, "application destination spec is invalid: " + why));
  }

  private static Optional<String> destination(Manifest application) {
    String server = application.root().textAt("spec", "destination", "server").orElse("");
    String name = application.root().textAt("spec", "destination", "name").orElse("");
    if (!server.isEmpty() && !name.isEmpty()) {
      return Optional.of(
          "application destination can't have both name and server defined: "
              + name
              + " "
              + server);
    }
    return server.isEmpty() && name.isEmpty()
        ? Optional.of("Destination server missing from app spec")
        : Optional.empty();
  }

  private static Finding invalid(Manifest application, String message) {
    String of = application.name().isEmpty() ? "" : application.name() + ": ";
    return Finding.of(
        FindingCode.INVALID_GENERATED_APPLICATION_ERROR, of + message, application.location());
  }
}
