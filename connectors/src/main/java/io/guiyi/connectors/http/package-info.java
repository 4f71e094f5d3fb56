/**
 * Asking a department over HTTP, the careful way: signed, bounded, never redirected.
 *
 * <p>{@link io.guiyi.connectors.http.HttpPort} is one address of one department. Camel's HTTP
 * endpoint moves the bytes; around it stand the rules that an attacker or a failing department
 * would test. {@link io.guiyi.connectors.http.RequestHeaders} go along with each request: a {@link
 * io.guiyi.connectors.http.RequestSigner} signs what really goes out, a {@link
 * io.guiyi.connectors.http.TokenHeader} shows a token. A {@link
 * io.guiyi.connectors.http.BoundedEntity} stops a body that is too large or drips too slowly while
 * it is read, not afterwards. Redirects, cookies, transparent decompression and the client's own
 * retries are off: each would act behind our back, and a redirect would carry the credentials away.
 */
@NullMarked
package io.guiyi.connectors.http;

import org.jspecify.annotations.NullMarked;
