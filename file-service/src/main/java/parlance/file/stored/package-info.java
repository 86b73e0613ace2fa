/** The files that there are, without their bytes. */
@NullMarked
package parlance.file.stored;

import org.jspecify.annotations.NullMarked;
