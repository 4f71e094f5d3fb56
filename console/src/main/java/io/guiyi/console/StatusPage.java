package io.guiyi.console;

import java.time.Clock;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The status page at {@code /}, and its moving part alone at {@code /status}. */
@Controller
public final class StatusPage {
  private final LatestStatus status;
  private final SourceStates sources;
  private final BooleanSupplier leading;
  private final String version;
  private final Clock clock;

  /**
   * A page over these.
   *
   * @param leading whether this hub leads now
   * @param version the hub's, for show
   */
  public StatusPage(
      LatestStatus status,
      SourceStates sources,
      BooleanSupplier leading,
      String version,
      Clock clock) {
    this.status = status;
    this.sources = sources;
    this.leading = leading;
    this.version = version;
    this.clock = clock;
  }

  /** The whole page. */
  @GetMapping("/")
  public String page(Model model, Locale locale) {
    fill(model, locale);
    return "console/status";
  }

  /** The part that is fetched again. */
  @GetMapping("/status")
  public String part(Model model, Locale locale) {
    fill(model, locale);
    return "console/status :: moving";
  }

  private void fill(Model model, Locale locale) {
    model.addAttribute("lang", PageLanguage.tag(locale));
    model.addAttribute("address", "/");
    model.addAttribute(
        "hub",
        StatusView.of(
            status.read(), sources.now(), leading.getAsBoolean(), version, clock.instant()));
  }
}
