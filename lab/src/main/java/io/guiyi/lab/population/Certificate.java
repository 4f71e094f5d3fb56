package io.guiyi.lab.population;

import java.time.LocalDate;

/**
 * A vocational certificate, with the highest schooling that the labour department noted beside it.
 *
 * @param level 1 (highest) to 5
 * @param trade what it certifies
 * @param issuer who issued it
 * @param issued when
 * @param schooling two digits of GB/T 4658
 */
public record Certificate(
    int level, String trade, String issuer, LocalDate issued, String schooling) {}
