package io.guiyi.registry.postgres;

import java.util.List;
import java.util.stream.Collectors;

/** The database would lose commits at a crash, so the hub refuses it. */
public final class UndurableDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf makes one that is serializable
  private final List<String> settings;

  UndurableDatabaseException(List<String> settings) {
    super(
        ("The database runs with %s and can lose committed records at a crash. Switch %s on (in"
                + " postgresql.conf, or for the role or database where it was set) and start again")
            .formatted(
                settings.stream().map(name -> name + " = off").collect(Collectors.joining(", ")),
                settings.size() == 1 ? "it" : "them"));
    this.settings = List.copyOf(settings);
  }

  /** The names of the settings that are off, in the order in which they were asked. */
  public List<String> settings() {
    return settings;
  }
}
