/**
 * The ground of the register: sessions on a durable, migrated PostgreSQL, and transactions on them.
 *
 * <p>{@link io.guiyi.registry.store.Transactions} is what the rooms use. Inside, a {@link
 * org.hibernate.StatelessSession} writes rows in batches ({@code insertMultiple}); there is no
 * first-level cache, no lazy graph and nothing to flush. Entities are the rows of the schema and
 * nothing more; each room keeps its own, package-private, and a scan finds them. Row numbers come
 * from {@link io.guiyi.registry.store.Numbers}, so that they ascend in commit order. {@link
 * io.guiyi.registry.store.Outages} tells an outage from a row that cannot be stored. {@link
 * io.guiyi.registry.store.RegisterJson} is the one form in which values are written into envelopes.
 */
@NullMarked
package io.guiyi.registry.store;

import org.jspecify.annotations.NullMarked;
