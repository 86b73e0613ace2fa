/** Commands: records become calls of handlers, in batches, and their results are published. */
@NullMarked
package parlance.kit.command;

import org.jspecify.annotations.NullMarked;
