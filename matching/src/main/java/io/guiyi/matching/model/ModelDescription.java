package io.guiyi.matching.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as people write it.
 *
 * @param name what people call it
 * @param sources whose records it can read
 * @param fields the values that are made of their columns
 * @param comparisons the questions, in the order in which they are asked: telling ones first
 * @param blocking the ways in which candidates are found, the surest first
 * @param training how its figures are learnt
 * @param laws what no weight can buy
 * @param thresholds what weight is enough
 */
public record ModelDescription(
    String name,
    List<SourceColumns> sources,
    List<Field> fields,
    List<Comparison> comparisons,
    List<BlockingRule> blocking,
    Training training,
    Laws laws,
    Thresholds thresholds) {

  /** Copies the lists. */
  public ModelDescription {
    sources = List.copyOf(sources);
    fields = List.copyOf(fields);
    comparisons = List.copyOf(comparisons);
    blocking = List.copyOf(blocking);
  }

  /**
   * True if the pairs of a rule can teach a comparison, because no key of the rule fixes its
   * answer. A facet of one part leaves the other parts open; any other facet touches the whole
   * value.
   */
  public boolean leavesOpen(BlockingRule rule, Comparison comparison) {
    return rule.keys().stream().noneMatch(key -> fixes(key, comparison));
  }

  private boolean fixes(Key key, Comparison comparison) {
    if (!key.field().equals(comparison.field())) {
      return false;
    }
    boolean ofOnePart =
        comparisons.stream()
            .anyMatch(other ->
                other.field().equals(key.field())
                    && !other.of().isEmpty()
                    && key.facet().startsWith(other.of()));
    return !ofOnePart || key.facet().startsWith(comparison.of());
  }

  /**
   * What one source calls things.
   *
   * @param source its name
   * @param id the column that names a record
   * @param columns for each field that the source knows, the column of each part of its kind; an
   *     empty word for a part that the source does not have
   */
  public record SourceColumns(String source, String id, Map<String, List<String>> columns) {
    /** Copies the map. */
    public SourceColumns {
      columns = Map.copyOf(columns);
    }
  }

  /**
   * A value of a record.
   *
   * @param name its name in this model
   * @param kind one of {@link io.guiyi.matching.value.ValueKinds}
   */
  public record Field(String name, String kind) {}

  /**
   * A question about a pair.
   *
   * @param name its name in this model
   * @param field about which field
   * @param of which part of its value; empty for the whole
   * @param levels the answers, best first; what fits none is "else"
   * @param frequency true if the rarity of the value corrects the weight of the best level
   * @param impliedBy answers to earlier comparisons that already contain this one's, so that it
   *     must not be counted twice; it then counts as missing
   */
  public record Comparison(
      String name,
      String field,
      String of,
      List<String> levels,
      boolean frequency,
      List<Answers> impliedBy) {
    /** Copies the lists. */
    public Comparison {
      levels = List.copyOf(levels);
      impliedBy = List.copyOf(impliedBy);
    }
  }

  /**
   * Some answers to a comparison.
   *
   * @param comparison its name
   * @param levels its levels
   */
  public record Answers(String comparison, List<String> levels) {
    /** Copies the list. */
    public Answers {
      levels = List.copyOf(levels);
    }
  }

  /**
   * What no weight can buy.
   *
   * @param cannotLink answers that forbid a link whatever the weight; they bind whole clusters
   * @param capped comparisons whose weights are limited together, such as what a household shares
   * @param supports what must speak for a pair besides its weight; a pair needs each of them
   * @param ownership which numbers belong to one person each; null if none do
   */
  public record Laws(
      List<Answers> cannotLink,
      List<Capped> capped,
      List<Support> supports,
      @Nullable Ownership ownership) {
    /** No laws. */
    public static final Laws NONE = new Laws(List.of(), List.of(), List.of(), null);

    /** Copies the lists. */
    public Laws {
      cannotLink = List.copyOf(cannotLink);
      capped = List.copyOf(capped);
      supports = List.copyOf(supports);
    }
  }

  /**
   * Comparisons of which one must speak for a pair: sharing a given name, a birthplace and a trade
   * makes nobody one person.
   *
   * @param comparisons their names
   * @param least what one of them must weigh, in bits
   * @param leastOf what it must weigh for some of them instead; what is missing weighs 0
   * @param otherwise the most that a pair weighs without it, in bits; less than the link threshold
   */
  public record Support(
      List<String> comparisons, double least, Map<String, Double> leastOf, double otherwise) {
    /** Copies list and map. */
    public Support {
      comparisons = List.copyOf(comparisons);
      leastOf = Map.copyOf(leastOf);
    }

    /** What a comparison must weigh, in bits. */
    public double least(String comparison) {
      return leastOf.getOrDefault(comparison, least);
    }
  }

  /**
   * A valid number belongs to one person; whoever else's row carries it has borrowed it, is the
   * bearer's child or was mistaken for her, and it is no evidence about that row.
   *
   * @param number a field of kind {@code resident-number}
   * @param name a field of kind {@code han-name}
   * @param birth a field of kind {@code birth}, which loses the date that it has from a number
   */
  public record Ownership(String number, String name, String birth) {}

  /**
   * Comparisons that together weigh at most so much.
   *
   * @param comparisons their names
   * @param most in bits
   */
  public record Capped(List<String> comparisons, double most) {
    /** Copies the list. */
    public Capped {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * A facet of a field, by which records meet.
   *
   * @param field the field
   * @param facet one of its kind's facets
   */
  public record Key(String field, String facet) {
    @Override
    public String toString() {
      return field + "." + facet;
    }
  }

  /**
   * Records meet if all keys agree.
   *
   * @param keys at least one
   * @param refine one more key, asked for where more than {@code cap} records meet; may be empty
   * @param cap the most records that may meet; a block that is still larger is reported and not
   *     searched
   */
  public record BlockingRule(List<Key> keys, List<Key> refine, int cap) {
    /** Copies the lists. */
    public BlockingRule {
      keys = List.copyOf(keys);
      refine = List.copyOf(refine);
    }

    /** The rule as a model writes it. */
    public String text() {
      return String.join(" + ", keys.stream().map(Key::toString).toList());
    }
  }

  /**
   * How figures are learnt.
   *
   * @param certain rules whose pairs are nearly all one person: from them comes the prior
   * @param recall the share of all true pairs that those rules are thought to find
   * @param learn rules whose pairs teach the levels they do not fix; at least two
   * @param given what people know better than a sample can tell
   */
  public record Training(
      List<BlockingRule> certain, double recall, List<BlockingRule> learn, List<Given> given) {
    /** Copies the lists. */
    public Training {
      certain = List.copyOf(certain);
      learn = List.copyOf(learn);
      given = List.copyOf(given);
    }
  }

  /**
   * How often an answer is met among pairs of two persons, where it is so rare that a sample of
   * pairs hardly holds one, or would hold pairs of one person alone.
   *
   * @param comparison its name
   * @param level the answer
   * @param u more than 0 and less than 1
   */
  public record Given(String comparison, String level, double u) {}

  /**
   * What weight is enough, in bits, the prior included.
   *
   * @param link clusters are joined from this mean weight on
   * @param review pairs from this weight on that are not one cluster are shown to people
   * @param floor the least that one pair may weigh in a mean: one spoilt row is no proof against
   * @param strict from which mean weight on clusters are joined for those who want fewer mistakes,
   *     at least {@code link}; null if nobody asks for that view
   * @param broad the same for those who want to miss fewer, from {@code review} to {@code link}
   */
  public record Thresholds(
      double link, double review, double floor, @Nullable Double strict, @Nullable Double broad) {
    /** Thresholds of a model with one view. */
    public Thresholds(double link, double review, double floor) {
      this(link, review, floor, null, null);
    }
  }
}
