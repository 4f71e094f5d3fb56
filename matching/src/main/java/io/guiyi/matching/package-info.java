/**
 * Who is who: the matching engine. It knows no database, no broker and no framework.
 *
 * <p>One record passes through five rooms, each a package of its own:
 *
 * <ol>
 *   <li>{@code normalize} turns an {@link io.guiyi.records.identity.IdentityClaim} into a {@code
 *       Profile}: the values as they are compared.
 *   <li>{@code pair} makes of the profile the values of the model's fields, without the numbers
 *       that turn out to be somebody else's.
 *   <li>{@code candidates} finds the members worth comparing, by the model's blocking rules in one
 *       Lucene index; the only place that knows Lucene.
 *   <li>{@code pair} again asks the model's questions about two records and adds up log2(m/u).
 *   <li>{@code decide} joins the record and those who fit, as a pure function; from it comes a
 *       {@link io.guiyi.matching.Decision}.
 * </ol>
 *
 * <p>{@link io.guiyi.matching.Matcher} is the door: it is opened on a folder, loaded with the
 * members of the register, and then works page by page. Within a {@link
 * io.guiyi.matching.MatchPage} later records see earlier ones; {@code keep} moves them into the
 * index after the register has committed, {@code drop} forgets them if it has not.
 */
@NullMarked
package io.guiyi.matching;

import org.jspecify.annotations.NullMarked;
