package io.guiyi.matching;

import io.guiyi.matching.candidates.CandidateIndex;
import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.pair.ModelWeights;
import io.guiyi.matching.pair.PairAccount;
import io.guiyi.matching.pair.RecordReader;
import io.guiyi.matching.pair.RecordValues;
import io.guiyi.matching.pair.RecordWeigher;
import io.guiyi.matching.value.Hash64;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The door to the engine.
 *
 * <p>Start-up: {@link #open}, {@link #load} every member of the register, then ask {@link
 * #isInStep}. If the index lags, either {@link #reindex} and {@link #forget} the records touched by
 * the changes after {@link #lastChange} and {@link #settle}; or {@link #clear}, {@link #reindex}
 * everything and {@link #settle}. After that, page by page: {@link #beginPage}, and keep or drop.
 *
 * <pre>{@code
 * try (Matcher matcher = Matcher.open(folder, model, key)) {
 *   register.members().forEach(matcher::load);
 *   MatchPage page = matcher.beginPage();
 *   Decision decision = page.decide(matcher.profile(claim), null);
 *   ...
 * }
 * }</pre>
 *
 * <p>{@link #profile} and {@link #explain} may be called by any thread at any time; everything else
 * belongs to the one thread that applies pages.
 */
public final class Matcher implements AutoCloseable {
  private final CandidateIndex index;
  private final Engine engine;
  private final Members members = new Members();
  private final FactBook facts = new FactBook();
  private final Set<RecordRef> pending = new TreeSet<>();
  private final Set<Long> formerNumbers = new HashSet<>();
  private boolean ownersSettled = true;
  private Set<RecordRef> postponed = Set.of();
  private @Nullable OpenPage openPage;

  private Matcher(CandidateIndex index, Engine engine) {
    this.index = index;
    this.engine = engine;
  }

  /**
   * Opens the engine; no member is known yet.
   *
   * @param indexDirectory where the index lies; created if absent, emptied if it cannot be trusted
   * @param model by which to weigh
   * @param key makes the index terms; with another key or another model's rules than before, the
   *     index is emptied
   * @throws java.io.UncheckedIOException if the folder cannot be used, or another process holds it
   */
  public static Matcher open(Path indexDirectory, KeptModel model, TermKey key) {
    Engine engine = new Engine(model, key);
    return new Matcher(CandidateIndex.open(indexDirectory, engine.maker()), engine);
  }

  /** The number of the last PersonChange that the index holds; 0 if it holds none. */
  public long lastChange() {
    return index.lastChange();
  }

  /**
   * True if the index holds what the register does, so that pages can be applied. To be asked when
   * all members have been loaded.
   *
   * @param registerLastChange the number of the register's last PersonChange, 0 if there is none
   */
  public boolean isInStep(long registerLastChange) {
    return index.lastChange() == registerLastChange && index.size() == members.size();
  }

  /** In how many parts the index lies; a look-up asks each. */
  public int segments() {
    return index.segments();
  }

  /** By which model it weighs. */
  public KeptModel model() {
    return engine.model();
  }

  /** How many members are known. */
  public long memberCount() {
    return members.size();
  }

  /** A claim's values as they are compared. */
  public Profile profile(IdentityClaim claim) {
    return Normalizer.profile(claim);
  }

  /**
   * The weight of a pair and what it is made of, by the model alone: numbers count as borne, terms
   * as often as the model met them. Symmetric; holds no personal value.
   */
  public PairAccount explain(Profile a, Profile b) {
    ModelWeights weights = engine.weights(members.size());
    RecordReader reader = engine.reader();
    return new RecordWeigher(weights, (comparison, term) -> weights.ofTerm(comparison, term, 0))
        .account(reader.read(a), reader.read(b));
  }

  /** Makes a member of the register known, without touching the index. */
  public void load(Member member) {
    RecordValues borne = engine.reader().read(member.profile());
    members.put(new Known(member.record(), member.version(), member.person(), borne, borne, 0));
    ownersSettled = false;
  }

  /** Makes a fact known that stands in the register. */
  public void load(PairFact fact) {
    facts.state(fact);
  }

  /** Forgets all facts, so that those that stand can be loaded again. */
  public void forgetFacts() {
    facts.clear();
  }

  /** Makes a member known and writes it to the index; takes effect with {@link #settle}. */
  public void reindex(Member member) {
    load(member);
    pending.add(member.record());
  }

  /**
   * Says how a record was before that is reindexed: whoever bears a number that it bore then may
   * own it now and is written to the index again. Takes effect with {@link #settle}.
   */
  public void reindexBearers(Profile former) {
    for (IdNumber number : engine.reader().numbers(engine.reader().read(former))) {
      formerNumbers.add(Hash64.of(number.text()));
    }
    ownersSettled = false;
  }

  /** Forgets a record and takes it out of the index; takes effect with {@link #settle}. */
  public void forget(RecordRef record) {
    members.remove(record.number());
    pending.remove(record);
    index.remove(record);
    ownersSettled = false;
  }

  /** Forgets all members and empties the index; takes effect with {@link #settle}. */
  public void clear() {
    members.clear();
    pending.clear();
    formerNumbers.clear();
    index.clear();
  }

  /**
   * Makes durable and visible what was reindexed and forgotten.
   *
   * @param lastChange the number of the last PersonChange that is now in the index
   */
  public void settle(long lastChange) {
    settleOwners();
    for (RecordRef record : pending) {
      Known member = members.find(record.number());
      if (member != null) {
        index.put(record, engine.terms(member.effective(), member.borne()));
      }
    }
    pending.clear();
    index.commit(lastChange);
  }

  /** Says whose each number is, once all members are known. */
  private void settleOwners() {
    if (!ownersSettled) {
      NumberBearers.settleAll(
          engine.reader(), List.copyOf(members.all()), members::put, formerNumbers, pending);
      formerNumbers.clear();
      ownersSettled = true;
    }
  }

  /**
   * Begins a page.
   *
   * @throws IllegalStateException if the page before was neither kept nor dropped
   */
  public MatchPage beginPage() {
    if (openPage != null) {
      throw new IllegalStateException(
          "a page is open already; keep or drop it before the next one begins");
    }
    settleOwners();
    PageOverlay overlay = new PageOverlay();
    openPage = new OpenPage(this, overlay, new CandidateSearch(index, overlay));
    return openPage;
  }

  void requireOpen(OpenPage page) {
    if (openPage != page) {
      throw new IllegalStateException("this page was kept or dropped; begin another one");
    }
  }

  void keep(
      OpenPage page, PageOverlay overlay, PageMembers view, Set<RecordRef> later, long lastChange) {
    requireOpen(page);
    openPage = null;
    postponed = Set.copyOf(later);
    index.apply(overlay, record -> members.find(record.number()) != null);
    view.removed().forEach(members::remove);
    view.placed().forEach(members::put);
    index.commit(lastChange);
  }

  void drop(OpenPage page) {
    requireOpen(page);
    openPage = null;
  }

  Members members() {
    return members;
  }

  /** The records that an earlier page left to the next. */
  Set<RecordRef> postponed() {
    return postponed;
  }

  Engine engine() {
    return engine;
  }

  FactBook facts() {
    return facts;
  }

  /** Closes the index. A page that is still open is forgotten. */
  @Override
  public void close() {
    index.close();
  }
}
