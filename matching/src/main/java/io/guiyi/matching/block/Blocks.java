package io.guiyi.matching.block;

import io.guiyi.matching.column.LongOrder;
import io.guiyi.matching.column.RecordTable;
import io.guiyi.matching.model.ModelDescription.BlockingRule;
import io.guiyi.matching.model.ModelDescription.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All blocks of two and more units, rule by rule. Immutable; read by many threads. */
public final class Blocks {
  private final int[] blockStarts;
  private final int[] blockUnits;
  private final int[] unitStarts;
  private final int[] unitBlocks;
  private final List<OfRule> report;
  private final boolean[] refusedUnits;

  /**
   * What a rule gave.
   *
   * @param rule as the model writes it
   * @param blocks how many blocks of two and more units
   * @param pairs how many pairs stand in them; pairs of several rules are counted by each
   * @param largest the units of the largest block
   * @param refused how many blocks were above the cap even when refined, so that they were not
   *     searched
   * @param unitsRefused how many units stand in those
   */
  public record OfRule(
      String rule, long blocks, long pairs, int largest, long refused, long unitsRefused) {}

  private Blocks(
      int[] blockStarts,
      int[] blockUnits,
      int[] unitStarts,
      int[] unitBlocks,
      List<OfRule> report,
      boolean[] refusedUnits) {
    this.blockStarts = blockStarts;
    this.blockUnits = blockUnits;
    this.unitStarts = unitStarts;
    this.unitBlocks = unitBlocks;
    this.report = List.copyOf(report);
    this.refusedUnits = refusedUnits;
  }

  /** Sorts the units of a table into the blocks of rules. */
  public static Blocks of(RecordTable table, List<BlockingRule> rules) {
    Builder builder = new Builder(table);
    rules.forEach(builder::add);
    return builder.build();
  }

  /** What each rule gave, in the order of the rules. */
  public List<OfRule> report() {
    return report;
  }

  /** How many units stand in a block that was not searched. */
  public int underSearched() {
    int count = 0;
    for (boolean refused : refusedUnits) {
      count += refused ? 1 : 0;
    }
    return count;
  }

  /** True if a unit stands in a block that was not searched. */
  public boolean isUnderSearched(int unit) {
    return refusedUnits[unit];
  }

  /** How many blocks there are. */
  public int size() {
    return blockStarts.length - 1;
  }

  /** Takes the candidates of a unit. */
  @FunctionalInterface
  public interface PairSink {
    /** A pair of units, {@code a < b}. */
    void pair(int a, int b);
  }

  /**
   * Hands over every unit that shares a block with {@code unit} and stands behind it, each once.
   *
   * @param seen as long as there are units; holds at {@code b} the last unit whose candidate {@code
   *     b} was, plus one; one array for each thread, zeros at first
   */
  public void after(int unit, int[] seen, PairSink sink) {
    int stamp = unit + 1;
    for (int i = unitStarts[unit]; i < unitStarts[stamp]; i++) {
      int block = unitBlocks[i];
      int start = blockStarts[block];
      for (int at = blockStarts[block + 1] - 1; at >= start; at--) {
        int other = blockUnits[at];
        if (other <= unit) {
          break;
        }
        if (seen[other] != stamp) {
          seen[other] = stamp;
          sink.pair(unit, other);
        }
      }
    }
  }

  /** The units of a block in ascending order, handed over pair by pair until {@code most}. */
  public int pairsOf(int block, int most, PairSink sink) {
    int given = 0;
    for (int i = blockStarts[block]; i < blockStarts[block + 1]; i++) {
      for (int j = i + 1; j < blockStarts[block + 1]; j++) {
        if (given == most) {
          return given;
        }
        sink.pair(blockUnits[i], blockUnits[j]);
        given++;
      }
    }
    return given;
  }

  /** True if two units share a block. */
  public boolean meet(int a, int b) {
    int i = unitStarts[a];
    int j = unitStarts[b];
    while (i < unitStarts[a + 1] && j < unitStarts[b + 1]) {
      int compared = Integer.compare(unitBlocks[i], unitBlocks[j]);
      if (compared == 0) {
        return true;
      }
      if (compared < 0) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private static final class Builder {
    private final RecordTable table;
    private final IntList starts = new IntList();
    private final IntList units = new IntList();
    private final List<OfRule> report = new ArrayList<>();
    private final Map<Key, RuleKeys.FacetKeys> facets = new HashMap<>();
    private final boolean[] refusedUnits;
    private final int mostMembers;

    Builder(RecordTable table) {
      this.table = table;
      this.refusedUnits = new boolean[table.units()];
      int most = 1;
      for (int unit = 0; unit < table.units(); unit++) {
        most = Math.max(most, table.members(unit));
      }
      this.mostMembers = most;
    }

    void add(BlockingRule rule) {
      RuleKeys keys = new RuleKeys(table, rule.keys(), facets);
      int count = table.units();
      long[] sorted = new long[count];
      int[] of = new int[count];
      long[] target = new long[Combinations.MOST_KEYS];
      int size = 0;
      for (int unit = 0; unit < count; unit++) {
        int found = keys.of(unit, target);
        if (size + found > sorted.length) {
          sorted = Arrays.copyOf(sorted, 2 * (size + found));
          of = Arrays.copyOf(of, sorted.length);
        }
        for (int i = 0; i < found; i++) {
          sorted[size] = target[i];
          of[size++] = unit;
        }
      }
      LongOrder.sort(sorted, of, size);
      Tally tally = new Tally(rule);
      cut(sorted, of, size, rule, tally);
      report.add(tally.result());
    }

    private void cut(long[] sorted, int[] of, int size, BlockingRule rule, Tally tally) {
      int start = 0;
      for (int end = 1; end <= size; end++) {
        if (end == size || sorted[end] != sorted[start]) {
          if (isAbove(rule.cap(), of, start, end)) {
            tooLarge(Arrays.copyOfRange(of, start, end), rule, tally);
          } else if (end - start > 1) {
            take(of, start, end, tally);
          }
          start = end;
        }
      }
    }

    /** True if more records stand in a block of two and more units than may meet. */
    private boolean isAbove(int cap, int[] of, int start, int end) {
      int size = end - start;
      if (size < 2 || (long) size * mostMembers <= cap) {
        return false;
      }
      int records = 0;
      for (int i = start; i < end && records <= cap; i++) {
        records += table.members(of[i]);
      }
      return records > cap;
    }

    /** Cuts a block by the rule's refining key; what is left too large is refused and reported. */
    private void tooLarge(int[] block, BlockingRule rule, Tally tally) {
      if (rule.refine().isEmpty()) {
        refuse(block, tally);
        return;
      }
      RuleKeys keys = new RuleKeys(table, rule.refine(), facets);
      long[] target = new long[Combinations.MOST_KEYS];
      IntList of = new IntList();
      List<long[]> found = new ArrayList<>();
      int size = 0;
      for (int unit : block) {
        int count = keys.of(unit, target);
        if (count == 0) {
          refusedUnits[unit] = true;
        }
        found.add(Arrays.copyOf(target, count));
        size += count;
        for (int i = 0; i < count; i++) {
          of.add(unit);
        }
      }
      long[] sorted = new long[size];
      int at = 0;
      for (long[] some : found) {
        System.arraycopy(some, 0, sorted, at, some.length);
        at += some.length;
      }
      int[] units = of.toArray();
      LongOrder.sort(sorted, units, size);
      int start = 0;
      for (int end = 1; end <= size; end++) {
        if (end == size || sorted[end] != sorted[start]) {
          if (isAbove(rule.cap(), units, start, end)) {
            refuse(Arrays.copyOfRange(units, start, end), tally);
          } else if (end - start > 1) {
            take(units, start, end, tally);
          }
          start = end;
        }
      }
    }

    private void refuse(int[] block, Tally tally) {
      tally.refused++;
      tally.unitsRefused += block.length;
      for (int unit : block) {
        refusedUnits[unit] = true;
      }
    }

    private void take(int[] of, int start, int end, Tally tally) {
      starts.add(units.size());
      for (int i = start; i < end; i++) {
        units.add(of[i]);
      }
      long size = end - start;
      tally.blocks++;
      tally.pairs += size * (size - 1) / 2;
      tally.largest = Math.max(tally.largest, end - start);
    }

    Blocks build() {
      starts.add(units.size());
      int[] blockStarts = starts.toArray();
      int[] blockUnits = units.toArray();
      int[] unitStarts = new int[table.units() + 1];
      for (int unit : blockUnits) {
        unitStarts[unit + 1]++;
      }
      for (int unit = 0; unit < table.units(); unit++) {
        unitStarts[unit + 1] += unitStarts[unit];
      }
      int[] unitBlocks = new int[blockUnits.length];
      int[] next = unitStarts.clone();
      for (int block = 0; block < blockStarts.length - 1; block++) {
        for (int at = blockStarts[block]; at < blockStarts[block + 1]; at++) {
          unitBlocks[next[blockUnits[at]]++] = block;
        }
      }
      return new Blocks(blockStarts, blockUnits, unitStarts, unitBlocks, report, refusedUnits);
    }
  }

  private static final class Tally {
    private final BlockingRule rule;
    private long blocks;
    private long pairs;
    private int largest;
    private long refused;
    private long unitsRefused;

    Tally(BlockingRule rule) {
      this.rule = rule;
    }

    OfRule result() {
      return new OfRule(rule.text(), blocks, pairs, largest, refused, unitsRefused);
    }
  }
}
