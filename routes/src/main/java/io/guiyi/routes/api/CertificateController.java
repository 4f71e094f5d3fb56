package io.guiyi.routes.api;

import io.guiyi.console.SourceState;
import io.guiyi.console.SourceStates;
import io.guiyi.records.SourceId;
import io.guiyi.registry.certificate.CertificateCheck;
import io.guiyi.registry.certificate.CertificateVerdict;
import io.guiyi.registry.certificate.CertificateVerdict.Broken;
import io.guiyi.registry.certificate.CertificateVerdict.Sound;
import io.guiyi.registry.certificate.Certificates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The certificates of a source, for whoever settles accounts with its department. */
@RestController
@RequestMapping(
    path = "/api/v1/sources/{source}/certificates",
    produces = MediaType.APPLICATION_JSON_VALUE)
final class CertificateController {
  /** The most certificates one answer holds. */
  static final int MAX_LISTED = 200;

  private static final int USUAL = 20;

  private final Certificates certificates;
  private final CertificateCheck check;
  private final SourceStates sources;

  CertificateController(Certificates certificates, CertificateCheck check, SourceStates sources) {
    this.certificates = certificates;
    this.check = check;
    this.sources = sources;
  }

  /**
   * Some certificates.
   *
   * @param certificates latest first
   */
  record Listed(List<CertificateAnswer> certificates) {}

  /**
   * What checking them found.
   *
   * @param sound whether each is signed, follows the one before, and says what the database says
   * @param certificates how many are sound
   * @param head SM3 of the last sound one; empty if one is not
   * @param brokenAt the number of the first bad one; 0 if none is
   * @param fault what is wrong with it; empty if none is
   */
  record Verdict(boolean sound, long certificates, String head, long brokenAt, String fault) {
    static Verdict of(CertificateVerdict verdict) {
      return switch (verdict) {
        case Sound all -> new Verdict(true, all.certificates(), all.head().hex(), 0, "");
        case Broken(long number, CertificateVerdict.Fault fault) ->
            new Verdict(false, number - 1, "", number, fault.name());
      };
    }
  }

  /**
   * Lists them.
   *
   * @param before the number of the last one already listed
   * @param limit 1 to {@value #MAX_LISTED}
   */
  @GetMapping
  Listed list(
      @PathVariable("source") String source,
      @RequestParam(name = "before", required = false) @Nullable String before,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int most = (int) Asked.number("limit", limit, 1, MAX_LISTED, USUAL);
    long under = Asked.number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    return new Listed(
        certificates.list(known(source), under, most).stream().map(CertificateAnswer::of).toList());
  }

  /** The last one. */
  @GetMapping("/latest")
  CertificateAnswer latest(@PathVariable("source") String source) {
    return certificates.list(known(source), Long.MAX_VALUE, 1).stream()
        .findFirst()
        .map(CertificateAnswer::of)
        .orElseThrow(() -> unknown(source, "no certificate yet"));
  }

  /** Checks all of them. */
  @GetMapping("/verification")
  Verdict verification(@PathVariable("source") String source) {
    return Verdict.of(check.verify(known(source)));
  }

  /** One of them. */
  @GetMapping("/{number:\\d{1,18}}")
  CertificateAnswer of(@PathVariable("source") String source, @PathVariable("number") long number) {
    return certificates
        .of(known(source), number)
        .map(CertificateAnswer::of)
        .orElseThrow(() -> unknown(source, "no certificate " + number));
  }

  private SourceId known(String source) {
    return sources.now().stream()
        .map(SourceState::source)
        .filter(known -> known.name().equals(source))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.UNKNOWN_SOURCE,
                "no source of that name is configured",
                "GET /api/v1/sources lists them"));
  }

  private static Refusal unknown(String source, String what) {
    return Refusal.of(
        ProblemKind.UNKNOWN_CERTIFICATE,
        "%s has %s".formatted(source, what),
        "GET /api/v1/sources/%s/certificates lists what there is".formatted(source));
  }
}
