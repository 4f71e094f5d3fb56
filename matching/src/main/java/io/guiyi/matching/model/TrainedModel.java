package io.guiyi.matching.model;

/**
 * A model that can weigh.
 *
 * @param description what people wrote
 * @param figures what was learnt
 */
public record TrainedModel(ModelDescription description, Figures figures) {}
