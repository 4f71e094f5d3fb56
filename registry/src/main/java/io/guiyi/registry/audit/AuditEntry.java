package io.guiyi.registry.audit;

import io.guiyi.seal.Sm3;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param number from 1, without gaps
 * @param actor who did it: an account, or {@code hub}
 * @param action what was done, such as {@code page.applied}
 * @param object to what, such as {@code police/4711}
 * @param detail counts and hashes; never a value of a person
 * @param previous the hash of the entry before
 * @param hash SM3 of {@code previous} and {@link #content}
 * @param recordedAt when, in whole microseconds
 */
public record AuditEntry(
    long number,
    String actor,
    String action,
    String object,
    String detail,
    Sm3 previous,
    Sm3 hash,
    Instant recordedAt) {

  /**
   * The bytes that are hashed: actor, action, object, detail and the time in ISO 8601, each as a
   * netstring (length in bytes, colon, UTF-8 bytes, comma), so that no two entries read the same.
   */
  static byte[] content(
      String actor, String action, String object, String detail, Instant recordedAt) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (String part : new String[] {actor, action, object, detail, recordedAt.toString()}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      content.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      content.writeBytes(bytes);
      content.write(',');
    }
    return content.toByteArray();
  }
}
