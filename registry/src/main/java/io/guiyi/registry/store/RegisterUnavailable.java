package io.guiyi.registry.store;

/**
 * The database, or the disk below the index, cannot serve now. Nothing was applied that can be
 * relied on; the work is to be tried again whole, unchanged, after a pause. Never caused by what a
 * row says.
 */
public final class RegisterUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says in {@code remedy} what to look at; no personal value may stand in it. */
  public RegisterUnavailable(String remedy, Throwable cause) {
    super(remedy, cause);
  }
}
