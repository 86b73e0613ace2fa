/** The organizations: nothing of one is visible from another. */
@NullMarked
package parlance.user.organization;

import org.jspecify.annotations.NullMarked;
