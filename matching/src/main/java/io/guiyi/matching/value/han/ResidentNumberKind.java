package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.NumberComparison;
import io.guiyi.matching.compare.NumberLevel;
import io.guiyi.matching.normalize.NumberClaim;
import io.guiyi.matching.normalize.RowNumbers;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.IdDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Citizens' numbers and those of other documents. The row's birth date and sex are parts of the
 * value, because they tell whether a number is the person's own.
 */
public final class ResidentNumberKind implements ValueKind<OwnNumber> {
  private static final List<String> PARTS =
      List.of("number", "type", "second", "school", "birth", "sex");
  private static final List<String> FACETS = List.of("whole", "less-check", "segments");
  private static final int REGION = 6;
  private static final int BEFORE_SEQUENCE = 14;
  private static final int BEFORE_CHECK = 17;
  private static final int LENGTH = 18;

  @Override
  public String name() {
    return "resident-number";
  }

  @Override
  public List<String> parts() {
    return PARTS;
  }

  @Override
  public @Nullable OwnNumber read(List<String> raw) {
    List<IdDocument> documents = new ArrayList<>();
    RawTexts.document(DocumentType.RESIDENT_ID, raw.get(2)).ifPresent(documents::add);
    RawTexts.document(raw.get(1), raw.get(0))
        .filter(
            document -> documents.stream().noneMatch(d -> d.written().equals(document.written())))
        .ifPresent(documents::add);
    RawTexts.document(DocumentType.STUDENT_NUMBER, raw.get(3)).ifPresent(documents::add);
    if (documents.isEmpty()) {
      return null;
    }
    RowNumbers numbers =
        RowNumbers.read(documents, RawTexts.date(raw.get(4)), RawTexts.sex(raw.get(5)), _ -> false);
    return numbers.own().isEmpty() ? null : new OwnNumber(numbers.own(), numbers.title());
  }

  @Override
  public String canonical(OwnNumber value) {
    StringBuilder text = new StringBuilder(value.title().name());
    for (NumberClaim claim : value.claims()) {
      text.append('|')
          .append(
              switch (claim) {
                case NumberClaim.Valid(var number, var witness) -> witness + " " + number.text();
                case NumberClaim.Doubtful(var written) -> "doubtful " + written;
                case NumberClaim.Partial(var head, var tail) -> "partial " + head + '*' + tail;
                case NumberClaim.OtherDocument(var written) -> "other " + written;
              });
    }
    return text.toString();
  }

  @Override
  public Ladder<OwnNumber> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a resident-number", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(NumberLevel.values()),
        NumberLevel.MISSING,
        levels,
        "a resident-number",
        (a, b) -> NumberComparison.compare(a.claims(), b.claims()),
        number -> whole(number.claims().getFirst()));
  }

  @Override
  public Facet<OwnNumber> facet(String word) {
    return switch (word) {
      case "whole" -> (number, sink) -> number.claims().forEach(claim -> sink.add(whole(claim)));
      case "less-check" ->
          (number, sink) ->
              number.claims().forEach(claim -> sink.add(head(whole(claim), BEFORE_CHECK)));
      case "segments" -> (number, sink) -> number.claims().forEach(claim -> segments(claim, sink));
      default -> throw new ModelWordException(word, "facet of a resident-number", FACETS);
    };
  }

  private static String whole(NumberClaim claim) {
    return switch (claim) {
      case NumberClaim.Valid valid -> valid.number().text();
      case NumberClaim.Doubtful doubtful -> doubtful.text();
      case NumberClaim.Partial _ -> "";
      case NumberClaim.OtherDocument other -> other.text();
    };
  }

  private static String head(String text, int length) {
    return text.length() < length ? "" : text.substring(0, length);
  }

  /** Region with birth date, birth date with the end, region with the end: a slip spoils two. */
  private static void segments(NumberClaim claim, Facet.KeySink sink) {
    String text = whole(claim);
    String head = claim instanceof NumberClaim.Partial partial ? partial.head() : text;
    String tail =
        claim instanceof NumberClaim.Partial partial
            ? partial.tail()
            : text.substring(Math.max(0, text.length() - (LENGTH - BEFORE_SEQUENCE)));
    if (head.length() >= BEFORE_SEQUENCE) {
      sink.add("h" + head.substring(0, BEFORE_SEQUENCE));
    }
    if (text.length() >= BEFORE_CHECK) {
      sink.add("t" + text.substring(text.length() - (LENGTH - REGION)));
    }
    if (head.length() >= REGION && tail.length() >= LENGTH - BEFORE_SEQUENCE) {
      sink.add(
          "e"
              + head.substring(0, REGION)
              + tail.substring(tail.length() - (LENGTH - BEFORE_SEQUENCE)));
    }
  }
}
