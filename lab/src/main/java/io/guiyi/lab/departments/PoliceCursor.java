package io.guiyi.lab.departments;

import io.guiyi.lab.departments.PoliceRegister.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a caller is in its reading; opaque on the wire.
 *
 * @param after the last row it got
 * @param total how many rows the reading had when it began
 */
record PoliceCursor(Place after, int total) {

  /** As it is sent. */
  String encoded() {
    String text = after.updated() + "|" + after.key() + "|" + total;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Read back; empty if this server never sent it. */
  static Optional<PoliceCursor> decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", -1);
      return parts.length == 3
          ? Optional.of(new PoliceCursor(new Place(parts[0], parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
