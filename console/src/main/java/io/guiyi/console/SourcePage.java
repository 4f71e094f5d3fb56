package io.guiyi.console;

import io.guiyi.records.SourceId;
import io.guiyi.registry.status.RegisterStatus;
import io.guiyi.registry.status.SourceHistory;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What happened to one source, at {@code /console/sources/NAME}. */
@Controller
public final class SourcePage {
  private final LatestStatus status;
  private final SourceStates sources;
  private final Function<SourceId, SourceHistory> histories;
  private final Clock clock;

  /** A page over these. */
  public SourcePage(
      LatestStatus status,
      SourceStates sources,
      Function<SourceId, SourceHistory> histories,
      Clock clock) {
    this.status = status;
    this.sources = sources;
    this.histories = histories;
    this.clock = clock;
  }

  /** The page of a configured source. */
  @GetMapping("/console/sources/{name:[a-z0-9-]{1,40}}")
  public String page(@PathVariable("name") String name, Model model, Locale locale) {
    SourceState state =
        sources.now().stream()
            .filter(known -> known.source().name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    RegisterStatus now = status.read().status();
    RegisterStatus.Source known =
        now.sources().stream()
            .filter(source -> source.freshness().source().equals(state.source()))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Instant at = clock.instant();
    model.addAttribute("lang", PageLanguage.tag(locale));
    model.addAttribute("address", "/console/sources/" + name);
    model.addAttribute(
        "source",
        SourceView.of(StatusView.line(state, known, now, at), histories.apply(state.source()), at));
    return "console/source";
  }
}
