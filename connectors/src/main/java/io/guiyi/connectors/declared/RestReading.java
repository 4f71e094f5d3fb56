package io.guiyi.connectors.declared;

import io.guiyi.connectors.Guard;
import io.guiyi.connectors.Pull;
import io.guiyi.connectors.http.HttpPort;
import io.guiyi.connectors.http.RequestHeaders;
import io.guiyi.connectors.http.RequestSigner;
import io.guiyi.connectors.http.TokenHeader;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Reads pages over HTTP. */
record RestReading(
    SourceId source, RestPages pages, HttpPort port, Guard guard, DeclaredRows rows, Clock clock)
    implements Reading {

  static RestReading open(
      CamelContext context,
      SourceId source,
      RestPages pages,
      Guard guard,
      DeclaredRows rows,
      Clock clock) {
    RequestHeaders headers =
        switch (pages.access()) {
          case RestPages.Access.Open _ -> (_, _, _) -> Map.of();
          case RestPages.Access.Token token ->
              new TokenHeader(token.header(), token.before(), token.token());
          case RestPages.Access.Signed signed ->
              new RequestSigner(signed.clientId(), signed.secret(), clock);
        };
    HttpPort port = HttpPort.open(context, source, pages.http(), "", headers, clock);
    return new RestReading(source, pages, port, guard, rows, clock);
  }

  @Override
  public Pull pull(Watermark from) {
    return new RestPull(source, pages, port, guard, rows, clock, from);
  }

  @Override
  public void close() {
    port.close();
  }
}
