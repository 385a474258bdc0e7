package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;

/**
 * One thing somebody chose of what two environments differ in. Applications and files are merged,
 * so that what the target changed on its own stays; objects, fields and lines become what the other
 * environment has, as they are seen beside each other. An environment's own branch is never carried
 * along, whatever is ticked.
 */
public sealed interface Tick {
  /** How a person calls it: for the subject of a commit. */
  String words();

  /**
   * An Application with what it delivers.
   *
   * @param name {@code [ROOT//][NAMESPACE/]NAME}
   */
  record Application(String name) implements Tick {
    @Override
    public String words() {
      return ApplicationName.bare(name);
    }
  }

  /**
   * One rendered object of an Application.
   *
   * @param application {@code [ROOT//][NAMESPACE/]NAME}
   */
  record Resource(String application, ResourceKey key) implements Tick {
    @Override
    public String words() {
      return key.kind() + " " + key.name();
    }
  }

  /**
   * One field of an object.
   *
   * @param application {@code [ROOT//][NAMESPACE/]NAME}
   * @param path as a comparison writes it: {@code spec.containers[name=api].image}
   */
  record Field(String application, ResourceKey key, String path) implements Tick {
    @Override
    public String words() {
      return path + " of " + key.kind() + " " + key.name();
    }
  }

  /** A file, or a folder with all below it. */
  record File(RepoUrl repository, TreePath path) implements Tick {
    @Override
    public String words() {
      return path.isRoot() ? repository.shortName() : path.value();
    }
  }

  /**
   * Some hunks of a file.
   *
   * @param hunks places in the target's text; those of the difference that touch one are taken
   */
  record Lines(RepoUrl repository, TreePath path, List<LineRange> hunks) implements Tick {
    public Lines {
      hunks = List.copyOf(hunks);
    }

    @Override
    public String words() {
      return "lines of " + path.value();
    }
  }

  /**
   * Lines that follow each other, or the place between two.
   *
   * @param after the line in front of them, counted from 1; 0 for the beginning of the file
   * @param count how many; 0 for the place behind {@code after}
   */
  record LineRange(int after, int count) {
    /** Whether two share a line, or are the same place. */
    public boolean touches(LineRange other) {
      if (count == 0 || other.count == 0) {
        LineRange place = count == 0 ? this : other;
        LineRange lines = count == 0 ? other : this;
        return place.after >= lines.after && place.after <= lines.after + lines.count;
      }
      return after < other.after + other.count && other.after < after + count;
    }
  }
}
