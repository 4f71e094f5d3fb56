/**
 * The questions that the machine will not answer alone. A {@link
 * io.guiyi.registry.review.ReviewCase} points at the decision that raised it, where the evidence
 * stands.
 */
@NullMarked
package io.guiyi.registry.review;

import org.jspecify.annotations.NullMarked;
