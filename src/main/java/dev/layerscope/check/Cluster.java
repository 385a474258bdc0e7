package dev.layerscope.check;

/**
 * A cluster that Applications deliver to.
 *
 * @param controlPlane the Argo CD that runs in it, or that knows it: an address means something to
 *     its own Argo CD only
 * @param address name or server; empty for the control plane's own cluster
 */
record Cluster(String controlPlane, String address) {}
