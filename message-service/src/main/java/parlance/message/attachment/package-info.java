/** Which files have been sent where, for file-service, which lets only those read who got them. */
@NullMarked
package parlance.message.attachment;

import org.jspecify.annotations.NullMarked;
