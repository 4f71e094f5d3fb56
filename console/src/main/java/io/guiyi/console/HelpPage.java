package io.guiyi.console;

import io.guiyi.records.QuarantineReason;
import io.guiyi.registry.watch.AlarmKind;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What everything that can go wrong means and what to do, at {@code /console/help}: every alarm,
 * every reason for quarantine, every way in which a source can fail.
 */
@Controller
public final class HelpPage {
  private final List<String> failures;

  /**
   * The page.
   *
   * @param failures the kinds in which a source can fail, as {@link SourceState.Failure} names them
   */
  public HelpPage(List<String> failures) {
    this.failures = List.copyOf(failures);
  }

  /** The page. */
  @GetMapping("/console/help")
  public String page(Model model, Locale locale) {
    model.addAttribute("lang", PageLanguage.tag(locale));
    model.addAttribute("address", "/console/help");
    model.addAttribute("alarms", List.of(AlarmKind.values()));
    model.addAttribute("reasons", List.of(QuarantineReason.values()));
    model.addAttribute("failures", failures);
    return "console/help";
  }
}
