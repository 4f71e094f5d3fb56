/**
 * How departments get it wrong: every fault that a department makes. How often it happens is said
 * by the {@link io.guiyi.lab.population.profile.Profile}.
 *
 * <p>A {@link Fault} is one of three things. A {@link Slip} changes how a person's identity is
 * written on a row: a homophone in the name, two digits swapped, the landlord's phone. A {@link
 * Lapse} is something not done in time: a departure not reported, the same person registered twice.
 * {@link Damage} makes a row that nobody can understand. A {@link Clerk} writes a {@link Subject}
 * down and slips at the given rates; a {@link FaultTally} counts how often each fault could and did
 * happen.
 *
 * <p>A rate is the share, in per cent, of the rows in which the fault is possible at all: the
 * dotted-name fault is possible only for dotted names. The rates are assumptions for test data, not
 * findings.
 */
@NullMarked
package io.guiyi.lab.population.faults;

import org.jspecify.annotations.NullMarked;
