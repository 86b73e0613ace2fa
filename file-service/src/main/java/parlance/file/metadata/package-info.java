/** The files that there are, without their bytes. */
@NullMarked
package parlance.file.metadata;

import org.jspecify.annotations.NullMarked;
