package io.guiyi.matching.decide;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.weigh.Bits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a placement of the evidence by local agglomeration, started from the persons that stand.
 * Pure: the same evidence gives the same placement.
 */
public final class Decider {
  /** A runner-up who comes nearer than this to the winner is as good as the winner. */
  public static final long MARGIN = 3 * Bits.ONE;

  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingDouble(Standing::mean).reversed().thenComparing(Standing::first);

  private final long link;
  private final long review;

  /**
   * Decides by thresholds.
   *
   * @param link the mean weight from which clusters are one
   * @param review the mean weight from which people should look; not more than {@code link}
   */
  public Decider(long link, long review) {
    this.link = link;
    this.review = review;
  }

  /** What the pairs between two standings weigh. */
  @FunctionalInterface
  public interface Between {
    /** The sum, none less than the model's floor; {@link #FORBIDDEN} if law or fact says so. */
    long of(Standing one, Standing other);

    /** They are kept apart. */
    long FORBIDDEN = Gathering.FORBIDDEN;
  }

  /**
   * One record's question.
   *
   * @param standings whom it may be, in any order; those that stand first win ties
   * @param held the person it belongs to, if it is linked and that person has other records: one of
   *     the standings
   * @param alone the person it belongs to, if it is linked and that person has no other record
   * @param underSearched whether a blocking key held more records than may be compared
   * @param numbered whether it has a number of its own, so that the number finds its person
   * @param between weighs standings against each other
   */
  public record Question(
      List<Standing> standings,
      @Nullable PersonRef held,
      @Nullable PersonRef alone,
      boolean underSearched,
      boolean numbered,
      Between between) {
    /** Orders the standings. */
    public Question {
      standings = standings.stream().sorted(Comparator.comparing(Standing::first)).toList();
    }
  }

  /** Decides. */
  public Placement decide(Question question) {
    Optional<Standing> held =
        question.standings().stream()
            .filter(s -> s.person() != null && s.person().equals(question.held()))
            .findFirst();
    if (held.isPresent() && held.get().isOpen()) {
      Standing own = held.get();
      if (own.always()
          || ((own.isSame() || own.mean() >= link) && !isBetterElsewhere(question, own))) {
        return gather(question, List.of(own));
      }
      if (own.mean() >= review && own.mean() < link) {
        return new Placement.Ask(ReviewTrigger.CHANGED_UNDER_LINK, persons(List.of(own)));
      }
    }
    Placement placement = arrive(question);
    PersonRef alone = question.alone();
    return alone != null && placement instanceof Placement.Ask ask ? stay(alone, ask) : placement;
  }

  /**
   * A person's only record stays where it is. Whoever comes near it is asked about when he comes;
   * only what contradicts the record as it stands now is asked about here.
   */
  private static Placement stay(PersonRef alone, Placement.Ask ask) {
    return switch (ask.trigger()) {
      case BORDERLINE, FITS_IN_PART, UNDER_SEARCHED -> new Placement.Belongs(List.of(alone));
      case MARGIN, NUMBER_CONFLICT, CANNOT_LINK, CHANGED_UNDER_LINK ->
          new Placement.Ask(
              ReviewTrigger.CHANGED_UNDER_LINK,
              Stream.concat(Stream.of(alone), ask.persons().stream()).toList());
    };
  }

  /** True if it came to the wrong one of two whom a law keeps apart, before the right one came. */
  private boolean isBetterElsewhere(Question question, Standing own) {
    return question.standings().stream()
        .anyMatch(s ->
            s != own
                && s.isOpen()
                && s.mean() >= link
                && s.mean() > own.mean() + MARGIN
                && question.between().of(own, s) == Between.FORBIDDEN);
  }

  /** Finds the place of a record that stands nowhere, or no longer fits where it stood. */
  private Placement arrive(Question question) {
    List<Standing> same = same(question);
    List<Standing> fitting = some(question, s -> s.isOpen() && (s.isSame() || s.mean() >= link));
    if (fitting.isEmpty()) {
      return unfit(question);
    }
    if (isParted(question, same)) {
      return new Placement.Ask(ReviewTrigger.MARGIN, persons(same));
    }
    if (same.stream().allMatch(s -> s.person() == null)) {
      Standing winner =
          fitting.stream().filter(s -> s.person() != null).findFirst().orElse(fitting.getFirst());
      double least = Math.max(review, winner.mean() - MARGIN);
      List<Standing> forbidden = some(question, s -> isForbidden(s, Math.max(link, (long) least)));
      if (!forbidden.isEmpty()) {
        forbidden.add(winner);
        return new Placement.Ask(ReviewTrigger.CANNOT_LINK, persons(forbidden));
      }
      List<Standing> close =
          some(
              question,
              s ->
                  s != winner
                      && s.isOpen()
                      && s.mean() >= least
                      && question.between().of(winner, s) == Between.FORBIDDEN);
      if (!close.isEmpty()) {
        close.addFirst(winner);
        return new Placement.Ask(ReviewTrigger.MARGIN, persons(close));
      }
    }
    return gather(question, same);
  }

  /**
   * Whom the record is one with whatever the weights say. Where law or fact keeps some of them
   * apart, what a steward said of the record comes before its content.
   */
  private static List<Standing> same(Question question) {
    List<Standing> same = some(question, s -> s.isOpen() && s.isSame());
    List<Standing> stated = same.stream().filter(Standing::always).toList();
    return !stated.isEmpty() && isParted(question, same) ? stated : same;
  }

  private static boolean isParted(Question question, List<Standing> standings) {
    for (int i = 0; i < standings.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (question.between().of(standings.get(i), standings.get(j)) == Between.FORBIDDEN) {
          return true;
        }
      }
    }
    return false;
  }

  private Placement unfit(Question question) {
    List<Standing> forbidden = some(question, s -> isForbidden(s, link));
    if (!forbidden.isEmpty()) {
      return new Placement.Ask(ReviewTrigger.CANNOT_LINK, persons(forbidden));
    }
    List<Standing> inPart = some(question, s -> s.isOpen() && s.best() >= link);
    if (!inPart.isEmpty()) {
      return new Placement.Ask(ReviewTrigger.FITS_IN_PART, persons(inPart));
    }
    List<Standing> shared = some(question, s -> s.isOpen() && s.sameNumber());
    if (!shared.isEmpty()) {
      return new Placement.Ask(ReviewTrigger.NUMBER_CONFLICT, persons(shared));
    }
    List<Standing> near = some(question, s -> s.isOpen() && s.mean() >= review);
    if (!near.isEmpty()) {
      return new Placement.Ask(ReviewTrigger.BORDERLINE, persons(near));
    }
    PersonRef alone = question.alone();
    if (alone != null) {
      return new Placement.Belongs(List.of(alone));
    }
    return question.underSearched() && !question.numbered()
        ? new Placement.Ask(ReviewTrigger.UNDER_SEARCHED, persons(question.standings()))
        : new Placement.Unknown();
  }

  /** True if a law alone forbids what the weight of a pair, or of all together, asks for. */
  private static boolean isForbidden(Standing standing, long least) {
    return !standing.never()
        && !standing.isOpen()
        && !standing.loose()
        && (standing.forbidden() >= least || standing.mean() >= least);
  }

  /** Joins the record, those it is one with already, and whoever fits. */
  private Placement gather(Question question, List<Standing> start) {
    List<Standing> others =
        some(question, s -> !start.contains(s) && s.isOpen() && s.mean() >= link);
    int size = others.size() + 1;
    long[][] sums = new long[size][size];
    long[] sizes = new long[size];
    sizes[0] = 1 + start.stream().mapToLong(Standing::size).sum();
    for (int i = 1; i < size; i++) {
      Standing one = others.get(i - 1);
      sizes[i] = one.size();
      sums[0][i] = sum(question, start, one);
      sums[i][0] = sums[0][i];
      for (int j = 1; j < i; j++) {
        sums[i][j] = question.between().of(one, others.get(j - 1));
        sums[j][i] = sums[i][j];
      }
    }
    List<Standing> joined = new ArrayList<>(start);
    for (int place : new Gathering(sums, sizes).aroundRecord(link)) {
      if (place > 0) {
        joined.add(others.get(place - 1));
      }
    }
    List<PersonRef> persons =
        Stream.concat(
                joined.stream().map(Standing::person).filter(p -> p != null),
                Stream.ofNullable(question.alone()))
            .sorted()
            .toList();
    return persons.isEmpty() ? new Placement.Unknown() : new Placement.Belongs(persons);
  }

  private static long sum(Question question, List<Standing> start, Standing other) {
    long sum = other.sum();
    for (Standing one : start) {
      long more = question.between().of(one, other);
      if (more == Between.FORBIDDEN) {
        return Between.FORBIDDEN;
      }
      sum += more;
    }
    return sum;
  }

  private static List<Standing> some(Question question, Predicate<Standing> which) {
    List<Standing> some = new ArrayList<>();
    question.standings().stream().filter(which).sorted(BEST_FIRST).forEach(some::add);
    return some;
  }

  private static List<PersonRef> persons(List<Standing> standings) {
    List<PersonRef> persons = new ArrayList<>();
    for (Standing standing : standings) {
      PersonRef person = standing.person();
      if (person != null && !persons.contains(person)) {
        persons.add(person);
      }
    }
    return persons;
  }
}
