package io.guiyi.routes.config;

import io.guiyi.registry.intake.RetentionSettings;
import java.time.Duration;

/** Reads {@code retention.yaml}. */
final class RetentionConfig {
  private static final RetentionSettings USUAL = RetentionSettings.DEFAULT;

  private RetentionConfig() {}

  static RetentionSettings read(ConfigNode node) {
    RetentionSettings settings =
        new RetentionSettings(
            span(node, "quarantined", USUAL.quarantined()),
            span(node, "resolved", USUAL.resolved()),
            span(node, "pulls", USUAL.pulls()),
            span(node, "write-backs", USUAL.writeBacks()),
            span(node, "superseded", USUAL.superseded()));
    node.rejectUnknown();
    return settings;
  }

  private static Duration span(ConfigNode node, String key, Duration usual) {
    return node.duration(key, RetentionSettings.SHORTEST, RetentionSettings.LONGEST, usual);
  }
}
