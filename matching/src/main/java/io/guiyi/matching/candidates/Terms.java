package io.guiyi.matching.candidates;

import io.guiyi.matching.TermKey;
import io.guiyi.matching.normalize.Profile;
import java.util.Arrays;

/** Blocking keys as the terms that may stand on disk. */
final class Terms {
  private Terms() {}

  /** The terms under which a profile is stored, coarse and fine ones, each once. */
  static long[] stored(Profile profile, TermKey key) {
    BlockingKeys keys = BlockingKeys.of(profile);
    long[] terms = new long[2 * keys.stored().size()];
    int count = 0;
    for (BlockingKey stored : keys.stored()) {
      terms[count++] = key.term(stored.coarse());
      if (!stored.fine().isEmpty()) {
        terms[count++] = key.term(stored.fine());
      }
    }
    return Arrays.stream(terms, 0, count).distinct().toArray();
  }
}
