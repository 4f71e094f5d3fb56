package io.guiyi.lab.departments;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import io.guiyi.lab.departments.HealthRegister.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A search and where its reader is; opaque on the wire once it is in a next link.
 *
 * @param type of the resources searched for
 * @param ids of these only; empty for all
 * @param includes types of the parts that come along
 * @param count how many on a page
 * @param after the last resource the reader got
 * @param total how many there were when the reading began
 */
record HealthSearch(
    String type, List<String> ids, List<String> includes, int count, Place after, int total) {
  private static final String SEPARATOR = "\n";
  private static final int COUNT_USUAL = 50;
  private static final int COUNT_MAX = 500;
  private static final int UNCOUNTED = -1;

  /** A search is not of the agreed form. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String what) {
      super(what);
    }
  }

  /** The search of a first call. */
  static HealthSearch of(String type, Request request) throws Invalid {
    try {
      int count = first(request, "_count").map(Integer::parseInt).orElse(COUNT_USUAL);
      if (count < 1 || count > COUNT_MAX) {
        throw new Invalid("_count is outside 1 to " + COUNT_MAX);
      }
      List<String> ids =
          first(request, "_id").map(text -> List.of(text.split(",", -1))).orElse(List.of());
      Instant since = Instant.MIN;
      Optional<String> updated = first(request, "_lastUpdated");
      if (updated.isPresent()) {
        if (!updated.get().startsWith("ge")) {
          throw new Invalid("_lastUpdated must begin with ge");
        }
        since = OffsetDateTime.parse(updated.get().substring(2)).toInstant();
      }
      return new HealthSearch(
          type, ids, includes(request, type), count, Place.at(since), UNCOUNTED);
    } catch (DateTimeException | NumberFormatException malformed) {
      throw new Invalid("_lastUpdated is no instant or _count is no number");
    }
  }

  private static List<String> includes(Request request, String type) throws Invalid {
    QueryParameter parameter = request.queryParameter("_revinclude");
    if (!parameter.isPresent()) {
      return List.of();
    }
    for (String include : parameter.values()) {
      if (!type.equals("Patient") || !include.matches("(RelatedPerson|Immunization):patient")) {
        throw new Invalid("_revinclude is not known");
      }
    }
    return parameter.values().stream().map(text -> text.split(":", 2)[0]).toList();
  }

  private static Optional<String> first(Request request, String name) {
    QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? Optional.of(parameter.firstValue()) : Optional.empty();
  }

  boolean isCounted() {
    return total != UNCOUNTED;
  }

  HealthSearch counted(int found) {
    return new HealthSearch(type, ids, includes, count, after, found);
  }

  HealthSearch goneTo(Place place) {
    return new HealthSearch(type, ids, includes, count, place, total);
  }

  /** As it is sent. */
  String encoded() {
    String text =
        String.join(
            SEPARATOR,
            type,
            String.join(",", includes),
            Integer.toString(count),
            after.updated().toString(),
            after.id(),
            Integer.toString(total));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Read back; empty if this server never sent it. */
  static Optional<HealthSearch> decoded(String encoded) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1);
      if (parts.length != 6) {
        return Optional.empty();
      }
      return Optional.of(
          new HealthSearch(
              parts[0],
              List.of(),
              parts[1].isEmpty() ? List.of() : List.of(parts[1].split(",", -1)),
              Integer.parseInt(parts[2]),
              new Place(Instant.parse(parts[3]), parts[4]),
              Integer.parseInt(parts[5])));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
