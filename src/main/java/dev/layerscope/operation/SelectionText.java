package dev.layerscope.operation;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.workspace.Spelling;
import dev.layerscope.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a side as people write it: {@code env:qa}, {@code ref:v1}, {@code declared}, {@code
 * folder:URL//PATH@REF}, with overrides {@code ,URL=REF}.
 */
public final class SelectionText {
  private SelectionText() {}

  /** A side that is not one; the message says what would be. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
      super(message);
    }
  }

  /** A bare word is an environment when one has that name, else a ref. */
  public static Selection read(String text, Workspace workspace) throws Unreadable {
    List<String> parts = List.of(text.split(",", -1));
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.lastIndexOf('=');
      if (equals <= 0 || equals == part.length() - 1) {
        throw new Unreadable("“" + part + "” is no override. Write REPO_URL=REF after a comma.");
      }
      known(part.substring(0, equals), workspace);
      overrides.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return new Selection(base(parts.getFirst(), workspace), overrides);
  }

  private static Selection.Base base(String word, Workspace workspace) throws Unreadable {
    if (word.equals("declared")) {
      return new Selection.Base.Declared();
    }
    if (word.startsWith("env:")) {
      String name = word.substring(4);
      if (workspace.environment(name).isEmpty()) {
        throw new Unreadable(
            "there is no environment “"
                + name
                + "” in the workspace. There are: "
                + String.join(
                    ", ",
                    workspace.environments().stream().map(Workspace.Environment::name).toList())
                + ".");
      }
      return new Selection.Base.Environment(name, false);
    }
    if (word.startsWith("folder:")) {
      return folder(word.substring("folder:".length()), workspace);
    }
    if (word.startsWith("ref:") && word.length() > 4) {
      return new Selection.Base.AtRef(word.substring(4));
    }
    if (word.isBlank() || word.startsWith("ref:")) {
      throw new Unreadable("a side is env:NAME, ref:REF or declared.");
    }
    return workspace.environment(word).isPresent()
        ? new Selection.Base.Environment(word, false)
        : new Selection.Base.AtRef(word);
  }

  /** {@code URL//PATH@REF}; the ref may be left out. */
  private static Selection.Base folder(String text, Workspace workspace) throws Unreadable {
    int scheme = text.indexOf("://");
    int slashes = text.indexOf("//", scheme < 0 ? 0 : scheme + 3);
    int at = text.indexOf('@', Math.max(slashes, 0));
    if (slashes <= 0) {
      throw new Unreadable("“" + text + "” is no folder. Write folder:REPO_URL//PATH@REF.");
    }
    String url = text.substring(0, slashes);
    known(url, workspace);
    String path = text.substring(slashes + 2, at < 0 ? text.length() : at);
    Optional<TreePath> clean = TreePath.clean(path);
    if (clean.isEmpty()) {
      throw new Unreadable("the folder “" + path + "” leaves its repository.");
    }
    return new Selection.Base.Folder(
        url, clean.get().value(), at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1)));
  }

  private static void known(String url, Workspace workspace) throws Unreadable {
    if (workspace.repository(new RepoUrl(url)).isEmpty()) {
      List<String> urls = workspace.repositories().stream().map(r -> r.url().text()).toList();
      throw new Unreadable(
          "the repository “"
              + new RepoUrl(url).display()
              + "” is not in the workspace."
              + Spelling.nearest(url, urls)
                  .map(nearest -> " Did you mean “" + nearest + "”?")
                  .orElse(""));
    }
  }
}
