/**
 * The worlds outside: everything a department's dialect can demand, behind one seam.
 *
 * <p>Read in this order. A {@link io.guiyi.connectors.Source} is one configured stream. It opens a
 * {@link io.guiyi.connectors.Pull}, which hands out {@link io.guiyi.connectors.SourcePage}s until
 * nothing is left; each page names the watermark that may be stored together with its rows, and not
 * before. A row that was told apart is a {@link io.guiyi.records.SourceRecord}, which {@link
 * io.guiyi.connectors.Source#canonicalize} turns into our own terms; a row that was not understood
 * is {@link io.guiyi.records.Quarantined} with a typed reason and never stops its page. What stops
 * a page is {@link io.guiyi.connectors.SourceUnavailable}: the department as a whole, of a closed
 * list of kinds. Departments that want to be told what became of their rows have a {@link
 * io.guiyi.connectors.WriteBack}.
 *
 * <p>The shared machinery: {@link io.guiyi.connectors.Guard} stands before every call (circuit
 * breaker, jittered bounded retries, health), {@link io.guiyi.connectors.RowFields} reads the
 * fields of a row and says what is wrong with them, {@link io.guiyi.connectors.OrderedWalk} sees to
 * it that no watermark passes a row that was not delivered, {@link io.guiyi.connectors.RowJson}
 * reads the row itself within limits.
 *
 * <pre>{@code
 * Pull pull = source.pull(watermark);
 * for (Optional<SourcePage> page = pull.nextPage(); page.isPresent(); page = pull.nextPage()) {
 *   store(page.get());              // rows and page.after() in one transaction
 * }
 * }</pre>
 */
@NullMarked
package io.guiyi.connectors;

import org.jspecify.annotations.NullMarked;
