/**
 * What was done to the register and by whom, so that tampering shows.
 *
 * <p>{@link io.guiyi.registry.audit.AuditLog} appends one entry in the transaction of what it tells
 * of: no deed without its entry, no entry without its deed. Entries are numbered without gaps and
 * chained by {@link io.guiyi.seal.HashChain}: each hash covers the entry and the hash before it, so
 * that an entry that was edited, deleted, inserted or moved is found, and named.
 *
 * <p>An entry names objects by number, source or subscriber. Values of persons have no place in it.
 */
@NullMarked
package io.guiyi.registry.audit;

import org.jspecify.annotations.NullMarked;
