package io.guiyi.connectors.delivery;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.SourcePage;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliveryQueue.Next;
import io.guiyi.connectors.table.TableReader;
import io.guiyi.records.Delivery;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the deliveries that wait in a folder. A delivery is read into memory, compared
 * with its marker and counted before its first row is handed over, so that nothing of a damaged one
 * ever is. Where a file that was read has other content now, that is said at the end of the walk:
 * it is not read a second time, and does not stop what came after it.
 */
public final class DeliveryPull implements Pull {
  private final SourceId source;
  private final DeliveryFolder folder;
  private final Guard guard;
  private final DeliveryNaming naming;
  private final DeliverySettings settings;
  private final DeliveryRows rows;
  private final DeliveryMemory memory;
  private final Clock clock;

  private Optional<Progress> progress;
  private @Nullable DeliveryQueue queue;
  private FolderListing listing = new FolderListing(List.of(), 0);
  private @Nullable FolderEntry file;
  private @Nullable OpenDelivery open;
  private boolean finished;

  /**
   * Opens a walk; nothing is read yet.
   *
   * @param memory the source's, the same for every walk
   * @throws IllegalArgumentException if the watermark is none of deliveries
   */
  public DeliveryPull(
      SourceId source,
      DeliveryFolder folder,
      Guard guard,
      DeliveryNaming naming,
      DeliverySettings settings,
      DeliveryRows rows,
      DeliveryMemory memory,
      Clock clock,
      Watermark from) {
    this.source = source;
    this.folder = folder;
    this.guard = guard;
    this.naming = naming;
    this.settings = settings;
    this.rows = rows;
    this.memory = memory;
    this.clock = clock;
    this.progress = Progress.of(from);
  }

  @Override
  public Optional<SourcePage> nextPage() throws SourceUnavailable {
    OpenDelivery delivery = finished ? null : delivery();
    if (delivery == null) {
      return Optional.empty();
    }
    SourcePage page = delivery.nextPage();
    if (delivery.isDone()) {
      progress = Optional.of(delivery.progress());
      if (file != null) {
        memory.read(file, delivery.fingerprint());
      }
      delivery.close();
      open = null;
    }
    return Optional.of(page);
  }

  /** The delivery that is being read, or the next one; null when the walk is finished. */
  private @Nullable OpenDelivery delivery() throws SourceUnavailable {
    if (open != null) {
      return open;
    }
    DeliveryQueue waiting = queue();
    Instant now = clock.instant();
    Next next =
        waiting.after(progress, entry -> memory.hasStoodStill(entry, settings.settle(), now));
    open =
        switch (next) {
          case Next.Nothing _ -> null;
          case Next.Stuck(String why) -> throw damaged(why);
          case Next.Ready ready -> open(ready);
        };
    if (open == null) {
      finished = true;
      checkWhatWasRead(waiting);
    }
    return open;
  }

  private DeliveryQueue queue() throws SourceUnavailable {
    if (queue == null) {
      listing = guard.call(folder::list);
      memory.look(listing, clock.instant());
      queue = DeliveryQueue.of(listing, naming, settings);
    }
    return queue;
  }

  /** Opens a delivery; null if it is still being written. */
  private @Nullable OpenDelivery open(Next.Ready ready) throws SourceUnavailable {
    Optional<Marker> marker = marker(ready.marker());
    byte[] content = guard.call(() -> folder.read(ready.data(), settings.limits().bytes()));
    if (marker.isEmpty() && content.length != ready.data().size()) {
      return null;
    }
    String name = ready.name().file();
    if (marker.isPresent() && !marker.get().fits(content)) {
      throw damaged(name + " has another digest than its marker says");
    }
    String fingerprint =
        marker.map(Marker::fingerprint).orElseGet(() -> Marker.fingerprint(content));
    if (ready.skip() > 0 && !progress.map(done -> done.isOf(fingerprint)).orElse(false)) {
      throw damaged(name + " was replaced while it was read; what it says now needs a new number");
    }
    try {
      long count = count(name, content, marker);
      OpenDelivery delivery =
          new OpenDelivery(
              source,
              described(ready, marker, count),
              fingerprint,
              rows.open(name, content),
              rows,
              settings.pageSize());
      delivery.skip(ready.skip());
      file = ready.data();
      return delivery;
    } catch (SourceUnavailable fault) {
      throw guard.failed(fault);
    }
  }

  private Delivery described(Next.Ready ready, Optional<Marker> marker, long count) {
    Instant stated = ready.name().stated();
    Instant at =
        marker.map(Marker::delivered).orElse(stated == null ? ready.data().changedAt() : stated);
    Delivery.Kind kind = ready.name().kind();
    return new Delivery(
        ready.name().file(),
        kind,
        count,
        OpenDelivery.version(ready.name(), at),
        kind == Delivery.Kind.COMPLETE ? settings.shrinkAtMost() : 1);
  }

  private long count(String name, byte[] content, Optional<Marker> marker)
      throws SourceUnavailable {
    long count = 0;
    try (TableReader table = rows.open(name, content)) {
      while (table.skip()) {
        count++;
      }
    }
    if (marker.isPresent() && marker.get().rows() != count) {
      throw damaged(
          "%s has %d rows, its marker says %d".formatted(name, count, marker.get().rows()));
    }
    return count;
  }

  private Optional<Marker> marker(@Nullable FolderEntry entry) throws SourceUnavailable {
    if (entry == null) {
      return Optional.empty();
    }
    byte[] content = guard.call(() -> folder.read(entry, Marker.LONGEST));
    try {
      return Optional.of(Marker.parse(entry.name(), content));
    } catch (SourceUnavailable fault) {
      throw guard.failed(fault);
    }
  }

  /** After everything new was read: is what was read before still what it was? */
  private void checkWhatWasRead(DeliveryQueue waiting) throws SourceUnavailable {
    if (progress.isEmpty() || !progress.get().done()) {
      return;
    }
    Progress last = progress.get();
    List<String> twins = waiting.twinsOf(last);
    if (!twins.isEmpty()) {
      throw damaged("%s is of the number of %s".formatted(twins.getFirst(), last.file()));
    }
    Optional<FolderEntry> latest = listing.named(last.file());
    if (!memory.knows(last.file()) && latest.isPresent()) {
      checkSame(latest.get(), last.fingerprint());
    }
    for (DeliveryMemory.Read changed : memory.changed(listing)) {
      Optional<FolderEntry> entry = listing.named(changed.entry().name());
      if (entry.isPresent()) {
        checkSame(entry.get(), changed.fingerprint());
      }
    }
  }

  private void checkSame(FolderEntry entry, String known) throws SourceUnavailable {
    Optional<Marker> marker =
        marker(listing.named(entry.name() + DeliveryNaming.MARKER).orElse(null));
    String fingerprint;
    if (marker.isPresent()) {
      fingerprint = marker.get().fingerprint();
    } else {
      fingerprint =
          Marker.fingerprint(guard.call(() -> folder.read(entry, settings.limits().bytes())));
    }
    if (!fingerprint.startsWith(known)) {
      throw damaged(
          entry.name() + " has other content than when it was read; it is not read again");
    }
    memory.read(entry, fingerprint);
  }

  private SourceUnavailable damaged(String what) {
    return guard.failed(
        SourceUnavailable.of(
            Kind.DELIVERY_DAMAGED,
            "%s: %s; ask the department to deliver it under a new number, or everything anew"
                .formatted(source, what)));
  }
}
