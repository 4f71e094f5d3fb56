package io.guiyi.lab.drill.malformed;

import io.guiyi.lab.population.faults.Feed;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads malformed rows of every class and notes what became of them. No people's values get into
 * what it says: classes and fields are named, never rows.
 */
public final class Trial implements AutoCloseable {
  /** Of these, what is put aside must keep its key: else it would count as left out. */
  private static final Set<Feed> COMPLETE = EnumSet.of(Feed.EDUCATION, Feed.UNION);

  private static final int SHORTEST_TELLING = 8;

  /** So many rows more than asked for are looked at, as not every value can be spoilt every way. */
  private static final int SPARE = 12;

  private final OpenSources sources;
  private final GoodRows good;
  private final Map<QuarantineReason, Long> aside = new TreeMap<>();
  private final Set<String> astray = new LinkedHashSet<>();
  private long classes;
  private long rows;
  private long kept;

  /**
   * Founds the city and opens the connectors.
   *
   * @param people how many the rows are taken from
   * @param config the operator's configuration folder
   */
  public Trial(int people, long seed, Path config, Clock clock) {
    this.sources = new OpenSources(config, clock);
    this.good = new GoodRows(people, seed, sources);
  }

  /**
   * Tries every class.
   *
   * @param most how many rows of each
   * @param tried is told after each field
   */
  public void run(int most, Runnable tried) {
    Map<Field, List<MalformedClass>> byField =
        MalformedClass.all().stream()
            .collect(
                Collectors.groupingBy(
                    MalformedClass::field, LinkedHashMap::new, Collectors.toList()));
    byField.forEach((field, itsClasses) -> {
      List<GoodRow> rowsOfField = good.serving(field, most + SPARE);
      if (rowsOfField.isEmpty()) {
        astray.add(
            "%s %s: no row of the city has it".formatted(field.feed().source(), field.path()));
      }
      itsClasses.forEach(one -> take(one, rowsOfField, most));
      tried.run();
    });
  }

  private void take(MalformedClass tried, List<GoodRow> from, int most) {
    int taken = 0;
    for (GoodRow row : from) {
      Optional<byte[]> spoilt = Wound.inflict(row.json(), tried.field(), tried.mutation());
      if (spoilt.isPresent()) {
        taken++;
        judge(tried, row, RawBytes.of(spoilt.get()));
      }
      if (taken == most) {
        break;
      }
    }
    rows += taken;
    classes += taken > 0 ? 1 : 0;
  }

  private void judge(MalformedClass tried, GoodRow row, RawBytes spoilt) {
    Canonicalized became;
    try {
      became = sources.read(tried.field().feed(), spoilt);
    } catch (RuntimeException e) {
      astray.add("%s: %s was thrown".formatted(tried, e.getClass().getSimpleName()));
      return;
    }
    switch (became) {
      case CanonicalRecord record -> kept++;
      case Quarantined refused -> aside.merge(refused.reason(), 1L, Long::sum);
    }
    fault(tried, row, became).ifPresent(fault -> astray.add(tried + ": " + fault));
  }

  private Optional<String> fault(MalformedClass tried, GoodRow row, Canonicalized became) {
    Canonicalized asGood = sources.read(tried.field().feed(), row.bytes());
    if (!(asGood instanceof CanonicalRecord before)) {
      return Optional.of("the good row itself is refused");
    }
    return switch (became) {
      case CanonicalRecord record ->
          switch (tried.expected()) {
            case Outcome.Aside(QuarantineReason due) -> Optional.of("kept, not " + due);
            case Outcome.Kept() ->
                Parts.of(record)
                    .changed(Parts.of(before), tried.field())
                    .map(part -> "kept, but " + part + " is another");
          };
      case Quarantined refused ->
          switch (tried.expected()) {
            case Outcome.Kept() ->
                Optional.of("%s of %s, not kept".formatted(refused.reason(), refused.field()));
            case Outcome.Aside(QuarantineReason due) ->
                told(tried, row, refused, due, before.key());
          };
    };
  }

  private static Optional<String> told(
      MalformedClass tried, GoodRow row, Quarantined refused, QuarantineReason due, SourceKey key) {
    if (refused.reason() != due) {
      return Optional.of("%s of %s, not %s".formatted(refused.reason(), refused.field(), due));
    }
    Spot spot = Spot.find(row.json(), tried.field().path()).orElseThrow();
    boolean ofRow = due == QuarantineReason.MALFORMED || tried.mutation() == Mutation.NOT_UTF8;
    boolean named =
        ofRow
            ? refused.field().isEmpty()
            : refused.field().startsWith(spot.path())
                || (due == QuarantineReason.PERIOD_INVERTED
                    && tried.field().beside().containsKey(refused.field()));
    if (!named) {
      return Optional.of("%s is held against '%s'".formatted(due, refused.field()));
    }
    String value = spot.written();
    boolean listed = due == QuarantineReason.CODE_UNKNOWN;
    if (!listed && value.length() >= SHORTEST_TELLING && refused.detail().contains(value)) {
      return Optional.of("the detail shows the value");
    }
    boolean keyless = ofRow || tried.field().kind() == FieldKind.KEY;
    return COMPLETE.contains(tried.field().feed()) && !keyless && !key.equals(refused.key())
        ? Optional.of("put aside without its key")
        : Optional.empty();
  }

  /**
   * One row of every class of a source, each under a key of its own, for a batch that is delivered.
   *
   * @param without what cannot stand in such a batch
   */
  public List<MalformedRow> batch(Feed feed, Set<Mutation> without) {
    List<MalformedRow> batch = new ArrayList<>();
    for (MalformedClass one : MalformedClass.all()) {
      if (one.field().feed() == feed && !without.contains(one.mutation())) {
        String key = "R14-%05d".formatted(batch.size() + 1);
        good.serving(one.field(), SPARE).stream()
            .flatMap(row -> MalformedRow.of(one, row, key).stream())
            .findFirst()
            .ifPresent(batch::add);
      }
    }
    return batch;
  }

  /** How many classes were made. */
  public long classes() {
    return classes;
  }

  /** How many rows were made. */
  public long rows() {
    return rows;
  }

  /** How many rows became records all the same. */
  public long kept() {
    return kept;
  }

  /** How many rows were put aside, by reason. */
  public Map<QuarantineReason, Long> aside() {
    return Collections.unmodifiableMap(aside);
  }

  /** What did not come as foretold, a sentence each. */
  public List<String> astray() {
    return List.copyOf(astray);
  }

  @Override
  public void close() {
    sources.close();
  }
}
