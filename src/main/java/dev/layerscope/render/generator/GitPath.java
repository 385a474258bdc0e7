package dev.layerscope.render.generator;

import dev.layerscope.render.generator.template.GoPath;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.render.generator.template.ResourceNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters that say where something was found.
 *
 * @param directory its own path, or that of the directory it lies in
 * @param file its name, when it is a file
 * @param prefix {@code pathParamPrefix}; empty for none
 */
public record GitPath(String directory, Optional<String> file, String prefix) {
  /** The parameters of a file. */
  public static GitPath ofFile(String path, String prefix) {
    return new GitPath(GoPath.dir(path), Optional.of(GoPath.base(path)), prefix);
  }

  /** Content with the place added; a key of the content that is in the way is overwritten. */
  public Fields addTo(Fields content, boolean nested) {
    var all = new TreeMap<>(content.entries());
    List<String> segments = Arrays.asList(directory.split("/", -1));
    if (nested) {
      var path = new TreeMap<String, GoValue>();
      named().forEach((key, value) -> path.put(key, GoValue.text(value)));
      path.put("path", GoValue.text(directory));
      path.put("segments", GoValue.texts(segments));
      if (prefix.isEmpty()) {
        all.put("path", Fields.of(path));
      } else {
        all.put(prefix, Fields.of(Map.of("path", Fields.of(path))));
      }
      return Fields.of(all);
    }
    String path = prefix.isEmpty() ? "path" : prefix + ".path";
    all.put(path, GoValue.text(directory));
    named().forEach((key, value) -> all.put(path + "." + key, GoValue.text(value)));
    for (int i = 0; i < segments.size(); i++) {
      if (!segments.get(i).isEmpty()) {
        all.put(path + "[" + i + "]", GoValue.text(segments.get(i)));
      }
    }
    return Fields.of(all);
  }

  private Map<String, String> named() {
    var named = new TreeMap<String, String>();
    String basename = GoPath.base(directory);
    named.put("basename", basename);
    named.put("basenameNormalized", ResourceNames.normalize(basename));
    file.ifPresent(name -> {
      named.put("filename", name);
      named.put("filenameNormalized", ResourceNames.normalize(name));
    });
    return named;
  }
}
