package io.guiyi.matching.decide;

import io.guiyi.matching.Decision;
import io.guiyi.matching.PersonRef;
import io.guiyi.matching.ReviewTrigger;
import io.guiyi.matching.WeighedCandidate;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.weigh.MatchModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a decision of the evidence. Pure: the same evidence gives the same decision. */
public final class Decider {
  private static final Comparator<PersonEvidence> BEST_FIRST =
      Comparator.comparingLong(PersonEvidence::weight)
          .reversed()
          .thenComparing(PersonEvidence::best, Evidence.BEST_FIRST);

  private final MatchModel model;
  private final Judge judge;

  /** Decides by {@code model}. */
  public Decider(MatchModel model) {
    this.model = model;
    this.judge = new Judge(model);
  }

  /**
   * One record's question.
   *
   * @param record its values
   * @param persons who it may be, in any order
   * @param underSearched whether a blocking key held more members than may be compared
   * @param current the person it belongs to, if it is linked and that person has other records;
   *     they are among {@code persons}
   */
  public record Question(
      Profile record,
      List<PersonEvidence> persons,
      boolean underSearched,
      @Nullable PersonRef current) {
    /** Orders the persons. */
    public Question {
      persons = persons.stream().sorted(BEST_FIRST).toList();
    }
  }

  /** Decides. */
  public Decision decide(Question question) {
    Map<Verdict, List<PersonEvidence>> verdicts = verdicts(question);
    Optional<PersonEvidence> current =
        question.persons().stream().filter(p -> p.person().equals(question.current())).findFirst();
    return current.isPresent()
        ? stayOrLeave(question, verdicts, current.get())
        : arrive(question, verdicts);
  }

  private Map<Verdict, List<PersonEvidence>> verdicts(Question question) {
    Map<Verdict, List<PersonEvidence>> verdicts = new EnumMap<>(Verdict.class);
    for (PersonEvidence person : question.persons()) {
      verdicts
          .computeIfAbsent(judge.judge(person, question.record()), _ -> new ArrayList<>())
          .add(person);
    }
    return verdicts;
  }

  /** A linked record stays where it is if it may, and never moves without a steward. */
  private Decision stayOrLeave(
      Question question, Map<Verdict, List<PersonEvidence>> verdicts, PersonEvidence current) {
    List<PersonEvidence> byNumber = of(verdicts, Verdict.SAME_BY_NUMBER);
    boolean calledElsewhere = !byNumber.isEmpty() && !byNumber.contains(current);
    return judge.mayStay(current, question.record()) && !calledElsewhere
        ? link(question, current)
        : review(
            question,
            ReviewTrigger.CHANGED_UNDER_LINK,
            Stream.concat(Stream.of(current), byNumber.stream()).toList());
  }

  private Decision arrive(Question question, Map<Verdict, List<PersonEvidence>> verdicts) {
    List<PersonEvidence> byNumber = of(verdicts, Verdict.SAME_BY_NUMBER);
    List<PersonEvidence> byWeight = of(verdicts, Verdict.SAME_BY_WEIGHT);
    List<PersonEvidence> conflicts = of(verdicts, Verdict.NUMBER_CONFLICT);
    List<PersonEvidence> forbidden = of(verdicts, Verdict.FORBIDDEN);
    List<PersonEvidence> borderline = of(verdicts, Verdict.BORDERLINE);
    if (byNumber.size() == 1) {
      return link(question, byNumber.getFirst());
    }
    if (!byNumber.isEmpty()) {
      return review(question, ReviewTrigger.MARGIN, byNumber);
    }
    if (!conflicts.isEmpty()) {
      return review(
          question,
          ReviewTrigger.NUMBER_CONFLICT,
          Stream.concat(conflicts.stream(), byWeight.stream()).toList());
    }
    if (!byWeight.isEmpty()) {
      List<PersonEvidence> close = close(byWeight, borderline);
      return close.size() > 1
          ? review(question, ReviewTrigger.MARGIN, close)
          : link(question, byWeight.getFirst());
    }
    if (!forbidden.isEmpty()) {
      return review(question, ReviewTrigger.CANNOT_LINK, forbidden);
    }
    if (!borderline.isEmpty()) {
      return review(question, ReviewTrigger.BORDERLINE, borderline);
    }
    return question.underSearched()
        ? review(question, ReviewTrigger.UNDER_SEARCHED, question.persons())
        : new Decision.NewPerson(grounds(question));
  }

  /**
   * The winner and everybody of that name who comes within the margin. A brother or sister is as
   * near as the household can make it; the given name is what decides between them.
   */
  private List<PersonEvidence> close(
      List<PersonEvidence> byWeight, List<PersonEvidence> borderline) {
    long least = byWeight.getFirst().weight() - model.thresholds().margin();
    return Stream.concat(byWeight.stream(), borderline.stream())
        .filter(p -> p.weight() >= least && p.whole().name().isSame())
        .toList();
  }

  private static List<PersonEvidence> of(
      Map<Verdict, List<PersonEvidence>> verdicts, Verdict verdict) {
    return verdicts.getOrDefault(verdict, List.of());
  }

  private Decision link(Question question, PersonEvidence person) {
    return new Decision.LinkTo(person.person(), List.of(), grounds(question));
  }

  private Decision.Grounds grounds(Question question) {
    return new Decision.Grounds(model.hash(), 1, 0, candidates(question), candidatesSeen(question));
  }

  private Decision review(Question question, ReviewTrigger trigger, List<PersonEvidence> persons) {
    return new Decision.Review(
        trigger,
        persons.stream()
            .map(PersonEvidence::person)
            .distinct()
            .limit(Decision.MAX_CANDIDATES)
            .toList(),
        grounds(question));
  }

  private static List<WeighedCandidate> candidates(Question question) {
    record Entry(PersonEvidence person, Evidence member) {}
    return question.persons().stream()
        .flatMap(p -> p.members().stream().map(m -> new Entry(p, m)))
        .sorted(Comparator.comparing(Entry::member, Evidence.BEST_FIRST))
        .limit(Decision.MAX_CANDIDATES)
        .map(e -> e.member().candidate(e.person().law()))
        .toList();
  }

  private static int candidatesSeen(Question question) {
    return question.persons().stream().mapToInt(p -> p.members().size()).sum();
  }
}
