package dev.layerscope.ui.compare.text;

import dev.layerscope.operation.open.Opened;

/** What stands behind a row of the tree, as rows to look at: structured, as text, as rendered. */
public final class CompareTexts {
  /** How a difference is looked at. */
  public enum Mode {
    STRUCTURED,
    TEXT,
    RENDERED
  }

  private final Opened opened;
  private final ManifestTexts manifests;

  public CompareTexts(Opened opened, Mode mode) {
    this.opened = opened;
    this.manifests = new ManifestTexts(opened, mode);
  }

  public CompareText of(CompareRow row) {
    return switch (row) {
      case CompareRow.OfFile file -> FileTexts.of(file);
      case CompareRow.OfResource(var application, var resource) ->
          manifests.resource(application, resource);
      case CompareRow.OfApplication(var application, var tally) ->
          manifests.application(application);
      case CompareRow.Group ignored -> CompareText.NOTHING;
      case CompareRow.Source ignored -> CompareText.NOTHING;
      case CompareRow.OfRepository ignored -> CompareText.NOTHING;
      case CompareRow.OfHistory ignored -> CompareText.NOTHING;
      case CompareRow.OfSamePatches ignored -> CompareText.NOTHING;
      case CompareRow.OfCommit commit -> CommitText.of(opened, commit);
    };
  }
}
