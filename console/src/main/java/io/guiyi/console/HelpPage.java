package io.guiyi.console;

import io.guiyi.records.QuarantineReason;
import io.guiyi.registry.watch.AlarmKind;
import java.util.Arrays;
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
  private final List<Chapter> chapters;

  /**
   * One kind of thing that can go wrong.
   *
   * @param topic the word for one of them: the pages have words under {@code TOPIC.NAME}, {@code
   *     TOPIC.NAME.means} and {@code TOPIC.NAME.remedy}
   * @param names all of them, in the order to show them
   */
  public record Chapter(String topic, List<String> names) {
    /** Copies the list. */
    public Chapter {
      names = List.copyOf(names);
    }

    private static Chapter of(String topic, Enum<?>[] names) {
      return new Chapter(topic, Arrays.stream(names).map(Enum::name).toList());
    }

    /** Where it stands on the page. */
    public String id() {
      return topic + "s";
    }
  }

  /**
   * The page.
   *
   * @param failures the kinds in which a source can fail, as {@link SourceState.Failure} names them
   */
  public HelpPage(List<String> failures) {
    chapters =
        List.of(
            Chapter.of("alarm", AlarmKind.values()),
            Chapter.of("reason", QuarantineReason.values()),
            new Chapter("failure", failures));
  }

  /** The page. */
  @GetMapping("/console/help")
  public String page(Model model, Locale locale) {
    model.addAttribute("lang", PageLanguage.tag(locale));
    model.addAttribute("address", "/console/help");
    model.addAttribute("chapters", chapters);
    return "console/help";
  }
}
