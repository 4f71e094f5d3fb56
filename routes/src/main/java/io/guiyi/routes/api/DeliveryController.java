package io.guiyi.routes.api;

import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.KnownDelivery;
import io.guiyi.registry.intake.Ruling;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The complete deliveries, and the operator's word about those that are held. */
@RestController
@RequestMapping(path = "/api/v1/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeliveryController {
  private static final int USUAL = 100;
  private static final Set<String> KEYS = Set.of("reason");

  private final Deliveries deliveries;

  DeliveryController(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** The deliveries met, latest first. */
  @GetMapping
  DeliveriesAnswer list(
      @RequestParam(name = "before", required = false) @Nullable String before,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int most = (int) Asked.number("limit", limit, 1, Deliveries.MAX_LISTED, USUAL);
    long under = Asked.number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    return DeliveriesAnswer.of(deliveries.list(under, most), most);
  }

  /** Lets the rows of a held delivery be applied by the next pull. */
  @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  DeliveriesAnswer.Delivery release(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    long number = number(id);
    return answer(number, deliveries.release(number, Caller.TOKEN, why(request)));
  }

  /** Has a held delivery passed over. */
  @PostMapping(path = "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  DeliveriesAnswer.Delivery refuse(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    long number = number(id);
    return answer(number, deliveries.refuse(number, Caller.TOKEN, why(request)));
  }

  private static long number(String id) {
    return Asked.number("id", id, 1, Long.MAX_VALUE, 0);
  }

  private static String why(HttpServletRequest request) throws IOException {
    StrictBody body = StrictBody.read(RequestBody.read(request), KEYS);
    return Asked.why(body.text("reason").orElse(null));
  }

  private static DeliveriesAnswer.Delivery answer(long number, Ruling ruling) {
    return switch (ruling) {
      case Ruling.Given(KnownDelivery delivery) -> DeliveriesAnswer.Delivery.of(delivery);
      case Ruling.NotHeld(KnownDelivery delivery) ->
          throw Refusal.of(
              ProblemKind.NOT_HELD,
              "delivery %d is %s".formatted(number, delivery.standing()),
              "only one that is HELD can be released or refused; see GET /api/v1/deliveries");
      case Ruling.Unknown() ->
          throw Refusal.of(
              ProblemKind.UNKNOWN_DELIVERY,
              "there is no delivery " + number,
              "send the id of one that GET /api/v1/deliveries lists");
    };
  }
}
