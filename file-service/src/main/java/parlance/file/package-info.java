/**
 * file-service owns the metadata of files; their bytes lie in S3, where clients put and fetch them
 * by presigned URLs. Answers {@code create_files} and {@code get_file_urls}, and tells other
 * services the URLs of images. Publishes nothing.
 */
@ServiceTopology(commands = Route.FIND_SHARED_FILE_URLS)
@NullMarked
package parlance.file;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
