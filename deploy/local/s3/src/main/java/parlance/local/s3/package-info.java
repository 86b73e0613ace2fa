/** The local S3 server: s3proxy over a folder, with its bucket made at boot. */
@NullMarked
package parlance.local.s3;

import org.jspecify.annotations.NullMarked;
