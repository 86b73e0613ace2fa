/**
 * Kafka, Redis, the MongoDB stand-in and the S3 server as child processes of this machine: the
 * launcher and the tests start, stop, kill and restart them through {@link
 * parlance.local.infra.Infrastructure}.
 */
@NullMarked
package parlance.local.infra;

import org.jspecify.annotations.NullMarked;
