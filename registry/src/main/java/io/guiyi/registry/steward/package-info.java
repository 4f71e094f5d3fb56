/**
 * What stewards (核查员) decide about identity: commands to the one Resolver.
 *
 * <p>A steward looks at a {@link io.guiyi.registry.steward.CaseView} or at {@link
 * io.guiyi.registry.steward.PersonsView persons}, asks for a {@link
 * io.guiyi.registry.steward.Preview} of what a {@link io.guiyi.registry.steward.Verdict} would
 * touch, and decides. The command names what was seen; if that has changed meanwhile nothing
 * happens and the answer is {@link io.guiyi.registry.steward.VerdictOutcome.Stale}. What is decided
 * is kept with author and reason, never changed, and can be taken back by an undo, which is a
 * decision of its own.
 *
 * <p>A verdict outranks the machine because it leaves facts about pairs of records behind (always
 * one person, never one person): arrivals and relinks keep to them.
 *
 * <pre>{@code
 * CaseView seen = stewardship.show("C-000451").orElseThrow();
 * PersonId person = seen.candidates().getFirst().record().person();
 * Verdict verdict = new Verdict.SamePerson(seen.id(), person);
 * VerdictCommand command =
 *     new VerdictCommand(verdict, "zhang.wei", "phoned the school", seen.seen());
 * VerdictOutcome outcome = stewardship.decide(command);
 * }</pre>
 */
@NullMarked
package io.guiyi.registry.steward;

import org.jspecify.annotations.NullMarked;
