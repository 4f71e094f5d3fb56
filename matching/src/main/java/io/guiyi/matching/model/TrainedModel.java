package io.guiyi.matching.model;

import org.jspecify.annotations.Nullable;

/**
 * A model that can weigh.
 *
 * @param description what people wrote
 * @param figures what was learnt
 * @param labelled what was learnt from labels about probabilities; null without labels
 */
public record TrainedModel(
    ModelDescription description, Figures figures, @Nullable Calibration labelled) {
  /** A model that was trained without labels. */
  public TrainedModel(ModelDescription description, Figures figures) {
    this(description, figures, null);
  }

  /** From weights to probabilities. */
  public Calibration calibration() {
    return labelled == null ? Calibration.LOGISTIC : labelled;
  }
}
