package io.guiyi.matching;

import io.guiyi.matching.normalize.Profile;

/**
 * A record that belongs to a person, as matching sees it.
 *
 * @param record which record
 * @param recordVersion which version of it the profile was made from, from 1
 * @param person to whom it belongs
 * @param profile its values as they are compared
 */
public record Member(RecordRef record, int recordVersion, PersonRef person, Profile profile) {}
