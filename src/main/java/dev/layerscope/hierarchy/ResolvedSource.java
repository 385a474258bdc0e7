package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Source;
import dev.layerscope.git.Revision;
import dev.layerscope.render.SourceType;
import java.util.Optional;

/**
 * A source and what became of it.
 *
 * @param declared as the Application says it
 * @param repository the workspace's spelling of the repository, or the declared one when it is not
 *     in the workspace
 * @param revision the commit it was read at; empty when none could be found
 */
public record ResolvedSource(
    Source declared, String repository, SourceType type, Optional<Revision> revision) {}
