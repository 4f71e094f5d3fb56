package io.guiyi.lab.population;

import io.guiyi.lab.population.School.Stage;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.profile.Profile;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A child's place at school in one school year.
 *
 * @param school the school
 * @param stage its stage
 * @param grade 1 to 9: junior schools count on from primary ones
 * @param place how it came by: 1 public, 2 bought, 3 private
 * @param classNumber number of the class, from 1
 * @param since month of enrolment at this stage
 */
public record Enrolment(
    School school, Stage stage, int grade, String place, int classNumber, YearMonth since) {

  private static final int CLASSES = 6;
  private static final double VOCATIONAL_PERCENT = 60;

  /**
   * The place of a child, or empty: too young, too old, or at no school here.
   *
   * @param child the child
   * @param home where it lives
   * @param yearBegan the first of September of the school year
   */
  public static Optional<Enrolment> of(
      Resident child, Dwelling home, LocalDate yearBegan, Profile profile, long seed) {
    Dice dice = Dice.of(seed, Dice.Purpose.SCHOOL, child.number());
    int age = Period.between(child.born(), yearBegan).getYears();
    if (age < 3 || age > 17) {
      return Optional.empty();
    }
    Stage stage = stage(age, dice.chance(VOCATIONAL_PERCENT));
    if (!dice.chance(profile.percent(goingTo(stage)))) {
      return Optional.empty();
    }
    int first = firstAge(stage);
    int grade = age - first + (stage == Stage.JUNIOR ? 7 : 1);
    String place = place(profile, dice);
    School school = School.of(home, stage, place.equals("3"), dice.below(60));
    YearMonth began = YearMonth.from(yearBegan.minusYears(age - first));
    return Optional.of(new Enrolment(school, stage, grade, place, dice.between(1, CLASSES), began));
  }

  private static Stage stage(int age, boolean vocational) {
    if (age < 6) {
      return Stage.KINDERGARTEN;
    }
    if (age < 12) {
      return Stage.PRIMARY;
    }
    if (age < 15) {
      return Stage.JUNIOR;
    }
    return vocational ? Stage.VOCATIONAL : Stage.SENIOR;
  }

  private static int firstAge(Stage stage) {
    return switch (stage) {
      case KINDERGARTEN -> 3;
      case PRIMARY -> 6;
      case JUNIOR -> 12;
      case SENIOR, VOCATIONAL -> 15;
    };
  }

  private static String goingTo(Stage stage) {
    return switch (stage) {
      case KINDERGARTEN -> "kindergarten";
      case PRIMARY, JUNIOR -> "compulsory-school";
      case SENIOR, VOCATIONAL -> "upper-school";
    };
  }

  private static String place(Profile profile, Dice dice) {
    double open = profile.weights("school-places").getOrDefault("public", 0.0);
    double bought = profile.weights("school-places").getOrDefault("bought", 0.0);
    double owned = profile.weights("school-places").getOrDefault("private", 0.0);
    double point = dice.unit() * (open + bought + owned);
    if (point < open) {
      return "1";
    }
    return point < open + bought ? "2" : "3";
  }
}
