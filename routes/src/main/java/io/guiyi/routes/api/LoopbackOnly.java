package io.guiyi.routes.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in callers on this machine who address it as such. The second half stops a page from
 * elsewhere, opened in a browser on this machine, whose name was made to lead to 127.0.0.1.
 */
final class LoopbackOnly extends OncePerRequestFilter {
  /**
   * Addresses as numbers only: a name would be looked up, and the answer is the caller's to give.
   */
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|\\[?[0-9A-Fa-f:.%]{2,60}]?");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isLoopback(request.getRemoteAddr())) {
      Problem.of(
              ProblemKind.NOT_HERE,
              "the hub answers only on the machine it runs on",
              "call it from there, as http://127.0.0.1:port")
          .write(response);
    } else if (!isThisMachine(request.getServerName())) {
      Problem.of(
              ProblemKind.MISDIRECTED,
              "the Host header names another machine",
              "address the hub as 127.0.0.1 or localhost")
          .write(response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost") || isLoopback(host);
  }

  static boolean isLoopback(String address) {
    try {
      return NUMERIC.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
