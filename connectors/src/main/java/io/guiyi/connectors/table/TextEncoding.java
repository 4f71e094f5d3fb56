package io.guiyi.connectors.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the characters of a delimited file are written. Chinese files are GB18030 even where somebody
 * calls them GBK or GB2312: it includes both, and only it reads the dot of names as U+00B7.
 */
public enum TextEncoding {
  /** GB18030, with or without its byte order mark. */
  GB18030(Charset.forName("GB18030"), 0x84, 0x31, 0x95, 0x33),
  /** UTF-8, with or without a byte order mark. */
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF);

  private final Charset charset;
  private final byte[] mark;

  TextEncoding(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  /** The encoding whose byte order mark the content begins with. */
  public static Optional<TextEncoding> marked(byte[] content) {
    return Arrays.stream(values()).filter(encoding -> encoding.marks(content)).findFirst();
  }

  Charset charset() {
    return charset;
  }

  /** How many bytes the mark takes at the start of {@code content}; 0 if there is none. */
  int markLength(byte[] content) {
    return marks(content) ? mark.length : 0;
  }

  private boolean marks(byte[] content) {
    return content.length >= mark.length
        && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
  }
}
