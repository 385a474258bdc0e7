package dev.layerscope.edit.draft;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.git.FileMode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one commit while they are worked out, over what the branch has. */
public final class FileDraft {
  private final String where;
  private final Optional<Snapshot> snapshot;
  private final Map<TreePath, Optional<String>> before = new LinkedHashMap<>();
  private final Map<TreePath, Optional<String>> after = new LinkedHashMap<>();
  private final Map<TreePath, String> reasons = new LinkedHashMap<>();

  /**
   * @param where repository and branch, as a person calls them
   * @param snapshot what the branch has; empty for nothing yet
   */
  public FileDraft(String where, Optional<Snapshot> snapshot) {
    this.where = where;
    this.snapshot = snapshot;
  }

  /** Another commit on top of this one. */
  public FileDraft next() {
    var next = new FileDraft(where, snapshot);
    before.forEach((path, text) -> next.before.put(path, after.getOrDefault(path, text)));
    return next;
  }

  public Optional<String> find(TreePath path) throws RefusedException {
    if (after.containsKey(path)) {
      return after.getOrDefault(path, Optional.empty());
    }
    if (!before.containsKey(path)) {
      before.put(path, read(path));
    }
    return before.getOrDefault(path, Optional.empty());
  }

  /** Whether a file of the branch goes, with this commit or one before it. */
  boolean isGone(TreePath path) {
    Optional<String> unread = Optional.of("");
    return after.getOrDefault(path, before.getOrDefault(path, unread)).isEmpty();
  }

  /** Whether a file comes, or stays as it was looked at, below a folder. */
  boolean hasBelow(TreePath folder) {
    return Stream.concat(after.keySet().stream(), before.keySet().stream())
        .anyMatch(path -> path.isWithin(folder) && !isGone(path));
  }

  public String text(TreePath path) throws RefusedException {
    return find(path)
        .orElseThrow(() -> new RefusedException(path + " is not in " + where + ".", ""));
  }

  public void add(TreePath path, String text, String reason) throws RefusedException {
    if (find(path).isPresent()) {
      throw new RefusedException(
          path + " is there already in " + where + ".", "Choose another name.");
    }
    set(path, Optional.of(text), reason);
  }

  /** A file with this text, whether it is there or not. */
  public void write(TreePath path, String text, String reason) throws RefusedException {
    find(path);
    set(path, Optional.of(text), reason);
  }

  public void change(TreePath path, String text, String reason) throws RefusedException {
    text(path);
    set(path, Optional.of(text), reason);
  }

  public void remove(TreePath path, String reason) throws RefusedException {
    text(path);
    set(path, Optional.empty(), reason);
  }

  private void set(TreePath path, Optional<String> text, String reason) {
    after.put(path, text);
    reasons.put(path, reason);
  }

  /** What differs, in the order it was asked for. */
  public List<FileChange> changes() {
    var changes = new ArrayList<FileChange>();
    for (Map.Entry<TreePath, Optional<String>> entry : after.entrySet()) {
      Optional<String> old = before.getOrDefault(entry.getKey(), Optional.empty());
      if (!old.equals(entry.getValue())) {
        String reason = reasons.getOrDefault(entry.getKey(), "");
        changes.add(FileChange.of(entry.getKey(), old, entry.getValue(), reason).with(was(entry)));
      }
    }
    return changes;
  }

  /** What kind of file goes, unless it is a plain one. */
  private Optional<FileMode> was(Map.Entry<TreePath, Optional<String>> entry) {
    return snapshot
        .filter(s -> entry.getValue().isEmpty())
        .flatMap(s -> s.mode(entry.getKey()))
        .filter(mode -> mode != FileMode.PLAIN)
        .map(mode -> new FileMode(Optional.of(mode), mode));
  }

  private Optional<String> read(TreePath path) throws RefusedException {
    Optional<TreeEntry> entry = snapshot.flatMap(s -> s.find(path)).filter(TreeEntry::isFile);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = snapshot.orElseThrow().read(entry.get());
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new RefusedException(path + " of " + where + " is not written in UTF-8.", "");
    }
    return Optional.of(text);
  }
}
