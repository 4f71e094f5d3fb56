package io.guiyi.routes.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through requests that carry the token: {@code Authorization: Bearer ...}, RFC 6750. */
final class ApiGate extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final String PASSED = ApiGate.class.getName();

  private final ApiToken token;

  ApiGate(ApiToken token) {
    this.token = token;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (carriesToken(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      request.setAttribute(PASSED, true);
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"guiyi\"");
    Problem.of(
            ProblemKind.UNAUTHORIZED,
            "no bearer token, or not the one in force",
            ("send the header 'Authorization: Bearer ...' with the content of keys/%s"
                    + " in the data folder")
                .formatted(ApiToken.FILE))
        .write(response);
  }

  /** Whether {@code request} is one of the API, however its path was written. */
  static boolean hasPassed(HttpServletRequest request) {
    return request.getAttribute(PASSED) != null;
  }

  private boolean carriesToken(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && token.matches(header.substring(SCHEME.length()).strip());
  }
}
