package dev.layerscope.diff.manifest;

import java.util.Optional;

/**
 * A difference that is meant, and therefore hidden and counted.
 *
 * @param rule the name of the rule that hides it
 * @param acknowledged why somebody accepted it as drift; empty for a difference that is simply
 *     expected
 */
public record ExpectedChange(FieldChange field, String rule, Optional<String> acknowledged) {}
