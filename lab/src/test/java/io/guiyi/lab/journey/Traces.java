package io.guiyi.lab.journey;

import io.guiyi.lab.population.Canary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The byte patterns that a person would leave behind if anything kept her in clear: name, number
 * and phone in every encoding that is at home here, as JSON escapes, in hexadecimal digits, and
 * inside Base64 at each of its three alignments.
 */
final class Traces {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int CHUNK_BYTES = 4 << 20;

  /** Bytes as a text of as many characters: a search in it runs on vector instructions. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Map<String, String> patterns = new LinkedHashMap<>();

  private Traces() {}

  static Traces of(Canary canary) {
    Traces traces = new Traces();
    traces.add("name", canary.name());
    traces.add("number", canary.idNumber());
    traces.add("phone", canary.phone());
    return traces;
  }

  private void add(String what, String value) {
    put(what + " in UTF-8", value.getBytes(StandardCharsets.UTF_8));
    put(what + " in UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE));
    put(what + " in UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE));
    put(what + " in GB18030", value.getBytes(GB18030));
    put(what + " in JSON escapes", escaped(value).getBytes(BYTES));
    put(
        what + " in JSON ESCAPES",
        escaped(value).toUpperCase().replace("\\U", "\\u").getBytes(BYTES));
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
      byte[] bytes = value.getBytes(charset);
      put(
          what + " in hexadecimal digits of " + charset,
          HexFormat.of().formatHex(bytes).getBytes(BYTES));
      for (int alignment = 0; alignment < 3; alignment++) {
        put(
            "%s in Base64 of %s + %d".formatted(what, charset, alignment),
            base64(bytes, alignment));
      }
    }
  }

  private void put(String what, byte[] pattern) {
    patterns.put(what, new String(pattern, BYTES));
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
    return escaped.toString();
  }

  /** The digits that depend on the value alone, whatever stands before and behind it. */
  private static byte[] base64(byte[] bytes, int alignment) {
    byte[] shifted = new byte[alignment + bytes.length];
    System.arraycopy(bytes, 0, shifted, alignment, bytes.length);
    byte[] digits = Base64.getEncoder().withoutPadding().encode(shifted);
    int first = (alignment * 8 + 5) / 6;
    int whole = shifted.length * 8 / 6;
    return Arrays.copyOfRange(digits, first, whole);
  }

  /** The patterns by what they are. */
  Map<String, String> patterns() {
    return patterns;
  }

  /** Every pattern in every file below {@code folder} in which it is found. */
  Set<String> below(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        in(file).forEach(what -> found.add(folder.relativize(file) + ": " + what));
      }
    }
    return found;
  }

  private Set<String> in(Path file) throws IOException {
    int overlap = patterns.values().stream().mapToInt(String::length).max().orElse(1) - 1;
    Set<String> found = new TreeSet<>();
    String tail = "";
    try (InputStream content = Files.newInputStream(file)) {
      byte[] chunk = content.readNBytes(CHUNK_BYTES);
      while (chunk.length > 0) {
        String text = tail + new String(chunk, BYTES);
        found.addAll(inText(text));
        tail = text.substring(Math.max(0, text.length() - overlap));
        chunk = content.readNBytes(CHUNK_BYTES);
      }
    }
    return found;
  }

  /** The patterns found in a text whose characters are bytes. */
  Set<String> inText(String text) {
    Set<String> found = new TreeSet<>();
    patterns.forEach((what, pattern) -> {
      if (text.contains(pattern)) {
        found.add(what);
      }
    });
    return found;
  }
}
