/** Editing messages, those with migrated ids included. */
@NullMarked
package parlance.message.editing;

import org.jspecify.annotations.NullMarked;
