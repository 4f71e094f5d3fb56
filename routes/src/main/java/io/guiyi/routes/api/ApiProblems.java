package io.guiyi.routes.api;

import io.guiyi.registry.leadership.NoLongerLeader;
import io.guiyi.registry.store.RegisterUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns whatever ends a request of the API into a problem. What a library says is never passed on.
 */
@RestControllerAdvice
final class ApiProblems {
  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @ExceptionHandler(Exception.class)
  ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request) throws Exception {
    if (!ApiGate.hasPassed(request)) {
      throw failure; // pages have error pages of their own
    }
    HttpHeaders headers = new HttpHeaders();
    Problem problem =
        switch (failure) {
          case Refusal refusal -> refusal.problem();
          case RegisterUnavailable _ -> unavailable();
          case NoLongerLeader _ -> notLeading();
          case ErrorResponse known -> {
            headers.addAll(known.getHeaders()); // Allow, Accept
            yield of(known.getStatusCode().value());
          }
          default -> fault(failure);
        };
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == ProblemKind.REGISTER_UNAVAILABLE.status()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return ResponseEntity.status(problem.status()).headers(headers).body(problem);
  }

  private static Problem unavailable() {
    return Problem.of(
        ProblemKind.REGISTER_UNAVAILABLE,
        "the database cannot serve now; nothing was read or changed",
        "ask again in %s seconds; if it lasts, look at /health/ready"
            .formatted(RETRY_AFTER_SECONDS));
  }

  private static Problem notLeading() {
    return Problem.of(
        ProblemKind.NOT_LEADING,
        "another hub leads on this database, or none does at the moment",
        "ask the hub that GET /api/v1/status names as leader; what was done before stays done");
  }

  private static Problem of(int status) {
    return switch (status) {
      case 404 ->
          Problem.of(
              ProblemKind.UNKNOWN_PATH,
              "nothing answers under this path",
              "there are GET /api/v1/persons/{id}, POST /api/v1/persons/search,"
                  + " GET /api/v1/sources, GET /api/v1/sources/{id}/certificates,"
                  + " GET /api/v1/status, GET /api/v1/alarms, POST /api/v1/alarms/{id}/accept,"
                  + " GET /api/v1/quarantine,"
                  + " GET /api/v1/quarantine/counts, POST /api/v1/quarantine/replay,"
                  + " GET /api/v1/deliveries, POST /api/v1/deliveries/{id}/release or refuse,"
                  + " GET /api/v1/cases, GET /api/v1/cases/{id}, POST /api/v1/cases/{id}/preview or"
                  + " decide, GET /api/v1/persons/{id}/records, POST /api/v1/persons/{id}/preview"
                  + " or decide, GET /api/v1/cases/decisions,"
                  + " POST /api/v1/cases/decisions/{number}/preview or undo,"
                  + " POST /api/v1/match, GET /api/v1/decisions/{number}/explanation and"
                  + " POST /api/v1/relink");
      case 405 ->
          Problem.of(
              ProblemKind.WRONG_METHOD,
              "the path does not know this method",
              "use one of the header Allow; a search is a POST");
      case 406 ->
          Problem.of(
              ProblemKind.NOT_ACCEPTABLE,
              "answers are application/json",
              "send 'Accept: application/json' or no Accept");
      case 415 ->
          Problem.of(
              ProblemKind.WRONG_MEDIA_TYPE,
              "bodies are application/json",
              "send 'Content-Type: application/json'");
      default ->
          Problem.of(
              ProblemKind.BAD_REQUEST,
              "the request cannot be read (status %d)".formatted(status),
              "compare it with the API's description");
    };
  }

  /** Where it happened is logged; what it said may quote a value and is not. */
  private static Problem fault(Exception failure) {
    Throwable place = new Throwable(failure.getClass().getName());
    place.setStackTrace(failure.getStackTrace());
    LOG.error("a request of the API failed", place);
    return Problem.of(
        ProblemKind.FAULT,
        "the request failed inside the hub; nothing was changed",
        "tell the operator the time: logs/hub.log holds the place");
  }
}
