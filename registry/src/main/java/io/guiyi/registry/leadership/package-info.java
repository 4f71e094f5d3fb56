/**
 * Who may change the register: one hub at a time, and everybody can tell whether it still is.
 *
 * <p>Two things make a leader, and each covers what the other cannot:
 *
 * <ul>
 *   <li><b>An advisory lock</b> on a connection of its own elects. It ends with its session: when
 *       the hub dies, and when it stalls for longer than the lease, because the server ends a
 *       session that stays idle that long.
 *   <li><b>The term</b>, one number in the row {@code leader}, fences. Every transaction that
 *       changes the register reads it under a shared lock and carries on only if it is still its
 *       own. A take-over raises the term under an exclusive lock: it waits for transactions that
 *       were let in, and none is let in after it.
 * </ul>
 *
 * <p>So a hub that has lost the lock without noticing can finish what it began, which the next
 * leader then sees, but can begin nothing more: it gets {@link
 * io.guiyi.registry.leadership.NoLongerLeader}. Renewals change only {@code until}, take a weaker
 * lock and never wait for a page.
 *
 * <p><b>Whose time?</b> {@code until} is written and compared in the database's time alone. The
 * hubs' clocks may differ by seconds, and each would judge the other's lease by its own; the
 * database's clock is the one they share, and the one by which the server ends an idle session. No
 * injected clock takes part, and none is needed for a test: it moves {@code until}, or ends the
 * session.
 */
@NullMarked
package io.guiyi.registry.leadership;

import org.jspecify.annotations.NullMarked;
