/** The operations log: what users missed while they had no connection, and how they get it. */
@NullMarked
package parlance.message.oplog;

import org.jspecify.annotations.NullMarked;
