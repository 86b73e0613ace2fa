/** Redis by pipelines. */
@NullMarked
package parlance.kit.redis;

import org.jspecify.annotations.NullMarked;
