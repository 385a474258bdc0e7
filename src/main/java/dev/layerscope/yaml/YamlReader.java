package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the documents of a file. A broken document is a value like any other; reading never throws.
 * Bounded in depth, aliases and size, so that no file can exhaust the program.
 */
public final class YamlReader {
  /** Deeper nesting than any manifest has, and no danger to the stack. */
  static final int MAX_DEPTH = 400;

  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

  private YamlReader() {}

  /** The documents of a file in order, places counted from the file's first line. */
  public static List<Document> read(byte[] bytes, Reading reading) {
    return read(TextEncoding.decode(bytes), reading);
  }

  /** The documents of a text in order. */
  public static List<Document> read(String text, Reading reading) {
    var documents = new ArrayList<Document>();
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(text)) {
      documents.add(
          chunk.error().isEmpty()
              ? read(chunk, reading)
              : new Document.Broken(chunk.line(), chunk.error()));
    }
    return documents;
  }

  /**
   * A document that fails for its tabs is read once more with those made blanks that go-yaml takes
   * for such.
   */
  private static Document read(DocumentSplitter.Chunk chunk, Reading reading) {
    Document document = compose(chunk, reading);
    if (document instanceof Document.Broken broken && broken.message().contains("\\t(TAB)")) {
      var spaced = new DocumentSplitter.Chunk(chunk.line(), Tabs.asBlanks(chunk.text()), "");
      return compose(spaced, reading) instanceof Document.Content content ? content : broken;
    }
    return document;
  }

  /** What is plain is read at once; for all else there is the library. */
  private static Document compose(DocumentSplitter.Chunk chunk, Reading reading) {
    return PlainYaml.read(chunk.text(), chunk.line() - 1, reading)
        .<Document>map(root -> new Document.Content(root.place().line(), root, List.of()))
        .orElseGet(() -> composed(chunk, reading));
  }

  /** As the library reads it. */
  static Document composed(DocumentSplitter.Chunk chunk, Reading reading) {
    try {
      var parser = new ParserImpl(new StreamReader(chunk.text()), options());
      var composer = new Composer(parser, new KeepTagResolver(), options());
      if (!composer.checkNode()) {
        return new Document.Empty(chunk.line());
      }
      org.yaml.snakeyaml.nodes.Node composed = composer.getNode();
      if (reading == Reading.KYAML) {
        AnnotatedTwice.join(composed);
      }
      boolean aliases = chunk.text().indexOf('&') >= 0;
      var conversion = new NodeConversion(reading, chunk.line() - 1, aliases);
      Node root = conversion.convert(composed);
      return root.isNull()
          ? new Document.Empty(chunk.line())
          : new Document.Content(root.place().line(), root, conversion.notices());
    } catch (NodeConversion.Unreadable e) {
      return new Document.Broken(e.line(), e.reason());
    } catch (NumberFormatException e) {
      // The library takes the end of a text for the digits of an escape.
      return new Document.Broken(chunk.line(), "escape without its hexadecimal digits");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
      return new Document.Broken(
          chunk.line() - 1 + line, "line " + (chunk.line() - 1 + line) + ": " + problem);
    } catch (YAMLException e) {
      String problem =
          e.getMessage() == null
              ? "not YAML"
              : e.getMessage().lines().findFirst().orElse("not YAML");
      return new Document.Broken(chunk.line(), problem);
    }
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_CODE_POINTS);
    // Aliases are limited by what they expand to, as go-yaml does it, not by their number.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setAllowRecursiveKeys(false);
    return options;
  }
}
