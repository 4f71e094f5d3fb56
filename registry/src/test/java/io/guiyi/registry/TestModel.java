package io.guiyi.registry;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.model.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the shipped model without its rarer terms, so that tests need no training. */
public final class TestModel {
  private TestModel() {}

  /** Reads it. */
  public static KeptModel kept() {
    try (InputStream in = TestModel.class.getResourceAsStream("model.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return KeptModel.of(JsonMapper.shared().readValue(text, TrainedModel.class), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
