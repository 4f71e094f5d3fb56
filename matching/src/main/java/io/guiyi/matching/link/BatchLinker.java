package io.guiyi.matching.link;

import io.guiyi.matching.block.Blocks;
import io.guiyi.matching.cluster.Clusterer;
import io.guiyi.matching.cluster.Edges;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.link.ReviewPair.Trigger;
import io.guiyi.matching.model.ModelDescription.Thresholds;
import io.guiyi.matching.model.TrainedModel;
import io.guiyi.matching.pair.PairWeigher;
import io.guiyi.matching.pair.Questions;
import io.guiyi.matching.pair.Weights;
import io.guiyi.matching.weigh.Bits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Links all records of a table. */
public final class BatchLinker {
  private static final int UNITS_OF_A_SLICE = 4_096;

  /** A pair that stands alone and weighs less than this above the threshold is shown as well. */
  private static final long HARDLY_ENOUGH = 2 * Bits.ONE;

  /** Nobody looks at more; what is left out is counted. */
  private static final int MOST_REVIEWS = 200_000;

  private final RecordTable table;
  private final UnitFacts facts;
  private final Questions questions;
  private final Weights weights;
  private final long link;
  private final long review;
  private final long floor;
  private final int threads;

  /**
   * A linker.
   *
   * @param model figures for the table's own model
   * @param threads how many may work at once, at least 1
   */
  public BatchLinker(RecordTable table, TrainedModel model, int threads) {
    this(table, model, table.records(), UnitFacts.NONE, threads);
  }

  /**
   * A linker of records that more is known about than their values.
   *
   * @param model figures for the table's own model
   * @param population for how many records the prior is taken
   * @param facts what holds whatever the records weigh
   * @param threads how many may work at once, at least 1
   */
  public BatchLinker(
      RecordTable table, TrainedModel model, long population, UnitFacts facts, int threads) {
    this.table = table;
    this.facts = facts;
    this.questions = Questions.of(table);
    this.weights = Weights.of(model, questions, population);
    Thresholds thresholds = table.model().thresholds();
    link = Bits.of(thresholds.link());
    review = Math.min(link, Bits.of(thresholds.review()));
    floor = Bits.of(thresholds.floor());
    this.threads = threads;
  }

  /** Pairs that one slice of units gave. */
  private static final class Slice {
    private final Edges edges = new Edges();
    private final Edges forbidden = new Edges();
    private long pairs;
  }

  /**
   * Links.
   *
   * @throws InterruptedException if the thread is interrupted; nothing is left behind
   */
  public LinkResult link() throws InterruptedException {
    return link(Blocks.of(table, table.model().blocking()), false);
  }

  /**
   * Links what stands in the blocks of the model's rules.
   *
   * @param withViews whether the model's strict and broad thresholds are followed as well
   */
  public LinkResult link(Blocks blocks, boolean withViews) throws InterruptedException {
    Edges edges = new Edges();
    Edges forbidden = new Edges();
    long pairs = 0;
    for (Slice slice : weighed(blocks)) {
      edges.addAll(slice.edges);
      forbidden.addAll(slice.forbidden);
      pairs += slice.pairs;
    }
    facts.addTo(edges);
    PairWeigher weigher = new PairWeigher(questions, weights);
    int[] clusterOfUnit = clusters(edges, link, weigher);
    int[] clusterOf = records(clusterOfUnit, link, weigher);
    List<ReviewPair> reviews = reviews(edges, forbidden, clusterOfUnit);
    return new LinkResult(
        clusterOf,
        (int) Arrays.stream(clusterOf).distinct().count(),
        reviews.stream().limit(MOST_REVIEWS).toList(),
        Math.max(0, reviews.size() - MOST_REVIEWS),
        blocks,
        pairs,
        edges.size(),
        withViews ? views(edges, weigher) : List.of());
  }

  private List<LinkResult.View> views(Edges edges, PairWeigher weigher) {
    Thresholds thresholds = table.model().thresholds();
    List<LinkResult.View> views = new ArrayList<>();
    addView("strict", thresholds.strict(), edges, weigher, views);
    addView("broad", thresholds.broad(), edges, weigher, views);
    return views;
  }

  private void addView(
      String name,
      @Nullable Double bits,
      Edges edges,
      PairWeigher weigher,
      List<LinkResult.View> views) {
    if (bits != null) {
      long least = Bits.of(bits);
      int[] clusterOf = records(clusters(edges, least, weigher), least, weigher);
      views.add(new LinkResult.View(name, bits, clusterOf));
    }
  }

  private int[] clusters(Edges edges, long least, PairWeigher weigher) {
    boolean hasLaws = !table.model().laws().cannotLink().isEmpty();
    return new Clusterer(
            table.units(),
            least,
            floor,
            (a, b, enough) -> {
              if (facts.decide(a, b)) {
                return facts.weight(a, b);
              }
              // A pair that is given up early may still hide a law, where there are laws.
              long weight = weigher.weight(a, b, hasLaws ? PairWeigher.TOO_LITTLE : enough);
              return hasLaws && weigher.isForbidden() ? Clusterer.FORBIDDEN : weight;
            })
        .clusters(edges);
  }

  private List<Slice> weighed(Blocks blocks) throws InterruptedException {
    int slices = (table.units() + UNITS_OF_A_SLICE - 1) / UNITS_OF_A_SLICE;
    Slice[] done = new Slice[slices];
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          PairWeigher weigher = new PairWeigher(questions, weights);
          int[] seen = new int[table.units()];
          for (int slice = next.getAndIncrement(); slice < slices; slice = next.getAndIncrement()) {
            done[slice] = slice(slice, blocks, weigher, seen);
          }
          return null;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(worker));
      }
      for (Future<Void> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("weighing failed", e.getCause());
    }
    return Arrays.asList(done);
  }

  private Slice slice(int number, Blocks blocks, PairWeigher weigher, int[] seen) {
    Slice slice = new Slice();
    int end = Math.min(table.units(), (number + 1) * UNITS_OF_A_SLICE);
    for (int unit = number * UNITS_OF_A_SLICE; unit < end; unit++) {
      blocks.after(
          unit,
          seen,
          (a, b) -> {
            slice.pairs++;
            if (facts.decide(a, b)) {
              return;
            }
            long weight = weigher.weight(a, b, review);
            if (weight != PairWeigher.TOO_LITTLE) {
              (weigher.isForbidden() ? slice.forbidden : slice.edges).add(a, b, weight);
            }
          });
    }
    return slice;
  }

  /**
   * Records of one content are one person with it; only where a content stands alone and says too
   * little to link it with itself are its records so many persons.
   */
  private int[] records(int[] clusterOfUnit, long least, PairWeigher weigher) {
    int[] sizes = sizes(clusterOfUnit);
    int[] clusterOf = new int[table.records()];
    int alone = table.units();
    for (int record = 0; record < clusterOf.length; record++) {
      int unit = table.unitOf(record);
      boolean tooLittle =
          table.members(unit) > 1
              && sizes[clusterOfUnit[unit]] == 1
              && weigher.weight(unit, unit) < least;
      clusterOf[record] = tooLittle ? alone++ : clusterOfUnit[unit];
    }
    return clusterOf;
  }

  private static int[] sizes(int[] clusterOfUnit) {
    int[] sizes = new int[clusterOfUnit.length];
    for (int cluster : clusterOfUnit) {
      sizes[cluster]++;
    }
    return sizes;
  }

  private List<ReviewPair> reviews(Edges edges, Edges forbidden, int[] clusterOfUnit) {
    int[] sizes = sizes(clusterOfUnit);
    List<ReviewPair> reviews = new ArrayList<>();
    for (int edge = 0; edge < edges.size(); edge++) {
      boolean together = clusterOfUnit[edges.a(edge)] == clusterOfUnit[edges.b(edge)];
      boolean enough = edges.weight(edge) >= link;
      if (!together) {
        reviews.add(pair(edges, edge, enough ? Trigger.CLUSTERS_APART : Trigger.JUST_BELOW));
      } else if (sizes[clusterOfUnit[edges.a(edge)]] == 2
          && edges.weight(edge) < link + HARDLY_ENOUGH) {
        reviews.add(pair(edges, edge, Trigger.JUST_ABOVE));
      }
    }
    for (int edge = 0; edge < forbidden.size(); edge++) {
      reviews.add(pair(forbidden, edge, Trigger.CANNOT_LINK));
    }
    reviews.sort(ReviewPair.HEAVIEST_FIRST);
    return reviews;
  }

  private static ReviewPair pair(Edges edges, int edge, Trigger trigger) {
    return new ReviewPair(edges.a(edge), edges.b(edge), edges.weight(edge), trigger);
  }
}
