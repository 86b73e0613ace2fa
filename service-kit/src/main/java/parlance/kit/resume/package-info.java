/**
 * What users get, numbered and kept for a while in Redis, so that a connection can go on where
 * another one broke.
 */
@NullMarked
package parlance.kit.resume;

import org.jspecify.annotations.NullMarked;
