package io.guiyi.registry.family;

import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.seal.LookupHash;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relative as one row names him or her; no value in clear.
 *
 * @param relation what the relative is to the person of the row
 * @param since from when it is stated; null if not given
 * @param number keyed hash of the relative's ID number; null unless it can be the relative's own
 * @param sound keyed hash of how the relative's name sounds
 * @param contact keyed hash of the relative's name and phone; null without a phone
 */
public record StatedRelative(
    GuardianClaim.Relation relation,
    @Nullable LocalDate since,
    @Nullable LookupHash number,
    LookupHash sound,
    @Nullable LookupHash contact) {}
