package io.guiyi.connectors.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a folder. A name decides what is opened and stands in positions and messages, so
 * that one which could lead elsewhere or mislead a reader is left out and only counted.
 *
 * @param entries files with harmless names, in the folder's order
 * @param ignored how many files were left out for their names
 */
public record FolderListing(List<FolderEntry> entries, int ignored) {
  /** The most files a folder may hold; more would be a sign that nobody ever clears it. */
  public static final int MAX_ENTRIES = 10_000;

  /**
   * Letters of any script, digits, and marks that mean nothing to a shell, a path or a watermark;
   * not a run of digits as long as an ID number.
   */
  private static final Pattern HARMLESS =
      Pattern.compile("(?!.*\\d{15})[\\p{L}\\p{N}][\\p{L}\\p{N}._ ()（）-]{0,79}(?<! )");

  /** Copies the list. */
  public FolderListing {
    entries = List.copyOf(entries);
  }

  /** Leaves out what has a hostile name. */
  public static FolderListing of(List<FolderEntry> found) {
    List<FolderEntry> harmless = new ArrayList<>();
    for (FolderEntry entry : found) {
      if (isHarmless(entry.name())) {
        harmless.add(entry);
      }
    }
    return new FolderListing(harmless, found.size() - harmless.size());
  }

  /** The file of that name. */
  public Optional<FolderEntry> named(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  static boolean isHarmless(String name) {
    return HARMLESS.matcher(name).matches() && !name.contains("..");
  }
}
