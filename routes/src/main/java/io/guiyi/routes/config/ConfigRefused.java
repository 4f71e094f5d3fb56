package io.guiyi.routes.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message lists every fault, a line each. */
public final class ConfigRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigFault> faults;

  /** With these faults. */
  public ConfigRefused(List<ConfigFault> faults) {
    super(faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault by file and line. */
  public List<ConfigFault> faults() {
    return faults;
  }
}
