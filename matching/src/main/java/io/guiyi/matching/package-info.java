/**
 * Who is who: the matching engine. It knows no database, no broker and no framework.
 *
 * <p>One record passes through five rooms, each a package of its own:
 *
 * <ol>
 *   <li>{@code normalize} turns an {@link io.guiyi.records.identity.IdentityClaim} into a {@code
 *       Profile}: the values as they are compared.
 *   <li>{@code candidates} finds the members worth comparing, by blocking keys and fuzzy recall in
 *       one Lucene index; the only place that knows Lucene.
 *   <li>{@code compare} asks the comparison questions and answers each with a level.
 *   <li>{@code weigh} adds up log2(m/u) of the levels and keeps the sum's Explanation.
 *   <li>{@code decide} is a pure function from weighed candidates to a {@link
 *       io.guiyi.matching.Decision}.
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
