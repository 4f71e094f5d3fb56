/**
 * What a pull brought and what became of it, signed so that source and hub can settle accounts.
 *
 * <p>Every finished pull that stored anything has one {@link
 * io.guiyi.registry.certificate.Certificate}: counts in and out, a digest over its rows, the
 * watermark before and after, the model. It names the digest of the certificate before it, so that
 * the certificates of a source form a chain, and it is signed with the hub's signing key. Its
 * number and digest stand in the {@linkplain io.guiyi.registry.audit audit chain} too. {@link
 * io.guiyi.registry.certificate.Certificates} signs them when a pull has ended, {@link
 * io.guiyi.registry.certificate.CertificateCheck} checks them: signature, both chains, and the
 * counts once more from the database.
 */
@NullMarked
package io.guiyi.registry.certificate;

import org.jspecify.annotations.NullMarked;
