/**
 * What was decided and from what: each decision with its candidates, their versions, level vectors
 * and weights, the hash of its model, and the models by hash, so that any decision can be
 * recomputed and compared. A {@link io.guiyi.registry.decision.LinkEvent} is the history behind the
 * one column that says where a record belongs now.
 */
@NullMarked
package io.guiyi.registry.decision;

import org.jspecify.annotations.NullMarked;
