package dev.layerscope.check;

import org.jspecify.annotations.Nullable;

/**
 * A cluster that Applications deliver to.
 *
 * @param controlPlane the Argo CD that runs in it, or that knows it: an address means something to
 *     its own Argo CD only
 * @param address name or server; empty for the control plane's own cluster
 */
record Cluster(String controlPlane, String address) {

  /** Asked all the time, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Cluster that
            && address.equals(that.address)
            && controlPlane.equals(that.controlPlane);
  }

  @Override
  public int hashCode() {
    return 31 * controlPlane.hashCode() + address.hashCode();
  }
}
