package io.guiyi.registry.recount;

import io.guiyi.matching.CannotLink;
import io.guiyi.matching.RecordRef;
import io.guiyi.matching.Reweighing;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.registry.decision.DecisionRecord;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.record.HeldRecord;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weighs the pairs of stored decisions again. Changes nothing; for many threads. */
@Component
public class Recounts {
  private final Transactions transactions;
  private final Decisions decisions;
  private final SourceRecords records;

  Recounts(Transactions transactions, Decisions decisions, SourceRecords records) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.records = records;
  }

  /** Reads the models that are kept. */
  @FunctionalInterface
  public interface Models {
    /**
     * The model of a text.
     *
     * @param name what faults call it
     * @throws RuntimeException if the text is no model's
     */
    KeptModel read(String name, String text);
  }

  /** The decision of that number, weighed again; empty if there is none. */
  public Optional<Recount> of(long number, Models models) {
    return transactions.inTransaction(session ->
        decisions.one(session, number).map(decision -> recount(session, decision, models)));
  }

  private Recount recount(StatelessSession session, DecisionRecord decision, Models models) {
    String hash = decision.decision().modelHash();
    String text = decisions.model(session, hash).orElse(null);
    IdentityClaim own = claim(session, decision.record(), decision.recordVersion());
    if (text == null || own == null) {
      return missing(decision, text == null ? "model " + hash : name(decision.record()));
    }
    KeptModel model = model(models, hash, text);
    if (model == null) {
      return missing(decision, "model %s in a form that this release reads".formatted(hash));
    }
    Reweighing reweighing =
        new Reweighing(
            model,
            decision.decision().population(),
            own,
            decision.decision().grounds().numbersLost());
    List<Recount.Pair> pairs = new ArrayList<>();
    for (WeighedCandidate stored : decision.decision().candidates()) {
      IdentityClaim other = claim(session, stored.record(), stored.version());
      if (other == null) {
        return missing(decision, name(stored.record()));
      }
      PairAccount account = reweighing.account(other, stored);
      pairs.add(new Recount.Pair(stored, account, differences(stored, account)));
    }
    return new Recount(decision, null, pairs);
  }

  private static Recount missing(DecisionRecord decision, String what) {
    return new Recount(decision, what + " is not kept", List.of());
  }

  private static String name(RecordRef record) {
    return "the version of record %d that was compared".formatted(record.number());
  }

  private @Nullable IdentityClaim claim(StatelessSession session, RecordRef record, int version) {
    return records
        .version(session, record, version)
        .map(HeldRecord::content)
        .map(content -> content.who())
        .orElse(null);
  }

  private static @Nullable KeptModel model(Models models, String hash, String text) {
    if (!KeptModel.name(text).equals(hash)) {
      return null;
    }
    try {
      return models.read("model " + hash, text);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  private static List<String> differences(WeighedCandidate stored, PairAccount account) {
    List<String> differences = new ArrayList<>();
    List<WeighedCandidate.Answer> then =
        stored.answers().stream()
            .map(answer ->
                new WeighedCandidate.Answer(answer.comparison(), answer.level(), answer.counted()))
            .toList();
    List<WeighedCandidate.Answer> now =
        account.items().stream()
            .filter(item -> !item.answer().isEmpty())
            .map(item ->
                new WeighedCandidate.Answer(item.comparison(), item.answer(), item.counted()))
            .toList();
    if (!then.equals(now)) {
      differences.add("answers: stored %s, now %s".formatted(then, now));
    }
    if (stored.weight() != account.weight()) {
      differences.add("weight: stored %d, now %d".formatted(stored.weight(), account.weight()));
    }
    boolean forbidden = stored.cannotLink() == CannotLink.LAW;
    if (stored.cannotLink() != CannotLink.ASSERTED_DIFFERENT && forbidden != account.forbidden()) {
      differences.add("law: stored %s, now %s".formatted(forbidden, account.forbidden()));
    }
    return differences;
  }
}
