/**
 * Folders behind SFTP, moved by Camel's endpoint.
 *
 * <p>{@link io.guiyi.connectors.sftp.SftpFolder} is a {@link
 * io.guiyi.connectors.delivery.DeliveryFolder}. Both sides prove who they are by keys: the server
 * shows the one host key that {@link io.guiyi.connectors.sftp.SftpSettings} pins, before we sign
 * with ours. Files are read into memory within a limit; nothing is put down on a disk and nothing
 * is changed on the server.
 */
@NullMarked
package io.guiyi.connectors.sftp;

import org.jspecify.annotations.NullMarked;
