/** What is still news to somebody: whoever is about to notify them asks. */
@NullMarked
package parlance.message.unread;

import org.jspecify.annotations.NullMarked;
