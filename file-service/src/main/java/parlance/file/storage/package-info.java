/** The S3 server that holds the bytes: URLs for clients, and whether it can be reached. */
@NullMarked
package parlance.file.storage;

import org.jspecify.annotations.NullMarked;
