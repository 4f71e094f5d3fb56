/**
 * Malformed rows by classes (R14): every field of the six sources' rows, spoilt in every way that
 * its kind allows, and what must become of each.
 *
 * <pre>
 * fields.tsv    source, field, its kind ─┐
 * expected.tsv  kind, mutation, outcome ─┴─▶ MalformedClass = source × field × mutation
 * GoodRows      rows of an invented city ──▶ a row with one wound ─▶ Source.reread, canonicalize
 *                                            outcome, field and everything else as foretold?
 * </pre>
 *
 * <p>Both tables are written by hand from the agreements with the departments; nothing in them is
 * read back from the connectors, which would agree with themselves whatever they do.
 */
@NullMarked
package io.guiyi.lab.drill.malformed;

import org.jspecify.annotations.NullMarked;
