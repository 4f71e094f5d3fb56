package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The signed certificates of a source's pulls. */
@Command(
    name = "certificates",
    description = "Lists, shows and verifies the signed certificates of a source's pulls.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CertificatesCommand.ListThem.class,
      CertificatesCommand.Show.class,
      CertificatesCommand.Verify.class
    })
final class CertificatesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: list, show or verify");
  }

  /** Which source on which hub. */
  static final class Of {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Places places;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the source's configured name")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String source;

    @Option(names = "--json", description = "end with one JSON object on the last line")
    private boolean json;

    private JsonNode get(String rest) throws InterruptedException {
      if (!source.matches("[a-z0-9-]{1,40}")) {
        throw new RunningHub.NotDone(
            "a source's name has 1 to 40 small letters, digits and hyphens -> see: guiyi status");
      }
      return new RunningHub(places).get("/api/v1/sources/" + source + "/certificates" + rest);
    }
  }

  /** Lists them. */
  @Command(
      name = "list",
      description = "Lists the certificates of a source, latest first.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Of of;

    @Option(
        names = "--limit",
        paramLabel = "CERTIFICATES",
        defaultValue = "20",
        description = "at most so many, 1 to 200 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      JsonNode answer = of.get("?limit=" + limit);
      PrintWriter out = spec.commandLine().getOut();
      if (of.json) {
        out.println(answer);
      } else {
        answer.path("certificates").forEach(signed -> line(out, signed.path("certificate")));
      }
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
  }

  /** Shows one. */
  @Command(
      name = "show",
      description = "Shows one certificate: the text that was signed, its digest and signature.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Of of;

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "NUMBER",
        defaultValue = "0",
        description = "its number; the last one if left out")
    private long number;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      JsonNode answer = of.get(number == 0 ? "/latest" : "/" + number);
      PrintWriter out = spec.commandLine().getOut();
      if (of.json) {
        out.println(answer);
      } else {
        out.println(answer.path("content").asString());
        out.println("SM3        " + answer.path("sm3").asString());
        out.println("SM2        " + answer.path("signature").asString());
        out.println("key        " + answer.path("key").asString());
      }
      return ExitCode.DONE;
    }
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
  static final class Verify implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Of of;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      JsonNode verdict = of.get("/verification");
      boolean sound = verdict.path("sound").asBoolean();
      PrintWriter out = spec.commandLine().getOut();
      if (of.json) {
        out.println(verdict);
      } else if (sound) {
        out.printf(
            "%d certificates, all sound; the last one's SM3 is %s%n",
            verdict.path("certificates").asLong(), verdict.path("head").asString());
      } else {
        out.printf(
            "certificate %d is not sound (%s); keep a copy of the database and tell the auditor%n",
            verdict.path("brokenAt").asLong(), verdict.path("fault").asString());
      }
      return sound ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
    }
  }
}
