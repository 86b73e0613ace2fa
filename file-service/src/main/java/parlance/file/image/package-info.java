/** Files as images of users and conversations, for the services that render those. */
@NullMarked
package parlance.file.image;

import org.jspecify.annotations.NullMarked;
