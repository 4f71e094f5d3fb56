/**
 * What departments state about a person, each with the time for which it is stated.
 *
 * <p>{@link io.guiyi.records.statement.Statement} is sealed: the twelve kinds are the raw material
 * of every fact the hub will answer. A statement is a department's word, not a truth; facts weigh
 * them.
 */
@NullMarked
package io.guiyi.records.statement;

import org.jspecify.annotations.NullMarked;
