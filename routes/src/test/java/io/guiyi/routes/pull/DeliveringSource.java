package io.guiyi.routes.pull;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.Source;
import io.guiyi.connectors.SourceHealth;
import io.guiyi.connectors.SourcePage;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivered;
import io.guiyi.records.Delivery;
import io.guiyi.records.PageProfile;
import io.guiyi.records.Position;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceRecord;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PersonName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A source that hands over complete deliveries of invented people, by their keys. */
public final class DeliveringSource implements Source {
  /** The source's name. */
  public static final SourceId ID = new SourceId("school");

  private static final Instant TERM = Instant.parse("2026-03-01T00:00:00Z");

  private final List<List<String>> deliveries = new ArrayList<>();

  /** From now on one delivery more, with these keys. */
  public void deliver(String... keys) {
    deliveries.add(Arrays.asList(keys));
  }

  @Override
  public SourceId id() {
    return ID;
  }

  @Override
  public Pull pull(Watermark from) {
    Queue<SourcePage> pages = new ArrayDeque<>();
    int read = from.isStart() ? 0 : Integer.parseInt(from.text());
    for (int number = read + 1; number <= deliveries.size(); number++) {
      List<String> keys = deliveries.get(number - 1);
      SourceVersion version = new SourceVersion(TERM.plusSeconds(number), number);
      Delivery delivery =
          new Delivery(
              "XJ_" + number + "_C.csv", Delivery.Kind.COMPLETE, keys.size(), version, 0.3);
      Watermark inside = new Watermark(Integer.toString(number - 1));
      pages.add(page(rows(keys, version), inside, new Delivery.Part(delivery, true, false)));
      Watermark done = new Watermark(Integer.toString(number));
      pages.add(page(List.of(), done, new Delivery.Part(delivery, false, true)));
    }
    return () -> Optional.ofNullable(pages.poll());
  }

  private static SourcePage page(List<Delivered> rows, Watermark after, Delivery.Part part) {
    return new SourcePage(ID, rows, after, part, PageProfile.NONE);
  }

  private static List<Delivered> rows(List<String> keys, SourceVersion version) {
    return keys.stream()
        .<Delivered>map(key ->
            new SourceRecord(
                new SourceKey(ID, key),
                version,
                SourceRecord.Presence.PRESENT,
                RawBytes.utf8(key),
                new Position("row " + key)))
        .toList();
  }

  @Override
  public Canonicalized canonicalize(SourceRecord row) {
    PersonName name = new PersonName("学生" + row.key().key());
    return new CanonicalRecord(row, IdentityClaim.named(name), List.of());
  }

  @Override
  public Delivered reread(Position position, RawBytes payload) {
    return rows(List.of(payload.asUtf8()), new SourceVersion(TERM, 0)).getFirst();
  }

  @Override
  public SourceHealth health() {
    return new SourceHealth(ID, SourceHealth.Breaker.CLOSED, null, null);
  }

  @Override
  public void close() {}
}
