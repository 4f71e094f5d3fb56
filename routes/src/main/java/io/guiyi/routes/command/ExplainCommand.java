package io.guiyi.routes.command;

import io.guiyi.matching.pair.PairAccount;
import io.guiyi.matching.weigh.Bits;
import io.guiyi.routes.link.ExplainRun;
import io.guiyi.routes.link.ExplainRun.Told;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells how a pair of records is weighed, of files without a hub, or of a stored decision. */
@Command(
    name = "explain",
    description = {
      "Tells how a pair of records is weighed, question by question.",
      "The pair stands in files (--model, --input), or in a decision that the running hub has",
      "stored (--decision), which is weighed again and compared; ends with 3 where it differs.",
      "解释：逐项说明一对记录的权重从何而来；--decision 按存档重算并比对。"
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  static final String ROW = "%-24s%-24s%9s%9s%9s%n";

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "a model: YAML, which is trained first, or the JSON that train wrote")
  private @Nullable Path model;

  @Mixin private final Inputs inputs = new Inputs();

  @Parameters(arity = "0..2", paramLabel = "SOURCE:ID", description = "the two records")
  private final List<String> records = new ArrayList<>();

  @Option(
      names = "--decision",
      paramLabel = "NUMBER",
      description = "instead of all these: a decision that the running hub has stored")
  private @Nullable Long decision;

  @Mixin private final RunningHub hub = new RunningHub();

  @Mixin private final Output output = new Output();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (decision != null) {
      return stored(decision);
    }
    if (model == null || records.size() != 2) {
      throw new ParameterException(
          spec.commandLine(),
          "give --model, --input and two records SOURCE:ID; or --decision and a number");
    }
    Told told = new ExplainRun(model, inputs.files()).run(records.getFirst(), records.getLast());
    output.say(figures(told), out -> words(told, out));
    return ExitCode.DONE;
  }

  private int stored(long number) throws InterruptedException {
    if (model != null || !records.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--decision stands alone: the hub knows model and records");
    }
    JsonNode answer = hub.get("/api/v1/decisions/%d/explanation".formatted(number));
    output.say(answer, out -> StoredWords.explained(out, answer));
    if (answer.path("same").asBoolean()) {
      return ExitCode.DONE;
    }
    output.err().println(StoredWords.difference(answer));
    return ExitCode.BOUND_BROKEN;
  }

  private static double bits(long weight) {
    return weight / (double) Bits.ONE;
  }

  private Map<String, Object> figures(Told told) {
    PairAccount account = told.account();
    List<Map<String, Object>> items = new ArrayList<>();
    for (PairAccount.Item item : account.items()) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("comparison", item.comparison());
      own.put("answer", item.answer());
      own.put("level", bits(item.level()));
      own.put("term", bits(item.term()));
      own.put("counted", bits(item.counted()));
      items.add(own);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("records", records);
    figures.put("prior", bits(account.prior()));
    figures.put("comparisons", items);
    figures.put("sum", bits(account.sum()));
    figures.put("supported", account.supported());
    figures.put("forbidden", account.forbidden());
    figures.put("weight", bits(account.weight()));
    figures.put("probability", Double.parseDouble(told.probability()));
    figures.put("link", told.link());
    figures.put("same_content", told.sameContent());
    figures.put("proposed_by", told.proposedBy());
    return figures;
  }

  private static void words(Told told, PrintWriter out) {
    PairAccount account = told.account();
    out.printf(ROW, "question", "answer", "level", "rarity", "counts");
    out.printf(ROW, "(before any)", "", "", "", Bits.print(account.prior()));
    for (PairAccount.Item item : account.items()) {
      out.printf(
          ROW,
          item.comparison(),
          item.answer().isEmpty() ? "(missing)" : item.answer(),
          Bits.print(item.level()),
          Bits.print(item.term()),
          Bits.print(item.counted()));
    }
    out.printf(ROW, "sum", "", "", "", Bits.print(account.sum()));
    if (!account.supported()) {
      out.printf("no comparison gives the support that the model asks for%n");
    }
    if (account.forbidden()) {
      out.printf("a law forbids to link this pair, whatever it weighs%n");
    }
    out.printf(
        "weight %s bits, probability %s; pairs are linked from %.2f bits on%n",
        Bits.print(account.weight()), told.probability(), told.link());
    if (told.sameContent()) {
      out.printf("both records say the same%n");
    }
    told.proposedBy().forEach(rule -> out.printf("proposed by %s%n", rule));
    if (told.proposedBy().isEmpty() && !told.sameContent()) {
      out.printf("no blocking rule proposes the pair%n");
    }
  }
}
