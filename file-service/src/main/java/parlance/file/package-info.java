/**
 * file-service owns what is known of files; their bytes lie in S3. It answers {@code create_files}
 * and {@code get_file_urls} with presigned URLs.
 */
@NullMarked
package parlance.file;

import org.jspecify.annotations.NullMarked;
