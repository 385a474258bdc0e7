package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody accepted: kept, shown on demand, counted nowhere.
 *
 * @param node it lies on; empty for a root's
 * @param reason as the workspace file gives it
 * @param until the last day it is accepted
 */
public record WaivedFinding(
    Optional<NodeId> node, Finding finding, String reason, Optional<LocalDate> until) {}
