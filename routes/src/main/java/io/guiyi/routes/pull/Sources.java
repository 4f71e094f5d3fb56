package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.records.SourceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sources that are open, by name, in configured order. */
public final class Sources implements AutoCloseable {
  private final Map<SourceId, Source> open;

  /** These sources, which are closed with this. */
  public Sources(Map<SourceId, Source> open) {
    this.open = new LinkedHashMap<>(open);
  }

  /**
   * The source of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Source named(SourceId id) {
    Source source = open.get(id);
    if (source == null) {
      throw new IllegalArgumentException(
          "no open source is named %s; open are %s".formatted(id, open.keySet()));
    }
    return source;
  }

  /** All of them. */
  public Collection<Source> all() {
    return open.values();
  }

  @Override
  public void close() {
    open.values().forEach(Source::close);
  }
}
