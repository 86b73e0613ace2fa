/**
 * Owns what is known of files; their bytes lie in S3, where clients put and fetch them by presigned
 * URLs. Answers {@code create_files} and {@code get_file_urls}, and tells other services where
 * pictures are. Publishes nothing.
 */
@NullMarked
package parlance.file;

import org.jspecify.annotations.NullMarked;
