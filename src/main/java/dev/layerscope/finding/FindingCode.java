package dev.layerscope.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of mistake the program knows. The suffix of the text is the severity. {@code
 * docs/findings.md} has a cause and a cure for each; a test holds the two together.
 */
public enum FindingCode {
  REPOSITORY_UNAVAILABLE_ERROR("The repository could not be read."),
  REPOSITORY_EMPTY_ERROR("The repository holds no commit."),
  UNKNOWN_REPOSITORY_WARNING("The repository is not in the workspace."),
  UNRESOLVED_REVISION_ERROR("The target revision names no commit."),
  AMBIGUOUS_REVISION_WARNING("The target revision is both a branch and a tag."),
  MISSING_PATH_ERROR("The path does not exist at that revision."),
  HYDRATION_PENDING_WARNING("What is hydrated has not been brought to the branch yet."),
  OVERRIDE_NULL_WARNING("A null in an override file changes nothing."),
  PATH_NOT_DIRECTORY_ERROR("The path is a file, not a directory."),
  PATH_OUTSIDE_REPOSITORY_ERROR("The path leaves the repository."),
  PATH_IS_SYMLINK_WARNING("The path is a symbolic link; Argo CD finds no manifests behind it."),
  EMPTY_APPLICATION_WARNING("The Application renders no manifests."),
  INCOMPLETE_SOURCE_ERROR("A source lacks what Argo CD requires."),
  MISSING_SOURCE_ERROR("The Application has no source."),
  INVALID_APPLICATION_ERROR("The manifest cannot be read as what its kind says."),
  UNKNOWN_FIELD_WARNING("A field that Argo CD does not know."),
  MULTIPLE_SOURCE_TYPES_ERROR("A source has more than one type block."),
  OVERRIDE_FILE_UNREADABLE_ERROR("An Argo CD override file cannot be read."),
  MANIFEST_UNREADABLE_ERROR("A manifest cannot be parsed."),
  MANIFEST_TOO_LARGE_ERROR("A file is too large to be read."),
  NON_MANIFEST_JSON_ERROR("A JSON file that is no manifest breaks the Application."),
  NON_STRING_METADATA_ERROR("A label or annotation is not a string."),
  DUPLICATE_KEY_WARNING("A key is written twice; the last one counts."),
  OUT_OF_BOUNDS_SYMLINK_ERROR("A symbolic link leads out of the repository."),
  BROKEN_SYMLINK_WARNING("A symbolic link leads nowhere."),
  DIRECTORY_TOO_LARGE_ERROR("The manifests of a directory exceed Argo CD's limit."),
  INVALID_GLOB_WARNING("An include or exclude pattern never matches."),
  REPEATED_RESOURCE_WARNING("One Application renders an object more than once."),
  EXCLUDED_RESOURCE_WARNING("Argo CD ignores objects of this kind."),
  KUSTOMIZE_BUILD_ERROR("The kustomization does not build."),
  HELM_TEMPLATE_ERROR("The chart does not render."),
  TOOL_FILE_IN_DIRECTORY_WARNING("A directory source meets a kustomization or a chart."),
  PLAIN_SECRET_WARNING("A Secret stands in git in clear."),
  APPLICATION_SET_ERROR("An ApplicationSet generates nothing: a generator or its template fails."),
  DUPLICATE_GENERATED_APPLICATION_ERROR(
      "An ApplicationSet generates several Applications of one name, and none of them is created."),
  INVALID_GENERATED_APPLICATION_ERROR(
      "An ApplicationSet generates an Application that Argo CD refuses."),
  SHARED_APPLICATION_WARNING("One Application is declared by more than one parent."),
  APPLICATION_CYCLE_WARNING("Applications declare each other in a circle."),
  SELF_MANAGED_INFO("An Application declares itself."),
  MISSING_NAMESPACE_ERROR("A child Application has no namespace."),
  UNWATCHED_NAMESPACE_WARNING("An Application lies in a namespace that Argo CD does not watch."),
  REMOTE_APPLICATION_WARNING("A child Application is delivered to another cluster."),
  MISSING_DESTINATION_ERROR("The destination names no cluster."),
  AMBIGUOUS_DESTINATION_ERROR("The destination has both a server and a name."),
  UNKNOWN_CLUSTER_WARNING("The destination's cluster is not in the inventory."),
  MISSING_PROJECT_ERROR("The Application's project does not exist."),
  UNKNOWN_SYNC_OPTION_WARNING("A sync option that Argo CD does not know is ignored."),
  MANUAL_PARENT_WARNING(
      "A parent that is not synced automatically leaves its children undeployed."),
  WRONG_ENVIRONMENT_REVISION_WARNING(
      "An Application on one environment's branch points at another's."),
  FLOATING_REVISION_WARNING(
      "An Application on an environment's branch points at the default branch."),
  SETTING_UNREADABLE_ERROR("A setting of Argo CD cannot be read."),
  SETTINGS_FROM_GIT_INFO("Argo CD's own configuration is read from git."),
  ROOT_UNREADABLE_ERROR("A root's manifest could not be read."),
  UNKNOWN_IN_ENVIRONMENT_WARNING("A root has no branch for the environment."),
  SHARED_RESOURCE_WARNING("Several Applications deliver one object to one cluster."),
  TWIN_APPLICATION_WARNING("One Application is declared under several names."),
  MISSING_DEFINITION_WARNING("Nobody delivers the definition of a custom resource's kind."),
  DEFINITION_RACE_WARNING(
      "An Application renders a custom resource together with the operator that brings its kind."),
  RETRY_EXHAUSTED_WARNING("An Application gives up before the operator it waits for can be there."),
  WAVES_DO_NOT_WAIT_WARNING("Waves on child Applications do not wait for the children."),
  MISSING_FINALIZER_INFO("An Application lacks the finalizer that its siblings have."),
  CASCADING_PARENT_INFO("Deleting an Application that declares others deletes all of them."),
  UNDECIDED_PRUNE_INFO("A parent does not say whether it prunes."),
  EMPTIED_APPLICATION_WARNING("An emptied Application may delete everything it deployed."),
  INVALID_ANNOTATION_WARNING("An annotation that Argo CD cannot read is passed over."),
  NAMESPACE_NEVER_CREATED_WARNING("Nothing creates the namespace of an object."),
  MISSING_OPERATOR_GROUP_WARNING("An operator's namespace has no OperatorGroup."),
  SEVERAL_OPERATOR_GROUPS_WARNING("A namespace has several OperatorGroups."),
  REPOSITORY_SPELLINGS_WARNING("One repository is written in several ways."),
  TEAM_DECLARES_APPLICATION_WARNING("A team repository declares Applications or projects."),
  TEAM_OUTSIDE_NAMESPACE_WARNING("A team repository reaches out of its namespace."),
  WIDE_TEAM_PROJECT_WARNING("The project that binds a team permits more than the team's own."),
  SHARED_TEAM_NAMESPACE_WARNING("Several teams share a namespace."),
  REPOSITORY_NOT_PERMITTED_ERROR("The project does not permit the repository."),
  DESTINATION_NOT_PERMITTED_ERROR("The project does not permit the destination."),
  KIND_NOT_PERMITTED_ERROR("The project does not permit a kind that the Application renders."),
  NAMESPACE_NOT_PERMITTED_ERROR("The project does not permit the namespace of an object."),
  APPLICATION_NAMESPACE_NOT_PERMITTED_ERROR(
      "The project does not permit Applications in that namespace."),
  INVALID_PROJECT_WARNING("An AppProject holds what Argo CD's API refuses."),
  WIDE_PROJECT_INFO("A project permits everything."),
  ORPHANED_OVERRIDE_FILE_WARNING("An override file is for an Application that does not exist."),
  UNLISTED_FILE_INFO("A manifest beside a kustomization is in none."),
  CREDENTIAL_IN_VALUES_WARNING("Values for a chart hold a credential in clear."),
  UNPINNED_CHART_INFO("A chart follows a range of versions."),
  REVISION_CONFLICT_ERROR("Sources of one Application read a repository at two commits."),
  RELEASE_NAME_TOO_LONG_ERROR("The name of a Helm release is too long."),
  GO_TEMPLATE_OFF_WARNING("An ApplicationSet uses Go templates without saying so."),
  MISSING_KEY_OPTION_INFO("An ApplicationSet writes a placeholder for a missing parameter."),
  UNRESOLVED_PLACEHOLDER_WARNING("A placeholder is left in a generated Application."),
  EXPIRED_WAIVER_WARNING("A waiver has run out; what it covered is a finding again."),
  CHECK_FAILED_WARNING("A check met something unforeseen; that is a fault of Layerscope."),
  RENDERING_FAILED_WARNING("Rendering met something unforeseen; that is a fault of Layerscope.");

  private final String sentence;
  private final String text;
  private final Severity severity;

  FindingCode(String sentence) {
    this.sentence = sentence;
    text = inWords(name());
    severity = Severity.valueOf(name().substring(name().lastIndexOf('_') + 1));
  }

  private static String inWords(String name) {
    var text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  /** What users see and write in waivers: {@code MissingPathError}. */
  public String text() {
    return text;
  }

  public Severity severity() {
    return severity;
  }

  /** The code of that name; empty when there is none. */
  public static Optional<FindingCode> of(String text) {
    return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
  }

  /** Why it matters and how it is cured. */
  public Explanation explanation() {
    return Explanation.of(this);
  }

  /** What is wrong, in one sentence that needs no example. */
  public String sentence() {
    return sentence;
  }
}
