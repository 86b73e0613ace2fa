/** Which conversations there are and who takes part: the directory, and its owner behind it. */
@NullMarked
package parlance.message.directory;

import org.jspecify.annotations.NullMarked;
