/**
 * The words that every part of Guiyi speaks: values only, no behaviour that needs a library.
 *
 * <p>Read in the order in which a row travels. A department's row arrives as a {@link
 * io.guiyi.records.SourceRecord}, named by its {@link io.guiyi.records.SourceKey} and dated by its
 * {@link io.guiyi.records.SourceVersion}. Understood, it is a {@link
 * io.guiyi.records.CanonicalRecord}: who the row is about ({@link
 * io.guiyi.records.identity.IdentityClaim}) and what it states ({@link
 * io.guiyi.records.statement.Statement}). Not understood, it is {@link
 * io.guiyi.records.Quarantined} with a typed reason. Pages of them form an {@link
 * io.guiyi.records.IntakePage}; what became of each row is a {@link io.guiyi.records.RowOutcome},
 * and the sum of a pull is a {@link io.guiyi.records.Conservation}.
 *
 * <p>Text from outside enters through a {@code parse} method that answers {@link
 * io.guiyi.records.Parsed}: the value, or a refusal with its reason. Values about a person mask
 * themselves in {@code toString}; the clear text has to be asked for by name.
 *
 * <pre>{@code
 * switch (IdNumber.parse("11010119900307803X")) {
 *   case Parsed.Ok<IdNumber>(IdNumber number) -> number.birthDate();   // 1990-03-07
 *   case Parsed.Refused<IdNumber> refused -> refused.reason();         // e.g. CHECK_DIGIT
 * }
 * }</pre>
 */
@NullMarked
package io.guiyi.records;

import org.jspecify.annotations.NullMarked;
