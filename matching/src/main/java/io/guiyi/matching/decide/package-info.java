/**
 * From weighed pairs to a placement about one record, as a pure function.
 *
 * <p>Whoever the record may be is a {@link io.guiyi.matching.decide.Standing}: a person with all
 * its records, or a record that waits. {@link io.guiyi.matching.decide.Decider} joins the record
 * and those who fit by the rule by which a table is clustered, average linkage under laws and
 * facts, started from the persons that stand; so a record may join a person, join two that then are
 * one, or be somebody new. It does not say ({@link io.guiyi.matching.decide.Placement.Ask}) where
 *
 * <ol>
 *   <li>a law forbids what the weight asks for;
 *   <li>a runner-up whom a law keeps apart from the winner is as good;
 *   <li>a person fits in part only, or weighs between the two thresholds.
 * </ol>
 *
 * <p>A record that is linked stays as long as it fits, or as long as a fact holds it.
 */
@NullMarked
package io.guiyi.matching.decide;

import org.jspecify.annotations.NullMarked;
