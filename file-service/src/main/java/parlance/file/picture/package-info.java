/** Files as pictures of users and conversations, for the services that render those. */
@NullMarked
package parlance.file.picture;

import org.jspecify.annotations.NullMarked;
