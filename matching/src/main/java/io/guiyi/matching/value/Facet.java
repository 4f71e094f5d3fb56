package io.guiyi.matching.value;

/**
 * A view of a value under which records meet: the whole, a prefix, each word, the year.
 *
 * @param <V> the value
 */
@FunctionalInterface
public interface Facet<V> {
  /** Hands over the keys of a value, perhaps none; each is a text that the facet alone gives. */
  void keys(V value, KeySink sink);

  /** Takes keys. */
  @FunctionalInterface
  interface KeySink {
    /** One more key; an empty text is no key. */
    void add(String key);
  }
}
