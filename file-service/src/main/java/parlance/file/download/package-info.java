/** Who may read which file, and where its bytes are fetched. */
@NullMarked
package parlance.file.download;

import org.jspecify.annotations.NullMarked;
