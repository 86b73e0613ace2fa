/** What file-service answers to other services. */
@NullMarked
package parlance.internalapi.file;

import org.jspecify.annotations.NullMarked;
