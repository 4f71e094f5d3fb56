package io.guiyi.matching;

import io.guiyi.matching.candidates.CandidateIndex;
import io.guiyi.matching.candidates.CandidateSearch;
import io.guiyi.matching.candidates.PageOverlay;
import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.decide.Decider;
import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.weigh.Explanation;
import io.guiyi.matching.weigh.MatchModel;
import io.guiyi.matching.weigh.Weigher;
import io.guiyi.records.identity.IdentityClaim;
import java.nio.file.Path;
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
 * try (Matcher matcher = Matcher.open(folder, MatchModel.handSet(), key)) {
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
  private final TermKey key;
  private final Weigher weigher;
  private final Decider decider;
  private final Members members = new Members();
  private final Set<PairFact> facts = new TreeSet<>();
  private @Nullable OpenPage openPage;

  private Matcher(CandidateIndex index, MatchModel model, TermKey key) {
    this.index = index;
    this.key = key;
    this.weigher = new Weigher(model);
    this.decider = new Decider(model);
  }

  /**
   * Opens the engine; no member is known yet.
   *
   * @param indexDirectory where the index lies; created if absent, emptied if it cannot be trusted
   * @param model by which to weigh
   * @param key makes the index terms; with another key than before, the index is emptied
   * @throws java.io.UncheckedIOException if the folder cannot be used, or another process holds it
   */
  public static Matcher open(Path indexDirectory, MatchModel model, TermKey key) {
    return new Matcher(CandidateIndex.open(indexDirectory, key), model, key);
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

  /** By which model it weighs. */
  public MatchModel model() {
    return weigher.model();
  }

  /** How many members are known. */
  public long memberCount() {
    return members.size();
  }

  /** A claim's values as they are compared. */
  public Profile profile(IdentityClaim claim) {
    return Normalizer.profile(claim);
  }

  /** The weight of a pair and what it is made of; symmetric. Holds no personal value. */
  public Explanation explain(Profile a, Profile b) {
    return weigher.explain(Comparer.compare(a, b), a.name(), b.name());
  }

  /** Makes a member of the register known, without touching the index. */
  public void load(Member member) {
    members.put(member);
  }

  /** Makes a fact known that stands in the register. */
  public void load(PairFact fact) {
    facts.add(fact);
  }

  /** Forgets all facts, so that those that stand can be loaded again. */
  public void forgetFacts() {
    facts.clear();
  }

  /** Makes a member known and writes it to the index; takes effect with {@link #settle}. */
  public void reindex(Member member) {
    members.put(member);
    index.put(member);
  }

  /** Forgets a record and takes it out of the index; takes effect with {@link #settle}. */
  public void forget(RecordRef record) {
    members.remove(record);
    index.remove(record);
  }

  /** Forgets all members and empties the index; takes effect with {@link #settle}. */
  public void clear() {
    members.clear();
    index.clear();
  }

  /**
   * Makes durable and visible what was reindexed and forgotten.
   *
   * @param lastChange the number of the last PersonChange that is now in the index
   */
  public void settle(long lastChange) {
    index.commit(lastChange);
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
    PageOverlay overlay = new PageOverlay(key);
    openPage = new OpenPage(this, overlay, new CandidateSearch(index, overlay));
    return openPage;
  }

  void requireOpen(OpenPage page) {
    if (openPage != page) {
      throw new IllegalStateException("this page was kept or dropped; begin another one");
    }
  }

  void keep(OpenPage page, PageOverlay overlay, long lastChange) {
    requireOpen(page);
    openPage = null;
    index.apply(overlay, members::contains);
    overlay.removed().forEach(members::remove);
    overlay.placed().forEach(members::put);
    index.commit(lastChange);
  }

  void drop(OpenPage page) {
    requireOpen(page);
    openPage = null;
  }

  Members members() {
    return members;
  }

  Weigher weigher() {
    return weigher;
  }

  Decider decider() {
    return decider;
  }

  /** Closes the index. A page that is still open is forgotten. */
  @Override
  public void close() {
    index.close();
  }
}
