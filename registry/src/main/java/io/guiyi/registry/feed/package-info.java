/**
 * Lawful sharing: what changes about a person reaches each subscriber that may know it, in order,
 * once, and only in the fields its policy names.
 *
 * <pre>
 * person_change ──fan out──▶ feed_entry: subscriber, 1 2 3 … without gaps
 * feed_entry ──open, project──▶ FeedEntry ──▶ the relay, a pull, the ledger
 * </pre>
 *
 * <p>An entry stores no values. It names a version of a person and the policy it was appended
 * under; the values are read from that version when the entry is sent, so that a feed never holds a
 * second copy of personal data and an entry sent again says the same, or less if the policy was
 * narrowed meanwhile. What was opened a moment ago is remembered ({@code LatelyOpened}), in memory
 * and within a bound.
 *
 * <p>Who may know what is a {@link io.guiyi.registry.feed.SharingPolicy}. Read {@code FanOutPlan}
 * for the rule who hears of what (a pure function), {@link io.guiyi.registry.feed.FanOut} for the
 * transaction around it, {@link io.guiyi.registry.feed.FeedEntries} for what is sent and taken.
 * Three positions are kept for each subscriber and never go back: appended ≥ sent ≥ taken.
 */
@NullMarked
package io.guiyi.registry.feed;

import org.jspecify.annotations.NullMarked;
