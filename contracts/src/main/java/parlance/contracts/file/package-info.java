/** What file-service tells the others. */
@NullMarked
package parlance.contracts.file;

import org.jspecify.annotations.NullMarked;
