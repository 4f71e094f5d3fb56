package io.guiyi.matching.compare;

/**
 * The answers to all questions about one pair.
 *
 * @param number ID number
 * @param name name
 * @param birthDate birth date
 * @param sex sex
 * @param phone phone
 * @param address address
 * @param employer employer
 * @param code numbers of a child's files
 * @param kin guardians, spouse
 */
public record ComparisonVector(
    NumberLevel number,
    NameLevel name,
    BirthDateLevel birthDate,
    SexLevel sex,
    PhoneLevel phone,
    AddressLevel address,
    EmployerLevel employer,
    CodeLevel code,
    KinLevel kin) {
  private static final int RADIX = 36;

  /** The answer to one question. */
  public ComparisonLevel level(Comparison comparison) {
    return switch (comparison) {
      case NUMBER -> number;
      case NAME -> name;
      case BIRTH_DATE -> birthDate;
      case SEX -> sex;
      case PHONE -> phone;
      case ADDRESS -> address;
      case EMPLOYER -> employer;
      case CODE -> code;
      case KIN -> kin;
    };
  }

  /**
   * These answers, with those of {@code other} where they say more for one person about what a
   * person may have several of: numbers, contacts, codes and kin. Name, birth date and sex stay.
   */
  public ComparisonVector withBetterOf(ComparisonVector other) {
    return new ComparisonVector(
        better(number, other.number, NumberLevel.MISSING),
        name,
        birthDate,
        sex,
        better(phone, other.phone, PhoneLevel.MISSING),
        better(address, other.address, AddressLevel.MISSING),
        better(employer, other.employer, EmployerLevel.MISSING),
        better(code, other.code, CodeLevel.MISSING),
        better(kin, other.kin, KinLevel.MISSING));
  }

  /** Missing is no answer, so that any other is better. */
  private static <L extends Enum<L>> L better(L a, L b, L missing) {
    if (a == missing) {
      return b;
    }
    return b == missing || a.compareTo(b) < 0 ? a : b;
  }

  /** One character for each question: the level's place, in base 36. */
  public String encoded() {
    StringBuilder text = new StringBuilder();
    for (Comparison comparison : Comparison.values()) {
      int place = comparison.levels().indexOf(level(comparison));
      text.append(Character.forDigit(place, RADIX));
    }
    return text.toString();
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException if the text has another length or names no level
   */
  public static ComparisonVector decode(String encoded) {
    if (encoded.length() != Comparison.values().length) {
      throw new IllegalArgumentException(
          "a level vector has %d characters, this one has %d"
              .formatted(Comparison.values().length, encoded.length()));
    }
    return new ComparisonVector(
        (NumberLevel) at(encoded, 0, Comparison.NUMBER),
        (NameLevel) at(encoded, 1, Comparison.NAME),
        (BirthDateLevel) at(encoded, 2, Comparison.BIRTH_DATE),
        (SexLevel) at(encoded, 3, Comparison.SEX),
        (PhoneLevel) at(encoded, 4, Comparison.PHONE),
        (AddressLevel) at(encoded, 5, Comparison.ADDRESS),
        (EmployerLevel) at(encoded, 6, Comparison.EMPLOYER),
        (CodeLevel) at(encoded, 7, Comparison.CODE),
        (KinLevel) at(encoded, 8, Comparison.KIN));
  }

  private static ComparisonLevel at(String encoded, int position, Comparison comparison) {
    int place = Character.digit(encoded.charAt(position), RADIX);
    if (place < 0 || place >= comparison.levels().size()) {
      throw new IllegalArgumentException(
          "%s has %d levels, '%s' names none of them"
              .formatted(comparison, comparison.levels().size(), encoded.charAt(position)));
    }
    return comparison.levels().get(place);
  }
}
