package io.guiyi.registry.resolve;

import io.guiyi.matching.Matcher;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Delivery;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceKey;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.family.RowRelatives;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.record.RecordContent;
import io.guiyi.registry.store.HashColumn;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out what needs no database: canonical form, digest, keyed hashes and profile of each row.
 *
 * <p>A row for which this fails is refused ({@code APPLY_FAILED}); its neighbours are not
 * concerned. Where it fails for {@value PageInParts#LONE_FAILURES_MAX} rows or more and for every
 * one that was understood, the rows are not at fault: nothing is refused, the page fails.
 */
final class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
  private static final String SOURCE_KEY = "source-key";
  private static final String REFUSED = "refused-row";
  private static final String CONTENT = "record-content";

  private final KeyedHash hash;
  private final LookUpKeys lookUp;
  private final RowRelatives relatives;
  private final Matcher matcher;

  Preparation(KeyedHash hash, LookUpKeys lookUp, RowRelatives relatives, Matcher matcher) {
    this.hash = hash;
    this.lookUp = lookUp;
    this.relatives = relatives;
    this.matcher = matcher;
  }

  PreparedPage prepare(IntakePage page) {
    return prepare(page, _ -> null, errand(page.part()));
  }

  /** The same for rows that were held aside, in the order of {@code replayed}. */
  PreparedPage prepare(IntakePage page, List<Replayed> replayed) {
    return prepare(page, replayed::get, new Errand.Replay());
  }

  private PreparedPage prepare(
      IntakePage page, IntFunction<@Nullable Replayed> replayed, Errand errand) {
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    List<PreparedRow> rows =
        IntStream.range(0, page.rows().size())
            .parallel()
            .mapToObj(i -> prepare(page.rows().get(i), replayed.apply(i), failures))
            .toList();
    if (!failures.isEmpty()) {
      report(page, failures);
    }
    return new PreparedPage(page.source(), rows, page.after(), errand);
  }

  private static Errand errand(Delivery.@Nullable Part part) {
    if (part == null || part.delivery().kind() == Delivery.Kind.DELTA) {
      return new Errand.Read();
    }
    return part.last() ? new Errand.End(part.delivery()) : new Errand.Deliver(part.delivery());
  }

  private static void report(IntakePage page, Queue<RuntimeException> failures) {
    LOG.warn(
        "{} of {} rows of {} cannot be prepared, one of them: {}",
        failures.size(),
        page.rows().size(),
        page.source(),
        FailureTrace.of(failures.element()));
    long understood = page.rows().stream().filter(CanonicalRecord.class::isInstance).count();
    if (failures.size() == understood && understood >= PageInParts.LONE_FAILURES_MAX) {
      throw new IllegalStateException(
          "none of %d rows of %s can be prepared (%s): the rows are not at fault; see the log"
              .formatted(understood, page.source(), failures.element().getClass().getSimpleName()));
    }
  }

  private PreparedRow prepare(
      Canonicalized row, @Nullable Replayed replayed, Queue<RuntimeException> failures) {
    return switch (row) {
      case Quarantined refused -> refused(refused, replayed);
      case CanonicalRecord record -> {
        try {
          yield understood(record, replayed);
        } catch (RuntimeException failed) {
          failures.add(failed);
          Quarantined refused =
              PreparedRow.Refused.applyFailed(
                  record.key(), record.position(), record.origin().payload(), failed);
          yield refused(refused, replayed);
        }
      }
    };
  }

  private PreparedRow.Refused refused(Quarantined row, @Nullable Replayed replayed) {
    SourceKey key = row.key();
    return new PreparedRow.Refused(row, key == null ? List.of() : keys(key), replayed);
  }

  private PreparedRow understood(CanonicalRecord row, @Nullable Replayed replayed) {
    RecordContent content = RecordContent.of(row);
    String canonical = RegisterJson.text(content);
    Profile profile = matcher.profile(row.who());
    return new PreparedRow.Understood(
        row.key(),
        keys(row.key()),
        stored(row.origin().version()),
        content,
        canonical.getBytes(StandardCharsets.UTF_8),
        hash.hash(CONTENT, canonical),
        profile,
        lookUp.number(profile).orElse(null),
        lookUp.nameAndBirth(row.who(), profile).orElse(null),
        relatives.finding(content),
        relatives.named(content),
        row.origin().payload(),
        row.position(),
        replayed);
  }

  private List<LookupHash> keys(SourceKey key) {
    return hash.hashes(SOURCE_KEY, key.source() + "\n" + key.key());
  }

  /** The database keeps microseconds: a version must equal itself after it was stored. */
  static SourceVersion stored(SourceVersion given) {
    return new SourceVersion(given.changedAt().truncatedTo(ChronoUnit.MICROS), given.sequence());
  }

  /** Whether {@code held} is the digest of the row's content, also under an older key. */
  boolean isContent(LookupHash held, PreparedRow.Understood row) {
    if (held.keyId().equals(row.digest().keyId())) {
      return held.equals(row.digest());
    }
    return hash.matches(held, CONTENT, new String(row.canonical(), StandardCharsets.UTF_8));
  }

  /** The keyed digest of a row, also of one that is held aside. */
  byte[] digest(PreparedRow row) {
    return switch (row) {
      case PreparedRow.Understood understood -> HashColumn.bytes(understood.digest());
      case PreparedRow.Refused refused ->
          HashColumn.bytes(hash.hash(REFUSED, Sm3.of(refused.row().payload().toArray()).hex()));
    };
  }
}
