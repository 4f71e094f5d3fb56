package io.guiyi.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by their code points, which is that of their bytes in UTF-8. */
final class CodePointOrder {
  static final Comparator<String> TEXTS =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private CodePointOrder() {}
}
