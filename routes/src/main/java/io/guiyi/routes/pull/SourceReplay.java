package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.Position;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.SourceRecord;
import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.resolve.Replay;
import io.guiyi.registry.store.RegisterUnavailable;
import java.util.Optional;

/** Replays rows in quarantine as their source's connector reads them today. */
public final class SourceReplay {
  private final Sources sources;
  private final Replay replay;

  /** Replays rows of {@code sources}. */
  public SourceReplay(Sources sources, Replay replay) {
    this.sources = sources;
    this.replay = replay;
  }

  /**
   * Replays.
   *
   * @param actor on whose behalf, for the audit log
   * @return empty if the source is not open here
   * @throws RegisterUnavailable when the database cannot serve
   * @throws NoLongerLeader when another hub leads
   */
  public Optional<Replay.Result> run(Replay.Order order, String actor) {
    return find(order.source())
        .map(source ->
            replay.run(order, (position, payload) -> read(source, position, payload), actor));
  }

  private Optional<Source> find(SourceId id) {
    return sources.all().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  private static Canonicalized read(Source source, Position position, RawBytes payload) {
    return switch (source.reread(position, payload)) {
      case SourceRecord row -> PullStages.understood(source, row);
      case Quarantined refused -> refused;
    };
  }
}
