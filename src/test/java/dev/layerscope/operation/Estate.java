package dev.layerscope.operation;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small estate in memory: one cluster over its own {@code deps}, and a team. */
public final class Estate {
  public static final String CLUSTER = "https://git.example.com/clusters/east.git";
  public static final String TEAM = "https://git.example.com/teams/new-team.git";

  private Estate() {}

  /** The cluster's repository with its root manifest, ready for the files of {@code deps}. */
  public static GitFixture cluster(String sourceOptions) {
    return GitFixture.repo(CLUSTER)
        .defaultBranch("dev")
        .file("bootstrap/east.yaml", application("east-deps", CLUSTER, "deps", sourceOptions));
  }

  /** The team's repository on branch dev. */
  public static GitFixture team() {
    return GitFixture.repo(TEAM)
        .defaultBranch("dev")
        .file("app/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n")
        .commit("Begin");
  }

  public static String application(String name, String url, String path, String sourceOptions) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: %s
      namespace: argocd
    spec:
      project: default
      source:
        repoURL: %s
        path: %s
        targetRevision: dev
    %s  destination:
        server: https://kubernetes.default.svc
    """
        .formatted(name, url, path, sourceOptions);
  }

  public static Opened open(Path folder, GitFixture... fixtures)
      throws IOException, WorkspaceException {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: estate
        repositories:
          - url: %s
          - url: %s
        roots:
          - {name: east, repoURL: "%s", revision: dev, path: bootstrap/east.yaml}
        environments:
          - {name: dev, branch: dev}
          - {name: qa, branch: qa}
        """
            .formatted(CLUSTER, TEAM, CLUSTER));
    Workspace workspace = WorkspaceFile.read(folder);
    var all = new ArrayList<Access>();
    for (GitFixture fixture : fixtures) {
      all.add(new Access.Available(fixture.url(), fixture.clone()));
    }
    return new Opened(workspace, new OpenRepositories(workspace, all));
  }

  public static dev.layerscope.edit.intention.TeamBinding binding() {
    return dev.layerscope.edit.intention.TeamBinding.of(
        "new-team", new RepoUrl(TEAM), "east", "dev");
  }

  public static List<String> paths(PlanEdit.Answer answer) {
    return planned(answer).plan().branches().getFirst().files().stream()
        .map(f -> f.path().value())
        .toList();
  }

  public static dev.layerscope.edit.PlannedEdit planned(PlanEdit.Answer answer) {
    return switch (answer) {
      case PlanEdit.Answer.Planned planned -> planned.edit();
      case PlanEdit.Answer.Refused refused -> throw new AssertionError(refused);
    };
  }

  public static String refused(PlanEdit.Answer answer) {
    return switch (answer) {
      case PlanEdit.Answer.Planned planned ->
          throw new AssertionError("planned: " + planned.edit().plan());
      case PlanEdit.Answer.Refused refused -> refused.reason() + " " + refused.hint();
    };
  }
}
