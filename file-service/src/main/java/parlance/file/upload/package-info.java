/** Files come into being, and their bytes into the bucket. */
@NullMarked
package parlance.file.upload;

import org.jspecify.annotations.NullMarked;
