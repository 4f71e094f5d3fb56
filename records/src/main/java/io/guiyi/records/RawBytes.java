package io.guiyi.records;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a source sent them: immutable, compared by content, never printed. */
public final class RawBytes {
  private final byte[] content;

  private RawBytes(byte[] content) {
    this.content = content;
  }

  /** Copies {@code content}. */
  public static RawBytes of(byte[] content) {
    return new RawBytes(content.clone());
  }

  /** The UTF-8 form of {@code text}. */
  public static RawBytes utf8(String text) {
    return new RawBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** The bytes read as UTF-8. */
  public String asUtf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** How many bytes. */
  public int length() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawBytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
