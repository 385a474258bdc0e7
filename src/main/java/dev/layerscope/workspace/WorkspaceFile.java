package dev.layerscope.workspace;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code workspace.yaml}. An unknown key, a wrong type or a missing key is one clear sentence
 * with file, line and the nearest known key.
 */
public final class WorkspaceFile {
  /** The file's name inside a workspace folder. */
  public static final String NAME = "workspace.yaml";

  private WorkspaceFile() {}

  /**
   * @param place the file, or the folder it lies in
   * @throws WorkspaceException when it is not there or cannot be used
   */
  public static Workspace read(Path place) throws WorkspaceException {
    Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
    if (!Files.isRegularFile(file)) {
      throw new WorkspaceException(
          Files.isDirectory(place)
              ? place
                  + " holds no "
                  + NAME
                  + ". Name a folder with a workspace file, or the file itself."
              : file + " does not exist.");
    }
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new WorkspaceException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** What a text would mean as the workspace file of its folder. */
  public static Workspace of(Path file, String text) throws WorkspaceException {
    return WorkspaceDefaults.fill(file, parse(file, text));
  }

  private static WorkspaceYaml parse(Path file, String text) throws WorkspaceException {
    if (text.isBlank()) {
      throw new WorkspaceException(
          file + ":1: the file is empty. A workspace needs at least name and repositories.");
    }
    try {
      return mapper().readValue(text, WorkspaceYaml.class);
    } catch (UnrecognizedPropertyException e) {
      throw new WorkspaceException(place(file, text, e) + unknownKey(e));
    } catch (MismatchedInputException e) {
      throw new WorkspaceException(place(file, text, e) + wrongType(e));
    } catch (JsonProcessingException e) {
      JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
      throw new WorkspaceException(
          file
              + ":"
              + Math.max(1, at.getLineNr())
              + ": not YAML: "
              + firstLine(e.getOriginalMessage()));
    }
  }

  private static YAMLMapper mapper() {
    return YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .build();
  }

  private static String unknownKey(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    String nearest =
        Spelling.nearest(e.getPropertyName(), known)
            .map(key -> " Did you mean “" + key + "”?")
            .orElse(" Known here: " + String.join(", ", known) + ".");
    return "unknown key “" + e.getPropertyName() + "”" + inside(e.getPath()) + "." + nearest;
  }

  private static String wrongType(MismatchedInputException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    if (e instanceof InvalidNullException) {
      return (path.isEmpty() ? "the file" : "“" + name(path.getLast()) + "”" + inside(path))
          + " has an entry without a value.";
    }
    String key = path.isEmpty() ? "the file" : "“" + name(path.getLast()) + "”" + inside(path);
    String wanted =
        Optional.ofNullable(e.getTargetType())
            .map(WorkspaceFile::describe)
            .map(t -> " must be " + t)
            .orElse(" has a wrong type");
    String found =
        e instanceof InvalidFormatException format ? ", not “" + format.getValue() + "”" : "";
    return key + wanted + found + ".";
  }

  private static String describe(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (java.util.Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type)
        ? "a " + type.getSimpleName().toLowerCase(Locale.ROOT)
        : "a mapping";
  }

  private static String inside(List<JsonMappingException.Reference> path) {
    var parents = new StringBuilder();
    for (JsonMappingException.Reference reference : path.subList(0, Math.max(0, path.size() - 1))) {
      boolean index = reference.getFieldName() == null;
      parents.append(
          index
              ? "[" + reference.getIndex() + "]"
              : (parents.isEmpty() ? "" : ".") + reference.getFieldName());
    }
    return parents.isEmpty() ? "" : " in " + parents;
  }

  private static String name(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "entry " + (reference.getIndex() + 1)
        : reference.getFieldName();
  }

  /** The binder's own position is after what it stumbled over; ours is where that stands. */
  private static String place(Path file, String text, JsonMappingException e) {
    int line = 1;
    if (YamlReader.read(text, Reading.KYAML).getFirst() instanceof Document.Content content) {
      Node node = content.root();
      for (JsonMappingException.Reference step : e.getPath()) {
        Optional<Mapping.Entry> entry =
            node instanceof Mapping mapping
                ? mapping.entry(String.valueOf(step.getFieldName()))
                : Optional.empty();
        if (entry.isPresent()) {
          line = entry.get().key().place().line();
          node = entry.get().value();
        } else if (node instanceof Sequence list
            && step.getIndex() >= 0
            && step.getIndex() < list.items().size()) {
          node = list.items().get(step.getIndex());
          line = node.place().line();
        }
      }
    }
    return file + ":" + line + ": ";
  }

  private static String firstLine(String message) {
    return Optional.ofNullable(message)
        .flatMap(m -> m.lines().findFirst())
        .orElse("it cannot be parsed");
  }
}
