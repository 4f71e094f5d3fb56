package io.guiyi.lab.population.faults;

import io.guiyi.lab.population.PopulationSettings;
import io.guiyi.lab.population.books.Confusions;
import io.guiyi.lab.population.books.Dice;
import io.guiyi.lab.population.profile.Profile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes people down for one department, slipping as often as the rates say. Single-threaded. */
public final class Clerk {

  private final String source;
  private final Profile profile;
  private final double scale;
  private final List<Slip> slips;
  private final IdentityHashMap<Fault, Double> percents = new IdentityHashMap<>();
  private final FaultTally tally = new FaultTally();

  /**
   * A clerk.
   *
   * @param feed the department
   * @param settings say how often things go wrong
   * @param confusions what gets confused with what
   */
  public Clerk(Feed feed, PopulationSettings settings, Confusions confusions) {
    this.source = feed.source();
    this.profile = settings.profile();
    this.scale = settings.faultScale();
    this.slips =
        slips(confusions).stream()
            .filter(slip -> profile.faultPercent(slip.label(), source) > 0)
            .toList();
  }

  /**
   * All slips there are. Numbers come first, and spacing last, because what is mistyped is the
   * content and what is spaced is whatever was typed.
   */
  public static List<Slip> slips(Confusions confusions) {
    List<Slip> slips = new ArrayList<>();
    slips.addAll(NumberSlips.all());
    slips.addAll(NameSlips.all(confusions));
    slips.addAll(PersonSlips.all());
    return List.copyOf(slips);
  }

  /** The identity of this person as it gets onto one row. */
  public Written write(Subject subject, Dice dice) {
    Written written = Written.truth(subject.resident());
    for (Slip slip : slips) {
      if (slip.possible(written, subject) && happens(slip, dice)) {
        written = slip.slip(written, subject, dice).labelled(slip.label());
      }
    }
    return written;
  }

  /** Draws whether a fault happens where it is possible, and counts the draw. */
  public boolean happens(Fault fault, Dice dice) {
    boolean happened = dice.chance(percent(fault) * scale);
    tally.note(fault, happened);
    return happened;
  }

  /** The damage that this row takes on its way out, or null: nearly always. */
  public @Nullable Damage damage(Dice dice) {
    Damage taken = null;
    for (Damage damage : Damage.values()) {
      if (taken == null && percent(damage) > 0 && happens(damage, dice)) {
        taken = damage;
      }
    }
    return taken;
  }

  private double percent(Fault fault) {
    return percents.computeIfAbsent(fault, asked -> profile.faultPercent(asked.label(), source));
  }

  /** How often each fault could and did happen so far. */
  public FaultTally tally() {
    return tally;
  }
}
