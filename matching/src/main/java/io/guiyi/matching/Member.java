package io.guiyi.matching;

import io.guiyi.matching.normalize.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A record in force as matching sees it.
 *
 * @param record which record
 * @param version which version of it the profile was made from, from 1
 * @param person to whom it belongs; null while it waits for a steward
 * @param profile its values as they are compared
 */
public record Member(RecordRef record, int version, @Nullable PersonRef person, Profile profile) {}
