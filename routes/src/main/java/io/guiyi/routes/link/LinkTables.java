package io.guiyi.routes.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.guiyi.matching.link.LinkResult;
import io.guiyi.matching.link.ReviewPair;
import io.guiyi.matching.model.Calibration;
import io.guiyi.matching.weigh.Bits;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The tables that a run writes, each in the order of sources and ids. */
final class LinkTables {
  private static final int PERSON_DIGITS = 9;
  private static final int DIGITS = 6;

  private final RecordFiles.Contents contents;
  private final LinkResult result;
  private final Calibration calibration;
  private final int[] order;
  private final int[] rankOfUnit;

  LinkTables(RecordFiles.Contents contents, LinkResult result, Calibration calibration) {
    this.contents = contents;
    this.calibration = calibration;
    this.result = result;
    order = contents.names().inOrder();
    rankOfUnit = new int[contents.table().units()];
    for (int rank = order.length - 1; rank >= 0; rank--) {
      rankOfUnit[contents.table().unitOf(order[rank])] = rank;
    }
  }

  /** Persons are numbered in the order of their first records. */
  void clusters(CsvWriter table) {
    clusters(table, result.clusterOf());
  }

  /** The same for a view, with numbers of its own. */
  void clusters(CsvWriter table, int[] clusterOf) {
    RecordNames names = contents.names();
    table.writeRecord("source", "record_id", "person_id");
    String[] persons = new String[contents.table().units() + contents.table().records()];
    int known = 0;
    for (int record : order) {
      int cluster = clusterOf[record];
      if (persons[cluster] == null) {
        persons[cluster] = person(++known);
      }
      table.writeRecord(names.source(record), names.id(record), persons[cluster]);
    }
  }

  private static String person(int number) {
    String digits = Integer.toString(number);
    return "P" + "0".repeat(Math.max(0, PERSON_DIGITS - digits.length())) + digits;
  }

  /** A pair of contents is shown as the pair of their first records. */
  void review(CsvWriter table) {
    table.writeRecord(
        "source_a", "record_a", "source_b", "record_b", "probability", "weight", "trigger");
    List<ReviewPair> pairs =
        result.review().stream()
            .sorted(
                Comparator.comparingInt(this::first)
                    .thenComparingInt(this::second)
                    .thenComparing(ReviewPair::trigger))
            .toList();
    RecordNames names = contents.names();
    for (ReviewPair pair : pairs) {
      int a = order[first(pair)];
      int b = order[second(pair)];
      table.writeRecord(
          names.source(a),
          names.id(a),
          names.source(b),
          names.id(b),
          probability(calibration, pair.weight()),
          BigDecimal.valueOf(pair.weight(), DIGITS).toPlainString(),
          pair.trigger().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private int first(ReviewPair pair) {
    return Math.min(rankOfUnit[pair.a()], rankOfUnit[pair.b()]);
  }

  private int second(ReviewPair pair) {
    return Math.max(rankOfUnit[pair.a()], rankOfUnit[pair.b()]);
  }

  /** The probability that a pair of this weight is one person, six digits behind the point. */
  static String probability(Calibration calibration, long weight) {
    double probability = calibration.probability(weight);
    return BigDecimal.valueOf(Math.round(probability * Bits.ONE), DIGITS).toPlainString();
  }

  void rejected(CsvWriter table) {
    table.writeRecord("source", "line", "record_id", "field", "reason", "remedy");
    for (Rejection row : contents.rejected()) {
      table.writeRecord(
          row.source(),
          Long.toString(row.line()),
          row.recordId(),
          row.field(),
          row.reason(),
          row.remedy());
    }
  }

  /** The most records of one person. */
  int largestPerson() {
    int[] sizes = new int[contents.table().units() + contents.table().records()];
    for (int cluster : result.clusterOf()) {
      sizes[cluster]++;
    }
    return Arrays.stream(sizes).max().orElse(0);
  }
}
