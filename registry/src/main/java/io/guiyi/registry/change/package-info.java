/**
 * The one ordered list of what became of persons. Whoever must not miss a change (the fan-out, the
 * index) remembers the number of the last one it has dealt with.
 */
@NullMarked
package io.guiyi.registry.change;

import org.jspecify.annotations.NullMarked;
