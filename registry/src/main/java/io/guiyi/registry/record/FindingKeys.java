package io.guiyi.registry.record;

import io.guiyi.seal.LookupHash;
import org.jspecify.annotations.Nullable;

/**
 * By what the person of a row in force is found when somebody else's row names that person as a
 * relative.
 *
 * @param sound keyed hash of how the name sounds; null if it is no name yet
 * @param contact keyed hash of name and phone; null if the row does not give both
 */
public record FindingKeys(@Nullable LookupHash sound, @Nullable LookupHash contact) {
  /** Of a row that is withdrawn: nobody is found by it. */
  public static final FindingKeys NONE = new FindingKeys(null, null);
}
