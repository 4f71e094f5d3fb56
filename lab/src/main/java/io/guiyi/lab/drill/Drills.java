package io.guiyi.lab.drill;

import java.util.List;

/** The drills that are held in one way, in the order in which they are listed. */
public final class Drills {
  private Drills() {}

  /** All of them; the kill drill has options of its own and stands beside them. */
  public static List<Drill> all() {
    return List.of(
        new TakeoverDrill(),
        new PoisonDrill(),
        new ReplayDrill(),
        new SickSourceDrill(SickSourceDrill.Sickness.SLOW),
        new SickSourceDrill(SickSourceDrill.Sickness.THROTTLED),
        new SickSourceDrill(SickSourceDrill.Sickness.MISPAGED),
        new ClocksDrill(),
        new FilesDrill(),
        new EncodingsDrill(),
        new MalformedDrill(),
        new AgainDrill());
  }
}
