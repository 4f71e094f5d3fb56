package io.guiyi.lab.population.feeds;

import io.guiyi.lab.population.Document;
import io.guiyi.lab.population.Resident;
import io.guiyi.lab.population.Resident.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a person hard to tell apart although nobody made a mistake. */
final class Naturals {

  private Naturals() {}

  /** Natural difficulties of a person. */
  static List<String> of(Resident resident) {
    if (isFaultless(resident)) {
      return List.of("canary");
    }
    List<String> labels = new ArrayList<>();
    if (resident.role().isChild()) {
      labels.add("child");
    }
    if (resident.role() == Role.TWIN) {
      labels.add("twin");
    }
    if (resident.hasDottedName()) {
      labels.add("dotted-name");
    }
    if (resident.document().kind() != Document.Kind.CITIZEN) {
      labels.add("other-paper");
    }
    return labels;
  }

  /** The first resident of every city is the canary, whom nobody writes wrongly. */
  static boolean isFaultless(Resident resident) {
    return resident.number() == 1;
  }

  /** The truth with one more label. */
  static Truth add(Truth truth, String label) {
    List<String> labels = new ArrayList<>(truth.labels());
    labels.add(label);
    return new Truth(truth.feed(), truth.recordKey(), truth.personId(), List.copyOf(labels));
  }

  /** Null for an empty text. */
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
