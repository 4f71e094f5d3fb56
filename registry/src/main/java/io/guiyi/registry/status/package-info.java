/**
 * How things are: {@link io.guiyi.registry.status.RegisterStatus} for those who run the hub, and
 * {@link io.guiyi.registry.status.StateDigest} for those who want proof that nothing has changed.
 */
@NullMarked
package io.guiyi.registry.status;

import org.jspecify.annotations.NullMarked;
