/**
 * Pages for administrators. This release has one: how the hub stands.
 *
 * <pre>
 * StatusBoard (register) ─▶ {@link LatestStatus} ─┐
 * {@link SourceStates} (the running hub) ─────────┼─▶ {@link StatusView} ─▶ console/status.html
 * Leadership (register) ──────────────────────────┘
 * </pre>
 *
 * <p>A page is rendered on the server from a view: a value that holds everything the template
 * shows, so that what is shown can be tested without a browser. Chinese comes first; {@code
 * ?lang=en} asks for English. htmx fetches the moving part again every few seconds; without
 * JavaScript the page reloads itself. Nothing inline runs and nothing comes from elsewhere: {@link
 * io.guiyi.console.PageHeaders} forbids it.
 *
 * <p>The page holds counts and configured names, no personal values.
 */
@NullMarked
package io.guiyi.console;

import org.jspecify.annotations.NullMarked;
