package io.guiyi.connectors.health;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.records.SourceId;
import java.util.ArrayList;
import java.util.List;

/** The department's FHIR service: searches, one guarded request each. */
final class FhirService {
  /** The most ids in one request, so that its address stays below 4,000 characters. */
  private static final int MOST_IDS = 50;

  private static final int MOST_PAGES_OF_IDS = 50;

  private final SourceId source;
  private final HttpPort port;
  private final Guard guard;

  FhirService(SourceId source, HttpPort port, Guard guard) {
    this.source = source;
    this.port = port;
    this.guard = guard;
  }

  /** The first page of a search. */
  FhirBundle search(String type, String rawQuery) throws SourceUnavailable {
    return guard.call(() -> read(port.get("/" + type, rawQuery)));
  }

  /** The page a next link leads to. */
  FhirBundle follow(String link) throws SourceUnavailable {
    return guard.call(() -> read(port.follow(link)));
  }

  /**
   * All entries of the resources with these ids.
   *
   * @param ids each checked to be an id
   * @param also what else the query asks for, starting with {@code &}; may be empty
   */
  List<FhirEntry> byId(String type, List<String> ids, String also) throws SourceUnavailable {
    List<FhirEntry> entries = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_IDS));
      FhirBundle page =
          search(type, "_id=%s%s&_count=%d".formatted(String.join(",", some), also, MOST_IDS));
      entries.addAll(page.entries());
      for (int pages = 1; page.next() != null; pages++) {
        if (pages == MOST_PAGES_OF_IDS) {
          throw contradiction(
              "more than %d pages for %d ids".formatted(MOST_PAGES_OF_IDS, some.size()));
        }
        page = follow(page.next());
        entries.addAll(page.entries());
      }
    }
    return entries;
  }

  /** An answer that is sound alone and contradicts what was asked or came before. */
  SourceUnavailable contradiction(String what) {
    return guard.failed(protocol(what));
  }

  SourceUnavailable protocol(String what) {
    return SourceUnavailable.of(
        Kind.PROTOCOL, "%s sent %s; ask the department".formatted(source, what));
  }

  private FhirBundle read(byte[] body) throws SourceUnavailable {
    try {
      return FhirBundle.of(body);
    } catch (FhirBundle.NotABundle e) {
      throw protocol(String.valueOf(e.getMessage()));
    }
  }
}
