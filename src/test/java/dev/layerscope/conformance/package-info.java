/**
 * Cases that others wrote down about Argo CD and Kustomize, run against ours: from {@code
 * ../shared/conformance} when that folder is there, else skipped. Start at {@link
 * dev.layerscope.conformance.Area}.
 */
package dev.layerscope.conformance;
