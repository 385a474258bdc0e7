package dev.layerscope.render.generator;

import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Parameters written in the ApplicationSet itself, or made from text ({@code elementsYaml}). */
record ListGenerator(boolean goTemplate) {
  ParameterSets generate(Mapping block) throws GenerationException {
    var sets = new ArrayList<Fields>();
    for (Node element : block.sequence("elements").map(Sequence::items).orElse(List.of())) {
      if (!(element instanceof Mapping mapping)) {
        throw GenerationException.failed(
            "error unmarshling list element " + GoNodes.value(element));
      }
      sets.add(parameters(mapping, goTemplate));
    }
    Optional<String> yaml = block.textAt("elementsYaml").filter(text -> !text.isEmpty());
    if (yaml.isPresent()) {
      sets.addAll(elements(yaml.get()));
    }
    return ParameterSets.exact(sets);
  }

  /** One element: as it is for Go templates, texts and {@code values} otherwise. */
  static Fields parameters(Mapping element, boolean goTemplate) throws GenerationException {
    if (goTemplate) {
      return GoNodes.fields(element);
    }
    var flat = new TreeMap<String, GoValue>();
    for (Mapping.Entry entry : element.entries()) {
      if (!entry.name().equals("values")) {
        flat.put(entry.name(), GoValue.text(text(entry.value())));
        continue;
      }
      if (!(entry.value() instanceof Mapping values)) {
        throw GenerationException.failed("error parsing values map");
      }
      for (Mapping.Entry value : values.entries()) {
        flat.put("values." + value.name(), GoValue.text(text(value.value())));
      }
    }
    return Fields.of(flat);
  }

  private static String text(Node node) throws GenerationException {
    return node.asText()
        .orElseThrow(() -> GenerationException.failed("error parsing value as string"));
  }

  /** Nested in both ways of templating. */
  private static List<Fields> elements(String yaml) throws GenerationException {
    List<Document> documents = YamlReader.read(yaml, Reading.ARGO);
    var sets = new ArrayList<Fields>();
    if (documents.isEmpty() || documents.getFirst() instanceof Document.Empty) {
      return sets;
    }
    if (!(documents.getFirst() instanceof Document.Content content)
        || !(content.root() instanceof Sequence list)) {
      throw GenerationException.failed(
          "error unmarshling decoded ElementsYaml error unmarshaling JSON: while decoding JSON:"
              + " json: cannot unmarshal into Go value of type []map[string]interface {}");
    }
    for (Node item : list.items()) {
      if (!(item instanceof Mapping mapping)) {
        throw GenerationException.failed(
            "error unmarshling decoded ElementsYaml error unmarshaling JSON: while decoding JSON:"
                + " json: cannot unmarshal into Go value of type map[string]interface {}");
      }
      sets.add(GoNodes.fields(mapping));
    }
    return sets;
  }
}
