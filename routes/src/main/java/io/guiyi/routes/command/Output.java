package io.guiyi.routes.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How a command speaks: in words, or with one JSON object as the last line of stdout. */
public final class Output {
  @Option(names = "--json", description = "end with one JSON object on the last line")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /** Where results go. */
  public PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where everything goes that is no result. */
  public PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Lines on stderr for whoever waits; the time counts from now. */
  public Progress progress() {
    return new Progress(err(), Clock.systemUTC());
  }

  /** Says {@code result}: as one JSON object if that was asked for, otherwise in {@code words}. */
  public void say(Object result, Consumer<PrintWriter> words) {
    if (json) {
      out().println(JsonMapper.shared().writeValueAsString(result));
    } else {
      words.accept(out());
    }
    out().flush();
  }

  /**
   * Says figures on stdout and complains on stderr of every bound that does not hold.
   *
   * @return {@link ExitCode#DONE}, or {@link ExitCode#BOUND_BROKEN} if there is one
   */
  public int report(Map<String, Object> figures, List<String> brokenBounds) {
    brokenBounds.forEach(sentence -> err().println("bound broken: " + sentence));
    say(figures, out -> figures.forEach((name, value) -> out.printf("%-28s%s%n", name, value)));
    return brokenBounds.isEmpty() ? ExitCode.DONE : ExitCode.BOUND_BROKEN;
  }
}
