/**
 * The Resolver: from canonical records to persons, in one transaction a page.
 *
 * <p>Read {@link io.guiyi.registry.resolve.Resolver} first, then {@code PageApplication}, which is
 * the whole story of a page in the order in which it happens: read what is held, take the rows one
 * by one, follow the families they touch ({@code PageFamilies}), write table by table. Three pure
 * functions carry the law: {@code Classification} (which of the six kinds a row is), {@code
 * Settlement} (what a decision means for a record), and {@code Survivorship} next door (which
 * values a person has). {@link io.guiyi.registry.resolve.IndexKeeper} keeps the candidate index in
 * step.
 *
 * <p>Rows come on different errands ({@code Errand}) and pass through the same door: as a source
 * sends them; out of quarantine ({@link io.guiyi.registry.resolve.Replay}); or as the absences of a
 * complete delivery ({@code Absences}), which become rows that say "withdrawn".
 *
 * <pre>{@code
 * PreparedPage page = resolver.prepare(intakePage);      // any thread
 * PageOutcome outcome = resolver.apply(pull, page, Receipts.UNWANTED);
 * }</pre>
 */
@NullMarked
package io.guiyi.registry.resolve;

import org.jspecify.annotations.NullMarked;
