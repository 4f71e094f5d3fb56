/**
 * The REST API under {@code /api/v1}: a person by id, a search by ID number or by name and birth
 * date, the sources, the status; the cases that wait for stewards and what stewards decide; what
 * would be decided about one record, a stored decision weighed again, and a relink.
 *
 * <p>A request passes three doors. {@link io.guiyi.routes.api.LoopbackOnly} lets in who is on this
 * machine. {@link io.guiyi.routes.api.ApiGate} asks for the bearer token of {@link
 * io.guiyi.routes.api.ApiToken}. {@link io.guiyi.routes.api.AuditedPersons} opens persons and
 * leaves an audit entry each time, before anything is answered: no entry, no answer.
 *
 * <p>What is asked for never stands in an address. A search is a POST whose body holds the personal
 * values; an address holds a person's opaque id at most. Answers are not to be stored by anybody
 * between ({@code no-store}). Whatever is refused is refused as a problem of RFC 9457 ({@link
 * io.guiyi.routes.api.Problem}) that names the value, masked, the bound and the remedy; {@link
 * io.guiyi.routes.api.ProblemKind} lists all there are.
 *
 * <p>The controllers ask two small ports, {@link io.guiyi.routes.api.PersonRegister} and {@link
 * io.guiyi.routes.api.AuditTrail}, which {@link io.guiyi.routes.api.ApiConfiguration} joins to the
 * register.
 */
@NullMarked
package io.guiyi.routes.api;

import org.jspecify.annotations.NullMarked;
