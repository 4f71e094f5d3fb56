package io.guiyi.records;

import java.util.regex.Pattern;

/**
 * The name of one configured source, such as {@code police} or {@code labour}.
 *
 * @param name 2 to 31 characters: a lower-case letter, then letters, digits or hyphens
 */
public record SourceId(String name) implements Comparable<SourceId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");

  /** Checks the form. */
  public SourceId {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "source name '%s' must be 2 to 31 characters a-z, 0-9 or '-', starting with a letter"
              .formatted(name));
    }
  }

  @Override
  public int compareTo(SourceId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
