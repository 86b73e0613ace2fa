/**
 * The conversation directory in Redis: who is in a conversation, published by its owner for all to
 * read.
 */
@NullMarked
package parlance.kit.directory;

import org.jspecify.annotations.NullMarked;
