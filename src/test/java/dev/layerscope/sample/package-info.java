/**
 * The sample workspace's repositories, made from readable sources.
 *
 * <p>From {@code sample-workspace/repositories/<group>/<name>/} (a {@code history.yaml} and the
 * files each commit writes) to {@code sample-workspace/bundles/<name>.bundle}, which is what {@code
 * workspace.yaml} clones. Authors and dates are fixed, so the same sources always give the same
 * commit ids. Start at {@link dev.layerscope.sample.SampleRepositories}.
 */
@NullMarked
package dev.layerscope.sample;

import org.jspecify.annotations.NullMarked;
