/**
 * Kinds of values that Chinese offices write: names, resident numbers, birth dates, phones,
 * addresses, employers, relatives and the numbers of children's files.
 *
 * <p>What a column says is read by {@code normalize} and compared by {@code compare}, the same that
 * the resolver uses, so that both drivers give a pair the same levels. A kind here gathers the
 * columns that must be judged together (a number needs the row's birth date and sex to know whether
 * it is the person's own), names the levels for models and gives the facets by which rows meet.
 */
@NullMarked
package io.guiyi.matching.value.han;

import org.jspecify.annotations.NullMarked;
