/**
 * Drills: what the hub must survive, done to it for real.
 *
 * <p>{@link io.guiyi.lab.drill.KillDrill} kills a hub again and again while it pulls. The invented
 * city lives in this process and survives; the hub and its bureaus are a process of their own,
 * which ends by SIGKILL, alone or with its PostgreSQL, at points that a {@link
 * io.guiyi.lab.drill.KillPlan} draws from a seed. In the end the hub is let finish, and {@link
 * io.guiyi.lab.drill.Oracle} compares what it concludes with what a hub concludes that nobody
 * disturbed.
 *
 * <pre>
 * this process                       the killed one
 * ────────────                       ──────────────
 * City: police, labour  ◀── pulls ── DrilledHub: hub, broker, bureaus ── PostgreSQL
 * KillDrill             ◀── Sign ──  (standard output: how far it has come)
 *                       ─── SIGKILL ─▶
 * </pre>
 */
@NullMarked
package io.guiyi.lab.drill;

import org.jspecify.annotations.NullMarked;
