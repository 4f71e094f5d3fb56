package io.guiyi.routes.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The signed certificates of a source's pulls. */
@Command(
    name = "certificates",
    description = "Lists, shows and verifies the signed certificates of a source's pulls.",
    mixinStandardHelpOptions = true)
final class CertificatesCommand {
  /** The certificates of one source. */
  static final class Of {
    @Mixin private final RunningHub hub = new RunningHub();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the source's configured name")
    @SuppressWarnings("NullAway.Init") // picocli sets it before get()
    private String source;

    private JsonNode get(String rest) throws InterruptedException {
      if (!source.matches("[a-z0-9-]{1,40}")) {
        throw new RunningHub.NotDone(
            "a source's name has 1 to 40 small letters, digits and hyphens -> see: guiyi status");
      }
      return hub.get("/api/v1/sources/" + source + "/certificates" + rest);
    }
  }

  /** Lists them. */
  @Command(
      name = "list",
      description = "Lists the certificates of a source, latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin Of of,
      @Option(
              names = "--limit",
              paramLabel = "CERTIFICATES",
              defaultValue = "20",
              description = "at most so many, 1 to 200 (default: ${DEFAULT-VALUE})")
          int limit,
      @Mixin Output output)
      throws InterruptedException {
    JsonNode answer = of.get("?limit=" + limit);
    output.say(
        answer,
        out -> answer.path("certificates").forEach(each -> line(out, each.path("certificate"))));
    return ExitCode.DONE;
  }

  private static void line(PrintWriter out, JsonNode certificate) {
    JsonNode rows = certificate.path("rows");
    out.printf(
        "%d  %s  %s %s  read %d = new %d + changed %d + unchanged %d + withdrawn %d + stale %d"
            + " + quarantined %d%n",
        certificate.path("number").asLong(),
        certificate.path("finished").asString(),
        certificate.path("kind").asString(),
        certificate.path("outcome").asString(),
        rows.path("read").asLong(),
        rows.path("fresh").asLong(),
        rows.path("changed").asLong(),
        rows.path("unchanged").asLong(),
        rows.path("withdrawn").asLong(),
        rows.path("stale").asLong(),
        rows.path("quarantined").asLong());
  }

  /** Shows one. */
  @Command(
      name = "show",
      description = "Shows one certificate: the text that was signed, its digest and signature.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin Of of,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "NUMBER",
              defaultValue = "0",
              description = "its number; the last one if left out")
          long number,
      @Mixin Output output)
      throws InterruptedException {
    JsonNode answer = of.get(number == 0 ? "/latest" : "/" + number);
    output.say(
        answer,
        out -> {
          out.println(answer.path("content").asString());
          out.println("SM3        " + answer.path("sm3").asString());
          out.println("SM2        " + answer.path("signature").asString());
          out.println("key        " + answer.path("key").asString());
        });
    return ExitCode.DONE;
  }

  /** Checks all of them. */
  @Command(
      name = "verify",
      description = {
        "Checks every certificate of a source: form, chain, signature, and the counts once more"
            + " from",
        "the database. Ends with code 3 if one is not sound."
      },
      mixinStandardHelpOptions = true)
  int verify(@Mixin Of of, @Mixin Output output) throws InterruptedException {
    JsonNode verdict = of.get("/verification");
    output.say(verdict, out -> out.print(sentence(verdict)));
    return verdict.path("sound").asBoolean() ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
  }

  private static String sentence(JsonNode verdict) {
    return verdict.path("sound").asBoolean()
        ? "%d certificates, all sound; the last one's SM3 is %s%n"
            .formatted(verdict.path("certificates").asLong(), verdict.path("head").asString())
        : "certificate %d is not sound (%s); keep a copy of the database and tell the auditor%n"
            .formatted(verdict.path("brokenAt").asLong(), verdict.path("fault").asString());
  }
}
