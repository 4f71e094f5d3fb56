package io.guiyi.records;

import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of every {@code parse} method: the value, or why the text is refused.
 *
 * @param <T> the type of value asked for
 */
public sealed interface Parsed<T> {

  /**
   * The text was understood.
   *
   * @param value what it means
   */
  record Ok<T>(T value) implements Parsed<T> {}

  /**
   * The text was refused.
   *
   * @param reason one of a closed list, to be counted and explained to an operator
   * @param detail one sentence naming value (masked), bound and remedy; never a personal value
   */
  record Refused<T>(RefusalReason reason, String detail) implements Parsed<T> {}

  /** Answers {@code value}. */
  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  /** Answers a refusal; {@code detail} must hold no personal value in clear. */
  static <T> Parsed<T> refused(RefusalReason reason, String detail) {
    return new Refused<>(reason, detail);
  }

  /** The value, if there is one. */
  default Optional<T> toOptional() {
    return switch (this) {
      case Ok<T>(T value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }

  /** The same answer with the value turned into another; a refusal stays what it is. */
  default <R> Parsed<R> map(Function<? super T, ? extends R> turn) {
    return switch (this) {
      case Ok<T>(T value) -> new Ok<>(turn.apply(value));
      case Refused<T>(RefusalReason reason, String detail) -> new Refused<>(reason, detail);
    };
  }

  /**
   * The value, for callers that hold text they have already checked.
   *
   * @throws IllegalArgumentException with the refusal's detail
   */
  default T orElseThrow() {
    return switch (this) {
      case Ok<T>(T value) -> value;
      case Refused<T>(RefusalReason reason, String detail) ->
          throw new IllegalArgumentException(reason + ": " + detail);
    };
  }
}
