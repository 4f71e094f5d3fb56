package io.guiyi.connectors.declared;

import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.declared.TableWalk.Found;
import io.guiyi.connectors.table.DeliveryTag;
import io.guiyi.records.Delivery;
import io.guiyi.records.PageProfile;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceVersion;
import io.guiyi.records.Watermark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a whole table in the order of its key: a delivery of everything, as of the moment
 * the walk began. A key never changes, so that a row which is there throughout the walk is met,
 * whatever changes around it. A walk that broke off begins again.
 */
final class JdbcCompletePull implements Pull {
  private static final int MOST_PAGES = 100_000;

  private final SourceId source;
  private final TableRows table;
  private final JdbcRows settings;
  private final double shrinkAtMost;
  private final Watermark from;
  private final SourceVersion version;

  private @Nullable Delivery delivery;
  private @Nullable List<String> last;
  private boolean first = true;
  private boolean walked;
  private boolean finished;
  private int pages;

  JdbcCompletePull(
      SourceId source,
      TableRows table,
      JdbcRows settings,
      double shrinkAtMost,
      Watermark from,
      Instant now) {
    this.source = source;
    this.table = table;
    this.settings = settings;
    this.shrinkAtMost = shrinkAtMost;
    this.from = from;
    this.version = new SourceVersion(now.truncatedTo(ChronoUnit.MILLIS), 0);
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    if (finished) {
      return Optional.empty();
    }
    Delivery whole = delivery;
    if (whole == null) {
      long announced = table.count();
      String name = "%s as of %s".formatted(settings.table(), version.changedAt());
      whole = new Delivery(name, Delivery.Kind.COMPLETE, announced, version, shrinkAtMost);
      delivery = whole;
      List<Found> unordered = table.unordered();
      if (!unordered.isEmpty()) {
        return Optional.of(page(unordered, whole));
      }
    }
    List<Found> found = walked ? List.of() : next();
    if (found.isEmpty()) {
      finished = true;
      Watermark done = new Watermark(version.changedAt().toString());
      Delivery.Part end = new Delivery.Part(whole, first, true);
      return Optional.of(new SourcePage(source, List.of(), done, end, PageProfile.NONE));
    }
    return Optional.of(page(found, whole));
  }

  private List<Found> next() throws SourceUnavailable {
    List<Found> found = table.next(last, null);
    walked = found.size() < settings.pageSize() || ++pages >= MOST_PAGES;
    last = found.isEmpty() ? last : found.getLast().place();
    return found;
  }

  private SourcePage page(List<Found> found, Delivery whole) throws SourceUnavailable {
    DeliveryTag tag = new DeliveryTag(whole.name(), version.changedAt(), version.sequence());
    Delivery.Part part = new Delivery.Part(whole, first, false);
    first = false;
    return table.page(found, tag, from, part);
  }
}
