package io.guiyi.lab.departments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.guiyi.lab.departments.HealthRegister.Place;
import io.guiyi.lab.population.feeds.FhirResource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers searches of the health department: checks the token, finds the page, misbehaves. */
final class HealthDesk implements ResponseDefinitionTransformerV2 {

  static final String NAME = "health-desk";

  private static final String LINK = "_getpages";
  private static final int TRICKLES = 20;

  private final HealthRegister register;
  private final String token;
  private final Queue<HealthTrouble> troubles = new ArrayDeque<>();
  private final AtomicLong bundles = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong troublesMade = new AtomicLong();
  private final Peace peace = new Peace();
  private volatile @Nullable HealthSearch previous;

  HealthDesk(HealthRegister register, String token) {
    this.register = register;
    this.token = token;
  }

  /** How a page goes wrong. */
  private enum Slip {
    NONE,
    SHIFTED,
    PARTIAL
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
  void expect(HealthTrouble trouble) {
    synchronized (troubles) {
      troubles.add(trouble);
    }
  }

  long bundlesServed() {
    return bundles.get();
  }

  long patientsServed() {
    return files.get();
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
    if (!("Bearer " + token).equals(request.getHeader("Authorization"))) {
      refusals.incrementAndGet();
      return outcome(401, "login").build();
    }
    String accept = request.getHeader("Accept");
    if (accept == null || !accept.contains("application/fhir+json")) {
      refusals.incrementAndGet();
      return outcome(406, "not-supported").build();
    }
    HealthTrouble trouble = trouble(request);
    if (trouble == null) {
      return page(request, Slip.NONE, base(request)).build();
    }
    peace.begins();
    troublesMade.incrementAndGet();
    return wrong(request, trouble).build();
  }

  private ResponseDefinitionBuilder wrong(Request request, HealthTrouble trouble) {
    String base = base(request);
    return switch (trouble) {
      case HealthTrouble.TooManyRequests(var retryAfter) ->
          outcome(429, "throttled")
              .withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
      case HealthTrouble.ServerError(int status) -> outcome(status, "exception");
      case HealthTrouble.SlowBody(var duration) ->
          page(request, Slip.NONE, base)
              .withChunkedDribbleDelay(TRICKLES, (int) duration.toMillis());
      case HealthTrouble.Silence(var duration) ->
          page(request, Slip.NONE, base).withFixedDelay((int) duration.toMillis());
      case HealthTrouble.BrokenOff() ->
          page(request, Slip.NONE, base).withFault(Fault.MALFORMED_RESPONSE_CHUNK);
      case HealthTrouble.ConnectionReset() ->
          new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case HealthTrouble.ExpiredLink() -> expired();
      case HealthTrouble.RepeatedPage() -> {
        HealthSearch before = previous;
        yield before == null ? page(request, Slip.NONE, base) : bundle(before, Slip.NONE, base);
      }
      case HealthTrouble.ShiftedPage() -> page(request, Slip.SHIFTED, base);
      case HealthTrouble.PartialPage() -> page(request, Slip.PARTIAL, base);
      case HealthTrouble.Redirect(String location) ->
          outcome(302, "informational").withHeader("Location", location);
      case HealthTrouble.ForeignLink(String elsewhere) -> page(request, Slip.NONE, elsewhere);
      case HealthTrouble.NotJson() ->
          new ResponseDefinitionBuilder().withStatus(200).withBody("<html>网关超时</html>");
    };
  }

  /** The next trouble, if it can strike this call: some can only strike one that follows a link. */
  private @Nullable HealthTrouble trouble(Request request) {
    synchronized (troubles) {
      HealthTrouble next = troubles.peek();
      boolean needsLink =
          next instanceof HealthTrouble.ExpiredLink || next instanceof HealthTrouble.RepeatedPage;
      return needsLink && !request.queryParameter(LINK).isPresent() ? null : troubles.poll();
    }
  }

  private ResponseDefinitionBuilder page(Request request, Slip slip, String base) {
    QueryParameter link = request.queryParameter(LINK);
    if (link.isPresent()) {
      Optional<HealthSearch> known = HealthSearch.decoded(link.firstValue());
      return known.isPresent() ? bundle(known.get(), slip, base) : expired();
    }
    String path = URI.create(request.getUrl()).getPath();
    try {
      return bundle(
          HealthSearch.of(path.substring(path.lastIndexOf('/') + 1), request), slip, base);
    } catch (HealthSearch.Invalid invalid) {
      return outcome(400, "invalid");
    }
  }

  private ResponseDefinitionBuilder bundle(HealthSearch search, Slip slip, String base) {
    List<FhirResource> found = find(search);
    boolean more = found.size() > search.count();
    List<FhirResource> served = new ArrayList<>(more ? found.subList(0, search.count()) : found);
    HealthSearch counted = search.isCounted() ? search : search.counted(count(search, found));
    HealthSearch next = more ? counted.goneTo(Place.of(served.getLast())) : null;
    previous = search;
    if (slip == Slip.PARTIAL && !served.isEmpty()) {
      served.removeFirst();
    }
    if (slip == Slip.SHIFTED) {
      register.find(search.type(), search.after().id()).ifPresent(served::addFirst);
    }
    bundles.incrementAndGet();
    files.addAndGet(search.type().equals("Patient") ? served.size() : 0);
    return answer(200, json(counted, served, next, base));
  }

  private List<FhirResource> find(HealthSearch search) {
    return search.ids().isEmpty()
        ? register.after(search.type(), search.after(), search.count() + 1)
        : search.ids().stream()
            .map(id -> register.find(search.type(), id))
            .flatMap(Optional::stream)
            .limit(search.count())
            .toList();
  }

  private int count(HealthSearch search, List<FhirResource> found) {
    return search.ids().isEmpty()
        ? register.countAfter(search.type(), search.after())
        : found.size();
  }

  private String json(
      HealthSearch search, List<FhirResource> served, @Nullable HealthSearch next, String base) {
    StringBuilder json = new StringBuilder(served.size() * 2_000 + 400);
    json.append("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":")
        .append(search.total())
        .append(",\"link\":[{\"relation\":\"self\",\"url\":\"")
        .append(base)
        .append("\"}");
    if (next != null) {
      json.append(",{\"relation\":\"next\",\"url\":\"")
          .append(base)
          .append('?' + LINK + '=')
          .append(next.encoded())
          .append("\"}");
    }
    json.append("],\"entry\":[");
    List<String> entries = new ArrayList<>();
    for (FhirResource resource : served) {
      entries.add(entry(resource, "match", base));
    }
    for (FhirResource resource : served) {
      for (String type : search.includes()) {
        register
            .partsOf(resource.id(), type)
            .forEach(part -> entries.add(entry(part, "include", base)));
      }
    }
    return json.append(String.join(",", entries)).append("]}").toString();
  }

  private static String entry(FhirResource resource, String mode, String base) {
    return "{\"fullUrl\":\"%s/%s/%s\",\"resource\":%s,\"search\":{\"mode\":\"%s\"}}"
        .formatted(base, resource.type(), resource.id(), resource.json(), mode);
  }

  private static String base(Request request) {
    return "http://" + request.getHost() + ":" + request.getPort() + HealthDepartment.PATH;
  }

  private static ResponseDefinitionBuilder expired() {
    return outcome(410, "not-found");
  }

  private static ResponseDefinitionBuilder outcome(int status, String code) {
    return answer(
        status,
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\""
            + code
            + "\"}]}");
  }

  private static ResponseDefinitionBuilder answer(int status, String body) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/fhir+json;charset=UTF-8")
        .withBody(body);
  }
}
