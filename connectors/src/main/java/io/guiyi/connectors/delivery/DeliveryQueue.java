package io.guiyi.connectors.delivery;

import io.guiyi.records.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which delivery of a folder comes next. Deliveries are read in their order and none is passed
 * over, with one exception: where one is missing or never became whole, the next complete delivery
 * that is whole says everything that it could have said, and reading goes on there.
 */
final class DeliveryQueue {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparing((Waiting waiting) -> waiting.name().order())
          .thenComparing(waiting -> waiting.name().file());

  private final List<Waiting> all;
  private final DeliveryNaming naming;
  private final DeliverySettings settings;

  /** A delivery of which at least a part is there: data file, marker, or both. */
  record Waiting(DeliveryName name, @Nullable FolderEntry data, @Nullable FolderEntry marker) {
    boolean isComplete() {
      return name.kind() == Delivery.Kind.COMPLETE;
    }
  }

  /** What to do next. */
  sealed interface Next {
    /** Nothing more is ready; nothing is wrong either. */
    record Nothing() implements Next {}

    /** This delivery is to be read, but for its first rows. */
    record Ready(DeliveryName name, FolderEntry data, @Nullable FolderEntry marker, long skip)
        implements Next {}

    /** The department must put something right first. */
    record Stuck(String why) implements Next {}
  }

  private DeliveryQueue(List<Waiting> all, DeliveryNaming naming, DeliverySettings settings) {
    this.all = all;
    this.naming = naming;
    this.settings = settings;
  }

  static DeliveryQueue of(FolderListing listing, DeliveryNaming naming, DeliverySettings settings) {
    Map<String, Waiting> byFile = new TreeMap<>();
    for (FolderEntry entry : listing.entries()) {
      boolean marks = entry.name().endsWith(DeliveryNaming.MARKER);
      String file =
          marks
              ? entry.name().substring(0, entry.name().length() - DeliveryNaming.MARKER.length())
              : entry.name();
      Optional<DeliveryName> name = naming.read(file);
      if (name.isPresent()) {
        Waiting other = byFile.get(file);
        byFile.put(
            file,
            marks
                ? new Waiting(name.get(), other == null ? null : other.data(), entry)
                : new Waiting(name.get(), entry, other == null ? null : other.marker()));
      }
    }
    return new DeliveryQueue(byFile.values().stream().sorted(ORDER).toList(), naming, settings);
  }

  /**
   * What comes after {@code progress}.
   *
   * @param settled whether a file without a marker has stood still long enough
   * @throws IllegalArgumentException if the progress is of a file that is no delivery
   */
  Next after(Optional<Progress> progress, Predicate<FolderEntry> settled) {
    if (progress.isEmpty()) {
      return first(all, Optional.empty(), settled);
    }
    DeliveryName last = nameOf(progress.get());
    List<Waiting> later =
        all.stream().filter(waiting -> waiting.name().order().compareTo(last.order()) > 0).toList();
    if (progress.get().done()) {
      return first(later, Optional.of(last), settled);
    }
    Optional<Waiting> begun =
        all.stream().filter(waiting -> waiting.name().file().equals(last.file())).findFirst();
    if (begun.isPresent() && begun.get().data() instanceof FolderEntry data) {
      return new Next.Ready(last, data, begun.get().marker(), progress.get().rows());
    }
    return orComplete(
        later, settled, last.file() + " was taken away while it was read; it must be there again");
  }

  /** Files with the number of one that was read already: nobody would ever read them. */
  List<String> twinsOf(Progress progress) {
    DeliveryName last = nameOf(progress);
    return all.stream()
        .map(Waiting::name)
        .filter(name -> name.order().equals(last.order()) && !name.file().equals(last.file()))
        .map(DeliveryName::file)
        .toList();
  }

  private DeliveryName nameOf(Progress progress) {
    return naming
        .read(progress.file())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the watermark names %s, which is no delivery of this source; reset it to start"
                        .formatted(progress.file())
                    + " from the beginning"));
  }

  private Next first(
      List<Waiting> later, Optional<DeliveryName> last, Predicate<FolderEntry> settled) {
    if (later.isEmpty()) {
      return new Next.Nothing();
    }
    Waiting next = later.getFirst();
    List<Waiting> others = later.subList(1, later.size());
    long expected = last.map(name -> name.number() + 1).orElse(next.name().number());
    if (settings.running() && next.name().number() != expected) {
      return orComplete(later, settled, "delivery number %d is missing".formatted(expected));
    }
    if (!others.isEmpty() && others.getFirst().name().order().equals(next.name().order())) {
      return new Next.Stuck(
          "%s and %s are of one number"
              .formatted(next.name().file(), others.getFirst().name().file()));
    }
    if (next.data() == null) {
      return orComplete(others, settled, next.name().file() + " has a marker, but is not there");
    }
    Optional<Next.Ready> ready = ready(next, settled);
    if (ready.isPresent()) {
      return ready.get();
    }
    boolean overtaken = settings.marked() && others.stream().anyMatch(w -> w.marker() != null);
    return overtaken
        ? orComplete(others, settled, next.name().file() + " has no marker, while a later one has")
        : new Next.Nothing();
  }

  private Next orComplete(List<Waiting> later, Predicate<FolderEntry> settled, String why) {
    List<Next> whole = new ArrayList<>();
    for (Waiting waiting : later) {
      if (waiting.isComplete()) {
        ready(waiting, settled).ifPresent(whole::add);
      }
    }
    return whole.isEmpty() ? new Next.Stuck(why) : whole.getFirst();
  }

  private Optional<Next.Ready> ready(Waiting waiting, Predicate<FolderEntry> settled) {
    FolderEntry data = waiting.data();
    boolean whole =
        data != null && (waiting.marker() != null || (!settings.marked() && settled.test(data)));
    return data != null && whole
        ? Optional.of(new Next.Ready(waiting.name(), data, waiting.marker(), 0))
        : Optional.empty();
  }
}
