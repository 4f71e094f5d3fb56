package io.guiyi.routes.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which matter a person is looked at, as the caller's own files name it. It stands in the audit
 * log, so that an ID number is refused.
 *
 * @param text 1 to 64 printable characters of ASCII
 */
record CaseNumber(String text) {
  /** The header that carries it. */
  static final String HEADER = "X-Case-Number";

  private static final Pattern FORM = Pattern.compile("[!-~](?:[ -~]{0,62}[!-~])?");

  /** The case number of a header; empty if there is no header. */
  static Optional<CaseNumber> read(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (!FORM.matcher(text).matches()) {
      throw Refusal.of(
          ProblemKind.BAD_CASE_NUMBER,
          "%s has %d characters, or some that are not printable ASCII"
              .formatted(HEADER, text.length()),
          "send 1 to 64 printable characters, or leave the header out");
    }
    if (IdNumbers.stand(text)) {
      throw Refusal.of(
          ProblemKind.BAD_CASE_NUMBER,
          HEADER + " holds an ID number, which must not stand in the audit log",
          "send the number of the case, not of the person");
    }
    return Optional.of(new CaseNumber(text));
  }
}
