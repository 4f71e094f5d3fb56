package io.guiyi.registry.feed;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.person.PersonField.Sensitivity;
import io.guiyi.registry.person.SealedValues;
import io.guiyi.registry.person.SealedValues.Opened;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens persons for the feeds and remembers the last of them, in memory alone: a change is opened
 * for its person's age when it is fanned out, and a moment later for every subscriber it goes to.
 * What is remembered holds for the very same envelope in the very same place, so that one altered
 * meanwhile is opened anew, and refused. For many threads.
 */
@Component
final class LatelyOpened {
  /**
   * How many envelopes are remembered: both of as many persons as one fan-out reads; some 10 MB.
   */
  private static final int MOST = 2 * FanOut.MAX_CHANGES;

  private final SealedValues sealed;
  private final SequencedMap<Place, Remembered> remembered = new LinkedHashMap<>();

  LatelyOpened(SealedValues sealed) {
    this.sealed = sealed;
  }

  /** Where an envelope belongs. */
  private record Place(PersonRef person, int version, Sensitivity sensitivity) {}

  /** An envelope and what stood in it. */
  private static final class Remembered {
    private final byte[] envelope;
    private final Opened opened;

    Remembered(byte[] envelope, Opened opened) {
      this.envelope = envelope;
      this.opened = opened;
    }
  }

  /**
   * Opens an envelope of a person's version.
   *
   * @throws io.guiyi.seal.SealBroken when it was altered or belongs elsewhere
   */
  Opened open(PersonRef person, int version, Sensitivity sensitivity, byte[] envelope) {
    Place place = new Place(person, version, sensitivity);
    @Nullable Remembered before = recall(place);
    if (before != null && Arrays.equals(before.envelope, envelope)) {
      return before.opened;
    }
    Opened opened = sealed.open(person, version, sensitivity, envelope);
    remember(place, new Remembered(envelope, opened));
    return opened;
  }

  private synchronized @Nullable Remembered recall(Place place) {
    return remembered.get(place);
  }

  /** The eldest goes when there is no room. */
  private synchronized void remember(Place place, Remembered opened) {
    remembered.put(place, opened);
    if (remembered.size() > MOST) {
      remembered.pollFirstEntry();
    }
  }
}
