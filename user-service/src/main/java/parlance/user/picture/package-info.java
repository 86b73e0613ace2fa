/** Users' pictures: file-service has them. */
@NullMarked
package parlance.user.picture;

import org.jspecify.annotations.NullMarked;
