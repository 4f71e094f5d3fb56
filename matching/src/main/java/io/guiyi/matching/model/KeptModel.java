package io.guiyi.matching.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A trained model with the one text that stands for it, so that a decision can name what it was
 * made with and anybody can make it again.
 *
 * @param trained what weighs
 * @param text the same as a self-contained text; equal models have equal texts
 * @param hash SHA-256 of {@code text}, 64 hexadecimal digits: the model's name
 */
public record KeptModel(TrainedModel trained, String text, String hash) {

  /** A model under the name that its text gives it. */
  public static KeptModel of(TrainedModel trained, String text) {
    return new KeptModel(trained, text, name(text));
  }

  /** The name of the model whose text this is. */
  public static String name(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "KeptModel[" + trained.description().name() + " " + hash.substring(0, 12) + "]";
  }
}
