/**
 * From weighed candidates to a decision, as a pure function.
 *
 * <p>Candidates are gathered by person ({@link io.guiyi.matching.decide.PersonEvidence}); {@link
 * io.guiyi.matching.decide.Judge} says of each person whether he or she is the one ({@link
 * io.guiyi.matching.decide.Verdict}); {@link io.guiyi.matching.decide.Decider} makes one {@link
 * io.guiyi.matching.Decision} of the verdicts. The rules:
 *
 * <ol>
 *   <li>The same valid number and a name that fits: the same person.
 *   <li>The same valid number and a name that does not: a steward looks.
 *   <li>Otherwise name and birth date are never enough; a third independent item is needed (a
 *       number with a slip or half masked, a phone, an employer, a room), and the weight.
 *   <li>Two different valid numbers are never linked by the machine.
 *   <li>If two persons fit nearly as well, a steward looks.
 * </ol>
 */
@NullMarked
package io.guiyi.matching.decide;

import org.jspecify.annotations.NullMarked;
