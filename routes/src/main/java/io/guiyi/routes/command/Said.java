package io.guiyi.routes.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a steward says, of a case or of persons. */
final class Said {
  @Parameters(
      arity = "0..1",
      paramLabel = "CASE",
      description = "the case that is decided, with --same or --different")
  private @Nullable String caseId;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it before order()
  private Verdict verdict;

  @Option(
      names = "--records",
      split = ",",
      paramLabel = "NUMBER",
      description = "the records that leave, with --split")
  private final List<Long> records = new ArrayList<>();

  @Option(
      names = "--with",
      paramLabel = "PERSON",
      description = "the other person, with --merge; the older id survives")
  private @Nullable String with;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before order()
  private CommandSpec spec;

  /** One of the four. */
  static final class Verdict {
    @Option(
        names = "--same",
        paramLabel = "PERSON",
        description = "the case's record belongs to this person 同一人")
    private @Nullable String same;

    @Option(
        names = "--different",
        split = ",",
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "PERSON",
        description = "it is none of these persons; of no candidate if none is named 不是同一人")
    private @Nullable List<String> different;

    @Option(
        names = "--split",
        paramLabel = "PERSON",
        description = "some records of this person are somebody else's 拆分")
    private @Nullable String split;

    @Option(
        names = "--merge",
        paramLabel = "PERSON",
        description = "this person and another are one 合并")
    private @Nullable String merge;
  }

  /** Under which path it is said. */
  String path() {
    if (verdict.split != null || verdict.merge != null) {
      String person = verdict.split != null ? verdict.split : String.valueOf(verdict.merge);
      return "/api/v1/persons/" + CasesCommand.segment(person);
    }
    if (caseId == null) {
      throw new ParameterException(
          spec.commandLine(), "--same and --different decide a case; name it, such as C-000451");
    }
    return "/api/v1/cases/" + CasesCommand.segment(caseId);
  }

  /** It as the API reads it. */
  ObjectNode order() {
    boolean ofCase = verdict.same != null || verdict.different != null;
    if (!ofCase && caseId != null) {
      throw new ParameterException(
          spec.commandLine(), "--split and --merge decide about persons; leave the case out");
    }
    if (records.isEmpty() == (verdict.split != null)) {
      throw new ParameterException(
          spec.commandLine(), "--records goes with --split, and says which records leave");
    }
    if ((with == null) == (verdict.merge != null)) {
      throw new ParameterException(
          spec.commandLine(), "--with goes with --merge, and names the other person");
    }
    ObjectNode order = JsonMapper.shared().createObjectNode();
    if (verdict.same != null) {
      order.put("verdict", "SAME").put("person", verdict.same);
    } else if (verdict.different != null) {
      order.put("verdict", "DIFFERENT");
      verdict.different.stream()
          .filter(id -> !id.isEmpty())
          .forEach(order.withArray("persons")::add);
    } else if (verdict.split != null) {
      order.put("verdict", "SPLIT");
      records.forEach(order.withArray("records")::add);
    } else {
      order.put("verdict", "MERGE").put("with", with);
    }
    return order;
  }
}
