package dev.layerscope.diff.manifest;

import java.util.Optional;

/**
 * One field that differs.
 *
 * @param path dots between keys, list positions in brackets: {@code
 *     spec.template.spec.containers[0].image}
 * @param from the value as JSON text on the first side; empty when absent
 * @param to the value as JSON text on the second side; empty when absent
 */
public record FieldChange(String path, Optional<String> from, Optional<String> to) {}
