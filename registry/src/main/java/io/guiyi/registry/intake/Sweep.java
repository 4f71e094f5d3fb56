package io.guiyi.registry.intake;

/**
 * What one sweep of retention took away.
 *
 * @param quarantined rows held aside whose time was over
 * @param resolved rows held aside that were understood since
 * @param writeBacks what departments were told
 * @param pages pages without news
 * @param pulls pulls without news
 * @param payloads raw rows of versions no longer in force
 */
public record Sweep(
    long quarantined, long resolved, long writeBacks, long pages, long pulls, long payloads) {
  /** Whether anything was taken. */
  public boolean isEmpty() {
    return quarantined + resolved + writeBacks + pages + pulls + payloads == 0;
  }
}
