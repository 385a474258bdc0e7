/**
 * Argo CD's own kinds, read from manifests: {@link dev.layerscope.argocd.Application} and what
 * belongs to it.
 *
 * <p>From {@link dev.layerscope.manifest.Manifest}s to values in Argo CD's words, with a finding
 * for everything that Argo CD would refuse. Start at {@link
 * dev.layerscope.argocd.ApplicationReader}.
 */
@NullMarked
package dev.layerscope.argocd;

import org.jspecify.annotations.NullMarked;
