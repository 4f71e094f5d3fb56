package io.guiyi.matching.compare;

/** One answer to one comparison question. */
public sealed interface ComparisonLevel
    permits NumberLevel,
        NameLevel,
        BirthDateLevel,
        SexLevel,
        PhoneLevel,
        AddressLevel,
        EmployerLevel,
        CodeLevel,
        KinLevel {
  /** Its name. */
  String name();
}
