/**
 * Whether all of it works, for probes and for people.
 *
 * <p>{@code /health/live}: the process answers. {@code /health/ready}: it does its work. Ready
 * covers five things, each with details, and answers 503 if one of them is not up:
 *
 * <ul>
 *   <li><b>database</b>: answers within three seconds and still keeps what it commits.
 *   <li><b>broker</b>: accepts messages. Camel's own health stays up with a dead broker.
 *   <li><b>index</b>: holds the register's last change. Down when it is ahead, or has stood still
 *       behind it for half a minute; between the commit of a page and its index it is behind by
 *       design.
 *   <li><b>leadership</b>: this hub leads. One that waits for its turn is out of service, on
 *       purpose: it is alive, and it does no work that a probe could send there.
 *   <li><b>sources</b>: every department answers. A failing one is shown at once; it makes the hub
 *       not ready when it has failed for a quarter of an hour and a pause between two pulls. The
 *       hub itself is well then: what it cannot do is keep its promise of fresh facts.
 * </ul>
 *
 * <p>{@code /metrics}: Prometheus. Per route {@link io.guiyi.routes.health.RouteMetrics}, per page
 * applied {@link io.guiyi.routes.health.PullMetrics}, everything that stands somewhere {@link
 * io.guiyi.routes.health.HubMetrics}. Labels are configured names and closed lists, never a value
 * of a person, so that their number is bounded.
 *
 * <p>These paths ask for no token: they are for this machine, like every path, and hold no personal
 * data.
 */
@NullMarked
package io.guiyi.routes.health;

import org.jspecify.annotations.NullMarked;
