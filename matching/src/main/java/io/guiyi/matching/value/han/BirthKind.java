package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.BirthDateComparison;
import io.guiyi.matching.compare.BirthDateLevel;
import io.guiyi.matching.normalize.RowNumbers;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.PartialDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Birth dates as a row and its number give them. */
public final class BirthKind implements ValueKind<Birth> {
  private static final List<String> FACETS = List.of("day", "year-month", "year");

  @Override
  public String name() {
    return "birth";
  }

  @Override
  public List<String> parts() {
    return List.of("date", "number", "sex");
  }

  @Override
  public @Nullable Birth read(List<String> raw) {
    PartialDate stated = RawTexts.date(raw.get(0));
    RowNumbers numbers =
        RowNumbers.read(
            RawTexts.document("", raw.get(1)).stream().toList(),
            stated,
            RawTexts.sex(raw.get(2)),
            _ -> false);
    PartialDate inNumber = numbers.vouchedBirthDate();
    return stated == null && inNumber == null ? null : new Birth(stated, inNumber);
  }

  @Override
  public String canonical(Birth value) {
    return iso(value.stated()) + '|' + iso(value.inNumber());
  }

  private static String iso(@Nullable PartialDate date) {
    return date == null ? "" : date.iso();
  }

  @Override
  public Ladder<Birth> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a birth", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(BirthDateLevel.values()),
        BirthDateLevel.MISSING,
        levels,
        "a birth",
        (a, b) -> BirthDateComparison.compare(a.stated(), a.inNumber(), b.stated(), b.inNumber()),
        birth -> birth.best().iso());
  }

  @Override
  public Facet<Birth> facet(String word) {
    return switch (word) {
      case "day" -> dates(BirthKind::day);
      case "year-month" ->
          dates(date -> date.month() == 0 ? "" : date.iso().substring(0, "yyyy-MM".length()));
      case "year" -> dates(date -> date.iso().substring(0, "yyyy".length()));
      default -> throw new ModelWordException(word, "facet of a birth", FACETS);
    };
  }

  private static Facet<Birth> dates(Function<PartialDate, String> key) {
    return (birth, sink) -> {
      PartialDate inNumber = birth.inNumber();
      sink.add(key.apply(birth.best()));
      if (inNumber != null) {
        sink.add(key.apply(inNumber));
      }
    };
  }

  /** Month and day in ascending order, so that swapped ones meet. */
  private static String day(PartialDate date) {
    return date.isWhole()
        ? date.year()
            + "-"
            + Math.min(date.month(), date.day())
            + "-"
            + Math.max(date.month(), date.day())
        : "";
  }
}
