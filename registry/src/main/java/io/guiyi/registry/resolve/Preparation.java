package io.guiyi.registry.resolve;

import io.guiyi.matching.Matcher;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.record.RecordContent;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
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
  private static final String CONTENT = "record-content";

  private final KeyedHash hash;
  private final LookUpKeys lookUp;
  private final Matcher matcher;

  Preparation(KeyedHash hash, LookUpKeys lookUp, Matcher matcher) {
    this.hash = hash;
    this.lookUp = lookUp;
    this.matcher = matcher;
  }

  PreparedPage prepare(IntakePage page) {
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    List<PreparedRow> rows =
        page.rows().parallelStream()
            .map(row -> prepare(row, failures))
            .collect(Collectors.toList());
    if (!failures.isEmpty()) {
      report(page, failures);
    }
    return new PreparedPage(page.source(), rows, page.after());
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

  private PreparedRow prepare(Canonicalized row, Queue<RuntimeException> failures) {
    return switch (row) {
      case Quarantined refused -> new PreparedRow.Refused(refused);
      case CanonicalRecord record -> {
        try {
          yield understood(record);
        } catch (RuntimeException failed) {
          failures.add(failed);
          yield PreparedRow.Refused.applyFailed(
              record.key().source(), record.position(), record.origin().payload(), failed);
        }
      }
    };
  }

  private PreparedRow understood(CanonicalRecord row) {
    RecordContent content = RecordContent.of(row);
    String canonical = RegisterJson.text(content);
    return new PreparedRow.Understood(
        row.key(),
        hash.hashes(SOURCE_KEY, row.key().source() + "\n" + row.key().key()),
        version(row.origin().version()),
        content,
        canonical.getBytes(StandardCharsets.UTF_8),
        hash.hash(CONTENT, canonical),
        matcher.profile(row.who()),
        lookUp.number(row.who()).orElse(null),
        lookUp.nameAndBirth(row.who()).orElse(null),
        row.origin().payload(),
        row.position());
  }

  /** The database keeps microseconds: a version must equal itself after it was stored. */
  private static SourceVersion version(SourceVersion given) {
    return new SourceVersion(given.changedAt().truncatedTo(ChronoUnit.MICROS), given.sequence());
  }

  /** Whether {@code held} is the digest of the row's content, also under an older key. */
  boolean isContent(LookupHash held, PreparedRow.Understood row) {
    if (held.keyId().equals(row.digest().keyId())) {
      return held.equals(row.digest());
    }
    return hash.matches(held, CONTENT, new String(row.canonical(), StandardCharsets.UTF_8));
  }
}
