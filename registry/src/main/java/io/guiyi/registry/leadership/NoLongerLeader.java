package io.guiyi.registry.leadership;

/**
 * This hub does not lead, so that it may not change the register. Nothing was applied; whoever
 * leads reads the same pages from the stored watermark.
 */
public final class NoLongerLeader extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoLongerLeader(String message) {
    super(message);
  }
}
