package io.guiyi.routes.pull;

import io.guiyi.connectors.Source;
import io.guiyi.routes.HubErrors;
import org.apache.camel.builder.RouteBuilder;

/** Writes status and reason back to the departments that ask for it. */
public final class WriteBackRoutes extends RouteBuilder {
  private static final int TURN_MS = 500;

  private final WriteBackTurns turns;
  private final Sources sources;

  /** Routes for every source that wants to be told. */
  public WriteBackRoutes(WriteBackTurns turns, Sources sources) {
    this.turns = turns;
    this.sources = sources;
  }

  @Override
  public void configure() {
    for (Source source : sources.all()) {
      if (source.writeBack().isPresent()) {
        from("scheduler:write-back-" + source.id() + "?delay=" + TURN_MS)
            .routeId("write-back-" + source.id())
            .routeConfigurationId(HubErrors.NEXT_TURN)
            .setBody(constant(source.id()))
            .bean(turns, "writeBack");
      }
    }
  }
}
