package io.guiyi.matching.value.han;

import io.guiyi.matching.normalize.NameForm;
import org.jspecify.annotations.Nullable;

/**
 * A name as a row gives it.
 *
 * @param form the name
 * @param former the former name, if the row gives one
 */
public record HanName(NameForm form, @Nullable NameForm former) {
  @Override
  public String toString() {
    return "HanName[*]";
  }
}
