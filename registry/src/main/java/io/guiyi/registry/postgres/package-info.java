/**
 * The hub's own PostgreSQL: a real server under the data directory, kept to its promises.
 *
 * <p>The register answers for people, so a commit must survive a power cut. An embedded database
 * for tests gives that up for speed; this package does not. It unpacks PostgreSQL's own programs
 * from the class path and runs them as an operator would, with everything in one place:
 *
 * <pre>
 * DIR/postgres/bin-18.6-…   the programs, unpacked once (they may be shared by several servers)
 * DIR/postgres/data         the database cluster; present only if it was created completely
 * DIR/postgres/run          the lock that keeps a second hub out, and the port last used
 * DIR/postgres/log          the server's log, seven files by weekday
 * DIR/postgres/credentials  random passwords, readable by the owner alone
 * </pre>
 *
 * <p>Read {@link io.guiyi.registry.postgres.EmbeddedPostgres} first: it is the whole story in the
 * order in which it happens. A start goes through the same steps every time, whatever was left
 * behind before: take the lock, unpack, create the cluster unless it is there, stop an orphan,
 * start, make sure of the role and the database, check durability.
 *
 * <pre>{@code
 * try (var postgres = EmbeddedPostgres.start(PostgresSettings.in(Path.of("var")))) {
 *   DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
 * }
 * }</pre>
 *
 * <p>What a crash leaves behind, and what the next start does about it:
 *
 * <table>
 * <caption>Crashes</caption>
 * <tr><td>hub killed, server lives on</td><td>the orphan is stopped (a fast shutdown) and a fresh
 *     server started. Adopting it as it is would keep its old settings and, for a while, the dead
 *     hub's sessions with their advisory locks.</td></tr>
 * <tr><td>server killed</td><td>PostgreSQL replays its log. Sessions that outlive their server for
 *     a moment are waited for.</td></tr>
 * <tr><td>both killed</td><td>as above; the pid file is stale.</td></tr>
 * <tr><td>pid given to another process since</td><td>the pid file is removed, that process is left
 *     alone.</td></tr>
 * <tr><td>killed while the cluster was being created</td><td>the half-made directory has another
 *     name, is deleted, and creation starts again.</td></tr>
 * </table>
 *
 * <p>{@link io.guiyi.registry.postgres.DurabilityCheck} asks any server, embedded or external,
 * whether it keeps what it commits.
 */
@NullMarked
package io.guiyi.registry.postgres;

import org.jspecify.annotations.NullMarked;
