package io.guiyi.lab.departments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.guiyi.lab.departments.PoliceRegister.Place;
import io.guiyi.lab.population.feeds.PoliceRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers calls to the police: checks the signature, finds the page, misbehaves when told to. */
final class PoliceDesk implements ResponseDefinitionTransformerV2 {

  static final String NAME = "police-desk";

  private static final int LIMIT_USUAL = 500;
  private static final int LIMIT_MAX = 2000;
  private static final int OVERSIZE_MAX = 256 << 20;
  private static final int TRICKLES = 20;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final PoliceRegister register;
  private final SignatureCheck check;
  private final Queue<PoliceTrouble> troubles = new ArrayDeque<>();
  private final AtomicLong pages = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong troublesMade = new AtomicLong();
  private final Peace peace = new Peace();

  PoliceDesk(PoliceRegister register, SignatureCheck check) {
    this.register = register;
    this.check = check;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  /** Lets the next calls go wrong, one trouble each. */
  void expect(PoliceTrouble trouble) {
    synchronized (troubles) {
      troubles.add(trouble);
    }
  }

  long pagesServed() {
    return pages.get();
  }

  long rowsServed() {
    return rows.get();
  }

  long callsRefused() {
    return refusals.get();
  }

  long troublesMade() {
    return troublesMade.get();
  }

  Duration peace() {
    return peace.last();
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    peace.ends();
    Request request = event.getRequest();
    String refusal = check.refusal(call(request));
    if (refusal != null) {
      refusals.incrementAndGet();
      return answer(401, "{\"code\":4010,\"message\":\"" + refusal + "\"}").build();
    }
    PoliceTrouble trouble = trouble(request);
    if (trouble == null) {
      return page(request, false).build();
    }
    peace.begins();
    troublesMade.incrementAndGet();
    return switch (trouble) {
      case PoliceTrouble.TooManyRequests(var retryAfter) ->
          answer(429, "{\"code\":4290,\"message\":\"too many requests\"}")
              .withHeader("Retry-After", Long.toString(retryAfter.toSeconds()))
              .build();
      case PoliceTrouble.ServerError() ->
          answer(500, "<html><body>java.lang.NullPointerException</body></html>").build();
      case PoliceTrouble.SlowBody(var duration) ->
          page(request, false).withChunkedDribbleDelay(TRICKLES, (int) duration.toMillis()).build();
      case PoliceTrouble.BrokenOff() ->
          page(request, false).withFault(Fault.MALFORMED_RESPONSE_CHUNK).build();
      case PoliceTrouble.ConnectionReset() ->
          new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
      case PoliceTrouble.ExpiredCursor() -> expired().build();
      case PoliceTrouble.ShiftedPage() -> page(request, true).build();
      case PoliceTrouble.OversizeBody(int bytes) ->
          answer(200, "{\"code\":0,\"message\":\"" + padding(bytes) + "\"}").build();
      case PoliceTrouble.Redirect(String location) ->
          answer(302, "").withHeader("Location", location).build();
      case PoliceTrouble.NotJson() -> answer(200, "<html>网关超时</html>").build();
    };
  }

  /** The next trouble, if it can strike this call: only a call with a cursor can have it expire. */
  private @Nullable PoliceTrouble trouble(Request request) {
    synchronized (troubles) {
      boolean needsCursor = troubles.peek() instanceof PoliceTrouble.ExpiredCursor;
      return needsCursor && parameter(request, "cursor").isEmpty() ? null : troubles.poll();
    }
  }

  private ResponseDefinitionBuilder page(Request request, boolean shifted) {
    int limit;
    Place after;
    int total;
    try {
      limit = parameter(request, "limit").map(Integer::parseInt).orElse(LIMIT_USUAL);
      if (limit < 1 || limit > LIMIT_MAX) {
        return invalid("limit is outside 1 to " + LIMIT_MAX);
      }
      String cursorText = parameter(request, "cursor").orElse("");
      if (cursorText.isEmpty()) {
        after = Place.at(parameter(request, "since").map(PoliceDesk::local).orElse(""));
        total = register.countAfter(after);
      } else {
        Optional<PoliceCursor> cursor = PoliceCursor.decoded(cursorText);
        if (cursor.isEmpty()) {
          return expired();
        }
        after = cursor.get().after();
        total = cursor.get().total();
      }
    } catch (DateTimeException | NumberFormatException malformed) {
      return invalid("since is not an ISO instant or limit is not a number");
    }
    List<PoliceRow> found = register.after(after, limit + 1);
    boolean more = found.size() > limit;
    List<PoliceRow> served = new ArrayList<>(more ? found.subList(0, limit) : found);
    String next = more ? new PoliceCursor(Place.of(served.getLast()), total).encoded() : null;
    PoliceRow before = shifted ? register.at(after) : null;
    if (before != null) {
      served.addFirst(before);
    }
    pages.incrementAndGet();
    rows.addAndGet(served.size());
    return answer(200, body(served, total, next));
  }

  private static String body(List<PoliceRow> served, int total, @Nullable String next) {
    StringBuilder body = new StringBuilder(served.size() * 700 + 100);
    body.append("{\"code\":0,\"message\":\"ok\",\"total\":").append(total).append(",\"rows\":[");
    String separator = "";
    for (PoliceRow row : served) {
      body.append(separator).append(row.json());
      separator = ",";
    }
    body.append("],\"next\":");
    body.append(next == null ? "null" : '"' + next + '"');
    return body.append('}').toString();
  }

  private static SignatureCheck.Call call(Request request) {
    byte[] body = request.getBody();
    return new SignatureCheck.Call(
        request.getMethod().getName(),
        request.getUrl(),
        SignatureCheck.digest(body == null ? new byte[0] : body),
        request.getHeader("X-Client-Id"),
        request.getHeader("X-Timestamp"),
        request.getHeader("X-Nonce"),
        request.getHeader("X-Signature"));
  }

  private static Optional<String> parameter(Request request, String name) {
    QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? Optional.of(parameter.firstValue()) : Optional.empty();
  }

  private static String local(String instant) {
    return Instant.parse(instant).atZone(SHANGHAI).format(WRITTEN);
  }

  private static ResponseDefinitionBuilder expired() {
    return answer(410, "{\"code\":4101,\"message\":\"cursor expired, start again from since\"}");
  }

  private static ResponseDefinitionBuilder invalid(String message) {
    return answer(400, "{\"code\":4000,\"message\":\"" + message + "\"}");
  }

  private static ResponseDefinitionBuilder answer(int status, String body) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/json;charset=UTF-8")
        .withBody(body);
  }

  private static String padding(int bytes) {
    return "x".repeat(Math.min(bytes, OVERSIZE_MAX));
  }
}
