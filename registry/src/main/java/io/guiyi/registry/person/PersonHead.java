package io.guiyi.registry.person;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.seal.LookupHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands now, without its values.
 *
 * @param person the register's number
 * @param id the public name
 * @param version the version in force, from 1
 * @param standing whether it lives
 * @param mergedInto where it redirects to, if it was merged
 * @param content keyed hash of standing and values in force
 * @param number keyed hash of the number that survives as the person's own; null if none does
 * @param recordedAt when it was first recorded
 */
public record PersonHead(
    PersonRef person,
    PersonId id,
    int version,
    Person.Standing standing,
    @Nullable PersonRef mergedInto,
    LookupHash content,
    @Nullable LookupHash number,
    Instant recordedAt) {}
