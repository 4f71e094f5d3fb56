package io.guiyi.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chinese, unless the address says {@code ?lang=en}. What the browser prefers plays no part: the
 * offices work in Chinese, on machines that were set up in all kinds of languages.
 */
public final class PageLanguage implements LocaleResolver {
  private static final String PARAMETER = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return "en".equals(request.getParameter(PARAMETER))
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new IllegalStateException("a page's language is set by its address: ?lang=en");
  }

  /** How the language is written in the address: {@code en} or {@code zh}. */
  static String tag(Locale locale) {
    return locale.getLanguage().equals("en") ? "en" : "zh";
  }
}
