package io.guiyi.routes.api;

import io.guiyi.records.Parsed;
import io.guiyi.records.identity.IdNumber;
import java.util.regex.Pattern;

/** Keeps ID numbers out of what callers may write in their own words. */
final class IdNumbers {
  private static final Pattern FORM = Pattern.compile("(?=(\\d{17}[\\dXx]))");

  private IdNumbers() {}

  /** Whether a number that can exist stands anywhere in {@code text}. */
  static boolean stand(String text) {
    return FORM.matcher(text)
        .results()
        .anyMatch(found -> IdNumber.parse(found.group(1)) instanceof Parsed.Ok);
  }
}
