package io.guiyi.connectors.delivery;

import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that a department writes after its data file, to say that it is whole: lines {@code
 * rows=123}, {@code sha256=…} or {@code sm3=…} (64 hexadecimal digits; both may be given) and
 * {@code delivered=2026-03-01T08:00:00+08:00}.
 *
 * @param rows how many rows the data file has, without its header
 * @param digests by algorithm, lower-case hexadecimal; at least one
 * @param delivered as of when the rows are stated
 */
public record Marker(long rows, Map<String, String> digests, Instant delivered) {
  /** The longest marker, in bytes. */
  public static final int LONGEST = 4 * 1024;

  private static final String SHA256 = "sha256";
  private static final String SM3 = "sm3";
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Copies the map. */
  public Marker {
    digests = Map.copyOf(digests);
  }

  /**
   * Reads a marker.
   *
   * @param file its name, for the message
   * @throws SourceUnavailable DELIVERY_DAMAGED if it is not of this form
   */
  public static Marker parse(String file, byte[] content) throws SourceUnavailable {
    Map<String, String> lines = new TreeMap<>();
    for (String line : new String(content, StandardCharsets.US_ASCII).split("\\R")) {
      int equals = line.indexOf('=');
      String name = line.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
      if (!line.isBlank()
          && (equals < 1 || lines.put(name, line.substring(equals + 1).strip()) != null)) {
        throw damaged(file, "has a line that is not NAME=VALUE, or a name twice");
      }
    }
    Map<String, String> digests = new TreeMap<>();
    for (String algorithm : new String[] {SHA256, SM3}) {
      String digest = lines.getOrDefault(algorithm, "").toLowerCase(Locale.ROOT);
      if (digest.matches("[0-9a-f]{64}")) {
        digests.put(algorithm, digest);
      } else if (!digest.isEmpty()) {
        throw damaged(file, "has a digest that is not 64 hexadecimal digits");
      }
    }
    if (digests.isEmpty()) {
      throw damaged(file, "has neither sha256=… nor sm3=…");
    }
    return new Marker(rows(file, lines.get("rows")), digests, time(file, lines.get("delivered")));
  }

  private static long rows(String file, @Nullable String written) throws SourceUnavailable {
    if (written == null || !written.matches("\\d{1,9}")) {
      throw damaged(file, "has no line rows=NUMBER");
    }
    return Long.parseLong(written);
  }

  private static Instant time(String file, @Nullable String written) throws SourceUnavailable {
    try {
      Instant time = OffsetDateTime.parse(written == null ? "" : written).toInstant();
      if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Falls through to the one answer for every time that cannot be.
    }
    throw damaged(file, "has no line delivered=TIME such as 2026-03-01T08:00:00+08:00");
  }

  /** True if every digest that is given is that of {@code content}. */
  public boolean fits(byte[] content) {
    return digests.entrySet().stream()
        .allMatch(digest -> digest.getValue().equals(digest(digest.getKey(), content)));
  }

  /** What the content is remembered by. */
  String fingerprint() {
    return digests.getOrDefault(SHA256, digests.getOrDefault(SM3, ""));
  }

  /** What the content of a file without a marker is remembered by. */
  static String fingerprint(byte[] content) {
    return digest(SHA256, content);
  }

  private static String digest(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(algorithm.equals(SM3) ? Sm3.of(content) : sha256(content));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static SourceUnavailable damaged(String file, String what) {
    return SourceUnavailable.of(
        Kind.DELIVERY_DAMAGED,
        "the marker %s %s; the department must write it again".formatted(file, what));
  }
}
